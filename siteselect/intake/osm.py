"""The grid, roads and railways out of OpenStreetMap: a country's extract, or an answer of Overpass.

The extract is read in a process of its own that has GDAL's driver for it and nothing else, with
bounds of memory, time and disk of its own; it can be cancelled at any moment.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

import numpy as np
import shapely

from siteselect.errors import IntakeError
from siteselect.intake.limits import LIMITS, Limits
from siteselect.intake.osm_tags import ATTRIBUTION, LICENCE, are_of_osm, role_of, voltage_kv
from siteselect.intake.own_layer import TakenLayer
from siteselect.intake.reader import Reader
from siteselect.intake.sniff import Form, checked_path
from siteselect.intake.vector import Layer, layer_of
from siteselect.language import later, say
from siteselect.model.user_layer import Role
from siteselect.progress import Progress, silent

OSM_LIMITS = replace(LIMITS, file_bytes=16 * 2**30, seconds=3600.0, memory_bytes=3 * 2**30)
"""Bounds for the extract of a country; the memory is that of the reading process."""
DISK_BYTES = 32 * 2**30
"""The most that the places of points may take on the disk while an extract is read."""
TITLES: dict[Role, str] = {
    Role.SUBSTATIONS: later("Substations"),
    Role.POWER_LINES: later("Power lines"),
    Role.ROADS: later("Roads"),
    Role.RAILWAYS: later("Railways"),
}
PASSES = {
    "points": later("Reading points of {file}"),
    "lines": later("Reading lines of {file}"),
    "multipolygons": later("Reading areas of {file}"),
}
_HEAD = 4096
_REPLICATED = re.compile(rb'(?:osm_base|timestamp)="(\d{4}-\d\d-\d\d)')


class Extract(StrEnum):
    """The forms in which OpenStreetMap is handed on."""

    PBF = "layer.osm.pbf"
    XML = "layer.osm"
    OVERPASS = "layer.json"


@dataclass(frozen=True, slots=True)
class OsmTaken:
    """What was found in an extract."""

    layers: tuple[TakenLayer, ...]
    observed: date | None
    notes: tuple[str, ...] = ()


def extract_form(path: Path) -> Extract | None:
    """Return in which form the file at `path` holds OpenStreetMap; None where it is another."""
    with checked_path(path).open("rb") as file:
        head = file.read(_HEAD)
    if head[:3] == b"\0\0\0" and b"\x0a\x09OSMHeader" in head[:16]:
        return Extract.PBF
    begin = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    if begin.startswith(b"<") and re.search(rb"<osm[\s>]", begin):
        return Extract.XML
    if begin.startswith(b"{") and b'"elements"' in begin and b'"osm3s"' in begin:
        return Extract.OVERPASS
    return None


def read_osm(path: Path, progress: Progress = silent, limits: Limits = OSM_LIMITS) -> OsmTaken:
    """Return substations, power lines, roads and railways of an extract.

    Raises
    ------
    IntakeError
        If it is no extract, damaged, too large, or holds none of these.
    Cancelled
        By the progress call; the reading process is ended at once.
    """
    path = checked_path(path)
    form = extract_form(path)
    if form is None:
        raise IntakeError(
            say("{path} is no extract of OpenStreetMap: choose a file .osm.pbf.", path=path)
        )
    most = limits.text_bytes if form is Extract.OVERPASS else limits.file_bytes
    if path.stat().st_size > most:
        raise IntakeError(
            say(
                "{path} is larger than {most} MB: take the extract of one country or province.",
                path=path,
                most=most >> 20,
            )
        )
    parts, observed = _read(path, form, progress, limits)
    layers = osm_layers(parts, path.name, observed)
    if not layers:
        raise IntakeError(
            say(
                "{path} holds no substation, power line, road or railway: choose another extract.",
                path=path,
            )
        )
    notes = [str(each) for part in parts for each in part.report.findings]
    return OsmTaken(layers, observed, tuple(dict.fromkeys(notes)))


def osm_layers(
    parts: Sequence[Layer], source: str, observed: date | None = None
) -> tuple[TakenLayer, ...]:
    """Return one layer a role out of features with tags; those that nobody asks for are left."""
    found: dict[Role, list[tuple[shapely.Geometry, str, str, float]]] = {}
    for part in parts:
        for shape, tags in _tagged(part):
            told = role_of(tags, int(shapely.get_dimensions(shape)))
            if told is not None:
                kv = voltage_kv(tags.get("voltage", ""))
                found.setdefault(told[0], []).append((shape, tags.get("name", ""), told[1], kv))
    return tuple(
        TakenLayer(
            say(TITLES[role]),
            role,
            np.array([row[0] for row in found[role]], dtype=object),
            tuple(row[1] for row in found[role]),
            tuple(row[2] for row in found[role]),
            np.array([row[3] for row in found[role]]),
            source,
            LICENCE,
            ATTRIBUTION,
            observed,
        )
        for role in TITLES
        if role in found
    )


def is_of_osm(layer: Layer) -> bool:
    """Return whether a layer (GeoJSON out of Overpass turbo) holds tags of OpenStreetMap."""
    return are_of_osm((*layer.texts, *layer.numbers))


def _tagged(part: Layer) -> Iterator[tuple[shapely.Geometry, dict[str, str]]]:
    texts = dict(part.texts)
    for name, values in part.numbers.items():  # voltages that are all one number
        texts.setdefault(name, tuple("" if np.isnan(each) else f"{each:g}" for each in values))
    wanted = [tag for tag in ("name", "power", "voltage", "highway", "railway") if tag in texts]
    for row, shape in enumerate(part.geometry):
        yield shape, {tag: texts[tag][row] for tag in wanted if texts[tag][row]}


def _read(
    path: Path, form: Extract, progress: Progress, limits: Limits
) -> tuple[list[Layer], date | None]:
    overpass = form is Extract.OVERPASS
    jobs = {"elements": later("Reading {file}")} if overpass else PASSES
    parts, observed = [], None if overpass else _day_of(path, form)
    with Reader("GeoJSON" if overpass else "OSM", limits) as reader:
        for place, (name, told) in enumerate(jobs.items()):
            what = say(told, file=path.name)

            def tell(share: float, _: str, place: int = place, what: str = what) -> None:
                progress((place + share) / len(jobs), what)

            options = {"pass": name, "name": form.value, "disk": DISK_BYTES}
            parcel = reader.ask("overpass" if overpass else "osm", path, options, tell)
            if overpass:
                observed = _day(str(parcel.plain.get("observed", "")))
            if parcel.plain.get("count"):
                parts.append(layer_of(path, Form.GEOJSON, parcel))
    return parts, observed


def _day_of(path: Path, form: Extract) -> date | None:
    """Return the day of the data, where the head of an extract tells it."""
    with path.open("rb") as file:
        head = file.read(1 << 17)
    if form is Extract.XML:
        found = _REPLICATED.search(head[:_HEAD])
        return _day(found[1].decode()) if found else None
    try:
        size = int.from_bytes(head[:4], "big")
        about = fields(head[4 : 4 + size])
        blob = fields(head[4 + size : 4 + size + int(about[3])])
        block = zlib.decompressobj().decompress(bytes(blob[3]), 1 << 20) if 3 in blob else blob[1]
        seconds = fields(bytes(block)).get(32)
        return None if seconds is None else datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, KeyError, IndexError, TypeError, zlib.error, OverflowError, OSError):
        return None


def fields(data: bytes) -> dict[int, int | bytes]:
    """Return the last value of each field of a protobuf message: numbers and pieces alone."""
    found: dict[int, int | bytes] = {}
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        kind = key & 7
        value, at = _varint(data, at)
        if kind == 2:
            found[key >> 3] = data[at : at + value]
            at += value
        elif kind == 0:
            found[key >> 3] = value
        else:
            raise ValueError("a field of another kind")
    return found


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at
        if shift > 63:
            raise ValueError("a number without an end")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
