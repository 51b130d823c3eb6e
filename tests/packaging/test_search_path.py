"""A path of the machine that built a library goes; one that begins beside the library stays."""

import struct

import pytest

from tests.packaging.loading import load

search_path = load("search_path")
NEEDED, NULL, STRINGS, RUNPATH = 1, 0, 5, 29
BASE = 0x4000


def library(path, text):
    """Write the least of a library: two segments, a table of four entries, its strings."""
    strings = b"\0libc.so.6\0" + text.encode() + b"\0"
    start = 64 + 2 * 56
    table = [(NEEDED, 1), (RUNPATH, 11), (STRINGS, BASE + start + 64), (NULL, 0)]
    head = b"\x7fELF\x02\x01" + bytes(10)
    head += struct.pack("<HHIQQQIHHHHHH", 3, 62, 1, 0, 64, 0, 0, 64, 56, 2, 0, 0, 0)
    size = start + 64 + len(strings)
    heads = struct.pack("<IIQQQQQQ", 1, 5, 0, BASE, BASE, size, size, 4096)
    heads += struct.pack("<IIQQQQQQ", 2, 6, start, BASE + start, BASE + start, 64, 64, 8)
    path.write_bytes(head + heads + b"".join(struct.pack("<qQ", *each) for each in table) + strings)
    return start


def table(path, start):
    return [struct.unpack_from("<qQ", path.read_bytes(), start + at) for at in range(0, 64, 16)]


def test_a_path_of_the_machine_goes_and_the_rest_moves_up(tmp_path):
    path = tmp_path / "a.so"
    start = library(path, "/opt/build/lib")
    before = table(path, start)
    assert search_path.drop_search_path(path)
    assert table(path, start) == [before[0], before[2], (NULL, 0), (NULL, 0)]
    assert not search_path.drop_search_path(path)


def test_a_path_beside_the_library_stays(tmp_path):
    path = tmp_path / "a.so"
    library(path, "$ORIGIN/../lib")
    before = path.read_bytes()
    assert not search_path.drop_search_path(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"MZ", b"\x7fELF\x01\x01" + bytes(80)])
def test_what_is_no_such_library_is_left_alone(tmp_path, content):
    path = tmp_path / "a.so"
    path.write_bytes(content)
    assert not search_path.drop_search_path(path)
    assert path.read_bytes() == content
