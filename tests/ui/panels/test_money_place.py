import pytest

from siteselect.ui.panels.money_place import LOW, MoneyPlace
from siteselect.ui.session import Session
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.money_made import ground, money, site, study
from tests.ui.settling import evaluated


@pytest.fixture
def session(qtbot, tasks, faults):
    made = Session(study(), tasks, faults.append, lambda *_: ground())
    with evaluated(qtbot, made):
        made.begin()
    return made


@pytest.fixture
def place(qtbot, session):
    made = MoneyPlace(session, LIGHT)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    session.conclude(money())
    session.conclude(site())
    return made


def test_what_was_reckoned_reaches_every_part(place):
    assert place.table.day is money()
    assert place.prices.day is money()
    assert place.cash.found is site()
    assert place.assumptions.decay.number == 0.015
    assert place.timeline.slider.marks


def test_a_pick_in_one_chart_is_a_pick_in_all(place, session):
    place.table.selected.emit(frozenset({"Balkhash"}))
    assert session.selection == {"Balkhash"}
    assert {display.names for display in place.displays} == {frozenset({"Balkhash"})}


def test_in_a_low_window_cash_and_tornado_share_a_card(place):
    cash, tornado = place.cards[3:]
    assert cash.isVisible()
    assert not tornado.isVisible()
    cash.turn.click()
    assert tornado.isVisible()
    assert not cash.isVisible()
    tornado.turn.click()
    place.resize(1900, LOW + 100)
    assert cash.isVisible()
    assert tornado.isVisible()
    assert not cash.turn.isVisible()


def test_one_card_alone_and_back(place):
    prices, table, ranks, *_ = place.cards
    table.alone.click()
    assert table.isVisible()
    assert not prices.isVisible()
    assert not ranks.isVisible()
    table.alone.click()
    assert prices.isVisible()
    assert ranks.isVisible()


def test_another_theme_reaches_all(place):
    place.apply_theme(DARK)
    assert all(display.theme is DARK for display in place.displays)
