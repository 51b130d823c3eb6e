from datetime import date

import pytest
from PySide6.QtWidgets import QMenu, QWidget

from siteselect.economics.price_unit import LOCAL, PLAIN, Per, PricesTold
from siteselect.ui.price_desk import PriceDesk
from siteselect.ui.session import Session
from tests.ui.money_made import ground, study
from tests.ui.settling import evaluated


@pytest.fixture
def session(qtbot, tasks, faults):
    made = Session(study(), tasks, faults.append, lambda *_: ground())
    with evaluated(qtbot, made):
        made.begin()
    return made


@pytest.fixture
def told(session):
    held = []
    session.concluded.connect(lambda value: held.append(value) if type(value) is PricesTold else 0)
    return held


def entries(menu: QMenu) -> dict[str, bool]:
    menu.aboutToShow.emit()
    return {action.text(): action.isChecked() for action in menu.actions() if action.text()}


def test_without_a_choice_nothing_is_told_anew(session, settings, told):
    desk = PriceDesk(session, settings)
    desk.choose(per=Per.CENTS)
    assert desk.told is PLAIN
    assert told == []


def test_a_choice_is_told_at_once_and_remembered(session, settings, told):
    PriceDesk(session, settings).choose(money="KZT", per=Per.MWH)
    (found,) = told
    assert found.whole.title == "KZT/MWh"
    assert found.whole.units_per_usd == 425.9
    later = PriceDesk(session, settings)
    assert (later.money, later.per) == ("KZT", Per.MWH)


def test_another_day_brings_its_own_rate(qtbot, session, settings, told):
    desk = PriceDesk(session, settings)
    desk.choose(money=LOCAL)
    with evaluated(qtbot, session):
        session.edit(session.study.with_day(date(2023, 11, 15)), "Day")
    assert [each.of("KZ").units_per_usd for each in told] == [425.9, 456.2]
    desk.choose(money="USD")
    assert told[-1] == PLAIN


def test_the_menu_offers_the_money_of_the_packs_lands_and_says_what_is_missing(
    qtbot, session, settings
):
    parent = QWidget()
    qtbot.addWidget(parent)
    desk = PriceDesk(session, settings)
    menu = desk.menu(parent)
    shown = entries(menu)
    assert [words for words, chosen in shown.items() if chosen] == ["per kWh", "US dollars"]
    assert "KZT" in shown
    assert "RUB: no rate known on 2021-06-02" in shown
    next(action for action in menu.actions() if action.text() == "KGS").trigger()
    assert desk.told.whole.title == "KGS/kWh"
    assert entries(menu)["KGS"]


def test_a_remembered_money_that_the_pack_lacks_is_us_money(session, settings):
    settings.price_money = "XYZ"
    desk = PriceDesk(session, settings)
    desk.choose(per=Per.MWH)
    assert desk.told.whole.title == "USD/MWh"
