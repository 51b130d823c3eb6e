"""Where everything lies on a stage: one arrangement, magnified to whatever screen there is."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF

HIGH = 640.0
"""Pixels of the stage's own height: type of 13 is as large on a wall as it must be."""
NARROWEST = 960.0
EDGE = 36.0
HEADLINE_SIZES = (32, 28, 25, 22)
HEADLINE_LINES = 2
SUBTITLE = 14
FOOT = 70.0
"""Pixels at the foot for legend, progress and sources."""
CARD_SHARE = 0.345
CARD_TITLE = 34.0
"""Pixels of the card's head."""
PAD = 18.0


@dataclass(frozen=True, slots=True)
class Layout:
    """A stage of `width` x `height` of its own pixels; `magnified` device pixels to each."""

    width: float
    height: float
    magnified: float
    head: float
    """Where the headline ends."""
    card: QRectF
    """Empty where the scene has no chart."""

    @property
    def room(self) -> QRect:
        """The part of the map on which no words lie."""
        right = self.card.left() - 26 if self.card.isValid() else self.width - EDGE
        top, foot = self.head + 14, self.height - FOOT - 14
        return QRectF(EDGE - 20, top, right - EDGE + 20, foot - top).toRect()

    @property
    def covered(self) -> tuple[QRect, ...]:
        """What lies on the map: headline, card and foot."""
        head = QRectF(0, 0, self.width, self.head + 4)
        foot = QRectF(0, self.height - FOOT, self.width, FOOT)
        return tuple(each.toRect() for each in (head, foot, self.card) if each.isValid())

    @property
    def chart(self) -> QRectF:
        """Where the chart lies within the card."""
        return self.card.adjusted(PAD, CARD_TITLE + 12, -PAD, -12)


def magnified(width: float, height: float) -> float:
    """Return how many pixels of a view of this size are one of the stage."""
    return max(min(height / HIGH, width / NARROWEST), 0.05)


def lay_out(width: float, height: float, head: float, *, chart: bool) -> Layout:
    """Return the arrangement for a view of so many pixels whose headline takes `head`."""
    factor = magnified(width, height)
    wide, high = width / factor, height / factor
    card = QRectF()
    if chart:
        across = max(CARD_SHARE * wide, 340.0)
        top = head + 18
        card = QRectF(wide - EDGE - across, top, across, high - top - FOOT - 10)
    return Layout(wide, high, factor, head, card)
