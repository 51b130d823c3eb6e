#!/bin/sh
# Installs a package into a bare Debian root, starts it, tests it, removes it. Root's work.
#
#   packaging/bare-test.sh deb dist/siteselect_0.1.0_amd64.deb OUT
#   packaging/bare-test.sh wheel dist/siteselect-0.1.0-py3-none-any.whl OUT WHEELHOUSE
#
# OUT receives the transcript's pictures. The mirror is the one that this machine itself uses. The
# root of `deb` has no Python at all; that of `wheel` has Debian's, and takes every wheel from
# WHEELHOUSE (`pip download -d WHEELHOUSE -r requirements/run.txt`), for it knows no index.
set -eu
kind=$1 file=$2 out=$3 wheels=${4:-}
root=${BARE_ROOT:-$(mktemp -d /tmp/bare.XXXXXX)}
display=:$((90 + $$ % 100))

say() { printf '\n== %s\n' "$*"; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/person LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive "$@"; }
leave() {
    [ -z "${screen:-}" ] || kill "$screen" 2>/dev/null || true
    for each in dev/shm dev proc tmp/.X11-unix; do
        mountpoint -q "$root/$each" && umount "$root/$each" || true
    done
    [ -n "${BARE_ROOT:-}" ] || rm -rf --one-file-system "$root"
}
trap leave EXIT INT TERM

if [ ! -x "$root/usr/bin/apt-get" ]; then
    say "A bare root"
    mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' | awk '$2 !~ /-/ {print $1; exit}')
    suite=$(apt-get indextargets --format '$(RELEASE)' | grep -v -- - | head -1)
    debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$out/debootstrap.log" 2>&1
    rm -f "$root/etc/apt/sources.list" && cp -r /etc/apt/. "$root/etc/apt/"
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    mkdir -p "$root/usr/share/keyrings" "$root/etc/ssl/certs"
    cp /usr/share/keyrings/debian* "$root/usr/share/keyrings/"
    cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/" 2>/dev/null || true
fi
mkdir -p "$root/home/person" "$root/tmp/.X11-unix"
mount --bind /proc "$root/proc"
mount --bind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/dev/shm" 2>/dev/null || true
inside sh -c '. /etc/os-release; echo "$PRETTY_NAME, $(dpkg -l | grep -c ^ii) packages"'
inside sh -c 'command -v python3 || echo "no python3"'
inside apt-get update -qq

if [ "$kind" = deb ]; then
    cp "$file" "$root/tmp/siteselect.deb"
    say "Install"
    inside apt-get install -y -qq --no-install-recommends /tmp/siteselect.deb >"$out/install.log" 2>&1
    inside sh -c 'command -v python3 || echo "no python3 still"'
    start=siteselect
else
    say "Python, what Qt wants of the system, and the wheels"
    inside apt-get install -y -qq --no-install-recommends python3-venv libglib2.0-0 libgl1 libegl1 \
        libxkbcommon0 libfontconfig1 libdbus-1-3 libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 \
        libxcb-keysyms1 libxcb-shape0 >"$out/install.log" 2>&1
    cp -r "$wheels" "$root/tmp/wheels"
    cp "$file" "$root/tmp/wheels/"
    inside python3 -m venv /opt/siteselect
    inside /opt/siteselect/bin/pip install -q --no-index --find-links /tmp/wheels siteselect
    start=/opt/siteselect/bin/siteselect
fi
inside sh -c 'dpkg -l | grep -c ^ii | sed "s/$/ packages/"'

say "siteselect doctor"
inside "$start" doctor
say "siteselect selftest"
inside "$start" selftest
say "siteselect rank"
inside "$start" rank --as-of 2021-06-02 --top 3 --format csv | cut -c1-100

say "The window, offscreen"
inside env QT_QPA_PLATFORM=offscreen "$start" first-window /tmp/offscreen.png
cp "$root/tmp/offscreen.png" "$out/$kind-offscreen.png"

say "The window, on a screen"
Xvfb "$display" -screen 0 1440x900x24 >/dev/null 2>&1 &
screen=$!
sleep 2
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
inside env DISPLAY="$display" QT_QPA_PLATFORM=xcb "$start" first-window /tmp/xcb.png
cp "$root/tmp/xcb.png" "$out/$kind-xcb.png"
began=$(date +%s%N)
inside env DISPLAY="$display" "$start" &
window=$!
for _ in $(seq 200); do
    DISPLAY=$display xdotool search --onlyvisible --name 'siteselect' >/dev/null 2>&1 && break
    sleep 0.05
done
echo "shown after $((($(date +%s%N) - began) / 1000000)) ms"
sleep 15
DISPLAY=$display import -window root "$out/$kind-screen.png"
kill "$window" 2>/dev/null || true
wait "$window" 2>/dev/null || true

if [ "$kind" = deb ]; then
    say "Remove"
    inside apt-get purge -y -qq siteselect >"$out/remove.log" 2>&1
    inside sh -c 'ls -d /usr/lib/siteselect /usr/bin/siteselect /usr/share/doc/siteselect 2>&1 || true'
    inside sh -c 'ls -A /home/person/.local/share/siteselect /home/person/.config 2>/dev/null || true'
fi
say "All passed"
