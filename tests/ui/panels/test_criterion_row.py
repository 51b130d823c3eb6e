import pytest

from siteselect.model.value_function import Linear
from siteselect.ui.panels.criterion_row import CriterionRow
from siteselect.ui.panels.defaults import Defaults
from siteselect.ui.panels.value_editor import ValueFunctionEditor
from tests.making import make_scenario


@pytest.fixture
def row(qtbot, session):
    made = CriterionRow(session, Defaults(lambda: (make_scenario(),)), "measure_0", "Measure 0")
    qtbot.addWidget(made)
    criterion = session.study.scenario.criterion("measure_0")
    made.show_criterion(session.evaluation, criterion, 0.25, "#0F766E")
    made.show()
    return made


def test_it_shows_weight_share_and_how_much_is_known(row, session):
    known = session.evaluation.matrix.column("measure_0").known
    assert row.slider.weight == 10.0
    assert row.share.share == 25
    assert f"known for {known} of 30 sites" in row.toolTip()


def test_every_control_has_a_name_for_a_screen_reader(row):
    for part in (row.switch, row.curve, row.slider, row.share, row.reset):
        assert part.accessibleName().startswith("Measure 0")


def test_the_spark_line_opens_an_editor_whose_edits_reach_the_session(qtbot, row, session):
    row.curve.click()
    editor = row.findChild(ValueFunctionEditor)
    assert editor is not None
    editor.edited.emit(Linear(10.0, 90.0), 5)
    assert session.study.scenario.criterion("measure_0").value == Linear(10.0, 90.0)
    assert session.history.undoText() == "Value of Measure 0"
    editor.close()
