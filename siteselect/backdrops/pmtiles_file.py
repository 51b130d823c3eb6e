"""Raster PMTiles, version 3: one file of images behind packed directories.

The head and the order of tiles are those of the `pmtiles` library; the directories are unpacked
here, within bounds that a file cannot move.
"""

import json
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pmtiles.tile import (
    Compression,
    Entry,
    TileType,
    deserialize_header,
    find_tile,
    zxy_to_tileid,
)

from siteselect.backdrops.image_head import DamagedTileError, checked_tile
from siteselect.backdrops.refusals import refuse_damaged, refuse_other, refuse_vectors
from siteselect.backdrops.tiles import DEEPEST, MOST_BYTES, TileAt, TileInfo
from siteselect.backdrops.told import bounds_told, first_told, plain_words
from siteselect.errors import IntakeError
from siteselect.language import say

MAGIC = b"PMTiles"
_HEAD = 127
_MOST_PACKED, _MOST_UNPACKED = 4 * 2**20, 16 * 2**20
_MOST_ENTRIES = 500_000
_DEPTH = 4
"""Directories within directories, as the format says."""
_KEPT = 32
"""Directories that are kept unpacked."""
_PICTURES = {TileType.PNG, TileType.JPEG, TileType.WEBP}


class PmtilesFile:
    """A PMTiles file, open to be read; any thread may ask."""

    steady = True
    """A tile is always the same."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._kept: dict[tuple[int, int], list[Entry]] = {}
        try:
            self._file = path.open("rb")
        except OSError as error:
            raise refuse_damaged(path, error.strerror or str(error)) from None
        try:
            self._head = self._checked_head()
            self.info = self._look()
            self._directory(self._head["root_offset"], self._head["root_length"])
        except (ValueError, KeyError, IndexError, OSError) as error:
            self._file.close()
            raise refuse_damaged(path, _short(error)) from None
        except IntakeError:
            self._file.close()
            raise

    def tile(self, at: TileAt) -> bytes | None:
        """Return the bytes of a tile; None where there is none."""
        if not at.real:
            return None
        with self._lock:
            try:
                data = self._find(zxy_to_tileid(*at))
            except (ValueError, KeyError, IndexError, OSError) as error:
                raise DamagedTileError(_short(error)) from None
        return None if data is None else checked_tile(data)

    def at_hand(self, at: TileAt) -> bytes | None:
        """Return the bytes of a tile: all of a file are here."""
        return self.tile(at)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._file.close()

    def _find(self, number: int) -> bytes | None:
        head = self._head
        start, length = head["root_offset"], head["root_length"]
        for _ in range(_DEPTH):
            entry = find_tile(self._directory(start, length), number)
            if entry is None:
                return None
            if entry.run_length:
                return self._packed(head["tile_data_offset"] + entry.offset, entry.length)
            start, length = head["leaf_directory_offset"] + entry.offset, entry.length
        raise ValueError("its directories are nested too deeply")

    def _packed(self, start: int, length: int) -> bytes:
        if length > MOST_BYTES:
            raise ValueError(f"a tile of {length} bytes")
        data = self._bytes(start, length)
        return _unpacked(data, MOST_BYTES) if self._gzip_tiles else data

    @property
    def _gzip_tiles(self) -> bool:
        return bool(self._head["tile_compression"] is Compression.GZIP)

    def _directory(self, start: int, length: int) -> list[Entry]:
        """Return the entries of a directory; the last ones asked for are kept."""
        key = (start, length)
        kept = self._kept.pop(key, None)
        if kept is None:
            if length > _MOST_PACKED:
                raise ValueError(f"a directory of {length} bytes")
            data = self._bytes(start, length)
            if self._head["internal_compression"] is Compression.GZIP:
                data = _unpacked(data, _MOST_UNPACKED)
            kept = entries_of(data)
        self._kept[key] = kept
        while len(self._kept) > _KEPT:
            self._kept.pop(next(iter(self._kept)))
        return kept

    def _bytes(self, start: int, length: int) -> bytes:
        if start + length > self._size:
            raise ValueError("it points beyond its own end")
        self._file.seek(start)
        data = self._file.read(length)
        if len(data) != length:
            raise ValueError("it ends too soon")
        return data

    def _checked_head(self) -> dict[str, Any]:  # numbers and words of several kinds
        self._size = self._path.stat().st_size
        data = self._bytes(0, _HEAD)
        if data[7] != 3:
            raise IntakeError(
                say(
                    "{path} is of version {version} of PMTiles; version 3 is read: convert it.",
                    path=self._path,
                    version=data[7],
                )
            )
        head: dict[str, Any] = dict(deserialize_header(data))
        if head["tile_type"] in (TileType.MVT, TileType.MLT):
            raise refuse_vectors(self._path)
        if head["tile_type"] not in _PICTURES:
            raise refuse_other(self._path)
        known = (Compression.NONE, Compression.GZIP)
        if head["internal_compression"] not in known or head["tile_compression"] not in (
            *known,
            Compression.UNKNOWN,
        ):
            raise IntakeError(
                say(
                    "{path} is packed in a way that is not read: convert it to gzip.",
                    path=self._path,
                )
            )
        if not head["min_zoom"] <= head["max_zoom"] <= DEEPEST:
            raise ValueError(f"zooms {head['min_zoom']} to {head['max_zoom']}")
        return head

    def _look(self) -> TileInfo:
        head, told = self._head, self._metadata()
        corners = [
            head[f"{each}_e7"] / 1e7 for each in ("min_lon", "min_lat", "max_lon", "max_lat")
        ]
        return TileInfo(
            plain_words(first_told(told, "name"), 80) or self._path.stem,
            plain_words(first_told(told, "attribution")),
            head["min_zoom"],
            head["max_zoom"],
            bounds_told(",".join(f"{each:f}" for each in corners)),
        )

    def _metadata(self) -> dict[str, object]:
        """Return what the file says of itself; nothing where that is damaged."""
        head = self._head
        if head["metadata_length"] > _MOST_PACKED:
            return {}
        data = self._bytes(head["metadata_offset"], head["metadata_length"])
        try:
            if head["internal_compression"] is Compression.GZIP:
                data = _unpacked(data, _MOST_UNPACKED)
            held = json.loads(data)
        except (ValueError, RecursionError):
            return {}
        return held if isinstance(held, dict) else {}


def entries_of(data: bytes) -> list[Entry]:
    """Return the entries of an unpacked directory.

    Raises
    ------
    ValueError
        If it is cut off, or holds more than a directory may.
    """
    numbers = _numbers(data)
    try:
        count = next(numbers)
        if count > min(_MOST_ENTRIES, len(data)):
            raise ValueError(f"a directory of {count} entries")
        entries, last = [], 0
        for _ in range(count):
            last += next(numbers)
            entries.append(Entry(last, 0, 0, 0))
        for each in entries:
            each.run_length = next(numbers)
        for each in entries:
            each.length = next(numbers)
        before: Entry | None = None
        for each in entries:
            step = next(numbers)
            if step == 0 and before is None:
                raise ValueError("its first entry lies nowhere")
            each.offset = step - 1 if step or before is None else before.offset + before.length
            before = each
    except StopIteration:
        raise ValueError("a directory is cut off") from None
    return entries


def _numbers(data: bytes) -> Iterator[int]:
    """Return the numbers of a text of varints."""
    value = shift = 0
    for byte in data:
        value |= (byte & 0x7F) << shift
        if byte & 0x80:
            shift += 7
            if shift > 63:
                raise ValueError("a number that has no end")
        else:
            yield value
            value = shift = 0


def _unpacked(data: bytes, most: int) -> bytes:
    """Return gzip'd bytes unpacked; ValueError when they are damaged or too many."""
    machine = zlib.decompressobj(wbits=31)
    try:
        found = machine.decompress(data, most + 1)
    except zlib.error as error:
        raise ValueError(str(error)) from None
    if len(found) > most:
        raise ValueError("it unpacks to more than it may")
    if not machine.eof:
        raise ValueError("it is cut off")
    return found


def _short(text: object) -> str:
    return " ".join(str(text).split())[:80]
