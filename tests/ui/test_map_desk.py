from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from siteselect.ui.map.map_wishes import AddSite, MoveSite, RemoveSites
from siteselect.ui.map.rings import Rings
from siteselect.ui.map_desk import BY_HAND, MapDesk
from siteselect.ui.ring_desk import RingDesk


class Plane(QWidget):
    wished = Signal(object)
    tape = data = None

    def __init__(self):
        super().__init__()
        self.rings = Rings()

    def plane_at(self, pixel):
        return 8_000_000.0, -6_500_000.0

    def jurisdiction_at(self, pixel):
        return "KZ"

    def site_under(self, at):
        return ""

    def add_at(self, pixel):
        self.added = pixel

    def lay_tape(self, *, laid):
        self.laid = laid


@pytest.fixture
def plane(qtbot):
    view = Plane()
    qtbot.addWidget(view)
    return view


@pytest.fixture
def hands(session, plane):
    state = SimpleNamespace(busy=False)
    state.desk = MapDesk(session, plane, lambda: state.busy, RingDesk(plane))
    return state


def names(session):
    return [site.name for site in session.study.candidates]


def test_a_site_is_added_picked_and_taken_back(session, plane, hands):
    before = names(session)
    plane.wished.emit(AddSite(70.5, 50.25, "KZ"))
    site = session.study.candidates[-1]
    assert (site.lon, site.lat, site.country, site.source) == (70.5, 50.25, "KZ", BY_HAND)
    assert session.selection == {site.name}
    plane.wished.emit(AddSite(71.5, 50.25, "KZ"))
    assert len(set(names(session))) == len(before) + 2
    session.history.undo()
    session.history.undo()
    assert names(session) == before


def test_sites_are_removed_in_one_step(session, plane, hands):
    before = names(session)
    session.select(frozenset(before[:2]))
    plane.wished.emit(RemoveSites(frozenset(before[:2])))
    assert names(session) == before[2:]
    assert session.selection == frozenset()
    session.history.undo()
    assert names(session) == before


def test_a_drag_is_one_step_and_measures_on_the_way(session, plane, hands, qtbot):
    first = session.study.candidates[0]
    for step in range(3):
        plane.wished.emit(MoveSite(first.name, 70.0 + step, 50.0, "KZ", gesture=77))
    qtbot.waitUntil(lambda: session.study.candidates[0].lon == 72.0)
    plane.wished.emit(MoveSite(first.name, 75.0, 51.0, "KG", gesture=77, last=True))
    moved = session.study.candidates[0]
    assert (moved.lon, moved.lat, moved.country, moved.note) == (75.0, 51.0, "KG", BY_HAND)
    assert session.history.count() == 1
    session.history.undo()
    assert session.study.candidates[0] == first


def test_while_sites_are_measured_a_drag_waits(session, plane, hands, qtbot):
    first = session.study.candidates[0]
    hands.busy = True
    plane.wished.emit(MoveSite(first.name, 70.0, 50.0, "KZ", gesture=78))
    hands.desk._step()
    assert session.study.candidates[0] == first
    hands.busy = False
    qtbot.waitUntil(lambda: session.study.candidates[0].lon == 70.0)


def test_a_site_that_is_gone_is_not_moved(session, plane, hands):
    before = session.study
    plane.wished.emit(MoveSite("Nowhere", 70.0, 50.0, "KZ", gesture=1, last=True))
    assert session.study == before


def test_the_menu_of_an_empty_place_adds_measures_and_copies(session, plane, hands):
    add, tape, copy, ring = hands.desk.menu(QPoint(5, 6)).actions()
    assert ring.isEnabled()
    add.trigger()
    assert (plane.added.x(), plane.added.y()) == (5, 6)
    tape.trigger()
    assert plane.laid
    copy.menu().actions()[0].trigger()
    lat, lon = QGuiApplication.clipboard().text().split(", ")
    assert 40 < float(lat) < 60
    assert 60 < float(lon) < 80
    assert isinstance(plane, QObject)
