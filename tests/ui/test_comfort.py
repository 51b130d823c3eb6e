import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from siteselect.language import LANGUAGES
from siteselect.pseudo import PSEUDO
from siteselect.ui import comfort, dress
from siteselect.ui.theme import CONTRAST, DARK, LIGHT, THEMES
from siteselect.ui.tongue import put_on
from siteselect.ui.widgets.motion import let_move, moves


@pytest.fixture
def window(make_window):
    yield make_window()
    put_on("en")
    let_move(wanted=True)


def entries(menu):
    return {each.text(): each for each in menu.actions() if not each.isSeparator()}


def test_each_language_is_offered_in_its_own_words(window):
    offered = entries(window.comfort.languages(window))
    assert list(offered) == ["As the system", *LANGUAGES.values()]
    assert offered["As the system"].isChecked()
    assert PSEUDO not in offered


def test_a_size_is_remembered_and_the_next_start_can_be_now(window, settings, monkeypatch):
    started, states = [], window.documents.states
    monkeypatch.setattr(comfort, "start_again", started.append)
    entries(window.comfort.sizes(window))["125 %"].trigger()
    assert settings.text_size == 125
    assert "125 %" in states.text
    assert entries(window.comfort.sizes(window))["125 %"].isChecked()
    states.buttons[0].click()
    assert started == [window]
    states.buttons[1].click()
    assert states.text == ""


def test_the_size_that_is_worn_needs_no_start(window, settings):
    window.comfort.enlarge(150)
    window.comfort.enlarge(100)
    assert settings.text_size == 100
    assert window.documents.states.text == ""


def test_high_contrast_is_put_on_and_taken_off(window, settings):
    action = window.actions_by_key["high_contrast"]
    action.trigger()
    assert window.theme is CONTRAST
    assert settings.theme == "contrast"
    action.trigger()
    assert settings.theme == "system"
    assert not action.isChecked()


def test_with_less_motion_the_map_stands_at_once_where_it_was_asked_to(window, settings):
    window.map.zoom(1.0)
    assert window.map.gliding
    window.actions_by_key["less_motion"].trigger()
    assert not settings.motion
    assert not moves()
    before = window.map.metres_per_pixel
    window.map.zoom(-0.5)
    assert not window.map.gliding
    assert window.map.metres_per_pixel != before


def test_the_look_follows_the_system_while_that_is_wanted(window, settings, monkeypatch):
    window.set_theme("light")
    monkeypatch.setattr(dress, "chosen_theme", lambda name: THEMES.get(name, DARK))
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert window.theme is LIGHT
    settings.theme = "system"
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert window.theme is DARK
    assert settings.theme == "system"
