#!/bin/sh
# Writes package.hashes.txt anew: every pin of package.txt and of what it names, with the SHA-256 of
# every file of that release on any system. Needs `uv` on the PATH, and the network once.
set -eu
cd "$(dirname "$0")"
{
    echo "# The pins of package.txt with the SHA-256 of each file; made by hashes.sh, never by hand."
    uv pip compile package.txt --generate-hashes --universal --python-version 3.11.5 --quiet \
        --no-emit-index-url --no-emit-find-links --no-annotate --no-header
} > package.hashes.new
mv package.hashes.new package.hashes.txt
