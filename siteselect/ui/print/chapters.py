"""The chapters that argue: why the first three, the ranking, how firm it is, who failed."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from siteselect.export.picture_words import worded
from siteselect.export.report import Report, SiteRow
from siteselect.export.words import per_cent, points, verdict_word
from siteselect.language import say, say_name, say_number
from siteselect.model.gate import Verdict
from siteselect.ui.pictures import Drawing
from siteselect.ui.print.flow import Cell, Column, Drawn, Flow
from siteselect.ui.print.paper import (
    AMBER,
    CELL,
    CELL_BOLD,
    INK,
    LINE,
    MUTED,
    POINT,
    SMALL,
    TEXT,
    WARN,
)
from siteselect.ui.theme import GROUPS

MOST_ROWS = 200
"""So many sites are told on paper; the rest belongs into a table."""
_BAR = 8.0
_COLOURS = {Verdict.CONDITIONAL: AMBER, Verdict.UNKNOWN: MUTED, Verdict.FAIL: WARN}
Drawings = Mapping[str, Drawing]


def why(flow: Flow, report: Report, drawings: Drawings) -> None:
    """Set the finding, and why the first three stand where they stand."""
    del drawings
    if not report.why:
        return
    flow.turn()
    flow.chapter(say("Why the first three"))
    for place, sentence in enumerate(report.why, 1):
        flow.point(sentence, sign=str(place))


def ranking(flow: Flow, report: Report, drawings: Drawings) -> None:
    """Set the ranking: the picture of what earns each score, and every site in a table."""
    flow.chapter(say("The ranking"), need=380 if "contributions" in drawings else 120)
    show(flow, report, drawings, "contributions")
    flow.paragraph(
        say(
            "The interval is where the score must lie: what is not known for sure is taken once "
            "as worst and once as best. Sites below the line lack what a gate asks for."
        ),
        SMALL,
    )
    ranked = [row for row in report.rows if row.verdict is not Verdict.FAIL][:MOST_ROWS]
    columns = (
        Column("#", 3, right=True, style=CELL_BOLD),
        Column(say("Site"), 19, style=CELL_BOLD),
        Column(say("Country"), 11),
        Column(say("What earns the score"), 21),
        Column(say("Score"), 6, right=True, style=CELL_BOLD),
        Column(say("Interval"), 10, right=True),
        Column(say("Known"), 8.5, right=True),
        Column(say("Gates"), 10),
    )
    flow.table(columns, [_ranked(report, row) for row in ranked])
    if len(ranked) < report.stamp.verdicts["PASS"] + report.stamp.verdicts["CONDITIONAL"]:
        flow.paragraph(
            say("The first {count} sites stand here; a .csv holds all.", count=len(ranked)), SMALL
        )


def firmness(flow: Flow, report: Report, drawings: Drawings) -> None:
    """Set how much the ranking can bear."""
    firm = report.firm
    if firm is None:
        return
    flow.chapter(say("How firm is it?"), need=330 if "acceptability" in drawings else 120)
    flow.paragraph(firm.sentence, TEXT)
    flow.paragraph(firm.draws_words, SMALL)
    show(flow, report, drawings, "acceptability", most=300)
    show(flow, report, drawings, "tornado", most=300)
    if firm.sites:
        flow.heading(say("The contenders"), need=110)
        flow.table(
            (
                Column(say("Site"), 30, style=CELL_BOLD),
                Column(say("First in, of the draws"), 18, right=True),
                Column(say("Mean place"), 14, right=True),
                Column(
                    say("Among the first three in, of {count} methods", count=firm.methods),
                    24,
                    right=True,
                ),
            ),
            [
                (
                    say_name(each.name),
                    per_cent(each.first),
                    say_number(each.mean_place, 1),
                    str(each.in_top),
                )
                for each in firm.sites
            ],
        )
    if firm.weights:
        flow.heading(say("What each weight can bear"), need=110)
        flow.table(
            (
                Column(say("Criterion"), 30, style=CELL_BOLD),
                Column(say("Share now"), 11, right=True),
                Column(say("The leader stays from"), 13, right=True),
                Column(say("to"), 11, right=True),
                Column(say("Then leads"), 30),
            ),
            [
                (
                    each.title,
                    per_cent(each.share, 1),
                    per_cent(each.low, 1),
                    per_cent(each.high, 1),
                    each.rivals,
                )
                for each in firm.weights
            ],
        )
    if firm.agreement_words:
        flow.heading(say("What other methods say"), need=380 if "consensus" in drawings else 60)
        flow.paragraph(firm.agreement_words)
        show(flow, report, drawings, "consensus")


def gates(flow: Flow, report: Report, drawings: Drawings) -> None:
    """Set the gates, and who failed or may fail at which."""
    del drawings
    if not report.gates:
        return
    flow.chapter(say("Gates, and who failed"))
    flow.paragraph(
        say("A gate is no matter of weights: who does not pass is out, whatever its price."), SMALL
    )
    flow.table(
        (
            Column(say("Gate"), 30, style=CELL_BOLD),
            Column(say("What it demands"), 40),
            *(Column(verdict_word(each), 11, right=True) for each in Verdict),
        ),
        [
            (
                gate.title,
                say("see the law of the place")
                if gate.coded
                else gate.wanted.removeprefix(f"{gate.title}: "),
                *(
                    str(sum(row.gates[place].verdict is verdict for row in report.rows))
                    for verdict in Verdict
                ),
            )
            for place, gate in enumerate(report.gates)
        ],
    )
    for verdict, title in (
        (Verdict.FAIL, say("Who failed, and why")),
        (Verdict.UNKNOWN, say("Where not enough is known")),
        (Verdict.CONDITIONAL, say("Under which conditions")),
    ):
        _by_reason(flow, report, verdict, title, 2 if verdict is Verdict.CONDITIONAL else 1)


def show(flow: Flow, report: Report, drawings: Drawings, key: str, most: float = 300.0) -> None:
    """Set a picture under its question, with how it is to be read."""
    drawing = drawings.get(key)
    if drawing is None:
        return
    words = report.picture(key) or worded(key)
    flow.heading(words.title, need=flow.height_of(drawing, most) + 56)
    flow.picture(drawing, words.caption, most=most)


def _ranked(report: Report, row: SiteRow) -> list[Cell]:
    interval = ""
    if row.low is not None and row.high is not None and row.high - row.low > 0.001:
        interval = f"{points(row.low)}–{points(row.high)}"
    return [
        str(row.rank or "–"),
        say_name(row.name),
        row.country_title,
        Drawn(_BAR + 4, lambda painter, box: _bar(painter, box, report, row)),
        points(row.score),
        interval,
        per_cent(row.coverage),
        verdict_word(row.verdict),
    ]


def _bar(painter: QPainter, box: QRectF, report: Report, row: SiteRow) -> None:
    """Paint what earns a score: a piece a group of criteria, the whole box being 100 points."""
    groups = list(dict.fromkeys(each.group for each in report.criteria))
    high = _BAR * POINT
    top = box.top() + 2 * POINT
    painter.fillRect(QRectF(box.left(), top, box.width(), high), QColor(LINE))
    left = box.left()
    for place, group in enumerate(groups):
        part = sum(
            cell.contribution or 0.0
            for each, cell in zip(report.criteria, row.cells, strict=True)
            if each.group == group
        )
        wide = part * box.width()
        if wide > 0:
            colour = QColor(GROUPS[place % len(GROUPS)])
            painter.fillRect(QRectF(left, top, max(wide - 0.5 * POINT, 0.5), high), colour)
            left += wide
    if row.low is not None and row.high is not None and row.high - row.low > 0.001:
        start, end = (box.left() + each * box.width() for each in (row.low, row.high))
        middle = top + high / 2
        painter.fillRect(QRectF(start, middle - 0.4 * POINT, end - start, 0.8 * POINT), QColor(INK))


def _by_reason(flow: Flow, report: Report, verdict: Verdict, title: str, least: int) -> None:
    """Set each reason that holds for `least` sites or more, once, with those sites."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in report.rows:
        if row.verdict is verdict:
            for reason in row.reasons[: row.decisive]:
                found[reason].append(say_name(row.name))
    shared = {reason: names for reason, names in found.items() if len(names) >= least}
    if not shared:
        return
    flow.heading(title)
    bold = replace(CELL_BOLD, colour=_COLOURS[verdict], points=9)
    for reason, names in sorted(shared.items(), key=lambda pair: -len(pair[1])):
        flow.need(40)
        flow.words(", ".join(names), bold)
        flow.words(reason, CELL)
        flow.space(6)
    if len(shared) < len(found):
        flow.paragraph(
            say("Conditions of a single site stand among its values, and in the workbook."), SMALL
        )
