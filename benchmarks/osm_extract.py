"""A writer of extracts of OpenStreetMap in the real format: protobuf by hand, blocks of zlib."""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

NODES_A_BLOCK, WAYS_A_BLOCK = 8000, 2000
_GRANULARITY = 1e-7
_FEW = 40
"""So many numbers are written one by one, which is then faster."""
Tags = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Way:
    """A line or ring of nodes."""

    id: int
    nodes: Sequence[int]
    tags: Tags = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Relation:
    """An area made of ways, each with its role."""

    id: int
    members: Sequence[tuple[int, str]]
    tags: Tags = field(default_factory=dict)


def varints(values: np.ndarray) -> bytes:
    """Return numbers of no sign as protobuf writes them, one after another."""
    left = np.atleast_1d(np.asarray(values)).astype(np.uint64)
    if len(left) < _FEW:
        return b"".join(map(_varint, left.tolist()))
    parts = np.zeros((len(left), 10), dtype=np.uint8)
    there = np.zeros(parts.shape, dtype=bool)
    open_ = np.ones(len(left), dtype=bool)
    for place in range(10):
        there[:, place] = open_
        rest = left >> np.uint64(7)
        parts[:, place] = (left & np.uint64(127)) | np.where(rest > 0, 128, 0).astype(np.uint64)
        open_ = open_ & (rest > 0)
        left = rest
        if not open_.any():
            break
    return parts[there].tobytes()


def _varint(value: int) -> bytes:
    made = bytearray()
    while value > 127:
        made.append(value & 127 | 128)
        value >>= 7
    made.append(value)
    return bytes(made)


def zigzag_deltas(values: Iterable[int] | np.ndarray) -> bytes:
    """Return numbers with sign, each as its difference from the one before."""
    steps = np.diff(np.asarray(values, dtype=np.int64), prepend=0)
    return varints(((steps << 1) ^ (steps >> 63)).astype(np.uint64))


def piece(number: int, data: bytes) -> bytes:
    """Return a field that holds bytes."""
    return varints(np.array([number << 3 | 2, len(data)])) + data


def count(number: int, value: int) -> bytes:
    """Return a field that holds a number."""
    return varints(np.array([number << 3, value]))


