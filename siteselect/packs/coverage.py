"""How much of the world a pack holds: capacity counted against official figures, rows, ages."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from siteselect.language import say
from siteselect.packs.manifest import PackFile
from siteselect.packs.pack import Pack, Row
from siteselect.packs.table import as_day

CAPACITY = "installed_capacity_mw"
"""The indicator that holds official figures; its detail is a fuel, or empty for all."""
ALL = "all"


@dataclass(frozen=True, slots=True)
class CapacityCoverage:
    """Power stations counted in one jurisdiction and of one fuel, against one official figure."""

    jurisdiction: str
    fuel: str
    """A fuel, or "all"."""
    stations: int
    counted_mw: float
    official_mw: float
    """NaN where no figure is known."""
    observed: str
    """When the official figure was true."""
    source: str

    @property
    def share(self) -> float:
        """Counted divided by official; NaN where that is unknown."""
        return self.counted_mw / self.official_mw


@dataclass(frozen=True, slots=True)
class TableCoverage:
    """How many rows or features a table or layer holds, and how old they are."""

    name: str
    title: str
    rows: int
    newest: str
    """The newest day or year in it; where it has none, when its source was fetched."""
    kinds: Mapping[str, int]
    """Rows by kind: jurisdiction and route, currency, indicator, fuel."""
    years: Mapping[int, int]
    """Rows by the year in which they start."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a pack holds, and how old it is."""

    reference: str
    capacity: tuple[CapacityCoverage, ...]
    tables: tuple[TableCoverage, ...]
    layers: tuple[TableCoverage, ...]


_KINDS = ("route", "kind", "indicator", "fuel", "case", "jurisdiction", "currency")
_DAYS = ("valid_from", "end", "date", "opened")
_STARTS = ("valid_from", "start", "date", "year", "month", "opened")


def coverage_of(pack: Pack) -> Coverage:
    """Return what `pack` holds: capacity, tables and layers."""
    tables = tuple(
        _table(pack, name, entry, pack.table(name)) for name, entry in pack.manifest.facts.items()
    )
    layers = tuple(_layer(pack, name, entry) for name, entry in pack.manifest.layers.items())
    return Coverage(pack.reference, capacity_coverage(pack), tables, layers)


def capacity_coverage(pack: Pack) -> tuple[CapacityCoverage, ...]:
    """Return counted and official capacity by jurisdiction, the whole first, then by fuel.

    A station counts when the layer says so; suspect points and later stations count too, for the
    figure is of the land, not of a place or day.
    """
    if not pack.has_layer("power_stations"):
        return ()
    frame = pack.layer("power_stations")
    counted = frame[frame["counts"].astype(bool)]
    found: list[CapacityCoverage] = []
    for jurisdiction in dict.fromkeys(counted["jurisdiction"]):
        own = counted[counted["jurisdiction"] == jurisdiction]
        by_fuel = own.groupby("fuel")["mw"].sum().sort_values(ascending=False)
        found += _against(pack, jurisdiction, ALL, len(own), float(own["mw"].sum()))
        for fuel in by_fuel.index:
            size = int((own["fuel"] == fuel).sum())
            found += _against(pack, jurisdiction, str(fuel), size, float(by_fuel[fuel]))
    return tuple(found)


def capacity_in_brief(pack: Pack) -> str:
    """Return "stations: KZ 90 %, KG 100 % of official MW", the newest figure of each; else ""."""
    newest: dict[str, CapacityCoverage] = {}
    for each in capacity_coverage(pack):
        if each.fuel != ALL or not each.official_mw > 0:  # NaN too: no official figure
            continue
        kept = newest.get(each.jurisdiction)
        if kept is None or kept.observed <= each.observed:
            newest[each.jurisdiction] = each
    order = [code for code in pack.manifest.jurisdictions if code in newest]
    told = [f"{code} {newest[code].share:.0%}" for code in order]
    named = ", ".join(told).replace("%", " %")
    return say("stations: {named} of official MW", named=named) if told else ""


def _against(
    pack: Pack, jurisdiction: str, fuel: str, stations: int, counted: float
) -> Iterable[CapacityCoverage]:
    """Return one line for every official figure; one without where there is none."""
    detail = "" if fuel == ALL else fuel
    official = pack.facts.indicators_of(CAPACITY, jurisdiction, detail)
    if not official:
        return [CapacityCoverage(jurisdiction, fuel, stations, counted, math.nan, "", "")]
    return [
        CapacityCoverage(
            jurisdiction, fuel, stations, counted, row.value, row.observed, str(row.source)
        )
        for row in sorted(official, key=lambda row: row.year)
    ]


def _table(pack: Pack, name: str, entry: PackFile, rows: tuple[Row, ...]) -> TableCoverage:
    columns = rows[0].keys() if rows else ()
    kind = next((column for column in _KINDS if column in columns), "")
    kinds = Counter(row[kind] for row in rows) if kind else Counter()
    days = [row[column] for row in rows for column in _DAYS if as_day(row.get(column, ""))]
    years = [row["year"] for row in rows if row.get("year")]
    starts = Counter(
        int(text[:4]) for row in rows if (text := _start(row)) and text[:4].isdecimal()
    )
    newest = max(days + years, default="") or _retrieved(pack, entry)
    return TableCoverage(
        name,
        entry.title,
        len(rows),
        newest,
        dict(kinds.most_common()),
        dict(sorted(starts.items())),
    )


def _start(row: Row) -> str:
    return next((row[column] for column in _STARTS if row.get(column)), "")


def _layer(pack: Pack, name: str, entry: PackFile) -> TableCoverage:
    frame = pack.layer(name)
    kind = next((column for column in _KINDS if column in frame), "")
    kinds = Counter(str(each) for each in frame[kind].fillna("")) if kind else Counter()
    years = Counter(_years(frame["year"])) if "year" in frame else Counter()
    newest = str(max(years)) if years else _retrieved(pack, entry)
    by_kind, by_year = dict(kinds.most_common()), dict(sorted(years.items()))
    return TableCoverage(name, entry.title, len(frame), newest, by_kind, by_year)


def _years(values: Iterable[Any]) -> Iterator[int]:  # Any: a driver gives numbers or text
    """Find the years among the cells of a column; what is none is unknown."""
    for value in values:
        text = str(value)[:4]
        if text.isdecimal():
            yield int(text)


def _retrieved(pack: Pack, entry: PackFile) -> str:
    """Return when the newest source was fetched; empty where that is not known."""
    known = [pack.manifest.sources[key] for key in entry.sources if key in pack.manifest.sources]
    days: list[date] = [source.retrieved for source in known if source.retrieved]
    return say("fetched {day}", day=max(days)) if days else ""
