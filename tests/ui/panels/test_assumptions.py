import pytest

from siteselect.ui.money_day import money_day, site_money
from siteselect.ui.panels.assumptions import AssumptionsPanel, heads
from siteselect.ui.session import Session
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.money_made import ground, money, pack, site, study


@pytest.fixture
def session(tasks, faults):
    return Session(study(), tasks, faults.append, lambda *_: ground())


@pytest.fixture
def panel(qtbot, session):
    made = AssumptionsPanel(session, LIGHT)
    qtbot.addWidget(made)
    made.resize(316, 700)
    made.show()
    made.show_day(money())
    made.show_site(site())
    return made


def test_every_part_says_in_its_head_what_counts(panel):
    told = heads(money(), site())
    assert set(told) == set(panel.folds)
    assert told["Machines"] == ("50.0 MW", "Antminer S19 Pro, 29.6 J/TH")
    assert told["Network"][0] == "0.232 $/TH/d"
    assert told["Running"][0].startswith("PUE 1.0")
    assert "Ekibastuz" in told["Moving"][1]
    assert told["Risk"][1] == "seizure at Ekibastuz, conditional on this day"
    assert "figures are assumptions without a source" in panel.note.text()


def test_before_a_site_is_reckoned_no_place_is_spoken_of():
    assert "Moving" not in heads(money(), None)


def test_the_decay_slider_edits_and_undo_brings_it_back(qtbot, panel, session):
    assert panel.decay.number == 0.015
    panel.decay.edited.emit(0.03, 8)
    assert session.study.money.figure("decay").value == 0.03
    panel.show_day(money_day(session.study, pack()))
    assert panel.decay_figure.text() == "3.0 % a month"
    assert panel.back.isEnabled()
    session.history.undo()
    panel.show_day(money())
    assert panel.decay.number == 0.015
    assert not panel.back.isEnabled()


def test_an_opened_part_shows_what_was_reckoned_with(panel, session):
    for fold in panel.folds.values():
        fold.toggle()
        assert fold.opened
    assert panel.folds["Earnings"].body.rows["months"].box.value() == 48
    panel.folds["Partners"].body.preset.activated.emit(1)
    day = money_day(session.study, pack())
    panel.show_day(day)
    panel.show_site(site_money(day, "Karaganda"))
    assert panel.folds["Partners"].body.told.text().startswith("At Karaganda:")
    panel.apply_theme(DARK)
    panel.back.click()
    assert session.study.money is None


def test_where_no_fleet_was_chosen_a_button_leads_to_the_machines(panel):
    assert "No fleet was chosen" in panel.note.text()
    assert not panel.choose.isHidden()
    assert not panel.folds["Machines"].opened
    panel.choose.click()
    assert panel.folds["Machines"].opened
    panel.choose.click()
    assert panel.folds["Machines"].opened
