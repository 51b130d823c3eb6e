#!/bin/sh
# The macOS application and its disk image: run on macOS 12 or newer with Python 3.11 to 3.13.
#
# Signing needs SIGN_AS ("Developer ID Application: ..."); notarising needs a keychain profile, made
# once with `xcrun notarytool store-credentials siteselect`. Proved here: that this script is sound
# sh and that the entitlements are a property list. Not proved: anything on macOS itself.
set -eu
cd "$(dirname "$0")/../.."
python3 packaging/prepare.py package
[ -d resources/manual ] || .venv-package/bin/python docs/make.py
.venv-package/bin/python packaging/package.py wheel bundle
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml | head -1)
app=build/bundle/siteselect.app
"$app/Contents/MacOS/siteselect" selftest
if [ -n "${SIGN_AS:-}" ]; then
    find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -exec \
        codesign --force --timestamp --options runtime --sign "$SIGN_AS" {} +
    codesign --force --timestamp --options runtime --sign "$SIGN_AS" \
        --entitlements packaging/macos/entitlements.plist "$app"
    codesign --verify --deep --strict "$app"
fi
image=dist/siteselect-$version-$(uname -m).dmg
hdiutil create -volname siteselect -srcfolder "$app" -ov -format UDZO "$image"
if [ -n "${SIGN_AS:-}" ]; then
    codesign --timestamp --sign "$SIGN_AS" "$image"
    xcrun notarytool submit "$image" --keychain-profile siteselect --wait
    xcrun stapler staple "$image"
fi