class Words:
    """The table of words of one block; the first one is empty."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {"": 0}

    def of(self, words: Iterable[str]) -> np.ndarray:
        """Return the numbers of words."""
        return np.array([self._known.setdefault(word, len(self._known)) for word in words], int)

    def table(self) -> bytes:
        """Return the field of the block that holds them."""
        return piece(1, b"".join(piece(1, word.encode()) for word in self._known))


def blob(kind: str, data: bytes) -> bytes:
    """Return a block with its head, packed."""
    body = count(2, len(data)) + piece(3, zlib.compress(data, 1))
    head = piece(1, kind.encode()) + count(3, len(body))
    return len(head).to_bytes(4, "big") + head + body


def head(timestamp: int | None = None) -> bytes:
    """Return the first block of a file."""
    told = b"".join(piece(4, name) for name in (b"OsmSchema-V0.6", b"DenseNodes"))
    return blob("OSMHeader", told + (count(32, timestamp) if timestamp is not None else b""))


def nodes_block(
    ids: np.ndarray, lon: np.ndarray, lat: np.ndarray, tags: Mapping[int, Tags]
) -> bytes:
    """Return nodes in the dense form; few of them have tags."""
    words = Words()
    dense = piece(1, zigzag_deltas(ids))
    dense += piece(8, zigzag_deltas(np.round(lat / _GRANULARITY)))
    dense += piece(9, zigzag_deltas(np.round(lon / _GRANULARITY)))
    if tags:
        row: list[int] = []
        for each in ids.tolist():
            for key, value in tags.get(each, {}).items():
                row += words.of([key, value]).tolist()
            row.append(0)
        dense += piece(10, varints(np.array(row)))
    return blob("OSMData", words.table() + piece(2, piece(2, dense)))


def ways_block(ways: Sequence[Way]) -> bytes:
    """Return ways."""
    words = Words()
    group = b"".join(
        piece(3, count(1, way.id) + _tags(words, way.tags) + piece(8, zigzag_deltas(way.nodes)))
        for way in ways
    )
    return blob("OSMData", words.table() + piece(2, group))


def relations_block(relations: Sequence[Relation]) -> bytes:
    """Return relations whose members are ways."""
    words = Words()
    group = b"".join(piece(4, _relation(words, each)) for each in relations)
    return blob("OSMData", words.table() + piece(2, group))


def _relation(words: Words, each: Relation) -> bytes:
    ids, roles = zip(*each.members, strict=True)
    return (
        count(1, each.id)
        + _tags(words, each.tags)
        + piece(8, varints(words.of(roles)))
        + piece(9, zigzag_deltas(ids))
        + piece(10, varints(np.ones(len(ids), int)))
    )


def _tags(words: Words, tags: Tags) -> bytes:
    if not tags:
        return b""
    return piece(2, varints(words.of(tags))) + piece(3, varints(words.of(tags.values())))


def write_extract(
    path: Path,
    nodes: Mapping[int, tuple[float, float]],
    node_tags: Mapping[int, Tags],
    ways: Sequence[Way],
    relations: Sequence[Relation] = (),
    timestamp: int | None = None,
) -> None:
    """Write a small extract: nodes are longitude and latitude by id."""
    ids = np.array(sorted(nodes))
    lon, lat = (np.array([nodes[each][axis] for each in ids.tolist()]) for axis in (0, 1))
    blocks = [head(timestamp), nodes_block(ids, lon, lat, node_tags)]
    blocks += [ways_block(ways)] if ways else []
    blocks += [relations_block(relations)] if relations else []
    path.write_bytes(b"".join(blocks))


def write_country(path: Path, nodes: int, nodes_a_way: int = 10) -> int:
    """Write an extract of so many nodes in a box of Central Asia; return the number of its ways.

    Most ways are streets and houses, as in the world: one of ten is a road, a railway or a line of
    power, one of a thousand a substation.
    """
    generator = np.random.default_rng(20)
    starts = generator.uniform((50.0, 40.0), (86.0, 54.0), (nodes // nodes_a_way, 2))
    with path.open("wb") as file:
        file.write(head(1_793_491_200))
        for ids, lon, lat in _walks(generator, starts, nodes_a_way):
            file.write(nodes_block(ids, lon, lat, {}))
        for first in range(0, len(starts), WAYS_A_BLOCK):
            last = min(first + WAYS_A_BLOCK, len(starts))
            file.write(ways_block([_way(each, nodes_a_way) for each in range(first, last)]))
    return len(starts)


def _walks(
    generator: np.random.Generator, starts: np.ndarray, length: int
) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    at_once = NODES_A_BLOCK // length
    for first in range(0, len(starts), at_once):
        part = starts[first : first + at_once]
        steps = generator.normal(0, 0.002, (len(part), length, 2)).cumsum(axis=1)
        points = (part[:, None, :] + steps).reshape(-1, 2)
        ids = np.arange(len(points)) + first * length + 1
        yield ids, points[:, 0], points[:, 1]


def _way(number: int, length: int) -> Way:
    refs = list(range(number * length + 1, (number + 1) * length + 1))
    if number % 1000 == 0:
        tags = {"power": "substation", "voltage": "220000;110000", "name": f"Substation {number}"}
        return Way(number + 1, [*refs, refs[0]], tags)
    kinds: dict[int, Tags] = {
        1: {"highway": ("trunk", "primary", "secondary", "tertiary")[number // 40 % 4]},
        2: {"highway": "secondary"},
        3: {"railway": "rail"},
        4: {"power": "line", "voltage": "500000"},
    }
    return Way(number + 1, refs, kinds.get(number % 40, {"highway": "residential"}))
