"""Facts of a person's own out of a table: each row checked by the pack's rules, and told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from siteselect.errors import IntakeError, StudyError
from siteselect.intake.choices import Choices
from siteselect.intake.draft import draft_of
from siteselect.intake.report import Finding, IntakeReport
from siteselect.intake.source import open_source
from siteselect.language import say
from siteselect.model.own_fact import FactTable, OwnFact
from siteselect.model.text import plain_text
from siteselect.packs.own_facts import columns_of, own_fact_faults
from siteselect.packs.pack import Pack

_TELLING: Mapping[FactTable, frozenset[str]] = {
    FactTable.TARIFFS: frozenset({"component", "price", "price_high", "route", "vat"}),
    FactTable.RULES: frozenset({"kind", "effect", "text", "value", "area"}),
    FactTable.MINING_FEE: frozenset({"fee", "fee_high", "price_from", "price_to", "case"}),
    FactTable.RATES: frozenset({"units_per_usd", "start", "end"}),
}
"""Columns by which a table can be told."""


@dataclass(frozen=True, slots=True)
class FactIntake:
    """The facts of a file, and what happened to its rows."""

    facts: tuple[OwnFact, ...]
    report: IntakeReport


def read_facts(
    path: Path | str,
    pack: Pack,
    known: Sequence[OwnFact] = (),
    table: FactTable | None = None,
    choices: Choices | None = None,
) -> FactIntake:
    """Return the facts in the table at `path`.

    Parameters
    ----------
    path
        CSV, TSV or XLSX, with the columns of a table of the pack; `id` is one of them.
    pack
        Whose rules check the rows.
    known
        The person's facts so far: a row of theirs with the same id is replaced.
    table
        Which table of the pack; told by the headings where none is named.
    choices
        What a person decided about encoding and separator.

    Raises
    ------
    IntakeError
        If the file cannot be read as a table, or is none of the pack's.
    """
    draft = draft_of(open_source(path, choices), choices)
    heads = [" ".join(cell.casefold().split()).replace(" ", "_") for cell in draft.header]
    table = table or _table(Path(path), heads)
    columns = columns_of(pack, table)
    strange = [cell for cell in heads if cell and cell not in columns]
    findings = [each for each in draft.findings if each.row == 0]
    findings += [
        Finding(
            say(
                'The column "{cell}" is none of {table} and was not read.',
                cell=cell,
                table=table.value,
            )
        )
        for cell in strange
    ]
    facts: dict[str, tuple[int, OwnFact]] = {}
    for number, row in draft.rows:
        cells = {
            head: cell for head, cell in zip(heads, row, strict=False) if head in columns and cell
        }
        try:
            fact = OwnFact.of(table, {head: plain_text(cell) for head, cell in cells.items()})
        except (StudyError, ValueError) as error:
            findings.append(Finding(f"{str(error).rstrip('.')}.", number, left_out=True))
            continue
        if fact.id in facts:
            told = say(
                "The id {id} stands in row {row} already.", id=fact.id, row=facts[fact.id][0]
            )
            findings.append(Finding(told, number, "id", left_out=True))
            continue
        facts[fact.id] = number, fact
    sound, faults = _sound(pack, [*facts.values()], known)
    findings += faults
    report = IntakeReport(
        Path(path).name, len(sound), tuple(sorted(findings, key=lambda each: each.row)), "fact"
    )
    return FactIntake(tuple(sound), report)


def _table(path: Path, heads: Sequence[str]) -> FactTable:
    said = {table: len(words & set(heads)) for table, words in _TELLING.items()}
    best = max(said, key=lambda table: said[table])
    if not said[best] or "id" not in heads:
        raise IntakeError(
            say(
                "{path} is no table of facts: its headings want to be those of "
                "tariffs, rules, mining_fee or rates, id among them. `siteselect "
                "facts` shows them.",
                path=path,
            )
        )
    return best


def _sound(
    pack: Pack, rows: Sequence[tuple[int, OwnFact]], known: Sequence[OwnFact]
) -> tuple[list[OwnFact], list[Finding]]:
    """Return the rows without a fault, and a finding for each fault of the others."""
    ids = {fact.id for _, fact in rows}
    theirs = [fact for fact in known if fact.id not in ids]
    before = len(set(map(str, own_fact_faults(pack, theirs))))
    left, found = list(rows), []
    while left:
        faults = own_fact_faults(pack, [fact for _, fact in left])
        bad: dict[int, list[str]] = {}
        for fault in faults:
            bad.setdefault(fault.line, []).append(fault.text.rstrip("."))
        if not bad:
            break
        for line, texts in bad.items():
            if 1 <= line <= len(left):
                number = left[line - 1][0]
                found.append(Finding(f"{'; '.join(texts)}.", number, left_out=True))
        left = [each for line, each in enumerate(left, 1) if line not in bad]
    if (
        theirs
        and len(set(map(str, own_fact_faults(pack, [*theirs, *[f for _, f in left]])))) > before
    ):
        found.append(Finding(say("Beside the facts that you have already these rows have faults.")))
    return [fact for _, fact in left], found
