import pytest
from PySide6.QtCore import QPoint, Qt

from siteselect.ui.map.layers_card import LayersCard
from siteselect.ui.map.overlays import OVERLAYS
from siteselect.ui.theme import LIGHT


@pytest.fixture
def card(board):
    made = LayersCard(LIGHT, board)
    made.show()
    return made


def test_there_is_a_box_for_each_overlay(card):
    assert [box.text() for box in card.boxes.values()] == [each.title for each in OVERLAYS]


def test_showing_overlays_is_silent_and_a_hand_is_not(card, qtbot):
    with qtbot.assertNotEmitted(card.switched):
        card.show_overlays(frozenset({"law"}))
    assert card.boxes["law"].isChecked()
    assert not card.boxes["sites"].isChecked()
    with qtbot.waitSignal(card.switched, timeout=1000) as caught:
        box = card.boxes["law"]
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert caught.args == ["law", False]
    with qtbot.waitSignal(card.switched, timeout=1000) as caught:
        qtbot.keyClick(card.boxes["sites"], Qt.Key.Key_Space)
    assert caught.args == ["sites", True]
