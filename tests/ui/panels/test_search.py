import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from siteselect.ui.panels.search import Find, SearchBox, commands
from siteselect.ui.theme import DARK, LIGHT


@pytest.fixture
def gone():
    return []


@pytest.fixture
def box(qtbot, gone):
    made = SearchBox(LIGHT)
    qtbot.addWidget(made)
    place = Find("Almaty", "KZ", "place", lambda: gone.append("place"))
    site = Find("Almaty", "KZ, rank 3", "site", lambda: gone.append("site"))
    command = Find("Reset layout", "", "command", lambda: gone.append("reset"))
    for each in (place, site, command):
        made.offer(each.kind, lambda each=each: [each])
    made.resize(260, 28)
    made.show()
    return made


def test_any_part_of_a_name_finds_and_sites_stand_first(qtbot, box):
    qtbot.keyClicks(box, "lma")
    assert box.found == ["Almaty   ·   KZ, rank 3", "Almaty   ·   KZ"]


def test_enter_takes_the_first_and_empties_the_box(qtbot, box, gone):
    qtbot.keyClicks(box, "reset")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert gone == ["reset"]
    assert box.text() == ""


def test_escape_leaves(qtbot, box, gone):
    box.setText("alm")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    assert gone == []


def test_an_offer_replaces_the_one_before_of_its_kind(qtbot, box):
    box.offer("site", list)
    box.apply_theme(DARK)
    qtbot.keyClicks(box, "almaty")
    assert box.found == ["Almaty   ·   KZ"]


def test_every_action_is_a_command(qapp, gone):
    action = QAction("&Save")
    action.setShortcut("Ctrl+S")
    action.triggered.connect(lambda: gone.append("saved"))
    (find,) = commands([action])
    find.go()
    assert (find.title, find.detail, gone) == ("Save", "Ctrl+S", ["saved"])


def test_what_a_text_means_comes_first_and_is_taken_by_enter(qtbot):
    box = SearchBox(LIGHT)
    qtbot.addWidget(box)
    gone = []
    box.offer("place", lambda: [Find("Aktau 1, 2", "KZ", "place", lambda: gone.append("name"))])
    box.read(
        lambda text: (
            Find(text, "a point", "place", lambda: gone.append(text)) if "," in text else None
        )
    )
    qtbot.keyClicks(box, "1, 2")
    assert box.found[0].startswith("1, 2   ·   a point")
    assert len(box.found) == 2
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert gone == ["1, 2"]
    qtbot.keyClicks(box, "Akt")
    assert [each.split(" ")[0] for each in box.found] == ["Aktau"]


def test_what_can_be_found_is_asked_for_again_when_it_changed(qtbot, box):
    names = ["The steppe"]
    box.offer("bookmark", lambda: [Find(each, "", "bookmark", list) for each in names])
    qtbot.keyClicks(box, "step")
    assert box.found == ["The steppe"]
    names[:] = ["Another step"]
    box.ask_anew()
    box.clear()
    qtbot.keyClicks(box, "step")
    assert box.found == ["Another step"]
