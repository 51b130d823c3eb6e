"""Where a card stands beside what it points at: plain geometry, sides tried in order."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

GAP, EDGE, ARROW = 16.0, 12.0, 10
"""Pixels between card and part, between card and window, and the length of the arrow."""
_ROUND = 18.0
"""The arrow keeps so far from the corners of the card."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The corner of a card, and where its arrow ends; None when it points at nothing."""

    corner: QPointF
    tip: QPointF | None = None
    side: str = ""
    """The side of the part on which the card stands."""

    def arrow(self) -> list[tuple[float, float]]:
        """Return the corners of the arrow, its tip first."""
        if self.tip is None:
            return []
        x, y = self.tip.x(), self.tip.y()
        back, half = ARROW + 1.0, ARROW * 0.8
        if self.side in {"right", "left"}:
            base = x + back if self.side == "right" else x - back
            return [(x, y), (base, y - half), (base, y + half)]
        base = y + back if self.side == "below" else y - back
        return [(x, y), (x - half, base), (x + half, base)]


def place_beside(part: QRectF, card: QSizeF, room: QRectF) -> Placed:
    """Return where a card stands: beside the part where it fits, else at the foot within it."""
    if part.isEmpty():
        middle = room.center()
        return Placed(QPointF(middle.x() - card.width() / 2, middle.y() - card.height() / 2))
    wide, high = card.width() + GAP + EDGE, card.height() + GAP + EDGE
    free = {
        "right": room.right() - part.right() - wide,
        "left": part.left() - room.left() - wide,
        "below": room.bottom() - part.bottom() - high,
        "above": part.top() - room.top() - high,
    }
    small = part.width() < card.width() and part.height() < card.height()
    order = ("below", "above", "right", "left") if small else ("right", "left", "below", "above")
    side = next((name for name in order if free[name] >= 0), "")
    if not side:
        corner = QPointF(part.center().x() - card.width() / 2, part.bottom() - card.height() - GAP)
        return Placed(_within(corner, card, room))
    x = part.center().x() - card.width() / 2
    y = part.center().y() - card.height() / 2
    if side in {"right", "left"}:
        x = part.right() + GAP if side == "right" else part.left() - GAP - card.width()
    else:
        y = part.bottom() + GAP if side == "below" else part.top() - GAP - card.height()
    corner = _within(QPointF(x, y), card, room)
    return Placed(corner, _tip(part, corner, card, side), side)


def _within(corner: QPointF, card: QSizeF, room: QRectF) -> QPointF:
    x = min(corner.x(), room.right() - EDGE - card.width())
    y = min(corner.y(), room.bottom() - EDGE - card.height())
    return QPointF(max(x, room.left() + EDGE), max(y, room.top() + EDGE))


def _tip(part: QRectF, corner: QPointF, card: QSizeF, side: str) -> QPointF:
    """Return where the arrow ends: at the card's side, opposite the middle of the part."""
    across = min(max(part.center().x(), corner.x() + _ROUND), corner.x() + card.width() - _ROUND)
    along = min(max(part.center().y(), corner.y() + _ROUND), corner.y() + card.height() - _ROUND)
    if side == "right":
        return QPointF(corner.x() - ARROW, along)
    if side == "left":
        return QPointF(corner.x() + card.width() + ARROW, along)
    if side == "below":
        return QPointF(across, corner.y() - ARROW)
    return QPointF(across, corner.y() + card.height() + ARROW)
