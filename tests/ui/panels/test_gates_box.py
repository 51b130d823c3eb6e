from dataclasses import replace

import pytest

from siteselect.model.gate import Gate
from siteselect.ui.panels.gates_box import GatesBox
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.settling import evaluated


@pytest.fixture
def box(qtbot, session):
    made = GatesBox(session, LIGHT)
    qtbot.addWidget(made)
    session.changed.connect(made.display)
    made.display(session.evaluation)
    made.show()
    return made


def settle(qtbot, session, gates):
    scenario = replace(session.study.scenario, gates=gates)
    with evaluated(qtbot, session):
        session.edit(session.study.with_scenario(scenario), "Gates")


def test_it_tells_how_many_remain_and_what_each_gate_removed(box):
    assert [*box.rows] == ["legal_status"]
    assert box.summary.text() == "20 of 30 sites rank: Mining lawful fails 10."
    assert box.summary.objectName() == "muted"


def test_when_nothing_passes_it_says_which_gate_removed_how_many(qtbot, box, session):
    settle(qtbot, session, (*session.study.scenario.gates, Gate("measure_0", at_least=1e6)))
    assert [*box.rows] == ["legal_status", "measure_0"]
    assert box.summary.text().startswith("None of 30 sites passes the gates: Measure 0 fails ")
    assert "Without the gate Measure 0" in box.summary.text()
    assert box.summary.objectName() == "caution"


def test_one_more_is_wished_for_and_one_less_leaves(qtbot, box, session):
    with qtbot.waitSignal(box.wished) as told:
        box.add.click()
    assert told.args == ["gate", ""]
    with evaluated(qtbot, session):
        box.rows["legal_status"].remove()
    assert box.rows == {}
    assert box.summary.text() == "No gate is demanded: all 30 sites rank."


def test_nothing_is_counted_anew_while_gates_and_facts_stay(qtbot, box, session, monkeypatch):
    asked = []
    monkeypatch.setattr(box, "_tell", asked.append)
    with evaluated(qtbot, session):
        session.edit(session.study.with_weight("measure_0", 3.0), "Weight")
    assert asked == []


def test_another_theme_is_taken_on(box):
    box.apply_theme(DARK)
    assert DARK.muted in box.rows["legal_status"]._counts.text()
