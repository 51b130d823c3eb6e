"""Names that ship and are told in the reader's language: places, units, scenarios, the sample.

They are gathered from the packs and the sample, so that a new region brings its own.
"""

import csv
import json
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

LARGE_TOWN = 300_000
"""Towns of so many people get a name from the catalogue where the pack has none."""
NOTES = ("borders_note", "regions_note")
"""Sentences of a pack that stand on the map."""
LAKES = 14
"""So many of a pack's largest lakes; the others keep the name of the source."""
UNITS = ("kWh", "MWh", "¢/kWh", "M$", "TH/s", "PH/s", "J/TH", "$/TH/d", "h", "kV", "ha")
"""Units that stand beside numbers and belong to no measure."""


def names() -> Iterator[tuple[str, str]]:
    """Yield each name with the file that it is in; the same name may come again."""
    from siteselect.criteria import MEASURES
    from siteselect.model.figures import FIGURES
    from siteselect.project.default_scenarios import WEIGHTS

    for name in UNITS:
        yield name, "siteselect/ui/figures.py"
    for each in MEASURES.values():
        yield each.unit, "siteselect/criteria"
    for each in FIGURES.values():
        yield each.unit, "siteselect/model/figures.py"
    for name in WEIGHTS:
        yield name, "siteselect/project/default_scenarios.py"
    for folder in sorted((ROOT / "resources" / "packs").iterdir()):
        where = folder.relative_to(ROOT).as_posix()
        for name in _of_pack(folder):
            yield name, where
    for path in sorted((ROOT / "resources" / "samples").glob("*.siteselect")):
        for name in _of_study(json.loads(path.read_text(encoding="utf-8"))["study"]):
            yield name, path.relative_to(ROOT).as_posix()


def _of_pack(folder: Path) -> Iterator[str]:
    plan = tomllib.loads((folder / "pack.toml").read_text(encoding="utf-8"))
    yield from (plan["pack"][key] for key in ("title", *NOTES) if key in plan["pack"])
    yield from (each["title"] for each in plan["jurisdictions"].values())
    for table in ("candidates", "comparators"):
        path = folder / "facts" / f"{table}.csv"
        if path.is_file():
            with path.open(encoding="utf-8", newline="") as file:
                yield from (row["name"] for row in csv.DictReader(file))
    for layer in ("countries", "regions"):
        yield from (row["name"] for row in _rows(folder, layer))
    lakes = sorted(_rows(folder, "lakes"), key=lambda row: -row["geometry"].area)
    yield from [row["name"] for row in lakes if row["name"]][:LAKES]
    for row in _rows(folder, "power_stations"):
        yield from (row["status"], row["technology"])
    yield from (row["open_status"] for row in _rows(folder, "border_crossings"))
    for row in _rows(folder, "places"):
        known = row.get("name_ru") and row.get("name_zh")
        if not known and (row["population"] or 0) >= LARGE_TOWN:
            yield row["name"]


def _rows(folder: Path, layer: str) -> Iterable[dict]:
    import geopandas

    path = folder / "layers" / f"{layer}.fgb"
    return geopandas.read_file(path).to_dict("records") if path.is_file() else ()


def _of_study(study: dict) -> Iterator[str]:
    yield study["title"]
    yield from (each["name"] for each in study["scenarios"])
    for scene in study["scenes"]:
        yield scene["headline"]
        yield scene["notes"]
