import pytest

from siteselect.ui.money_day import money_day
from siteselect.ui.money_edits import MoneyEdits
from siteselect.ui.panels.assumed_machines import OF_THE_PACK, PARTS, TYPED, AssumedMachines
from siteselect.ui.session import Session
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.money_made import ground, money, pack, study


@pytest.fixture
def session(tasks, faults):
    return Session(study(), tasks, faults.append, lambda *_: ground())


@pytest.fixture
def panel(qtbot, session):
    made = AssumedMachines(MoneyEdits(session), LIGHT)
    qtbot.addWidget(made)
    made.show_day(money())
    made.show()
    return made


def again(panel, session):
    panel.show_day(money_day(session.study, pack()))


def test_the_machine_of_the_pack_stands_with_its_source(panel):
    assert panel.models.currentText() == OF_THE_PACK
    assert panel.th_s.box.value() == 110.0
    assert panel.th_s.source.source.startswith("A05")
    assert panel.load.box.value() == 50.0
    assert panel.fills.isChecked()
    assert not panel.count.isVisible()


def test_a_machine_of_the_catalogue_is_chosen(panel, session):
    at = next(at for at in range(panel.models.count()) if "S9 ·" in panel.models.itemText(at))
    panel.models.setCurrentIndex(at)
    panel.models.activated.emit(at)
    machine = session.study.money.fleet.lots[0].machine
    assert (machine.model, machine.th_s) == ("Antminer S9", 13.5)
    again(panel, session)
    assert panel.models.currentIndex() == at
    panel.models.activated.emit(0)
    assert session.study.money.fleet is None


def test_a_typed_figure_makes_a_machine_of_ones_own(panel, session):
    panel.j_per_th.edited.emit(17.5, 3)
    machine = session.study.money.fleet.lots[0].machine
    assert (machine.model, machine.j_per_th) == ("Antminer S19 Pro, changed", 17.5)
    again(panel, session)
    assert panel.models.currentText() == TYPED
    assert panel.j_per_th.tone == "yours"


def test_machines_are_counted_or_fill_the_load(panel, session):
    panel.fills.click()
    fleet = session.study.money.fleet
    assert not fleet.fills_load
    assert fleet.machines == int(50_000 / fleet.lots[0].machine.kw)
    again(panel, session)
    assert panel.count.isVisible()
    panel.count.edited.emit(1234.0, 4)
    assert session.study.money.fleet.machines == 1234
    panel.buys.click()
    assert session.study.money.buys_machines
    panel.load.edited.emit(20.0, 5)
    assert session.study.context.load_mw == 20.0
    panel.dress(DARK)
    assert DARK.text in panel.th_s.box.styleSheet()


def test_a_fleet_of_two_kinds_is_edited_lot_by_lot(panel, session):
    panel.lots.add.click()
    fleet = session.study.money.fleet
    assert len({lot.machine.model for lot in fleet.lots}) == 2
    again(panel, session)
    assert [line.pick.isChecked() for line in panel.lots.lines] == [False, True]
    assert panel.lots.lines[0].count.text() == "50 %"
    assert panel.count.title.text() == PARTS
    panel.count.edited.emit(3.0, 1)
    assert [lot.count for lot in session.study.money.fleet.lots] == [1, 3]
    again(panel, session)
    assert panel.lots.lines[1].count.text() == "75 %"
    panel.th_s.edited.emit(99.0, 2)
    first, second = session.study.money.fleet.lots
    assert (first.machine.th_s, second.machine.th_s) == (110.0, 99.0)
    again(panel, session)
    panel.lots.lines[0].pick.click()
    assert panel.th_s.box.value() == 110.0
    panel.lots.lines[1].out.click()
    assert session.study.money.fleet.lots == (first,)
    again(panel, session)
    assert not panel.lots.lines[0].isVisible()


def test_a_fleet_of_two_kinds_is_counted_in_the_same_parts(panel, session):
    panel.lots.add.click()
    again(panel, session)
    panel.count.edited.emit(3.0, 1)
    again(panel, session)
    panel.fills.click()
    first, second = session.study.money.fleet.lots
    assert second.count == pytest.approx(3 * first.count, abs=3)
    assert session.study.money.fleet.it_mw == pytest.approx(50.0, abs=0.01)
