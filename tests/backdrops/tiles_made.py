"""Files of tiles written for tests, in the real formats."""

import gzip
import io
import json
import sqlite3
import struct
import zlib

from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer


def png(width=256, height=256, rgb=(200, 80, 40)):
    """Return a picture of one colour."""

    def part(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    row = b"\0" + bytes(rgb) * width
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = part(b"IHDR", head) + part(b"IDAT", zlib.compress(row * height)) + part(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def picture(kind, width=256, height=256, rgb=(200, 80, 40)):
    """Return a picture in one of the forms, by another program than ours."""
    from PIL import Image

    data = io.BytesIO()
    Image.new("RGB", (width, height), rgb).save(data, kind)
    return data.getvalue()


SOME = {
    (0, 0, 0): png(rgb=(10, 10, 10)),
    (1, 0, 0): png(rgb=(255, 0, 0)),
    (1, 1, 0): png(rgb=(0, 255, 0)),
    (1, 0, 1): png(rgb=(0, 0, 255)),
}
"""Tiles by zoom, column and row from the north."""

ABOUT = {
    "name": "Made tiles",
    "format": "png",
    "attribution": '<a href="https://example.org">&copy; Example</a>',
    "minzoom": "0",
    "maxzoom": "1",
    "bounds": "-180,-85,180,85",
}


def mbtiles(path, tiles=SOME, about=ABOUT, sql=()):
    held = sqlite3.connect(path)
    held.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
    held.execute(
        "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, "
        "tile_data BLOB)"
    )
    held.execute("CREATE UNIQUE INDEX place ON tiles (zoom_level, tile_column, tile_row)")
    held.executemany("INSERT INTO metadata VALUES (?, ?)", about.items())
    rows = [(z, x, (1 << z) - 1 - y, data) for (z, x, y), data in tiles.items()]
    held.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", rows)
    for each in sql:
        held.execute(each)
    held.commit()
    held.close()
    return path


def pmtiles(path, tiles=SOME, about=ABOUT, kind=TileType.PNG, **head):
    zooms = [each[0] for each in tiles]
    with path.open("wb") as file:
        writer = Writer(file)
        for at in sorted(tiles, key=lambda at: zxy_to_tileid(*at)):
            writer.write_tile(zxy_to_tileid(*at), tiles[at])
        writer.finalize(
            {
                "tile_type": kind,
                "tile_compression": Compression.NONE,
                "min_zoom": min(zooms),
                "max_zoom": max(zooms),
                "min_lon_e7": -1_800_000_000,
                "min_lat_e7": -850_000_000,
                "max_lon_e7": 1_800_000_000,
                "max_lat_e7": 850_000_000,
                "center_zoom": 0,
                "center_lon_e7": 0,
                "center_lat_e7": 0,
                **head,
            },
            dict(about),
        )
    return path


def varint(number):
    told = bytearray()
    while True:
        told.append((number & 0x7F) | (0x80 if number > 0x7F else 0))
        number >>= 7
        if not number:
            return bytes(told)


def pmtiles_by_hand(path, root, metadata=None, data=b"", leaves=b"", **marks):
    """Write a PMTiles file whose parts may mean ill."""
    about = json.dumps({}).encode() if metadata is None else metadata
    head = bytearray(127)
    head[:7], head[7] = b"PMTiles", marks.get("version", 3)
    start = 127
    for at, (place, length) in zip(
        (8, 24, 40, 56),
        (
            (start, marks.get("root_length", len(root))),
            (start + len(root), len(about)),
            (start + len(root) + len(about), len(leaves)),
            (start + len(root) + len(about) + len(leaves), len(data)),
        ),
        strict=True,
    ):
        head[at : at + 16] = struct.pack("<QQ", place, length)
    head[97], head[98] = marks.get("packed", 2), marks.get("tiles_packed", 1)
    head[99], head[100], head[101] = (
        marks.get("kind", 2),
        marks.get("least", 0),
        marks.get("most", 1),
    )
    head[102:118] = struct.pack("<iiii", -1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000)
    path.write_bytes(bytes(head) + root + about + leaves + data)
    return path


def directory(*entries, packed=True):
    """Return a directory of entries: step of the number, run, length, offset as written."""
    numbers = [len(entries)]
    for column in range(4):
        numbers += [entry[column] for entry in entries]
    data = b"".join(map(varint, numbers))
    return gzip.compress(data, mtime=0) if packed else data
