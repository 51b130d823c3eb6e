#!/bin/sh
# One file that runs on most Linux desktops: packaging/appimage/build.sh BUNDLE DIST
#
# Needs `appimagetool` on the PATH (github.com/AppImage/appimagetool), which fetches its runtime once,
# or RUNTIME naming that file. Proved here: the folder that it packs starts (it is the bundle of the
# .deb). Not proved: the packing itself, for the tool cannot be had without that network.
set -eu
bundle=$1 dist=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=$root/build/AppDir
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$root/pyproject.toml" | head -1)
rm -rf "$folder"
mkdir -p "$folder/usr/lib" "$folder/usr/share/metainfo"
cp -a "$bundle" "$folder/usr/lib/siteselect"
cp "$root/packaging/linux/siteselect.desktop" "$folder/"
cp "$root/packaging/linux/org.siteselect.siteselect.metainfo.xml" "$folder/usr/share/metainfo/"
cp "$root/resources/icons/siteselect.svg" "$folder/"
cat >"$folder/AppRun" <<'RUN'
#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/usr/lib/siteselect/siteselect" "$@"
RUN
chmod +x "$folder/AppRun"
if ! command -v appimagetool >/dev/null; then
    echo "AppImage: $folder is laid out; put appimagetool on the PATH to pack it."
    exit 0
fi
ARCH=$(uname -m) appimagetool ${RUNTIME:+--runtime-file "$RUNTIME"} "$folder" \
    "$dist/siteselect-$version-$(uname -m).AppImage"
