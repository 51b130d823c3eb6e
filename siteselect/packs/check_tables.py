"""Faults of fact tables: cells, codes that nobody knows, rows that say the same thing twice."""

import itertools
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from siteselect.errors import PackError
from siteselect.model.fact import Validity
from siteselect.packs.money_rows import MONEY_READERS, CutRow, FigureRow, NetworkRow
from siteselect.packs.pack import Pack
from siteselect.packs.rates import DOLLAR
from siteselect.packs.readers import READERS
from siteselect.packs.rows import FeeStep, Indicator, Rate, Rule, Status, Tariff
from siteselect.packs.table import Cells, Fault, read_cells

Fact = Tariff | Rule | FeeStep | Rate | Indicator


def table_faults(
    pack: Pack, regions: frozenset[str] | None, countries: frozenset[str] | None = None
) -> list[Fault]:
    """Return the faults of all fact tables.

    Parameters
    ----------
    pack
        The pack that is checked.
    regions
        The codes that have a polygon in the layer of regions; None where there is no such layer.
    countries
        The same for countries: a table that is not read by the day (stations beyond the border,
        say) may speak of them as well as of jurisdictions.
    """
    faults: list[Fault] = []
    for name, entry in pack.manifest.facts.items():
        try:
            content = pack.store.read(entry.file)
        except PackError:
            continue  # told as a missing file
        columns, reader = READERS.get(name, (("id", "source"), None))
        money_columns, money_reader = MONEY_READERS.get(name, ((), None))
        columns = money_columns or columns
        cells = read_cells(content, entry.file, columns, faults)
        faults += _duplicates(cells)
        told: list[tuple[Cells, object]] = []
        for row in cells:
            _codes(row, pack, regions, countries if reader is None else None)
            _position(row)
            if reader is None:
                if money_reader is None:
                    row.text("source", required=True)
                else:
                    told.append((row, money_reader(row)))
                _days(row)
        faults += _money_overlaps(told)
        if reader is not None:
            faults += _overlaps((row, reader(row)) for row in cells)
    return sorted(faults, key=lambda fault: (fault.file, fault.line))


def row_faults(
    pack: Pack,
    table: str,
    rows: list[Cells],
    regions: frozenset[str] | None,
    beside: Iterable[Cells] = (),
) -> list[Fault]:
    """Return the faults of rows among themselves and `beside` those of a sound pack.

    What is wrong within a cell is added to the rows' own list of faults.
    """
    _, reader = READERS[table]
    faults = list(_duplicates(rows))
    for row in rows:
        _codes(row, pack, regions, None)
    together = [(row, reader(row)) for row in (*beside, *rows)]
    ours = {id(row) for row in rows}
    lines = {(row.file, row.line) for row, _ in together if id(row) in ours}
    faults += [each for each in _overlaps(together) if (each.file, each.line) in lines]
    return faults


