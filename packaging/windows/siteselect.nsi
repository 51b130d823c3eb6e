; The Windows installer of the frozen folder, for one person, without an administrator.
; makensis -DVERSION=0.1.0 -DBUNDLE=path -DOUT=file.exe -DICON=siteselect.ico siteselect.nsi
Unicode true
!include "MUI2.nsh"
Name "siteselect"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\siteselect"
InstallDirRegKey HKCU "Software\siteselect" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma
!define MUI_ICON "${ICON}"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\siteselect"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Russian"
!insertmacro MUI_LANGUAGE "SimpChinese"

Section "siteselect"
  RMDir /r "$INSTDIR\_internal" ; of an older version
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\siteselect.lnk" "$INSTDIR\siteselect.exe"
  WriteRegStr HKCU "Software\siteselect" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.siteselect" "" "siteselect.project"
  WriteRegStr HKCU "Software\Classes\siteselect.project" "" "siteselect project"
  WriteRegStr HKCU "Software\Classes\siteselect.project\DefaultIcon" "" "$INSTDIR\siteselect.exe,0"
  WriteRegStr HKCU "Software\Classes\siteselect.project\shell\open\command" "" '"$INSTDIR\siteselect.exe" "%1"'
  WriteRegStr HKCU "${KEY}" "DisplayName" "siteselect"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\siteselect.exe"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
SectionEnd

Section "Uninstall"
  Delete "$SMPROGRAMS\siteselect.lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\siteselect.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; a folder that holds files of the person stays
  DeleteRegKey HKCU "Software\siteselect"
  DeleteRegKey HKCU "Software\Classes\.siteselect"
  DeleteRegKey HKCU "Software\Classes\siteselect.project"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
