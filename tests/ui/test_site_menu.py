from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from siteselect.model.supply import OwnPower, RouteKind
from siteselect.ui.session import Session
from siteselect.ui.site_menu import CHEAPEST, NO_METER_TITLE, SiteMenu
from tests.ui.money_made import ground, study
from tests.ui.settling import evaluated

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


def routes(menu):
    submenu = entries(menu)["Power route"].menu()
    return {each.text(): each for each in submenu.actions() if not each.isSeparator()}


def marked(menu):
    return [text for text, each in routes(menu).items() if each.isChecked()]


def route_of(session):
    return {site.name: site.route for site in session.study.candidates if site.route}


def with_own_plant(session, name):
    sites = tuple(
        replace(site, own_power=OwnPower(0.03)) if site.name == name else site
        for site in session.study.candidates
    )
    return replace(session.study, candidates=sites)


def pinned(session):
    return {site.name for site in session.study.candidates if site.pinned}


def test_sites_are_pinned_in_spite_of_a_gate_and_let_go_again(qtbot, menu, session):
    row = session.evaluation.matrix.sites.index(NAME)
    assert session.evaluation.ranks[row] == 0  # unlawful there
    session.select(frozenset({NAME}))
    with evaluated(qtbot, session):
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


def test_coordinates_of_the_picked_sites_are_copied(menu, session):
    session.select(frozenset({NAME}))
    site = next(each for each in session.study.candidates if each.name == NAME)
    entries(menu)["Copy coordinates"].menu().actions()[0].trigger()
    assert QGuiApplication.clipboard().text() == f"{site.lat:.5f}, {site.lon:.5f}"
    session.select(frozenset({NAME, "Site 0004"}))
    entries(menu)["Copy coordinates"].menu().actions()[0].trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == [NAME, "Site 0004"]


def test_the_cheapest_route_is_taken_until_another_is_chosen_and_again_on_undo(menu, session):
    session.select(frozenset({NAME}))
    assert list(routes(menu)) == [CHEAPEST, *(kind.label for kind in RouteKind)]
    assert marked(menu) == [CHEAPEST]
    routes(menu)["Import"].trigger()
    assert route_of(session) == {NAME: RouteKind.IMPORT}
    assert session.history.undoText() == f"Power route of {NAME}"
    assert marked(menu) == ["Import"]
    routes(menu)[CHEAPEST].trigger()
    assert route_of(session) == {}
    session.history.undo()
    assert marked(menu) == ["Import"]
    session.history.undo()
    assert marked(menu) == [CHEAPEST]


def test_the_route_that_is_marked_is_no_edit(menu, session):
    session.select(frozenset({NAME}))
    routes(menu)[CHEAPEST].trigger()
    assert session.history.count() == 0


def test_several_take_one_route_in_one_step_and_none_is_marked_where_they_differ(menu, session):
    session.edit(session.study.with_route({NAME}, RouteKind.WHOLESALE), "made")
    session.select(frozenset({NAME, "Site 0004"}))
    assert marked(menu) == []
    routes(menu)["Supplier"].trigger()
    assert route_of(session) == dict.fromkeys((NAME, "Site 0004"), RouteKind.SUPPLIER)
    assert marked(menu) == ["Supplier"]
    assert session.history.count() == 2
    assert session.history.undoText() == "Power route of 2 sites"


def test_a_route_whose_price_is_typed_at_the_site_is_open_only_where_it_was(menu, session):
    session.select(frozenset({NAME}))
    shut = {text for text, each in routes(menu).items() if not each.isEnabled()}
    assert shut == {"Own contract", "Own plant", "Own renewable plant"}
    session.open(with_own_plant(session, NAME))
    session.select(frozenset({NAME}))
    shut = {text for text, each in routes(menu).items() if not each.isEnabled()}
    assert shut == {"Own contract", "Own renewable plant"}


def test_the_power_of_a_site_may_be_counted_by_no_meter(qtbot, tasks, faults):
    session = Session(study(), tasks, faults.append, lambda *_: ground())
    with evaluated(qtbot, session):
        session.begin()
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = SiteMenu(session, lambda names: names)

    def entry(name):
        session.select(frozenset({name}))
        actions = menu.menu(parent).actions()
        return next(each for each in actions if each.text() == NO_METER_TITLE)

    assert not entry("Kemin").isEnabled()
    chosen = entry("Karaganda")
    assert (chosen.isEnabled(), chosen.isChecked()) == (True, False)
    chosen.trigger()
    site = next(each for each in session.study.candidates if each.name == "Karaganda")
    assert not site.metered
    again = entry("Karaganda")
    assert again.isChecked()
    again.trigger()
    assert session.study == study()
