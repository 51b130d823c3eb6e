import pytest
from PySide6.QtWidgets import QMenu

from siteselect.backdrops.provider import known_providers, own_provider
from siteselect.ui.backdrop_memory import FileChoice
from siteselect.ui.backdrop_menu import backdrop_menu
from tests.backdrops.tiles_made import mbtiles


@pytest.fixture
def desk(make_window):
    return make_window().desk.backdrops


def opened(desk):
    menu = backdrop_menu(desk, desk._window)
    menu.aboutToShow.emit()
    return menu


def texts(menu):
    return [each.text().replace("&", "") for each in menu.actions()]


def action(menu, text):
    return next(each for each in menu.actions() if each.text().replace("&", "") == text)


def test_it_offers_nothing_files_and_servers_under_a_heading_that_says_so(desk):
    menu = opened(desk)
    told = texts(menu)
    assert told[0] == "None"
    assert action(menu, "None").isChecked()
    heading = next(place for place, each in enumerate(told) if "Online" in each)
    for provider in known_providers():
        place = told.index(provider.title)
        assert place > heading
        assert provider.host in menu.actions()[place].toolTip()
    assert "Add a provider…" in told[heading:]
    assert "Open a tile file or picture…" in told[:heading]


def test_files_are_offered_again_and_missing_ones_are_grey(desk, tmp_path, qtbot):
    path = mbtiles(tmp_path / "a.mbtiles")
    desk.memory.remember(tmp_path / "gone.mbtiles")
    desk.memory.remember(path)
    menu = opened(desk)
    assert not action(menu, "gone.mbtiles").isEnabled()
    assert "is not there" in action(menu, "gone.mbtiles").toolTip()
    action(menu, "a.mbtiles").trigger()
    qtbot.waitUntil(lambda: desk.file == FileChoice(path), timeout=10_000)
    menu = opened(desk)
    assert action(menu, "a.mbtiles").isChecked()
    assert not action(menu, "None").isChecked()
    action(menu, "None").trigger()
    assert desk.file is None


def test_a_server_is_switched_on_by_its_entry(desk, monkeypatch):
    chosen = []
    monkeypatch.setattr(desk, "switch_on", chosen.append)
    menu = opened(desk)
    action(menu, known_providers()[0].title).trigger()
    assert chosen == [known_providers()[0]]


def test_own_servers_can_be_removed(desk):
    own = own_provider("Mine & yours", "https://tiles.example.org/{z}/{x}/{y}.png", "me")
    assert "Remove a provider" not in texts(opened(desk))
    desk.memory.add(own)
    menu = opened(desk)
    part = action(menu, "Remove a provider").menu()
    part.actions()[0].trigger()
    assert desk.memory.own == ()


def test_strength_is_chosen(desk):
    menu = opened(desk)
    part = action(menu, "Strength").menu()
    assert [each.text() for each in part.actions() if each.isChecked()] == ["100 %"]
    part.actions()[0].trigger()
    assert desk.memory.strength == 40


def test_it_stands_in_the_menu_of_the_window(make_window):
    window = make_window()
    view = next(each for each in window.top.menu_button.menu().actions() if "View" in each.text())
    names = [each.title() for each in view.menu().findChildren(QMenu)] + [
        each.text() for each in view.menu().actions()
    ]
    assert any(each.replace("&", "") == "Backdrop" for each in names)