def _duplicates(cells: list[Cells]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for row in cells:
        if not row.id:
            yield Fault(row.file, "column id is empty.", row.line)
        elif row.id in first:
            told = f"the id {row.id} stands already in line {first[row.id]}."
            yield Fault(row.file, told, row.line, row.id)
        else:
            first[row.id] = row.line


def _codes(
    row: Cells, pack: Pack, regions: frozenset[str] | None, countries: frozenset[str] | None
) -> None:
    jurisdiction, currency = row.text("jurisdiction"), row.text("currency")
    places = pack.manifest.jurisdictions.keys() | (countries or frozenset())
    if jurisdiction and jurisdiction not in places:
        row.fault(f"the jurisdiction {jurisdiction!r} is not in pack.toml.")
    known = {entry.currency for entry in pack.manifest.jurisdictions.values()} | {DOLLAR}
    if currency and currency not in known:
        row.fault(f"the currency {currency!r} belongs to no jurisdiction of the pack.")
    if regions is not None:
        for code in row.text("region").split():
            if code not in regions:
                row.fault(f"the region {code!r} has no polygon in the layer of regions.")


def _position(row: Cells) -> None:
    """Coordinates, wherever a table has them."""
    for column, limit in (("lon", 180.0), ("lat", 90.0)):
        if column in row.cells:
            value = row.number(column)
            if abs(value) > limit:  # NaN compares false: an empty cell is unknown, not wrong
                row.fault(f"column {column} is {value:g}, beyond ±{limit:g} degrees.")


def _days(row: Cells) -> None:
    for column in ("valid_from", "valid_to", "opened", "closed", "date"):
        row.day(column)


def _overlaps(rows: Iterable[tuple[Cells, Fact]]) -> Iterator[Fault]:
    """Find rows that say one thing of one day twice; two sources that differ are no fault."""
    groups: dict[Hashable, list[tuple[Cells, Fact]]] = {}
    for row, fact in rows:
        if not isinstance(fact, Indicator):
            groups.setdefault(_sameness(fact), []).append((row, fact))
    for members in groups.values():
        for (row, fact), (other, rival) in itertools.combinations(members, 2):
            if not isinstance(fact, Indicator) and not isinstance(rival, Indicator):
                days = _common_days(fact.validity, rival.validity, _taken_over(fact))
                if days and _same_prices(fact, rival):
                    told = f"it says the same thing as {row.id} for {days}: end one of them."
                    yield Fault(other.file, told, other.line, other.id)


def _money_overlaps(rows: Iterable[tuple[Cells, object]]) -> Iterator[Fault]:
    """Find figures, months of the network and cuts that are told twice for one day."""
    groups: dict[Hashable, list[tuple[Cells, Validity]]] = {}
    for row, told in rows:
        if isinstance(told, FigureRow) and told.start is not None:
            day = Validity(told.start, told.start)  # a later start takes the place of an earlier
            groups.setdefault((told.key, told.jurisdiction), []).append((row, day))
        elif isinstance(told, NetworkRow):
            groups.setdefault("network", []).append((row, told.validity))
        elif isinstance(told, CutRow) and told.cut is not None:
            groups.setdefault(replace(told.cut, share=1.0, source=""), []).append(
                (row, told.validity)
            )
    for members in groups.values():
        for (row, one), (other, two) in itertools.combinations(members, 2):
            days = _common_days(one, two, last_seen=False)
            if days:
                told_twice = f"it says the same thing as {row.id} for {days}: end one of them."
                yield Fault(other.file, told_twice, other.line, other.id)


def _sameness(fact: Tariff | Rule | FeeStep | Rate) -> Hashable:
    """Return what two rows have in common when they may not hold on one day."""
    if isinstance(fact, Tariff):
        return (fact.jurisdiction, fact.regions, fact.area, fact.supplier, fact.consumer_class,
                fact.route, fact.component, fact.miner, fact.vat, fact.currency,
                fact.source.text)  # fmt: skip
    if isinstance(fact, Rule):
        return (fact.jurisdiction, fact.area, fact.kind, fact.status, fact.effect, fact.unit,
                fact.text, fact.source.text)  # fmt: skip
    if isinstance(fact, FeeStep):
        return (fact.jurisdiction, fact.case, fact.status is Status.DRAFT)
    return (fact.currency, fact.kind, fact.source.text)


def _taken_over(fact: Fact) -> bool:
    """Return whether a newer row of its kind ends one without an end: prices are "last seen"."""
    return isinstance(fact, Tariff)


def _same_prices(fact: Fact, rival: Fact) -> bool:
    """Return whether two steps of a fee share a price; other rows always collide."""
    if isinstance(fact, FeeStep) and isinstance(rival, FeeStep):
        return max(fact.price_from, rival.price_from) < min(fact.price_to, rival.price_to)
    return True


def _common_days(one: Validity, two: Validity, last_seen: bool) -> str:
    """Return the days on which both hold, as text; empty where there are none."""
    if one.start is None or two.start is None:
        return ""
    first, second = sorted((one, two), key=_by_start)
    if last_seen and first.end is None and first.start != second.start:
        return ""
    start = second.start or date.min
    ends = [each.end for each in (one, two) if each.end is not None]
    if ends and min(ends) < start:
        return ""
    return str(Validity(start, min(ends, default=None)))


def _by_start(validity: Validity) -> date:
    return validity.start or date.min
