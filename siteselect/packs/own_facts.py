"""The user's own facts laid over those of a pack; the pack itself is never changed.

A row with the id of one of the pack takes its place, any other is added. Own rows are checked by
the same rules as a pack, told in the same sentences, and marked: their confidence is USER.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from functools import lru_cache

from siteselect.errors import StudyError
from siteselect.language import later, say
from siteselect.model.fact import Confidence
from siteselect.model.own_fact import FactTable, OwnFact
from siteselect.packs.check_tables import row_faults
from siteselect.packs.facts import Facts
from siteselect.packs.pack import Pack
from siteselect.packs.readers import READERS
from siteselect.packs.rows import FeeStep, Rate, Rule, Tariff
from siteselect.packs.table import Cells, Fault

SOURCE = "typed by the user"
"""What stands as the source where the user names none."""

_KINDS: Mapping[FactTable, type] = {
    FactTable.TARIFFS: Tariff,
    FactTable.RULES: Rule,
    FactTable.MINING_FEE: FeeStep,
    FactTable.RATES: Rate,
}
_TITLES: Mapping[FactTable, str] = {
    FactTable.TARIFFS: later("Your tariffs"),
    FactTable.RULES: later("Your rules"),
    FactTable.MINING_FEE: later("Your steps of the mining fee"),
    FactTable.RATES: later("Your exchange rates"),
}


@lru_cache(maxsize=16)
def lay_over(pack: Pack, own: tuple[OwnFact, ...]) -> Pack:
    """Return the pack with the user's facts in it: its layers are shared, its facts are not.

    Raises
    ------
    StudyError
        If a row has a fault: every fault is named with its row and reason.
    """
    if not own:
        return pack
    faults = own_fact_faults(pack, own)
    if faults:
        told = " ".join(str(fault) for fault in faults[:10])
        rest = f" {say('And {count} more.', count=len(faults) - 10)}" if len(faults) > 10 else ""
        raise StudyError(
            say("{told}{rest} Mend these rows or take them out.", told=told, rest=rest)
        )
    return pack.with_facts(_facts(pack.facts, pack, own))


def own_fact_faults(pack: Pack, own: Iterable[OwnFact]) -> tuple[Fault, ...]:
    """Return every fault of the user's rows, each with its row and reason; none means sound."""
    regions = _regions(pack)
    found: list[Fault] = []
    for table, rows in _by_table(own).items():
        faults: list[Fault] = []
        cells = [_read(pack, each, line, faults) for line, each in enumerate(rows, 1)]
        for each, read in zip(rows, cells, strict=True):
            _unknown_columns(pack, each, read)
        replaced = {each.id for each in rows}
        theirs = [
            Cells(pack.reference, 0, row, [])
            for row in _pack_rows(pack, table)
            if row.get("id") not in replaced
        ]
        faults += row_faults(pack, table.value, cells, regions, beside=theirs)
        found += sorted(faults, key=lambda fault: fault.line)
    return tuple(dict.fromkeys(found))


def columns_of(pack: Pack, table: FactTable) -> tuple[str, ...]:
    """Return the columns that a row of `table` may have, those of the pack first."""
    rows = _pack_rows(pack, table)
    known = dict.fromkeys(rows[0] if rows else ())
    known.update(dict.fromkeys(READERS[table.value][0]))
    apart = {"validity", "regions", "observed"}
    known.update(
        dict.fromkeys(each.name for each in fields(_KINDS[table]) if each.name not in apart)
    )
    return tuple(known)


def pack_row(pack: Pack, table: FactTable, id_: str) -> Mapping[str, str] | None:
    """Return a row of the pack as text by column, to be corrected; None where it has none."""
    return next((row for row in _pack_rows(pack, table) if row.get("id") == id_), None)


def _facts(facts: Facts, pack: Pack, own: Sequence[OwnFact]) -> Facts:
    read: dict[FactTable, list[Tariff | Rule | FeeStep | Rate]] = {}
    for table, rows in _by_table(own).items():
        _, reader = READERS[table.value]
        for line, each in enumerate(rows, 1):
            row = reader(_read(pack, each, line, []))
            if isinstance(row, Tariff | Rule | FeeStep | Rate):
                read.setdefault(table, []).append(_marked(row))
    return facts.with_rows(
        tariffs=[row for row in read.get(FactTable.TARIFFS, ()) if isinstance(row, Tariff)],
        rules=[row for row in read.get(FactTable.RULES, ()) if isinstance(row, Rule)],
        fees=[row for row in read.get(FactTable.MINING_FEE, ()) if isinstance(row, FeeStep)],
        rates=[row for row in read.get(FactTable.RATES, ()) if isinstance(row, Rate)],
    )


def _marked(row: Tariff | Rule | FeeStep | Rate) -> Tariff | Rule | FeeStep | Rate:
    return replace(row, confidence=Confidence.USER)


def _read(pack: Pack, own: OwnFact, line: int, faults: list[Fault]) -> Cells:
    """Return the row whole: the pack's cells, and over them the user's."""
    columns = columns_of(pack, own.table)
    theirs = pack_row(pack, own.table, own.id) or {}
    cells = {**dict.fromkeys(columns, ""), **theirs, **dict(own.cells), "confidence": "high"}
    if not own.cell("source"):
        said = theirs.get("source", "")
        whose = (
            say("; it corrects the pack's row, which has it from {said}", said=said) if said else ""
        )
        cells["source"] = f"{SOURCE}{whose}"
    return Cells(say(_TITLES[own.table]), line, cells, faults)


def _unknown_columns(pack: Pack, own: OwnFact, read: Cells) -> None:
    known = columns_of(pack, own.table)
    for column, _ in own.cells:
        if column not in known:
            read.fault(
                say(
                    "there is no column {column!r}; there are: {known}.",
                    column=column,
                    known=", ".join(known),
                )
            )


def _by_table(own: Iterable[OwnFact]) -> dict[FactTable, list[OwnFact]]:
    found: dict[FactTable, list[OwnFact]] = {}
    for each in own:
        found.setdefault(each.table, []).append(each)
    return found


def _pack_rows(pack: Pack, table: FactTable) -> Sequence[Mapping[str, str]]:
    return pack.table(table.value) if pack.has_table(table.value) else ()


def _regions(pack: Pack) -> frozenset[str] | None:
    if not pack.has_layer("regions"):
        return None
    return frozenset(str(code) for code in pack.layer("regions")["code"])
