# The Windows installer: run in PowerShell on Windows 10 or newer with Python 3.11 to 3.13 and NSIS 3.
#
# Proved here: that makensis compiles siteselect.nsi (on Linux, with a stand-in for the folder).
# Not proved: anything on Windows itself; the first to run it is the host's machine.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")
python packaging/prepare.py package
$python = ".venv-package\Scripts\python.exe"
& $python docs/make.py
& $python packaging/package.py wheel bundle
$version = (Select-String -Path pyproject.toml -Pattern '^version = "(.*)"').Matches[0].Groups[1].Value
& "build\bundle\siteselect\siteselect.exe" selftest
if ($LASTEXITCODE -ne 0) { throw "The bundle fails its self-test." }
# Signing: with a certificate in the store, before and after packing.
if ($env:SITESELECT_CERTIFICATE) {
    signtool sign /sha1 $env:SITESELECT_CERTIFICATE /fd SHA256 /tr $env:SITESELECT_TIMESTAMP /td SHA256 build\bundle\siteselect\siteselect.exe
}
makensis "/DVERSION=$version" "/DBUNDLE=$PWD\build\bundle\siteselect" "/DOUT=$PWD\dist\siteselect-$version-setup.exe" "/DICON=$PWD\build\package\siteselect.ico" packaging\windows\siteselect.nsi
if ($env:SITESELECT_CERTIFICATE) {
    signtool sign /sha1 $env:SITESELECT_CERTIFICATE /fd SHA256 /tr $env:SITESELECT_TIMESTAMP /td SHA256 "dist\siteselect-$version-setup.exe"
}
