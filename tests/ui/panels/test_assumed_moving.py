import pytest

from siteselect.model.money import Origin
from siteselect.ui.money_day import money_day
from siteselect.ui.money_edits import MoneyEdits
from siteselect.ui.panels.assumed_moving import TYPED, UNSAID, AssumedMoving
from siteselect.ui.session import Session
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.money_made import ground, money, pack, study


@pytest.fixture
def session(tasks, faults):
    return Session(study(), tasks, faults.append, lambda *_: ground())


@pytest.fixture
def panel(qtbot, session):
    made = AssumedMoving(MoneyEdits(session), LIGHT)
    qtbot.addWidget(made)
    made.show_day(money())
    made.show()
    return made


def again(panel, session):
    panel.show_day(money_day(session.study, pack()))


def test_at_first_nothing_is_said_and_the_places_of_the_land_are_offered(panel):
    words = [panel.places.itemText(at) for at in range(panel.places.count())]
    assert words == [UNSAID, "Zhundong (Wucaiwan)", TYPED]
    assert panel.places.currentIndex() == 0
    assert not panel.lon.isVisible()
    assert "freight_usd" in panel.figures.rows


def test_machines_that_stand_at_a_place_travel_further(panel, session):
    before = money().finance.reckoning.spent.km[0]
    panel.places.setCurrentIndex(1)
    panel.places.activated.emit(1)
    assert session.study.money.origin.name == "Zhundong (Wucaiwan)"
    again(panel, session)
    assert panel.places.currentIndex() == 1
    assert money_day(session.study, pack()).finance.reckoning.spent.km[0] > before
    panel.places.activated.emit(0)
    assert session.study.money.origin is None


def test_a_point_of_ones_own(panel, session):
    panel.places.activated.emit(panel.places.count() - 1)
    again(panel, session)
    assert panel.lon.isVisible()
    assert panel.places.currentText() == TYPED
    panel.lat.edited.emit(43.8, 1)
    origin = session.study.money.origin
    assert isinstance(origin, Origin)
    assert origin.lat == 43.8
    panel.dress(DARK)
