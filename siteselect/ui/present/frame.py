"""What stands around the map of a scene: headline, the card of the chart, progress and sources."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from siteselect.model.tint import Ramp
from siteselect.ui.map import hatches
from siteselect.ui.present.layout import (
    CARD_TITLE,
    EDGE,
    FOOT,
    HEADLINE_LINES,
    HEADLINE_SIZES,
    PAD,
    SUBTITLE,
    Layout,
)
from siteselect.ui.present.lettering import broken, cut, fitting, letter, type_face, wide
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.painting import faded, rounded
from siteselect.ui.widgets.ramp import in_classes, score_colours, tint_colours

DASH, DASH_GAP = 26.0, 7.0
TOP = 26.0
RAMP = 76.0


class KeyKind(Enum):
    """What one entry of the small legend shows."""

    SCORE = "score"
    PRICE = "price"
    UNPRICED = "unpriced"
    UNLAWFUL = "unlawful"


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of the small legend: what it means, and the two ends where it is a ramp."""

    kind: KeyKind
    words: str
    low: str = ""
    high: str = ""
    ramp: Ramp = Ramp.WARM
    """Of prices."""
    classes: int = 0
    """Into how many steps the ramp is cut; 0 for none."""


@dataclass(frozen=True, slots=True)
class Words:
    """All that is written on a stage."""

    headline: str = ""
    subtitle: str = ""
    card: str = ""
    sources: str = ""
    place: int = 0
    count: int = 0
    keys: tuple[Key, ...] = ()
    told: str = ""
    """A quiet line: what the program has to say, without a window of its own."""


def set_headline(text: str, room: float) -> tuple[QFont, list[str]]:
    """Return face and lines of a headline: one line if a large face holds it, else two."""
    font, lines = fitting(text, HEADLINE_SIZES[:3], room, 1)
    if len(lines) == 1 and not lines[0].endswith("…"):
        return font, lines
    return fitting(text, HEADLINE_SIZES[1:], room, HEADLINE_LINES)


def head_of(words: Words, width: float) -> float:
    """Return where headline and subtitle end, on a stage of this width."""
    font, lines = set_headline(words.headline, width - 2 * EDGE)
    return TOP + len(lines) * font.pixelSize() * 1.2 + SUBTITLE + 12


Paint = Callable[[QPainter, Layout], None]


class Part(QGraphicsItem):
    """A part of the frame, kept as painted: the map beneath moves many times a second."""

    def __init__(self, paint: Paint, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self._paint = paint
        self._layout: Layout | None = None
        self._box = QRectF()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def lie(self, box: QRectF, layout: Layout) -> None:
        """Take this part of the stage."""
        if box != self._box:
            self.prepareGeometryChange()
        self._box, self._layout = box, layout
        self.setVisible(box.isValid())
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the part of the stage that it takes."""
        return self._box

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint it."""
        del option, widget
        if self._layout is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, self._layout)


