import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog

from siteselect.model.bookmark import Bookmark
from siteselect.model.scene import Bounds
from siteselect.project.file import project_text, study_of_text

NEAR = Bookmark("Somewhere", Bounds(68.0, 46.0, 72.0, 49.0))


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def answer(monkeypatch):
    """Answer the question for a name; what is there already is kept as `asked`."""
    asked = []

    def say_so(name, sure=True):
        def question(parent, title, label, text=""):
            asked.append(text)
            return (text if name is None else name), sure

        monkeypatch.setattr(QInputDialog, "getText", question)
        return asked

    return say_so


def texts(menu):
    menu.aboutToShow.emit()
    return [each.text() for each in menu.actions() if each.text()]


def names(window):
    return [each.name for each in window.session.study.bookmarks]


def test_the_key_keeps_the_view_and_undo_takes_it_back(window, answer, qtbot):
    answer("The steppe")
    window.map.zoom(2.0, smooth=False)
    before = window.map.extent()
    window.activateWindow()
    window.actions_by_key["add_bookmark"].trigger()
    assert names(window) == ["The steppe"]
    window.map.home()
    window.bookmarks.go(window.session.study.bookmarks[0])
    assert window.map.extent().metres_per_pixel == pytest.approx(before.metres_per_pixel, rel=0.02)
    after, step = window.map.extent(), before.metres_per_pixel
    assert (after.left, after.top) == pytest.approx((before.left, before.top), abs=3 * step)
    assert "The steppe" in window.session.history.undoText()
    window.session.history.undo()
    assert names(window) == []
    window.session.history.redo()
    assert names(window) == ["The steppe"]


def test_the_command_has_its_key_and_its_place(window):
    action = window.actions_by_key["add_bookmark"]
    assert action.shortcut().toString() == "Ctrl+B"
    assert action.shortcutContext() is Qt.ShortcutContext.WindowShortcut


def test_a_name_is_offered_that_is_free(window, answer):
    asked = answer(None)
    window.map.home()
    for _ in range(2):
        window.bookmarks.add()
    assert asked == ["View 1", "View 2"]
    assert names(window) == asked


def test_the_greatest_town_in_sight_is_offered(window, answer):
    asked = answer(None, sure=False)
    places = window.map.data.places
    if not len(places):
        pytest.fail("the toy region has towns")
    x, y = places.x[0], places.y[0]
    window.map.fit((x - 2e4, y - 2e4, x + 2e4, y + 2e4))
    window.bookmarks.add()
    assert asked == [places.rows[0].told]
    assert names(window) == []


def test_one_is_renamed_and_removed_each_undoable(window, answer):
    session = window.session
    session.edit(session.study.with_bookmark(NEAR), "Bookmark")
    answer("Elsewhere")
    window.bookmarks.rename("Somewhere")
    assert names(window) == ["Elsewhere"]
    window.bookmarks.remove("Elsewhere")
    assert names(window) == []
    session.history.undo()
    session.history.undo()
    assert names(window) == ["Somewhere"]


def test_a_name_that_is_taken_or_too_long_is_refused_with_a_reason(window, answer):
    session = window.session
    other = Bookmark("Other", NEAR.bounds)
    session.edit(session.study.with_bookmark(NEAR).with_bookmark(other), "Bookmarks")
    answer("Other")
    window.bookmarks.rename("Somewhere")
    assert names(window) == ["Somewhere", "Other"]
    assert "already" in window.bar.text
    answer("n" * 200)
    window.bookmarks.add()
    assert names(window) == ["Somewhere", "Other"]
    assert "too long" in window.bar.text


def test_the_menu_lists_them_as_they_are(window):
    menu = window.bookmarks.menu(window)
    assert texts(menu) == ["No bookmark yet"]
    session = window.session
    session.edit(session.study.with_bookmark(Bookmark("Oil & gas", NEAR.bounds)), "Bookmark")
    assert texts(menu) == ["Oil && gas", "Rename", "Remove"]
    window.map.home()
    menu.actions()[0].trigger()
    assert not window.map.at_home
    menu.actions()[-1].menu().actions()[0].trigger()
    assert names(window) == []
    menu.deleteLater()


def test_the_search_box_finds_them(window, qtbot):
    session, search = window.session, window.top.search
    session.edit(session.study.with_bookmark(NEAR), "Bookmark")
    search.setFocus()
    qtbot.keyClicks(search, "Somewh")
    assert search.found[0] == "Somewhere   ·   bookmark"
    window.map.home()
    search._take_first()
    assert not window.map.at_home
    window.bookmarks.remove("Somewhere")
    search.clear()
    qtbot.keyClicks(search, "Somewh")
    assert not [text for text in search.found if text.startswith("Somewhere")]


def test_they_are_saved_with_the_project(window):
    study = window.session.study.with_bookmark(NEAR)
    text = project_text(study)
    assert study_of_text(text).bookmarks == (NEAR,)
    assert '"bookmarks"' not in project_text(window.session.study)
