import pytest

from siteselect.criteria import MEASURES
from siteselect.scan.standing import GateShare
from siteselect.ui.finding.gate_line import GateLine
from siteselect.ui.theme import DARK, LIGHT


@pytest.fixture
def line(qtbot, toy_session):
    gate = toy_session.study.scenario.gates[1]
    made = GateLine(toy_session, MEASURES[gate.measure], gate, LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def gate_of(session):
    return session.study.scenario.gates[1]


def test_it_tells_what_is_closed_and_what_is_unknown(line):
    gate = line._gate
    line.show_share(GateShare(gate, 0.463, 0.0))
    assert line.share.text() == "−46 %"
    line.show_share(GateShare(gate, 0.0, 0.82))
    assert line.share.text() == "82 % unknown"
    line.show_share(GateShare(gate, 0.0, 0.0))
    assert line.share.text() == "0 %"


def test_a_bound_is_an_edit(qtbot, line, toy_session):
    line.bound.setValue(33.0)
    assert gate_of(toy_session).at_most == 33.0
    toy_session.history.undo()
    assert gate_of(toy_session).at_most == 60.0
    qtbot.wait(30)


def test_a_gate_is_switched_and_taken_out(qtbot, line, toy_session):
    line.switch.click()
    assert not gate_of(toy_session).enabled
    line.show_gate(gate_of(toy_session))
    assert line.share.text() == "not demanded"
    line.remove.click()
    assert len(toy_session.study.scenario.gates) == 1
    line.apply_theme(DARK)
    qtbot.wait(30)