class Frame(QGraphicsItem):
    """The words over the map, and the ground of the card under the chart."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
        self.theme = theme
        self.words = Words()
        self.layout: Layout | None = None
        self._shown: tuple[Words, Layout, str] | None = None
        self._head = Part(self._paint_head, self)
        self._card = Part(self._paint_card, self)
        self._foot = Part(self._paint_foot, self)
        self._told = Part(self._paint_told, self)

    def write(self, words: Words, layout: Layout) -> None:
        """Write other words, or the same ones elsewhere."""
        if (words, layout, self.theme.name) == self._shown:
            return
        self._shown = (words, layout, self.theme.name)
        self.words, self.layout = words, layout
        high, across = layout.height, layout.width
        self._head.lie(QRectF(0, 0, across, layout.head + 30), layout)
        self._foot.lie(QRectF(0, high - FOOT - 26, across, FOOT + 26), layout)
        self._card.lie(layout.card.adjusted(-2, -2, 2, 2) if layout.card.isValid() else QRectF(),
                       layout)  # fmt: skip
        told = QRectF(0, high - FOOT - 44, across, 44) if words.told else QRectF()
        self._told.lie(told, layout)

    def boundingRect(self) -> QRectF:
        """Return the whole stage; nothing of it is painted here."""
        if self.layout is None:
            return QRectF()
        return QRectF(0, 0, self.layout.width, self.layout.height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint nothing: the parts do."""
        del painter, option, widget

    def _veil(self, painter: QPainter, layout: Layout, top: float, foot: float) -> None:
        """Let the map fade towards the edge of the stage at which words stand."""
        ground, down = QColor(self.theme.window), top <= 0
        veil = QLinearGradient(0, top, 0, foot)
        for at, alpha in ((0.0, 0.98), (0.74, 0.94), (1.0, 0.0)):
            ground.setAlphaF(alpha)
            veil.setColorAt(at if down else 1.0 - at, ground)
        painter.fillRect(QRectF(0, top, layout.width, foot - top), veil)

    def _paint_head(self, painter: QPainter, layout: Layout) -> None:
        self._veil(painter, layout, 0.0, layout.head + 30)
        room = layout.width - 2 * EDGE
        font, lines = set_headline(self.words.headline, room)
        base = TOP + font.pixelSize()
        for line in lines:
            letter(painter, EDGE, base, line, font, self.theme.text)
            base += font.pixelSize() * 1.2
        small = type_face(SUBTITLE)
        told = cut(self.words.subtitle, small, room)
        letter(painter, EDGE, base - font.pixelSize() * 1.2 + SUBTITLE + 11, told, small,
               self.theme.muted)  # fmt: skip

    def _paint_card(self, painter: QPainter, layout: Layout) -> None:
        card = layout.card
        painter.setPen(QPen(QColor(self.theme.line), 1.0))
        painter.setBrush(faded(self.theme.panel, 0.97))
        painter.drawRoundedRect(card, 12, 12)
        bold = type_face(15, bold=True)
        title = cut(self.words.card, bold, card.width() - 2 * PAD)
        letter(painter, card.left() + PAD, card.top() + CARD_TITLE - 4, title, bold,
               self.theme.text)  # fmt: skip

    def _paint_foot(self, painter: QPainter, layout: Layout) -> None:
        self._veil(painter, layout, layout.height - FOOT - 26, layout.height)
        base, left = layout.height - 22.0, EDGE
        for place in range(self.words.count):
            here = place == self.words.place
            colour = self.theme.accent if here else faded(self.theme.muted, 0.35)
            rounded(painter, QRectF(left, base - 6, DASH, 4), colour, 2)
            left += DASH + DASH_GAP
        left += 14 if self.words.count else 0
        small = type_face(11)
        along = EDGE
        for key in self.words.keys:
            along = self._paint_key(painter, key, along, base - 26) + 22
        told = cut(self.words.sources, small, layout.width - EDGE - left)
        letter(painter, layout.width - EDGE - wide(told, small), base, told, small,
               self.theme.muted)  # fmt: skip

    def _paint_key(self, painter: QPainter, key: Key, left: float, base: float) -> float:
        """Paint one entry: a ramp with its ends about it, or a hatch; return where it ends."""
        small = type_face(11)
        if not key.low:
            self._paint_hatch(painter, key.kind, QRectF(left, base - 9, 18, 10))
            letter(painter, left + 24, base, key.words, small, self.theme.muted)
            return left + 24 + wide(key.words, small)
        for text in (key.words, key.low):
            letter(painter, left, base, text, small, self.theme.muted)
            left += wide(text, small) + 6
        prices = key.kind is KeyKind.PRICE
        colours = tint_colours(key.ramp, self.theme) if prices else score_colours()
        shade = QLinearGradient(left, 0, left + RAMP, 0)
        for part, colour in _stops(colours, key.classes):
            shade.setColorAt(part, colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRoundedRect(QRectF(left, base - 8, RAMP, 7), 2, 2)
        letter(painter, left + RAMP + 6, base, key.high, small, self.theme.muted)
        return left + RAMP + 6 + wide(key.high, small)

    def _paint_hatch(self, painter: QPainter, kind: KeyKind, box: QRectF) -> None:
        of = hatches.unlawful if kind is KeyKind.UNLAWFUL else hatches.unknown
        ratio = self.layout.magnified if self.layout is not None else 1.0
        painter.setPen(QPen(QColor(self.theme.muted), 0.8))
        painter.setBrush(QBrush(of(self.theme, ratio)))
        painter.drawRoundedRect(box, 2, 2)

    def _paint_told(self, painter: QPainter, layout: Layout) -> None:
        small = type_face(12)
        lines = broken(self.words.told, small, 0.8 * layout.width, 2)
        across = max(wide(line, small) for line in lines) + 28
        high = 12.0 + 16.0 * len(lines)
        box = QRectF((layout.width - across) / 2, layout.height - FOOT - 1 - high, across, high)
        painter.setPen(QPen(QColor(self.theme.line), 1.0))
        painter.setBrush(faded(self.theme.panel, 0.94))
        painter.drawRoundedRect(box, 14, 14)
        for down, line in enumerate(lines):
            base = box.top() + 18.4 + 16 * down
            letter(painter, box.left() + 14, base, line, small, self.theme.text)


def _stops(colours: tuple[QColor, ...], classes: int) -> list[tuple[float, QColor]]:
    """Return where along a ramp each colour stands; a class is of one colour from end to end."""
    if not classes:
        return [(step / (len(colours) - 1), colour) for step, colour in enumerate(colours)]
    steps = enumerate(in_classes(colours, classes))
    return [
        (min(max((place + side) / classes + (0.5 - side) * _SHARP, 0.0), 1.0), colour)
        for place, colour in steps
        for side in (0, 1)
    ]


_SHARP = 0.002
"""Between two classes, as a part of the ramp: two stops at one place would be one."""
