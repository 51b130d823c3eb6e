"""The map's data as bytes and back: what took a second to sort is read in a few hundredths."""

import json
from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

import numpy as np
import shapely

from siteselect.errors import SiteSelectError
from siteselect.model.arrays import Floats
from siteselect.packs.pack import Pack
from siteselect.ui.map.borders import Borders
from siteselect.ui.map.levels import Shapes
from siteselect.ui.map.map_cache import MapCache
from siteselect.ui.map.map_data import MapData, Points
from siteselect.ui.map.map_rows import Airport, Area, Crossing, Place, Station
from siteselect.ui.map.outline import AREAS, LINES, Outline, key_of, packed
from siteselect.ui.map.paths import Geometries
from siteselect.ui.map.rooms import Rooms

FORM = 2
"""Raised when this form or what it is made from changes."""
OUTLINE_SCALE = 4_500.0
"""Metres to a pixel for which the outline is simplified: about the home view of a window."""
_SHAPES = ("countries", "regions", "realms", "lakes")
_BORDERS = ("strong", "quiet", "provinces", "regions", "disputed")
_ROOMS = ("realm_rooms", "region_rooms", "lake_rooms", "abroad_rooms")
_AREA_ROWS = ("country_rows", "region_rows", "realm_rows")
_POINTS = {"stations": Station, "places": Place, "airports": Airport, "crossings": Crossing}
_PLAIN = ("home", "reach", "lake_names", "jurisdictions", "attributions")
_NOTES = ("borders_note", "regions_note")


def map_of(pack: Pack, cache: MapCache) -> MapData:
    """Return the map's data of a pack: what is kept of exactly this pack, else made and kept."""
    digest, key = pack.digest, _key(pack)
    held = cache.read(key)
    data = None if held is None else _read(held)
    if data is None:
        data = MapData.of(pack)
        cache.keep(key, dump(data))
    outline = key_of(pack.reference)
    known = cache.read(outline)
    if known is None or digest.encode("utf-16-be") not in known[:200]:
        cache.keep(outline, packed(outline_of(data, digest)))
    return data


def kept_map(reference: str, cache: MapCache) -> MapData | None:
    """Return what is kept of the pack called `reference`; None when there is no such thing."""
    from siteselect.packs.catalogue import open_pack

    try:
        held = cache.read(_key(open_pack(reference)))
    except SiteSelectError:
        return None  # whoever opens the pack tells what is wrong with it
    return None if held is None else _read(held)


def _key(pack: Pack) -> str:
    return f"data-{FORM}-{pack.digest[:32]}"


def outline_of(data: MapData, digest: str) -> Outline:
    """Return what is painted of this map before anything else is read."""
    shapes = {name: getattr(data, name) for name in AREAS}
    shapes |= {name: getattr(data.borders, name) for name in LINES}
    return Outline(
        digest,
        data.home,
        data.reach,
        {name: each.outline(OUTLINE_SCALE) for name, each in shapes.items()},
    )


def dump(data: MapData) -> bytes:
    """Return the map's data as bytes: a head of JSON, then geometries and coordinates."""
    head: dict[str, Any] = {name: getattr(data, name) for name in (*_PLAIN, *_NOTES)}
    for name in _AREA_ROWS:
        head[name] = [astuple(row) for row in getattr(data, name)]
    blocks: list[bytes] = []
    for name in _SHAPES:
        shapes = getattr(data, name)
        head[name] = [_put(blocks, shapes.parts), shapes.rows.tolist()]
    head["region_areas"] = _put(blocks, data.region_areas)
    for name in _BORDERS:
        head[f"border_{name}"] = _put(blocks, getattr(data.borders, name).parts)
    for name in _ROOMS:
        head[name] = _put(blocks, getattr(data, name).areas)
    for name in _POINTS:
        points = getattr(data, name)
        head[name] = [astuple(row) for row in points.rows]
        blocks += [points.x.astype("<f8").tobytes(), points.y.astype("<f8").tobytes()]
    text = json.dumps(head).encode()
    return len(text).to_bytes(8, "little") + text + b"".join(blocks)


def load(data: bytes) -> MapData:
    """Return the map's data that bytes hold; ValueError and its kin when they hold none."""
    size = int.from_bytes(data[:8], "little")
    head = json.loads(data[8 : 8 + size])
    reader = _Reader(memoryview(data), 8 + size)
    fields: dict[str, Any] = {name: head[name] for name in _NOTES}
    for name in ("home", "reach", "lake_names"):
        fields[name] = tuple(head[name])
    fields["jurisdictions"] = head["jurisdictions"]
    fields["attributions"] = {key: tuple(each) for key, each in head["attributions"].items()}
    for name in _AREA_ROWS:
        fields[name] = tuple(Area(*row) for row in head[name])
    for name in _SHAPES:
        sizes, rows = head[name]
        fields[name] = Shapes.of_parts(reader.geometries(sizes), np.array(rows, np.intp))
    fields["region_areas"] = reader.geometries(head["region_areas"])
    shapely.prepare(fields["region_areas"])
    lines = {}
    for name in _BORDERS:
        whole = name in {"provinces", "disputed"}
        lines[name] = Shapes(reader.geometries(head[f"border_{name}"]), whole=whole)
    fields["borders"] = Borders(**lines)
    for name in _ROOMS:
        fields[name] = Rooms(reader.geometries(head[name]))
    for name, kind in _POINTS.items():
        count = len(head[name])
        x, y = reader.floats(count), reader.floats(count)
        fields[name] = Points(x, y, tuple(kind(*row) for row in head[name]))
    return MapData(**fields)


def _read(held: bytes) -> MapData | None:
    try:
        return load(held)
    except (ValueError, KeyError, TypeError, IndexError, shapely.errors.ShapelyError):
        return None  # of another version: made anew


def _put(blocks: list[bytes], geometries: Geometries) -> list[int]:
    """Append geometries to the blocks; return how many bytes each takes."""
    texts = [bytes(each) for each in shapely.to_wkb(geometries)]
    blocks.extend(texts)
    return [len(text) for text in texts]


class _Reader:
    """Takes what was put, in the same order."""

    def __init__(self, data: memoryview, at: int) -> None:
        self._data, self._at = data, at

    def geometries(self, sizes: Sequence[int]) -> Geometries:
        held = np.empty(len(sizes), object)
        for place, size in enumerate(sizes):
            held[place] = bytes(self._data[self._at : self._at + size])
            self._at += size
        made: Geometries = shapely.from_wkb(held)
        return made

    def floats(self, count: int) -> Floats:
        held: Floats = np.frombuffer(self._data, "<f8", count, self._at).astype(np.float64)
        self._at += 8 * count
        return held
