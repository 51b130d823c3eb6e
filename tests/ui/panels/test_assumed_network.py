from datetime import date

import pytest

from siteselect.ui.money_day import money_day
from siteselect.ui.money_edits import MoneyEdits
from siteselect.ui.panels.assumed_network import AssumedNetwork
from siteselect.ui.session import Session
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.money_made import ground, money, pack, study


@pytest.fixture
def session(tasks, faults):
    return Session(study(), tasks, faults.append, lambda *_: ground())


@pytest.fixture
def panel(qtbot, session):
    made = AssumedNetwork(MoneyEdits(session), LIGHT)
    qtbot.addWidget(made)
    made.show_day(money())
    return made


def test_the_network_of_the_day_stands_with_its_source(panel):
    found = money().finance.reckoning
    assert panel.hash_price.box.value() == round(found.hashprice, 2)
    assert panel.rows["difficulty"].box.value() == pytest.approx(20.409, abs=5e-4)
    assert panel.rows["btc_usd"].source.source.startswith("N-2021-06")
    assert panel.rows["btc_usd"].tone == "sourced"


def test_a_typed_difficulty_is_the_persons_and_can_be_put_back(panel, session):
    panel.rows["difficulty"].edited.emit(148.26e12, 1)
    assert session.study.money.network.difficulty.value == 148.26e12
    panel.show_day(money_day(session.study, pack()))
    assert panel.rows["difficulty"].tone == "yours"
    assert panel.rows["btc_usd"].tone == "sourced"
    panel.rows["difficulty"].put_back.emit()
    assert session.study.money.network is None


def test_a_typed_hash_price_is_what_is_then_reckoned_with(panel, session):
    panel.hash_price.edited.emit(100.0, 1)
    day = money_day(session.study, pack())
    assert day.finance.reckoning.hashprice == pytest.approx(100.0)
    panel.show_day(day)
    assert panel.hash_price.tone == "yours"
    panel.dress(DARK)
    assert DARK.accent in panel.hash_price.box.styleSheet()


def test_before_the_first_row_it_says_that_nothing_is_known(panel):
    panel.show_day(money_day(study(date(2018, 1, 1)), pack()))
    assert "knows no BTC price" in panel.note.text()
    assert not panel.hash_price.isEnabled()


def _action(panel, start, year=None):
    panel.menu.aboutToShow.emit()
    menu = panel.menu if year is None else panel.menu.years[year]
    return next(each for each in menu.actions() if each.text().startswith(start))


def test_a_month_chosen_from_the_presets_is_one_step_that_undo_takes_back(panel, session):
    _action(panel, "2022-11", 2022).trigger()
    network = session.study.money.network
    assert (network.btc_usd.value, network.difficulty.value) == (17693.14, 36840192856101)
    assert session.history.undoText() == "Network as in 2022-11"
    panel.show_day(money_day(session.study, pack()))
    for row in panel.rows.values():
        assert row.tone == "yours"
        assert row.source.source.startswith("month 2022-11 of the pack's table")
    assert panel.hash_price.source.source.startswith("month 2022-11 of the pack's table")
    session.history.undo()
    assert session.study.money is None


def test_the_network_of_the_day_can_be_chosen_again(panel, session):
    _action(panel, "As known").trigger()
    assert session.history.count() == 0
    _action(panel, "2020-01", 2020).trigger()
    _action(panel, "As known").trigger()
    assert session.study.money.network is None
    assert session.history.count() == 2


def test_the_decay_has_two_presets(panel, session):
    _action(panel, "No decay").trigger()
    assert session.study.money.figure("decay").value == 0.0
    _action(panel, "Decay as known").trigger()
    assert session.study.money.figure("decay") is None


def test_months_after_the_as_of_day_say_so(panel):
    assert not _action(panel, "2021-06", 2021).text().endswith("as-of day")
    assert _action(panel, "2021-07", 2021).text().endswith(", after the as-of day")
    panel.show_day(money_day(study(date(2021, 7, 1)), pack()))
    assert not _action(panel, "2021-07", 2021).text().endswith("as-of day")


def test_before_the_first_row_a_month_can_still_be_chosen(panel, session):
    panel.show_day(money_day(study(date(2018, 1, 1)), pack()))
    assert panel.presets.isEnabled()
    _action(panel, "2019-01", 2019).trigger()
    assert session.study.money.network.btc_usd.value == 3698.53
