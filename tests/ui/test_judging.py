import json

import pytest
from PySide6.QtWidgets import QDialog, QInputDialog, QWidget

from siteselect.model.user_measure import UserMeasure
from siteselect.ui.dialogs.compare_scenarios import CompareScenariosDialog
from siteselect.ui.dialogs.gate_details import GateDetails
from siteselect.ui.dialogs.own_measure import OwnMeasureDialog
from siteselect.ui.dialogs.pick_measure import PickMeasureDialog
from siteselect.ui.dialogs.set_weights import SetWeightsDialog
from siteselect.ui.judging import Judging

YES = QDialog.DialogCode.Accepted


@pytest.fixture
def judging(qtbot, session, faults):
    window = QWidget()
    qtbot.addWidget(window)
    made = Judging(session, faults.append, window)
    made.window = window
    yield made
    window.close()


def answer(monkeypatch, kind, act=lambda dialog: None, code=YES):
    def run(dialog):
        act(dialog)
        return code

    monkeypatch.setattr(kind, "exec", run)


def test_a_criterion_is_added_after_those_of_its_group(judging, session, monkeypatch):
    answer(monkeypatch, PickMeasureDialog, lambda d: d.search.textEdited.emit("elevation"))
    judging.wish("criterion", "Power")
    added = session.study.scenario.criterion("elevation")
    assert added.group == "Power"
    assert session.history.undoText() == "Add Elevation"


def test_nothing_is_added_when_nobody_says_yes(judging, session, monkeypatch):
    for kind in (PickMeasureDialog, OwnMeasureDialog, SetWeightsDialog):
        answer(monkeypatch, kind, code=QDialog.DialogCode.Rejected)
    for wish in ("criterion", "gate", "own_measure", "weights"):
        judging.wish(wish, "")
    assert session.history.count() == 0


def test_a_gate_on_a_named_measure_is_added_and_shown(judging, session):
    judging.wish("gate", "elevation")
    assert session.study.scenario.gates[-1].measure == "elevation"
    assert session.history.undoText() == "Add the gate Elevation"
    assert judging.window.findChild(GateDetails).measure == "elevation"


def test_a_gate_that_is_there_is_only_shown(judging, session):
    judging.wish("gate", "legal_status")
    assert session.history.count() == 0
    assert judging.window.findChild(GateDetails).measure == "legal_status"


def test_a_measure_of_the_users_is_one_step(judging, session, monkeypatch):
    def fill(dialog):
        dialog.title.setText("Twice")
        dialog.ways["expression"].click()
        dialog.expression.set_text("measure_0 * 2")
        dialog._look()

    study = session.study
    # the made matrix knows measures that the program does not: the expression may name them
    monkeypatch.setattr("siteselect.ui.dialogs.own_measure.checked", lambda measure, _: measure)
    answer(monkeypatch, OwnMeasureDialog, fill)
    judging.wish("own_measure", "")
    assert session.study.measures[0].expression == "measure_0 * 2"
    assert session.study.scenario.criterion("twice")
    assert session.history.undoText() == "Add Twice"
    session.history.undo()
    assert session.study == study


def test_an_own_measure_is_offered_with_values_to_start_from(judging, session, monkeypatch):
    own = UserMeasure("rent", "Rent", typed=(("Site 0001", 2.0), ("Site 0002", 8.0)))
    session.edit(session.study.with_measure(own), "Measure")
    answer(monkeypatch, PickMeasureDialog, lambda d: d.search.textEdited.emit("rent"))
    judging.wish("criterion", "")
    assert session.study.scenario.criterion("rent").value.best == 8.0


def test_weights_are_applied_in_one_step(judging, session, monkeypatch, tmp_path):
    file = tmp_path / "aida.json"
    file.write_text(json.dumps({"measure_0": 1}))

    def fill(dialog):
        dialog.pages["people"].own.click()
        dialog.pages["people"].read([file])

    answer(monkeypatch, SetWeightsDialog, fill)
    judging.wish("weights", "people")
    assert session.study.scenario.criterion("measure_0").weight == 100.0
    assert session.history.undoText() == "Weights of several people"
    assert session.history.count() == 1


def test_a_new_group_and_a_comparison(judging, session, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Mine", True))
    judging.wish("new_group", "measure_0")
    assert session.study.scenario.criterion("measure_0").group == "Mine"
    judging.wish("compare", "Lowest cost")
    dialog = judging.window.findChild(CompareScenariosDialog)
    assert dialog.sides[1].currentText() == "Lowest cost"
    dialog.close()


def test_before_there_is_an_evaluation_a_sentence_says_so(qtbot, session, faults):
    session._evaluation = None
    Judging(session, faults.append, QWidget()).wish("criterion", "")
    assert "still being read" in str(faults[0])
