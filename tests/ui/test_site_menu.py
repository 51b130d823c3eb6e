import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from siteselect.ui.site_menu import SiteMenu

NAME = "Site 0001"


@pytest.fixture
def menu(qtbot, session):
    zoomed = []
    made = SiteMenu(session, zoomed.append)
    made.zoomed = zoomed
    made.view = QWidget()
    qtbot.addWidget(made.view)
    made.view.show()
    return made


def entries(menu):
    return {each.text(): each for each in menu.menu(menu.view).actions()}


def pinned(session):
    return {site.name for site in session.study.candidates if site.pinned}


def test_sites_are_pinned_in_spite_of_a_gate_and_let_go_again(qtbot, menu, session):
    row = session.evaluation.matrix.sites.index(NAME)
    assert session.evaluation.ranks[row] == 0  # unlawful there
    session.select(frozenset({NAME}))
    with qtbot.waitSignal(session.changed):
        entries(menu)["Pin: rank in spite of a gate"].trigger()
        qtbot.waitUntil(lambda: session.evaluation.matrix.sites.items[row].pinned)
    assert pinned(session) == {NAME}
    assert session.evaluation.ranks[row] > 0
    assert session.history.undoText() == f"Pin {NAME}"
    entries(menu)["Unpin: let the gates decide"].trigger()
    assert pinned(session) == set()


def test_several_are_pinned_in_one_step(menu, session):
    session.select(frozenset({NAME, "Site 0004"}))
    assert "2 sites" in entries(menu)
    menu.pin()
    assert pinned(session) == {NAME, "Site 0004"}
    assert session.history.count() == 1


def test_without_a_pick_nothing_happens(menu, session):
    menu.pin()
    assert session.history.count() == 0


def test_the_site_under_the_pointer_is_picked_and_the_menu_opens(menu, session):
    menu.attach(menu.view, lambda at: NAME if at.x() < 50 else "")
    menu.view.customContextMenuRequested.emit(QPoint(80, 10))
    assert menu.view.findChild(QMenu) is None
    menu.view.customContextMenuRequested.emit(QPoint(10, 10))
    assert session.selection == {NAME}
    opened = menu.view.findChild(QMenu)
    assert opened is not None
    opened.close()


def test_zoom_and_pick_none(menu, session):
    session.select(frozenset({NAME}))
    found = entries(menu)
    found["Zoom to"].trigger()
    assert menu.zoomed == [frozenset({NAME})]
    found["Pick none"].trigger()
    assert session.selection == frozenset()
