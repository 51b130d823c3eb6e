"""The pins, and the hashes of what packages are built from, tell of the same versions."""

import re
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "requirements"
PIN = re.compile(r"^([A-Za-z0-9_.-]+)==([^ ;\\]+)")


def pins(*names):
    found = set()
    for name in names:
        for line in (FOLDER / name).read_text().splitlines():
            if match := PIN.match(line):
                found.add((re.sub(r"[-_.]+", "-", match[1]).lower(), match[2]))
    return found


def test_the_hashes_are_of_the_pinned_versions():
    assert pins("package.hashes.txt") == pins("run.txt", "docs.txt", "package.txt")


def test_every_pin_has_a_hash_and_no_address():
    text = (FOLDER / "package.hashes.txt").read_text()
    assert "://" not in text
    blocks = re.split(r"\n(?=[a-z])", text)[1:]
    assert len(blocks) > 50
    assert all("--hash=sha256:" in block for block in blocks)


def test_no_address_stands_beside_a_pin():
    for name in ("run.txt", "dev.txt", "docs.txt", "package.txt"):
        assert "://" not in (FOLDER / name).read_text()
