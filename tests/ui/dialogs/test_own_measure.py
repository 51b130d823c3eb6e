from dataclasses import replace

import pytest

from siteselect.model.user_measure import UserMeasure
from siteselect.ui.dialogs.own_measure import OwnMeasureDialog
from tests.making import make_evaluation
from tests.ui.made import make_study


@pytest.fixture
def make_dialog(qtbot, monkeypatch):
    # the made matrix knows measures that the program does not
    keys = tuple(f"measure_{place}" for place in range(6))
    for room in ("siteselect.ui.own_measure", "siteselect.ui.dialogs.own_measure"):
        monkeypatch.setattr(f"{room}.known_keys", lambda study, but="": (*keys, "elevation"))

    def make(study=None, key=""):
        dialog = OwnMeasureDialog(study or make_study(), make_evaluation(), key)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def values(dialog):
    return [dialog.values.item(row, 1).text() for row in range(dialog.values.rowCount())]


def test_typed_values_become_a_measure_that_is_judged(make_dialog):
    dialog = make_dialog()
    assert dialog.way == "typed"
    assert not dialog.ways["column"].isEnabled()
    assert not dialog.take.isEnabled()  # it has no title
    dialog.title.setText("Rent")
    dialog.title.textEdited.emit("Rent")
    dialog.values.item(0, 1).setText("12.5")
    dialog.values.item(1, 1).setText("8")
    assert dialog.take.isEnabled()
    assert dialog.fault.text() == "Known for 2 of 30 sites."
    study = dialog.study()
    assert study.measures[0].typed == (("Site 0000", 12.5), ("Site 0001", 8.0))
    assert study.scenario.criterion("rent").value.best == 12.5
    assert dialog.step == "Add Rent"
    dialog.values.item(1, 1).setText("")
    assert len(dialog.study().measures[0].typed) == 1


def test_what_is_no_number_is_said(make_dialog):
    dialog = make_dialog()
    dialog.title.setText("Rent")
    dialog.values.item(0, 1).setText("dear")
    assert "'dear' for Site 0000 is no number" in dialog.fault.text()
    assert not dialog.take.isEnabled()


def test_an_expression_is_checked_while_it_is_typed_and_its_values_shown(qtbot, make_dialog):
    dialog = make_dialog()
    dialog.title.setText("Twice")
    dialog.ways["expression"].click()
    qtbot.keyClicks(dialog.expression.line, "measure_0 * (2")
    assert "is not understood at character" in dialog.fault.text()
    assert not dialog.take.isEnabled()
    qtbot.keyClicks(dialog.expression.line, ")")
    assert dialog.take.isEnabled()
    raw = make_evaluation().matrix.column("measure_0").value[0]
    assert values(dialog)[0] == f"{2 * raw:.0f}" or float(values(dialog)[0]) == pytest.approx(
        2 * raw, rel=0.01
    )
    dialog.expression.set_text("nothing_here + 1")
    dialog._look()
    assert "is no measure" in dialog.fault.text()
    dialog.expression.set_text("elevation + 1")
    dialog._look()
    assert "values follow then" in dialog.fault.text()
    assert dialog.take.isEnabled()


def test_a_column_of_the_sites_table_is_offered(make_dialog):
    study = make_study()
    sites = tuple(replace(site, values=(("rent", 3.0),)) for site in study.candidates[:4])
    study = replace(study, candidates=(*sites, *study.candidates[4:]))
    dialog = make_dialog(study)
    assert dialog.way == "column"
    assert dialog.column.currentText() == "rent"
    dialog.title.setText("Rent")
    dialog._look()
    assert dialog.study().measures[0].column == "rent"


def test_a_measure_that_is_there_is_changed_under_its_key(make_dialog):
    study = make_study().with_measure(UserMeasure("twice", "Twice", "km", expression="measure_0"))
    dialog = make_dialog(study, "twice")
    assert (dialog.title.text(), dialog.unit.text(), dialog.way) == ("Twice", "km", "expression")
    dialog.title.setText("Thrice")
    dialog.expression.set_text("measure_0 * 3")
    dialog._look()
    changed = dialog.study().measures
    assert [(each.key, each.title, each.expression) for each in changed] == [
        ("twice", "Thrice", "measure_0 * 3")
    ]
    assert dialog.step == "Change Thrice"
