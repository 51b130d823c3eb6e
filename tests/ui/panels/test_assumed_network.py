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
