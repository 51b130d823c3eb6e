"""The parts of the legend: each knows its height and paints itself from its upper left corner."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QLinearGradient, QPainter, QPainterPath, QPen

from siteselect.economics.price_unit import CENTS, PriceUnit
from siteselect.language import say
from siteselect.model.gate import Verdict
from siteselect.model.tint import Ramp
from siteselect.model.user_layer import Role, UserLayer
from siteselect.ui.figures import number
from siteselect.ui.map import hatches
from siteselect.ui.map.cluster_marks import Mark, draw_mark
from siteselect.ui.map.own_data import OwnDrawn
from siteselect.ui.map.own_paint import paint_swatch
from siteselect.ui.map.pins import paint_badge, paint_disc, paint_struck, paint_unknown
from siteselect.ui.map.regions import PALE
from siteselect.ui.map.symbols import (
    FUEL_TITLES,
    paint_crossing,
    paint_station,
    station_side,
)
from siteselect.ui.price_words import decimals, symbol
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.painting import face, write
from siteselect.ui.widgets.ramp import STEPS, in_classes, mixed, score_colours, tint_colours

LINE = 17.0
HEAD = 18.0
BAR = 8.0
SWATCH = 18.0
_FEW, _SHORT = 3, 11
"""More classes than these stand in two columns, where no caption is longer than so many signs."""
Paint = Callable[[QPainter, Theme, float], None]


@dataclass(frozen=True, slots=True)
class Block:
    """One part of the legend."""

    height: float
    paint: Paint
    prices: bool = False
    """Whether it tells the colours of prices, which a hand may change."""


Row = tuple[str, Callable[[QPainter, Theme, QRectF], None]]
"""A caption, and what paints its sign into a box."""


def _small(*, bold: bool = False) -> QFont:
    return face("small", bold=bold)


def _head(painter: QPainter, theme: Theme, width: float, text: str) -> None:
    write(painter, QRectF(0, 0, width, HEAD - 2), text, _small(bold=True), theme.muted)


def _rows(painter: QPainter, theme: Theme, width: float, top: float, rows: Iterable[Row]) -> None:
    """Paint captions, each with its sign before it, in one column."""
    for place, (caption, sign) in enumerate(rows):
        y = top + place * LINE
        painter.save()
        sign(painter, theme, QRectF(0, y + 3, SWATCH, LINE - 6))
        painter.restore()
        box = QRectF(SWATCH + 7, y, width - SWATCH - 7, LINE)
        write(painter, box, caption, _small(), theme.text)


def _ramp(
    painter: QPainter,
    theme: Theme,
    width: float,
    colours: tuple[QColor, ...],
    ends: tuple[str, str],
) -> None:
    """Paint a bar of colours with its ends beneath."""
    shade = QLinearGradient(0, 0, width, 0)
    for step, colour in enumerate(colours):
        shade.setColorAt(step / (len(colours) - 1), colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(shade))
    painter.drawRoundedRect(QRectF(0, HEAD, width, BAR), 2, 2)
    foot = QRectF(0, HEAD + BAR + 1, width, 14)
    write(painter, foot, ends[0], _small(), theme.muted)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    write(painter, foot, ends[1], _small(), theme.muted, right)


def site_block(
    scores: tuple[float, float] | None, verdicts: frozenset[Verdict], *, gathered: bool = False
) -> Block | None:
    """Return the ramp of scores and the signs of verdicts that are there."""
    if scores is None:
        return None
    rows: list[Row] = []
    if Verdict.CONDITIONAL in verdicts:
        rows.append(("conditional", _conditional_sign))
    if Verdict.UNKNOWN in verdicts:
        rows.append((say("not known if it passes"), _unknown_sign))
    if Verdict.FAIL in verdicts:
        rows.append((say("fails a gate"), _struck_sign))
    if gathered:
        rows.append((say("so many sites, the best rank"), _cluster_sign))

    def paint(painter: QPainter, theme: Theme, width: float) -> None:
        _head(painter, theme, width, say("Candidate sites, score"))
        ends = (f"{100 * scores[0]:.0f}", f"{100 * scores[1]:.0f}")
        _ramp(painter, theme, width, score_colours(), ends)
        _rows(painter, theme, width, HEAD + BAR + 16, rows)

    return Block(HEAD + BAR + 16 + LINE * len(rows), paint)


def _middle(box: QRectF) -> QPointF:
    return box.center()


def _conditional_sign(painter: QPainter, theme: Theme, box: QRectF) -> None:
    paint_disc(painter, _middle(box), 6.5, score_colours()[40], theme)
    paint_badge(painter, _middle(box), 6.5, theme)


def _cluster_sign(painter: QPainter, theme: Theme, box: QRectF) -> None:
    painter.translate(_middle(box) - QPointF(0, 2))
    painter.scale(0.62, 0.62)
    draw_mark(painter, Mark(12, 5, 48), theme)


def _unknown_sign(painter: QPainter, theme: Theme, box: QRectF) -> None:
    paint_unknown(painter, _middle(box), 6.5, theme)


def _struck_sign(painter: QPainter, theme: Theme, box: QRectF) -> None:
    paint_struck(painter, _middle(box), 7.0, theme)


@dataclass(frozen=True, slots=True)
class Shades:
    """With which colours prices are drawn, and where classes of them meet, in USD/MWh."""

    ramp: Ramp = Ramp.WARM
    edges: tuple[float, ...] = ()


SHADED = Shades()


def class_captions(edges: tuple[float, ...], unit: PriceUnit) -> list[str]:
    """Return what each class of prices holds, in a unit, the cheapest first."""
    told = [number(unit.of(each), decimals(unit)) for each in edges]
    between = [f"{low} \u2013 {high}" for low, high in pairwise(told)]
    return [f"< {told[0]}", *between, f"\u2265 {told[-1]}"] if told else []


def price_block(
    prices: tuple[float, float] | None,
    doubtful: bool,
    unpriced: bool,
    unit: PriceUnit = CENTS,
    shades: Shades = SHADED,
) -> Block | None:
    """Return the ramp of prices or their classes, what pale means, the hatch of the unknown."""
    if prices is None and not unpriced:
        return None
    captions = class_captions(shades.edges, unit) if prices is not None else []
    rows: list[Row] = []
    if doubtful:
        rows.append((say("pale: estimate, or older"), partial(_pale_sign, shades.ramp)))
    if unpriced:
        rows.append((say("price unknown"), _unpriced_sign))
    beside = 2 if len(captions) > _FEW and max(map(len, captions)) <= _SHORT else 1
    lines = -(-len(captions) // beside)
    top = HEAD + BAR + 16 if prices is not None else HEAD
    if captions:
        top = HEAD + LINE * lines

    def paint(painter: QPainter, theme: Theme, width: float) -> None:
        _head(painter, theme, width, say("All-in power price, {unit}", unit=symbol(unit)))
        colours = tint_colours(shades.ramp, theme)
        if captions:
            of_each = in_classes(colours, len(captions))
            _classes(painter, theme, (width, beside), captions, of_each)
        elif prices is not None:
            places = 0 if unit.currency == "USD" else max(decimals(unit) - 1, 0)
            ends = (number(unit.of(prices[0]), places), number(unit.of(prices[1]), places))
            _ramp(painter, theme, width, colours, ends)
        _rows(painter, theme, width, top, rows)

    return Block(top + LINE * len(rows), paint, prices=True)


def _classes(
    painter: QPainter,
    theme: Theme,
    room: tuple[float, int],
    captions: list[str],
    colours: Sequence[QColor],
) -> None:
    """Paint a swatch and a caption for each class, downwards, in a width and so many columns."""
    columns = room[1]
    width, lines = room[0] / columns, -(-len(captions) // columns)
    for place, (caption, colour) in enumerate(zip(captions, colours, strict=True)):
        painter.save()
        painter.translate((place // lines) * width, (place % lines) * LINE)
        _rows(painter, theme, width, HEAD, [(caption, partial(_class_sign, colour))])
        painter.restore()


def _class_sign(colour: QColor, painter: QPainter, theme: Theme, box: QRectF) -> None:
    _swatch(painter, theme, box, colour)


def _swatch(painter: QPainter, theme: Theme, box: QRectF, brush: QBrush | QColor) -> None:
    painter.setPen(QPen(QColor(theme.line).darker(108), 1.0))
    painter.setBrush(QColor(theme.land))
    painter.drawRoundedRect(box, 2, 2)
    painter.setPen(Qt.PenStyle.NoPen)
    round_box = QPainterPath()
    round_box.addRoundedRect(box, 2, 2)
    hatches.fill(painter, round_box, QBrush(brush))


def _pale_sign(ramp: Ramp, painter: QPainter, theme: Theme, box: QRectF) -> None:
    colour = tint_colours(ramp, theme)[STEPS * 2 // 3]
    _swatch(painter, theme, box, mixed(colour, QColor(theme.land), PALE))


def _unpriced_sign(painter: QPainter, theme: Theme, box: QRectF) -> None:
    tile = hatches.unknown(theme, painter.device().devicePixelRatioF())
    _swatch(painter, theme, box, QBrush(tile))


def law_block(law: frozenset[Verdict]) -> Block | None:
    """Return the hatch of unlawful and the bands of conditional and unknown law."""
    signs = {
        Verdict.FAIL: (say("mining unlawful"), _unlawful_sign),
        Verdict.CONDITIONAL: (say("lawful on conditions"), _band_sign),
        Verdict.UNKNOWN: (say("law not known"), _lawless_sign),
    }
    rows: list[Row] = [row for verdict, row in signs.items() if verdict in law]
    if not rows:
        return None

    def paint(painter: QPainter, theme: Theme, width: float) -> None:
        _head(painter, theme, width, say("Legal status"))
        _rows(painter, theme, width, HEAD, rows)

    return Block(HEAD + LINE * len(rows), paint)


def _unlawful_sign(painter: QPainter, theme: Theme, box: QRectF) -> None:
    tile = hatches.unlawful(theme, painter.device().devicePixelRatioF())
    _swatch(painter, theme, box, QBrush(tile))


def _edge(painter: QPainter, theme: Theme, box: QRectF, colour: QColor) -> None:
    _swatch(painter, theme, box, QColor(theme.land))
    colour.setAlphaF(0.55)
    painter.fillRect(QRectF(box.left() + 1.5, box.top() + 1, 5, box.height() - 2), colour)
    painter.fillRect(QRectF(box.left(), box.top(), 1.6, box.height()), QColor(theme.border))


def _band_sign(painter: QPainter, theme: Theme, box: QRectF) -> None:
    _edge(painter, theme, box, QColor(hatches.AMBER))


def _lawless_sign(painter: QPainter, theme: Theme, box: QRectF) -> None:
    _edge(painter, theme, box, QColor(theme.muted))


def own_block(own: tuple[OwnDrawn, ...]) -> Block | None:
    """Return a row for each of the user's own layers, as it is drawn."""
    rows: list[Row] = [(_own_title(each.layer), partial(_own_sign, each)) for each in own]
    if not rows:
        return None

    def paint(painter: QPainter, theme: Theme, width: float) -> None:
        _head(painter, theme, width, say("Your layers"))
        _rows(painter, theme, width, HEAD, rows)

    return Block(HEAD + LINE * len(rows), paint)


