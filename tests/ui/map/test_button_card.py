import pytest

from siteselect.ui.map.button_card import SIDE, ButtonCard
from siteselect.ui.theme import LIGHT


@pytest.fixture
def card(board):
    return ButtonCard(LIGHT, board)


def test_a_button_says_what_it_does_and_by_which_key(card):
    button = card.add("home", "Show the whole region", "Home")
    assert button.accessibleName() == "Show the whole region"
    assert button.toolTip() == "Show the whole region (Home)"
    assert card.buttons == {"home": button}


def test_buttons_stand_in_a_column(card, qtbot):
    first, second = (card.add(kind, kind, "x") for kind in ("closer", "farther"))
    card.show()
    card.adjustSize()
    qtbot.waitUntil(lambda: second.y() >= first.y() + SIDE)
    assert first.x() == second.x()


def test_buttons_stand_in_a_row_when_asked_to(board, qtbot):
    card = ButtonCard(LIGHT, board, across=True)
    first, second = (card.add(kind, kind, "x") for kind in ("closer", "farther"))
    card.show()
    card.adjustSize()
    qtbot.waitUntil(lambda: second.x() >= first.x() + SIDE)
    assert first.y() == second.y()
