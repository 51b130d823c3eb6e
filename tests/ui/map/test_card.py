from PySide6.QtCore import QPoint, Qt

from siteselect.ui.map.card import Card, card_style
from siteselect.ui.theme import DARK, LIGHT


def test_a_card_folds_by_hand_and_by_keyboard(board, qtbot):
    card = Card("Legend", LIGHT, board)
    card.body.setFixedSize(120, 80)
    card.show()
    card.adjustSize()
    tall = card.height()
    with qtbot.waitSignal(card.folded, timeout=1000) as caught:
        qtbot.mouseClick(card.title, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert caught.args == [False]
    assert not card.opened
    assert card.height() < tall
    with qtbot.waitSignal(card.folded, timeout=1000):
        qtbot.keyClick(card.title, Qt.Key.Key_Space)
    assert card.opened


def test_folding_by_program_is_silent(board, qtbot):
    card = Card("Legend", LIGHT, board)
    with qtbot.assertNotEmitted(card.folded):
        card.open(False)
    assert not card.opened


def test_presses_and_wheels_stay_on_the_card(map_view, qtbot):
    before = map_view.metres_per_pixel, map_view.centre
    layers = map_view.glass.layers
    with qtbot.assertNotEmitted(map_view.selected):
        qtbot.mouseClick(layers, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert (map_view.metres_per_pixel, map_view.centre) == before


def test_the_style_takes_the_theme():
    assert DARK.text in card_style(DARK)
    assert card_style(DARK) != card_style(LIGHT)
