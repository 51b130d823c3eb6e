"""The window and its dialogs in a language longer than any: nothing is cut, nothing is nameless."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

from siteselect.language import say
from siteselect.packs.catalogue import open_pack
from siteselect.pseudo import PSEUDO
from siteselect.ui.first_window import shipped_faces
from siteselect.ui.panels.search import commands
from siteselect.ui.theme import THEMES
from siteselect.ui.tongue import put_on
from siteselect.ui.widgets.waiting import Waiting
from siteselect.ui.workplaces import WORKPLACES
from tests.ui.made import TOY
from tests.ui.overhearing import Data, data_of, fact_cells, made_words, overhearing, texts_of
from tests.ui.reading import catalogue_texts, clipped, pale, unnamed, unreachable, without_glyph

DIALOGS = (
    "add_criterion",
    "add_gate",
    "compare_scenarios",
    "facts",
    "history",
    "keys",
    "own_measure",
    "set_weights",
    "sources",
)


@pytest.fixture
def window(qapp, make_window):
    put_on(PSEUDO)
    yield make_window()
    put_on("en")


def wait_until_whole(qtbot, window):
    """Wait for the turns that lay out what has just come, some of it in the background."""

    def whole():
        assert clipped(window) == []

    qtbot.waitUntil(whole, timeout=20_000)


@pytest.mark.parametrize("place", WORKPLACES)
def test_no_words_of_a_place_are_cut_off(qtbot, window, place):
    window.workplaces.go(place)
    qtbot.wait(60)
    wait_until_whole(qtbot, window)


def test_the_reason_why_nothing_was_found_is_not_cut_off(qtbot, window):
    """The made study weighs measures that no cell has."""
    window.workplaces.go("find")
    qtbot.waitUntil(
        lambda: any("measure_0" in each.text() for each in window.findChildren(Waiting))
    )
    wait_until_whole(qtbot, window)


@pytest.mark.parametrize("place", WORKPLACES)
def test_every_control_of_a_place_has_a_name(qtbot, window, place):
    window.workplaces.go(place)
    qtbot.wait(60)
    assert unnamed(window) == []


@pytest.mark.parametrize("key", DIALOGS)
def test_a_dialog_is_whole_and_named(qtbot, window, key):
    told = []
    study, matrix = window.session.study, window.session.evaluation.matrix
    quoted = fact_cells(open_pack(str(TOY))) if key == "facts" else ["measure"]
    words = [*made_words(study, matrix), *quoted]
    data = data_of(open_pack(str(TOY)), study, words)

    def look():
        for each in window.findChildren(QDialog):
            if each.isVisible():
                missed = [text for text, _ in texts_of(each) if data.unspoken(text)]
                told.append((clipped(each), unnamed(each), missed))
                each.reject()

    QTimer.singleShot(150, look)
    window.actions_by_key[key].trigger()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [([], [], [])]


def test_every_command_is_in_a_menu_and_is_found(window):
    def keys(menu):
        for each in menu.actions():
            yield each.objectName()
            if each.menu() is not None:
                yield from keys(each.menu())

    actions = window.actions_by_key
    found = {each.title for each in commands(actions.values())}
    told = [(key, action.text()) for key, action in actions.items()]
    assert unreachable(told, set(keys(window.top.menu_button.menu())), found) == []


def test_no_letter_of_any_catalogue_lacks_a_face(qapp):
    faces = list(shipped_faces().values())
    assert without_glyph(catalogue_texts(), faces) == {}
    assert list(without_glyph(["A\u4e2d\u0e01"], faces)) == ["\u0e01"]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_no_look_is_too_pale(theme):
    assert pale(theme) == []


def test_every_text_in_sight_was_given_to_a_catalogue(qtbot, qapp, make_window):
    put_on(PSEUDO)
    told = {}
    try:
        with overhearing() as heard:
            window = make_window()
            for place in WORKPLACES:
                window.workplaces.go(place)
                qtbot.wait(60)
                window.grab()
                told |= {text: f"{place} {owner}" for text, owner in texts_of(window)}
    finally:
        put_on("en")
    study, matrix = window.session.study, window.session.evaluation.matrix
    data = data_of(open_pack(str(TOY)), study, made_words(study, matrix))
    told |= dict.fromkeys(heard, "painted")
    assert {text: where for text, where in told.items() if data.unspoken(text)} == {}


def test_a_word_that_is_neither_data_nor_told_is_found():
    data = Data(["the price of power in winter"], ["Aksu"])
    assert data.unspoken("Aksu · [théé]: the price of power") == []
    assert data.unspoken("Aksu is better, the price is better") == [
        "better",
        "the",
        "price",
        "better",
    ]


def test_the_language_of_this_test_is_spoken(window):
    assert say("Open").startswith("[")
