"""The chapters that can be checked: money, method, every value, sources, stamp."""

from collections.abc import Mapping
from dataclasses import replace

from siteselect.export import money_words
from siteselect.export.money_table import Assumption
from siteselect.export.report import Report
from siteselect.export.words import POLICIES, figure, per_cent, plain, points, verdict_word
from siteselect.language import say, say_name
from siteselect.model.gate import Verdict
from siteselect.ui.pictures import Drawing
from siteselect.ui.print.chapters import show
from siteselect.ui.print.flow import Column, Flow
from siteselect.ui.print.paper import CELL, CELL_BOLD, MUTED, SMALL

Drawings = Mapping[str, Drawing]
_SITES, _TOLD = 15, 5
"""So many sites are told of in money, and value by value."""
_FINE = replace(CELL, points=7.5)


def money(flow: Flow, report: Report, drawings: Drawings) -> None:
    """Set what the first sites cost and earn, and what was assumed."""
    table = report.money
    if table is None:
        return
    flow.chapter(say("What it costs and earns"), need=400 if "price_stack" in drawings else 160)
    for remark in table.remarks:
        flow.paragraph(remark, SMALL)
    show(flow, report, drawings, "price_stack")
    columns = [Column(say("Site"), 14, style=CELL_BOLD)]
    columns += [Column(head, 11.5, right=True) for head in money_words.heads(report)]
    rows = [
        (name, *(told for _, told in cells)) for name, cells in money_words.rows(report, _SITES)
    ]
    if rows:
        flow.heading(say("The first sites in figures"), need=140)
        flow.table(columns, rows)
    _assumptions(flow, table.assumptions)


def method(flow: Flow, report: Report, drawings: Drawings) -> None:
    """Set how it was judged."""
    del drawings
    flow.chapter(say("How it was judged"))
    flow.paragraph(f"{report.method_title}. {say(POLICIES[report.stamp.unknown])}")
    flow.paragraph(report.method_reference, SMALL)
    flow.table(
        (
            Column(say("Criterion"), 27, style=CELL_BOLD),
            Column(say("Weight"), 8, right=True),
            Column(say("Share"), 8, right=True),
            Column(say("Known for"), 9, right=True),
            Column(say("Direction"), 14),
            Column(say("From the raw value to 0–100"), 38),
        ),
        [
            (
                f"{each.title}, {say_name(each.unit)}" if each.unit else each.title,
                plain(each.weight),
                per_cent(each.share, 1),
                str(each.known),
                each.objective,
                each.value,
            )
            for each in report.criteria
        ],
    )
    if report.switched_off:
        off = ", ".join(report.switched_off)
        flow.paragraph(say("Switched off: {titles}.", titles=off), SMALL)


def values(flow: Flow, report: Report, drawings: Drawings) -> None:
    """Set every value of the first sites with its source."""
    del drawings
    rows = report.rows[:_TOLD]
    if not rows:
        return
    flow.chapter(say("Every value, with its source"), need=200)
    columns = (
        Column(say("Criterion"), 24),
        Column(say("Raw"), 16, right=True),
        Column(say("Value"), 7, right=True),
        Column(say("Points"), 7, right=True),
        Column(say("Source, or why it is not known"), 58, style=_FINE),
    )
    for row in rows:
        rank = f"{row.rank}. " if row.rank else ""
        flow.heading(f"{rank}{say_name(row.name)}, {row.country_title}", need=110)
        for text in (row.offer, row.note, *row.reasons):
            flow.paragraph(text, SMALL)
        flow.table(
            columns,
            [
                (
                    each.title,
                    figure(cell.raw, each.unit),
                    points(cell.value),
                    points(cell.contribution),
                    f"{cell.badge}: {cell.source}" if cell.badge else cell.source,
                )
                for each, cell in zip(report.criteria, row.cells, strict=True)
                if each.share > 0
            ],
        )
    if len(rows) < len(report.rows):
        flow.paragraph(
            say(
                "The first {count} of {all} sites stand here; the workbook and the table hold all.",
                count=len(rows),
                all=len(report.rows),
            ),
            SMALL,
        )


def sources(flow: Flow, report: Report, drawings: Drawings) -> None:
    """Set where everything comes from, under which licence."""
    del drawings
    flow.chapter(say("Sources and licences"), need=160)
    flow.table(
        (
            Column(say("Source"), 44, style=CELL),
            Column(say("Licence"), 16),
            Column(say("Used for"), 34),
            Column(say("Retrieved"), 13),
        ),
        [
            (
                "\n".join(dict.fromkeys(t for t in (s.title, s.attribution, s.url) if t)),
                s.licence or say("not stated"),
                s.used_for,
                s.retrieved,
            )
            for s in report.sources
        ],
    )


def stamp(flow: Flow, report: Report) -> None:
    """Set what a reader must bear in mind, and what lets anybody get the same list again."""
    held = report.stamp
    flow.chapter(say("Borders, law, and the stamp"), need=220)
    for note in dict.fromkeys((*report.notes, say_name(held.borders_note), held.disclaimer)):
        flow.paragraph(note, SMALL)
    weights = ", ".join(f"{key} {plain(weight)}" for key, weight in held.weights.items())
    verdicts = ", ".join(f"{held.verdicts[each.value]} {verdict_word(each)}" for each in Verdict)
    lines = (
        (say("Program"), f"{held.program} {held.version}"),
        (say("Pack"), f"{held.pack}\nSHA-256 {held.pack_digest}"),
        (say("Facts as of"), held.as_of),
        (say("Power wanted"), say("{power:g} MW", power=held.load_mw)),
        (say("Scenario and method"), f"{held.scenario}, {report.method_title} ({held.method})"),
        (say("Unknown values"), say(POLICIES[held.unknown])),
        (say("Weights"), weights),
        (say("Gates"), "\n".join(each.wanted for each in report.gates) or say("none")),
        (say("Verdicts"), verdicts),
    )
    flow.table((Column("", 20, style=replace(CELL, colour=MUTED)), Column("", 80)), lines)


def _assumptions(flow: Flow, assumed: tuple[Assumption, ...]) -> None:
    """Set every figure that was assumed, and whose word it is."""
    if not assumed:
        return
    flow.heading(say("What was assumed"), need=140)
    flow.table(
        (
            Column(say("Figure"), 30),
            Column(say("Value"), 16, right=True),
            Column(say("Between"), 20, right=True),
            Column(say("Source"), 44, style=_FINE),
        ),
        [
            (
                each.title,
                money_words.assumed(each.value, each.unit),
                money_words.between(each.low, each.high, each.unit),
                each.source or say("assumed, without a source"),
            )
            for each in assumed
        ],
    )
