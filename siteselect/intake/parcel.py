"""What the reading process hands back: JSON and plain arrays of numbers, and nothing that runs.

No pickle: whoever might take over the reading process could put code into one.
"""

import json
import struct
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MARK = b"SSP1"
_KINDS = ("<f8", "<i8", "|u1")
_HEAD = struct.Struct("<4sQ")


@dataclass(frozen=True, slots=True)
class Parcel:
    """A JSON value by name, and arrays by name."""

    plain: dict[str, Any] = field(default_factory=dict)  # what JSON holds
    arrays: dict[str, NDArray[Any]] = field(default_factory=dict)  # float64, int64 or bytes


def pack(parcel: Parcel) -> bytes:
    """Return the parcel as bytes."""
    arrays = {name: _plain(array) for name, array in parcel.arrays.items()}
    shapes = [[name, array.dtype.str, array.size] for name, array in arrays.items()]
    head = json.dumps({"plain": parcel.plain, "arrays": shapes}).encode()
    return b"".join(
        [_HEAD.pack(_MARK, len(head)), head, *(array.tobytes() for array in arrays.values())]
    )


def unpack(data: bytes) -> Parcel:
    """Return the parcel that the bytes hold; ValueError where they hold none."""
    if len(data) < _HEAD.size:
        raise ValueError("the answer is cut off")
    mark, size = _HEAD.unpack_from(data)
    start = _HEAD.size + size
    if mark != _MARK or start > len(data):
        raise ValueError("the answer is no parcel")
    held = json.loads(data[_HEAD.size : start])
    arrays: dict[str, NDArray[Any]] = {}  # float64, int64 or bytes
    for name, kind, count in held["arrays"]:
        if kind not in _KINDS or not isinstance(count, int) or count < 0:
            raise ValueError("the answer holds an array of another kind")
        array = np.frombuffer(data, dtype=kind, count=count, offset=start)
        arrays[str(name)] = array
        start += array.nbytes
    return Parcel(dict(held["plain"]), arrays)


def _plain(array: NDArray[Any]) -> NDArray[Any]:  # of any kind, to one of three
    kind = "|u1" if array.dtype == np.uint8 else "<i8" if array.dtype.kind in "iu" else "<f8"
    return np.ascontiguousarray(array, dtype=kind).ravel()