def _own_title(layer: UserLayer) -> str:
    if layer.role is Role.BORDERS:
        return say("Borders: {source}", source=layer.title)
    return layer.title


def _own_sign(drawn: OwnDrawn, painter: QPainter, theme: Theme, box: QRectF) -> None:
    paint_swatch(painter, theme, box, drawn)


def fuel_block(
    fuels: tuple[str, ...], suspect: bool, crossings: frozenset[bool | None]
) -> Block | None:
    """Return shape and colour of each fuel that is there, in two columns; and the other signs."""
    cells: list[Row] = [(say(FUEL_TITLES[fuel]), _fuel_sign(fuel)) for fuel in fuels]
    rows: list[Row] = []
    if suspect:
        rows.append((say("hollow: place uncertain"), _fuel_sign(fuels[0], hollow=True)))
    if crossings - {False}:
        rows.append((say("border crossing"), _crossing_sign(None)))
    if False in crossings:
        rows.append((say("border crossing, closed"), _crossing_sign(False)))
    if not cells and not rows:
        return None
    lines = (len(cells) + 1) // 2
    top = HEAD if cells else 0.0

    def paint(painter: QPainter, theme: Theme, width: float) -> None:
        if cells:
            _head(painter, theme, width, say("Power stations"))
        for place, cell in enumerate(cells):
            painter.save()
            painter.translate((place % 2) * width / 2, (place // 2) * LINE)
            _rows(painter, theme, width / 2, top, [cell])
            painter.restore()
        _rows(painter, theme, width, top + lines * LINE, rows)

    return Block(top + LINE * (lines + len(rows)), paint)


def _fuel_sign(fuel: str, *, hollow: bool = False) -> Callable[[QPainter, Theme, QRectF], None]:
    def paint(painter: QPainter, theme: Theme, box: QRectF) -> None:
        at = _middle(box)
        paint_station(painter, at.x(), at.y(), 9.0, fuel, theme, hollow=hollow)

    return paint


def _crossing_sign(is_open: bool | None) -> Callable[[QPainter, Theme, QRectF], None]:
    def paint(painter: QPainter, theme: Theme, box: QRectF) -> None:
        at = _middle(box)
        paint_crossing(painter, at.x(), at.y(), theme, is_open=is_open)

    return paint


def size_block(largest: float, growth: float) -> Block | None:
    """Return squares of three powers, at the size in which they now stand on the map."""
    powers = [mw for mw in (100.0, 1_000.0, 4_000.0) if mw <= max(largest, 100.0) * 1.2]
    if largest <= 0:
        return None
    sides = [station_side(mw, growth) for mw in powers]
    high = max(sides)

    def paint(painter: QPainter, theme: Theme, width: float) -> None:
        painter.setPen(QPen(QColor(theme.muted), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        left = 0.0
        for mw, side in zip(powers, sides, strict=True):
            painter.setPen(QPen(QColor(theme.muted), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(left + 0.5, (high - side) / 2 + 0.5, side, side))
            text = f"{mw:,.0f}".replace(",", "\u2009") + (" MW" if mw == powers[-1] else "")
            box = QRectF(left + side + 5, (high - LINE) / 2, 60, LINE)
            write(painter, box, text, _small(), theme.text)
            left += side + 11 + 6.4 * len(text)
        del width

    return Block(high + 2, paint)
