from dataclasses import replace

import pytest

from siteselect.model.gate import Gate
from siteselect.ui.panels.gate_row import GateRow
from siteselect.ui.theme import LIGHT
from tests.ui.settling import evaluated


@pytest.fixture
def row(qtbot, session):
    gate = session.study.scenario.gates[0]
    made = GateRow(session, gate, "Mining lawful", LIGHT)
    qtbot.addWidget(made)
    made.show_gate(session.evaluation, gate)
    made.show()
    return made


def test_it_tells_how_many_pass(row):
    assert row.counts == "10 pass · 10 conditional · 10 fail"


def test_a_coded_gate_has_no_bound_to_turn(row):
    assert row.bound.isHidden()
    assert row.load.isHidden()


def test_switching_off_demands_nothing(qtbot, row, session):
    with evaluated(qtbot, session):
        row.switch.click()
    assert not session.study.scenario.gates[0].enabled
    row.show_gate(session.evaluation, session.study.scenario.gates[0])
    assert row.counts == "not demanded"


def test_a_bound_is_an_edit(qtbot, session):
    gate = Gate("measure_0", at_most=50.0)
    scenario = session.study.scenario
    with evaluated(qtbot, session):
        session.edit(
            session.study.with_scenario(replace(scenario, gates=(*scenario.gates, gate))), "Gate"
        )
    row = GateRow(session, gate, "Measure 0", LIGHT)
    qtbot.addWidget(row)
    row.show_gate(session.evaluation, gate)
    assert not row.bound.isHidden()
    row.bound.edited.emit(40.0, 3)
    assert session.study.scenario.gates[1].at_most == 40.0


def test_the_wanted_load_is_an_edit_of_the_study(qtbot, row, session):
    row.load.edited.emit(80.0, 4)
    assert session.study.context.load_mw == 80.0
    assert session.history.undoText() == "Wanted load"
