import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from siteselect.ui.welcome.placing import ARROW, EDGE, GAP, place_beside

ROOM = QRectF(0, 0, 1280, 800)
CARD = QSizeF(340, 180)


@pytest.mark.parametrize(
    ("part", "side"),
    [
        (QRectF(0, 50, 300, 540), "right"),
        (QRectF(900, 50, 380, 320), "left"),
        (QRectF(0, 50, 1280, 300), "below"),
        (QRectF(0, 500, 1280, 300), "above"),
        (QRectF(1060, 8, 80, 36), "below"),
        (QRectF(600, 760, 80, 36), "above"),
    ],
)
def test_the_card_stands_where_there_is_room(part, side):
    placed = place_beside(part, CARD, ROOM)
    card = QRectF(placed.corner, CARD)
    assert placed.side == side
    assert not card.intersects(part)
    assert ROOM.adjusted(EDGE, EDGE, -EDGE, -EDGE).contains(card)


def test_the_arrow_ends_between_card_and_part():
    part = QRectF(0, 50, 300, 540)
    placed = place_beside(part, CARD, ROOM)
    assert placed.corner.x() == part.right() + GAP
    assert placed.tip == QPointF(part.right() + GAP - ARROW, part.center().y())
    tip, *base = placed.arrow()
    assert tip[0] < min(x for x, _ in base)


def test_a_part_that_fills_the_window_holds_the_card_itself():
    placed = place_beside(QRectF(4, 4, 1272, 792), CARD, ROOM)
    assert placed.tip is None
    assert placed.arrow() == []
    assert ROOM.contains(QRectF(placed.corner, CARD))


def test_without_a_part_the_card_stands_in_the_middle():
    placed = place_beside(QRectF(), CARD, ROOM)
    assert QRectF(placed.corner, CARD).center() == ROOM.center()
