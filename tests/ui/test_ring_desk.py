import pytest
from PySide6.QtWidgets import QInputDialog, QMenu

from siteselect.ui.map.map_view import MapView
from siteselect.ui.ring_desk import FIRST, RingDesk
from siteselect.ui.theme import THEMES
from tests.ui.map.small_pack import make_data


@pytest.fixture
def view(qtbot):
    made = MapView(THEMES["light"])
    qtbot.addWidget(made)
    return made


@pytest.fixture
def typed(monkeypatch):
    """What is typed in the dialog, and what it offered."""
    answers, offered = [(80.0, True)], []

    def ask(parent, title, label, value, *bounds):
        offered.append(value)
        return answers[-1]

    monkeypatch.setattr(QInputDialog, "getDouble", ask)
    return answers, offered


def entries(desk, view, places):
    menu = QMenu(view)
    desk.add_to(menu, places)
    return menu.actions()


def test_a_typed_radius_is_drawn_and_offered_the_next_time(view, typed):
    answers, offered = typed
    desk = RingDesk(view)
    entries(desk, view, {"A": (75.0, 50.0), "B": (76.0, 51.0)})[0].trigger()
    assert [(each.name, each.km) for each in view.rings.drawn] == [("A", 80.0), ("B", 80.0)]
    answers.append((5.0, False))  # cancelled
    entries(desk, view, {"": (70.0, 50.0)})[0].trigger()
    assert len(view.rings.drawn) == 2
    assert offered == [FIRST, 80.0]


def test_rings_are_taken_away(view, typed):
    desk = RingDesk(view)
    draw, *none = entries(desk, view, {"": (75.0, 50.0)})
    assert none == []
    draw.trigger()
    _, remove = entries(desk, view, {"": (75.0, 50.0)})
    remove.trigger()
    assert view.rings.drawn == ()


def test_without_a_site_none_is_drawn(view):
    assert not entries(RingDesk(view), view, {})[0].isEnabled()


def test_what_is_nearest_to_one_place_is_told(view):
    view.data = make_data()
    *_, near = entries(RingDesk(view), view, {"": (65.0, 51.1)})
    assert near.text() == "Nearest power station: Great, 11.1 km"
    assert not near.isEnabled()
    assert len(entries(RingDesk(view), view, {"A": (65.0, 51.1), "B": (70.0, 50.0)})) == 1
