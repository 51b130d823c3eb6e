"""Every fault of a pack at once, in sentences, each with its file and row."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path, PurePosixPath
from typing import Any

from pyproj import CRS
from pyproj.exceptions import CRSError

from siteselect.errors import PackError
from siteselect.packs.check_layers import grid_faults, layer_faults
from siteselect.packs.check_tables import table_faults
from siteselect.packs.manifest import (
    NAME,
    Jurisdiction,
    Manifest,
    PackFile,
    SourceEntry,
    parse_toml,
    read_manifest,
)
from siteselect.packs.pack import Pack
from siteselect.packs.store import inside, open_store
from siteselect.packs.table import Fault

_SECTIONS: Mapping[str, type] = {
    "jurisdictions": Jurisdiction,
    "sources": SourceEntry,
    "layers": PackFile,
    "grids": PackFile,
    "facts": PackFile,
}


def check_pack(path: Path) -> tuple[Fault, ...]:
    """Return all faults of the pack at `path`, in the order of its files; none means sound."""
    try:
        content = open_store(path).read(NAME)
        manifest = read_manifest(content, NAME)
        pack = Pack(path)
    except PackError as error:
        return (Fault(NAME, str(error)),)
    faults = list(_manifest_faults(manifest))
    faults += _unknown_keys(parse_toml(content, NAME))
    faults += _file_faults(pack)
    regions = _codes(pack, "regions")
    faults += table_faults(pack, regions, _codes(pack, "countries"))
    faults += layer_faults(pack, regions)
    faults += grid_faults(pack)
    return tuple(faults)


def _manifest_faults(manifest: Manifest) -> Iterator[Fault]:
    west, south, east, north = manifest.bounds
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        yield Fault(NAME, f"bounds {list(manifest.bounds)} are not west, south, east, north.")
    try:
        CRS.from_user_input(manifest.grid_crs or "EPSG:4326")
    except CRSError:
        yield Fault(NAME, f"grid_crs {manifest.grid_crs!r} is no projection that PROJ knows.")
    if manifest.first_day is None:
        yield Fault(NAME, "first_day is missing: the time line needs a start.")
    if manifest.origin not in manifest.jurisdictions:
        yield Fault(NAME, f"origin {manifest.origin!r} is no jurisdiction of the pack.")
    for code, entry in manifest.jurisdictions.items():
        where = f"jurisdictions.{code}"
        if entry.parent and entry.parent not in manifest.jurisdictions:
            yield Fault(NAME, f"parent {entry.parent!r} is no jurisdiction of the pack.", row=where)
        last = manifest.jurisdictions.get(manifest.lineage(code)[-1])
        if last and last.parent:
            yield Fault(NAME, "its parents go round in a circle.", row=where)
        if not (len(entry.currency) == 3 and entry.currency.isupper()) and entry.currency:
            yield Fault(
                NAME, f"currency {entry.currency!r} is no code of three letters.", row=where
            )
        if entry.iso3 and not (len(entry.iso3) == 3 and entry.iso3.isupper()):
            yield Fault(NAME, f"iso3 {entry.iso3!r} is no code of three letters.", row=where)
    for key, source in manifest.sources.items():
        where = f"sources.{key}"
        for field in ("licence", "attribution", "retrieved"):
            if not getattr(source, field):
                yield Fault(NAME, f"{field} is missing.", row=where)


def _unknown_keys(tables: Mapping[str, Any]) -> Iterator[Fault]:
    """Find keys that the format does not know: a misspelt one would go unread."""
    known_head = {field.name for field in fields(Manifest)} - set(_SECTIONS)
    for key in tables.keys() - {"pack", *_SECTIONS}:
        yield Fault(NAME, f"[{key}] is no table of the format.")
    for key in tables["pack"].keys() - known_head:
        yield Fault(NAME, f"{key} is no key of the format.", row="pack")
    for section, kind in _SECTIONS.items():
        known = {field.name for field in fields(kind)}
        for code, entry in tables.get(section, {}).items():
            for key in entry.keys() - known:
                yield Fault(NAME, f"{key} is no key of the format.", row=f"{section}.{code}")


def _file_faults(pack: Pack) -> Iterator[Fault]:
    names = set(pack.store.names())
    sections = {
        "layers": pack.manifest.layers,
        "grids": pack.manifest.grids,
        "facts": pack.manifest.facts,
    }
    suffixes = {"layers": {".fgb", ".geojson"}, "grids": {".npz"}, "facts": {".csv"}}
    for section, entries in sections.items():
        for key, entry in entries.items():
            where = f"{section}.{key}"
            if not inside(entry.file):
                yield Fault(NAME, f"{entry.file!r} leads out of the pack.", row=where)
            elif entry.file not in names:
                yield Fault(entry.file, f"the file is missing; {NAME} names it in [{where}].")
            if PurePosixPath(entry.file).suffix not in suffixes[section]:
                wanted = " or ".join(sorted(suffixes[section]))
                yield Fault(NAME, f"{entry.file} should end in {wanted}.", row=where)
            if not entry.title:
                yield Fault(NAME, "title is missing.", row=where)
            if not entry.sources:
                yield Fault(NAME, "sources are missing: say where it comes from.", row=where)
            for source in entry.sources:
                if source not in pack.manifest.sources:
                    yield Fault(NAME, f"source {source!r} is not among [sources].", row=where)


def _codes(pack: Pack, layer: str) -> frozenset[str] | None:
    """Return the codes of a layer's polygons; None where there is no layer to ask."""
    if not pack.has_layer(layer):
        return None
    try:
        frame = pack.layer(layer)
    except PackError:
        return None  # told by the check of layers
    return frozenset(str(code) for code in frame["code"]) if "code" in frame else None
