import pytest

from siteselect.ui.money_day import money_day
from siteselect.ui.money_edits import MoneyEdits
from siteselect.ui.panels.assumed_machines import OF_THE_PACK, TYPED, AssumedMachines
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
