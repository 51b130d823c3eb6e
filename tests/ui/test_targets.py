import pytest
from PySide6.QtWidgets import QToolButton, QWidget

from siteselect.ui.dress import put_on
from siteselect.ui.theme import THEMES
from siteselect.ui.workplaces import WORKPLACES
from tests.ui.targets import small_targets


@pytest.fixture
def window(qapp, make_window):
    put_on(THEMES["light"])
    yield make_window()
    qapp.setStyleSheet("")


@pytest.mark.parametrize("place", WORKPLACES)
def test_every_target_of_a_place_is_large_enough_for_a_hand(qtbot, window, place):
    window.workplaces.go(place)
    qtbot.wait(60)
    qtbot.waitUntil(lambda: small_targets(window) == [])


def test_the_cards_of_the_map_are_large_enough_when_they_are_open(qtbot, window):
    glass = window.map.glass
    for card in (glass.layers, glass.legend):
        card.open(True)
    glass.lay()
    qtbot.waitUntil(lambda: small_targets(window) == [])
    assert not glass.layers.geometry().intersects(glass.buttons.geometry())


def test_what_is_too_small_is_found(qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    small, large = QToolButton(room), QToolButton(room)
    small.setText("small")
    small.setGeometry(0, 0, 30, 23)
    large.setGeometry(0, 40, 24, 24)
    room.show()
    assert small_targets(room) == ["QToolButton  'small' in QWidget: 30 x 23"]
