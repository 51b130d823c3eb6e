"""Libraries look beside themselves: no path of the machine that built them goes along."""

import struct
from pathlib import Path

_LOAD, _DYNAMIC = 1, 2
_NULL, _STRINGS, _RPATH, _RUNPATH = 0, 5, 15, 29


def drop_search_path(path: Path) -> bool:
    """Take out RPATH and RUNPATH where they name a place of a machine; return whether they did.

    What begins with $ORIGIN stays. Only 64-bit ELF of this byte order is looked into. The entry
    is taken out of the table of the dynamic linker, and those after it move up.
    """
    data = bytearray(path.read_bytes())
    if data[:6] != b"\x7fELF\x02\x01":
        return False
    heads = _program_heads(data)
    table = next(((offset, size) for kind, offset, _, size in heads if kind == _DYNAMIC), None)
    if table is None:
        return False
    start, size = table
    entries = [struct.unpack_from("<qQ", data, start + at) for at in range(0, size, 16)]
    strings = _offset(heads, dict(entries).get(_STRINGS, 0))
    kept = [
        (tag, value)
        for tag, value in entries
        if tag not in (_RPATH, _RUNPATH) or not _of_a_machine(data, strings + value)
    ]
    if len(kept) == len(entries):
        return False
    kept += [(_NULL, 0)] * (len(entries) - len(kept))
    for number, entry in enumerate(kept):
        struct.pack_into("<qQ", data, start + 16 * number, *entry)
    path.write_bytes(data)
    return True


def _program_heads(data: bytearray) -> list[tuple[int, int, int, int]]:
    """Return kind, place in the file, place in memory and size of each segment."""
    (first,) = struct.unpack_from("<Q", data, 32)
    each, count = struct.unpack_from("<HH", data, 54)
    found = []
    for number in range(count):
        kind, _, offset, address, _, size = struct.unpack_from(
            "<IIQQQQ", data, first + each * number
        )
        found.append((kind, offset, address, size))
    return found


def _offset(heads: list[tuple[int, int, int, int]], address: int) -> int:
    """Return where in the file lies what is loaded at an address."""
    for kind, offset, start, size in heads:
        if kind == _LOAD and start <= address < start + size:
            return offset + address - start
    raise ValueError("the table of the dynamic linker names no strings of the file")


def _of_a_machine(data: bytearray, start: int) -> bool:
    text = bytes(data[start : data.index(0, start)])
    return any(part.startswith(b"/") for part in text.split(b":"))
