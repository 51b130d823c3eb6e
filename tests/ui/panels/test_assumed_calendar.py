from datetime import date

import pytest

from siteselect.model.money import Cut
from siteselect.ui.money_day import money_day
from siteselect.ui.money_edits import MoneyEdits
from siteselect.ui.panels.assumed_calendar import AssumedCalendar, words_of
from siteselect.ui.session import Session
from siteselect.ui.theme import LIGHT
from tests.ui.money_made import DAY, ground, money, pack, study


@pytest.fixture
def session(tasks, faults):
    return Session(study(), tasks, faults.append, lambda *_: ground())


@pytest.fixture
def panel(qtbot, session):
    made = AssumedCalendar(MoneyEdits(session), LIGHT)
    qtbot.addWidget(made)
    made.show_day(money())
    made.show()
    return made


def again(panel, session):
    panel.show_day(money_day(session.study, pack()))


def test_a_wanted_day_is_set_moved_and_taken_away(panel, session):
    assert not panel.day.isEnabled()
    panel.has_day.click()
    assert session.study.money.wanted_day == DAY
    again(panel, session)
    assert panel.day.isEnabled()
    panel.day.edited.emit(date(2021, 9, 1), 3)
    assert session.study.money.wanted_day == date(2021, 9, 1)
    again(panel, session)
    panel.has_day.click()
    assert session.study.money.wanted_day is None


def test_the_packs_cuts_are_told_and_can_be_left_out(panel, session):
    panel.show_day(money_day(study(date(2026, 1, 10)), pack()))
    assert "cut from 12-01 to 02-28" in panel.told.text()
    panel.kind.activated.emit(1)
    assert session.study.money.cuts == ()
    panel.kind.activated.emit(0)
    assert session.study.money.cuts is None


def test_a_cut_of_ones_own_is_added_counted_and_taken_out(panel, session):
    panel.kind.setCurrentIndex(2)
    panel.kind.activated.emit(2)
    assert session.study.money.cuts == ()
    again(panel, session)
    assert panel.own.isVisible()
    panel.first.setText("13-01")
    panel.last.setText("02-28")
    panel.add.click()
    assert "no day of the year" in panel.fault.text()
    panel.first.setText("12-01")
    panel.where.setText("kz")
    panel.share.show_value(50)
    panel.add.click()
    cut = Cut("KZ", "12-01", "02-28", 0, 24, 0.5, "yours")
    assert session.study.money.cuts == (cut,)
    day = money_day(session.study, pack())
    row = day.names.index("Ekibastuz")
    assert day.finance.reckoning.uptime[row].min() < money().finance.reckoning.uptime[row].min()
    panel.show_day(day)
    assert panel.listed.count() == 1
    panel.listed.itemAt(0).widget().click()
    assert session.study.money.cuts == ()


def test_a_cut_in_words():
    assert (
        words_of(Cut("", "12-01", "02-28", 18, 22, 0.5))
        == "all lands: 12-01 to 02-28, 18–22 h, 50 %"
    )
