"""The first page: whose report, of what, the finding, five figures, the map."""

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer

from siteselect.export.picture_words import worded
from siteselect.export.report import Report
from siteselect.export.words import figure, points, verdict_word
from siteselect.language import say, say_name
from siteselect.model.gate import Verdict
from siteselect.ui.pictures import Drawing
from siteselect.ui.print.flow import Column, Flow, line_of
from siteselect.ui.print.paper import (
    CELL_BOLD,
    FAINT,
    KICKER,
    LEAD,
    POINT,
    SMALL,
    TILE,
    TITLE,
    Type,
)
from siteselect.ui.widgets.painting import rounded

_FIRST = 8
_LOGO = (150.0, 40.0)
"""Points that a logo may take."""


def cover(flow: Flow, report: Report, drawings: Mapping[str, Drawing]) -> None:
    """Set the first page."""
    box = flow.box
    band = QRectF(0, 0, flow.paper.width * POINT, 7 * POINT)
    flow.painter.fillRect(band, QColor(report.brand.accent))
    flow.y = 44 * POINT
    _logo(flow, report)
    stamp = report.stamp
    kicker = say(
        "Site ranking · {scenario} · {method}",
        scenario=stamp.scenario,
        method=report.method_title,
    )
    flow.words(kicker, Type(KICKER.points, KICKER.weight, report.brand.accent))
    flow.y += 2 * POINT
    flow.words(report.title, TITLE)
    flow.y += 6 * POINT
    flow.words(report.finding, LEAD)
    flow.y += 12 * POINT
    _tiles(flow, report)
    drawing = drawings.get("map")
    if report.has("map") and drawing is not None:
        flow.y += 14 * POINT
        words = report.picture("map") or worded("map")
        room = (box.bottom() - flow.y) / POINT - 150
        flow.picture(drawing, words.caption, most=max(room, 180.0))
    for remark in report.remarks:
        flow.paragraph(remark, SMALL)
    _first(flow, report)


def _first(flow: Flow, report: Report) -> None:
    """Set the first few in a line each, as many as find room."""
    rows = [row for row in report.rows if row.verdict.ranks][: int((flow.left - 30) // 17)][:_FIRST]
    prices = [place for place, each in enumerate(report.criteria) if each.measure == "power_price"]
    if not rows:
        return
    flow.space(4)
    columns = [
        Column("#", 4, right=True, style=CELL_BOLD),
        Column(say("Site"), 30, style=CELL_BOLD),
        Column(say("Country"), 18),
        Column(say("Score"), 9, right=True, style=CELL_BOLD),
        *(Column(report.criteria[at].title, 20, right=True) for at in prices[:1]),
        Column(say("Gates"), 15),
    ]
    flow.table(
        columns,
        [
            (
                str(row.rank),
                say_name(row.name),
                row.country_title,
                points(row.score),
                *(figure(row.cells[at].raw, report.criteria[at].unit) for at in prices[:1]),
                verdict_word(row.verdict),
            )
            for row in rows
        ],
    )


def _tiles(flow: Flow, report: Report) -> None:
    """Set five figures side by side."""
    counts = report.stamp.verdicts
    ranked = sum(counts[each.value] for each in Verdict if each.ranks)
    told = (
        (say("Facts as of"), report.stamp.as_of),
        (say("Power wanted"), say("{power:g} MW", power=report.stamp.load_mw)),
        (say("In the ranking"), say("{count} of {all}", count=ranked, all=sum(counts.values()))),
        (say("Not enough known"), str(counts[Verdict.UNKNOWN.value])),
        (say("Fail a gate"), str(counts[Verdict.FAIL.value])),
    )
    gap, high = 8 * POINT, 40 * POINT
    wide = (flow.box.width() - gap * (len(told) - 1)) / len(told)
    for place, (title, words) in enumerate(told):
        tile = QRectF(flow.box.left() + place * (wide + gap), flow.y, wide, high)
        rounded(flow.painter, tile, FAINT, 4 * POINT)
        inner = tile.adjusted(8 * POINT, 5 * POINT, -6 * POINT, 0)
        line_of(flow.painter, title, SMALL, QRectF(inner.topLeft(), inner.size() * 0.4))
        foot = QRectF(inner.left(), inner.top() + 12 * POINT, inner.width(), 20 * POINT)
        line_of(flow.painter, words, TILE, foot)
    flow.y += high


def _logo(flow: Flow, report: Report) -> None:
    """Paint the logo at the upper right, or nothing where there is none."""
    if not report.brand.logo:
        if report.brand.name:
            line = QRectF(flow.box.left(), 22 * POINT, flow.box.width(), 14 * POINT)
            line_of(flow.painter, report.brand.name, KICKER, line, right=True)
        return
    room = QRectF(
        flow.box.right() - _LOGO[0] * POINT, 18 * POINT, _LOGO[0] * POINT, _LOGO[1] * POINT
    )
    image = QImage.fromData(QByteArray(report.brand.logo))
    drawn = QSvgRenderer(QByteArray(report.brand.logo)) if image.isNull() else None
    size = drawn.defaultSize() if drawn is not None else image.size()
    if size.isEmpty():
        return
    scale = min(room.width() / size.width(), room.height() / size.height())
    wide, high = size.width() * scale, size.height() * scale
    place = QRectF(room.right() - wide, room.top() + (room.height() - high) / 2, wide, high)
    if drawn is not None:
        drawn.render(flow.painter, place)
    else:
        flow.painter.drawImage(place, image)
    flow.y = max(flow.y, room.bottom() + 6 * POINT)
