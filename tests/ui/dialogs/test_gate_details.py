import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from siteselect.model.gate import Gate
from siteselect.ui.dialogs.gate_details import GateDetails
from tests.ui.settling import evaluated


@pytest.fixture
def details(qtbot, session):
    parent = QWidget()
    qtbot.addWidget(parent)
    study = session.study
    with evaluated(qtbot, session):
        gate = Gate("measure_0", at_most=50.0, band=5.0)
        session.edit(study.with_scenario(study.scenario.with_gate(gate)), "Gate")
    made = GateDetails(session, "measure_0", parent)
    made.show()
    yield made
    parent.close()


def gate(session):
    return next(each for each in session.study.scenario.gates if each.measure == "measure_0")


def test_bounds_band_and_margins_are_shown_nearest_first(details, session):
    assert details.boxes["at_most"].value() == 50.0
    assert details.boxes["band"].value() == 5.0
    assert not details.boxes["at_least"].isEnabled()
    rows = details.table.texts()
    assert len(rows) == 30
    shown = [row[3] for row in rows if row[3] != "—"]
    far = [abs(float(each.replace("−", "-").replace("+", ""))) for each in shown]
    assert far == sorted(far)
    assert {row[1] for row in rows} >= {"pass", "fail"}
    assert details.summary.text().startswith("It fails ")


def test_an_edit_is_followed_at_once(qtbot, details, session):
    before = details.summary.text()
    with evaluated(qtbot, session):
        details.boxes["at_most"].edited.emit(20.0, 4)
    assert gate(session) == Gate("measure_0", at_most=20.0, band=5.0)
    assert details.summary.text() != before
    assert session.history.undoText() == "Bound of Measure 0"


def test_the_other_bound_is_switched_on_but_never_both_off(qtbot, details, session):
    details.sides["at_most"].click()
    assert gate(session).at_most == 50.0
    assert details.sides["at_most"].isChecked()
    assert "A gate wants one bound" in details.summary.text()
    with evaluated(qtbot, session):
        details.sides["at_least"].click()
    least = np.nanmin(session.evaluation.matrix.column("measure_0").value)
    assert (gate(session).at_least, gate(session).at_most) == (least, 50.0)
    details.boxes["at_least"].edited.emit(80.0, 5)
    assert gate(session).at_least == least
    assert "no site could meet both" in details.summary.text()


def test_a_row_selects_its_site_everywhere(details, session):
    details.table.selectRow(3)
    assert session.selection == {details.table.texts()[3][0]}


def test_it_closes_when_its_gate_is_gone(qtbot, details, session):
    closed = []
    details.destroyed.connect(lambda: closed.append(1))
    study = session.study
    with evaluated(qtbot, session):
        session.edit(study.with_scenario(study.scenario.without_gate("measure_0")), "Remove")
    qtbot.waitUntil(lambda: closed == [1])
