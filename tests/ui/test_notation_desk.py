import pytest

from siteselect.geo.notation import NOTATIONS
from siteselect.ui.map.map_view import MapView
from siteselect.ui.notation_desk import TITLES, NotationDesk
from siteselect.ui.panels.position import PositionButton
from siteselect.ui.theme import THEMES


@pytest.fixture
def made(qtbot, settings):
    view, position = MapView(THEMES["light"]), PositionButton()
    qtbot.addWidget(view)
    qtbot.addWidget(position)
    view.position.connect(position.show_position)
    return NotationDesk(settings, view, position), view, position


def entry(position, title):
    menu = position.menu()
    menu.aboutToShow.emit()
    return next(each for each in menu.actions() if each.text() == title)


def test_every_notation_has_a_title():
    assert tuple(TITLES) == NOTATIONS


def test_the_position_tells_as_was_chosen_at_once_and_after_the_next_start(made, settings):
    desk, view, position = made
    assert desk.chosen == "decimal"
    assert entry(position, "Decimal degrees").isChecked()
    entry(position, "MGRS").trigger()
    assert settings.notation == view.notation == "MGRS"
    assert position.text().split(" · ")[0] == "31N AA 660 000"  # the map looks at 0, 0
    entry(position, "Degrees, minutes, seconds").trigger()
    assert position.text().startswith("0°00′00″ N 0°00′00″ E · 1 : ")
    again = NotationDesk(settings, view, position)
    assert again.chosen == "degrees"
    assert entry(position, "Degrees, minutes, seconds").isChecked()
    assert not entry(position, "MGRS").isChecked()


def test_a_damaged_choice_is_the_first(made, settings):
    desk, _, _ = made
    settings.notation = "of the moon"
    assert desk.chosen == "decimal"
