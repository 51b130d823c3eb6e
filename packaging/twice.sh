#!/bin/sh
# Builds the last commit (or COMMIT) twice, in two folders under two umasks, and compares all byte by byte.
#
#   packaging/twice.sh OUT [wheel] [bundle] [deb]
#
# Wants `.venv-package` (`python3 packaging/prepare.py package`). The manual's pictures are taken once
# for both: they tell how long the scoring took. Ends with 1 when a file differs.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)
shift
parts=${*:-wheel}
python=$root/.venv-package/bin/python
one=$out/one two=$out/another/deeper/two

build() {
    folder=$1
    shift
    rm -rf "$folder"
    mkdir -p "$(dirname "$folder")"
    git clone --quiet "$root" "$folder"
    cd "$folder"
    git checkout --quiet "${COMMIT:-HEAD}"
    "$python" docs/make.py "$@" >&2
    # shellcheck disable=SC2086 - each part is a word
    "$python" packaging/package.py $parts >&2
}

sums() {
    cd "$1"
    [ ! -d build/bundle ] || bundle=build/bundle
    # shellcheck disable=SC2086 - none or one
    find resources/manual build/package dist ${bundle:-} -type f | LC_ALL=C sort | xargs sha256sum
}

(umask 022 && build "$one")
(umask 077 && build "$two" --pictures "$one/build/screens")
(sums "$one") >"$out/one.txt"
(sums "$two") >"$out/two.txt"
if diff "$out/one.txt" "$out/two.txt" >"$out/differs.txt"; then
    echo "$parts: $(wc -l <"$out/one.txt") files, the same bytes twice"
else
    echo "$parts: $(grep -c '^<' "$out/differs.txt") of $(wc -l <"$out/one.txt") files differ:"
    sed -n 's/^< [0-9a-f]*  /  /p' "$out/differs.txt"
    exit 1
fi
