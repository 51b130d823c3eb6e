import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from siteselect.ui.theme import LIGHT
from siteselect.ui.welcome.steps import STEPS
from siteselect.ui.welcome.tour import StepCard, Tour
from siteselect.ui.welcome.veil import Veil


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.resize(1000, 640)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def shown():
    return []


@pytest.fixture
def tour(window, shown):
    def show(part):
        shown.append(part)
        made = QWidget(window)
        made.setGeometry(20, 60, 200, 200)
        made.show()
        return made

    made = Tour(Veil(lambda: LIGHT, window), show)
    made.go(0)
    return made


def test_every_step_points_at_its_part_in_turn_and_the_last_one_ends(qtbot, tour, shown):
    with qtbot.waitSignal(tour.ended):
        for _ in STEPS:
            tour.card.next.click()
    assert shown == [step.part for step in STEPS]


def test_back_goes_back_and_the_first_step_has_no_way_back(tour):
    assert tour.card.back.isHidden()
    tour.card.next.click()
    assert not tour.card.back.isHidden()
    tour.card.back.click()
    assert tour.place == 0


def test_it_can_be_left_at_any_step(qtbot, tour):
    tour.card.next.click()
    with qtbot.waitSignal(tour.ended):
        tour.card.skip.click()


def test_the_keyboard_leads_through(qtbot, window, tour):
    qtbot.keyClick(tour.card, Qt.Key.Key_Right)
    qtbot.keyClick(tour.card, Qt.Key.Key_PageDown)
    qtbot.keyClick(tour.card, Qt.Key.Key_Left)
    assert tour.place == 1
    assert tour._veil.focusWidget() is tour.card.next
    with qtbot.waitSignal(tour.ended):
        qtbot.keyClick(window, Qt.Key.Key_Escape)


def test_a_card_tells_how_far_the_tour_is_and_is_read_aloud(qtbot):
    card = StepCard(STEPS[4], 4, 5)
    qtbot.addWidget(card)
    assert "5 of 5" in [each.text() for each in card.findChildren(QLabel)]
    assert card.next.text() == "Done"
    assert STEPS[4].words in card.next.accessibleDescription()
