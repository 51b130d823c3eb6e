import pytest
from PySide6.QtCore import Qt

from siteselect.model.class_value import Category
from siteselect.model.scenario import UnknownPolicy
from siteselect.model.value_function import Gaussian, Linear, Piecewise, Relative
from siteselect.ui.curve_kinds import CAUTION, KINDS
from siteselect.ui.panels.criteria import CriteriaPanel
from siteselect.ui.panels.defaults import Defaults
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_scenario
from tests.ui.settling import evaluated


@pytest.fixture
def panel(qtbot, session):
    made = CriteriaPanel(session, LIGHT, Defaults(lambda: (make_scenario(),)))
    qtbot.addWidget(made)
    session.changed.connect(made.display)
    made.display(session.evaluation)
    made.show()
    return made


@pytest.fixture
def editor(panel):
    panel.edit_curve("measure_0")
    return panel._editor


def value(session, key="measure_0"):
    return session.study.scenario.criterion(key).value


def choose(editor, kind):
    title = next(title for title, each in KINDS.items() if each is kind)
    editor.kind.setCurrentText(title)
    editor.kind.activated.emit(editor.kind.currentIndex())


def test_it_shows_the_function_and_every_known_site(editor, session):
    known = session.evaluation.matrix.column("measure_0").known
    assert editor.kind.currentText() == "Straight line"
    assert len(editor.plot.dots) == known < 30
    assert f"The dots are the {known} sites" in editor.note.text()
    assert "count as the worst" in editor.note.text()
    assert editor.turn.text() == "higher is better"
    assert editor.windowFlags() & Qt.WindowType.Tool == Qt.WindowType.Tool
    assert not editor.isModal()


def test_what_the_hand_bends_reaches_the_map_in_one_step(qtbot, editor, session):
    with qtbot.waitSignal(session.changed) as told:
        editor.plot.edited.emit(Linear(0.0, 90.0), 7)
        editor.plot.edited.emit(Linear(0.0, 80.0), 7)
    assert told.args[0].scenario.criterion("measure_0").value == Linear(0.0, 80.0)
    assert session.history.count() == 1
    assert session.history.undoText() == "Value of Measure 0"
    with evaluated(qtbot, session):
        session.history.undo()
    assert editor.form.boxes["Best (100)"].value() == 100.0
    assert editor.plot.held[1].raw == 100.0


def test_kinds_follow_each_other_with_the_direction_kept(editor, session):
    editor.plot.edited.emit(Linear(100.0, 0.0), 3)
    choose(editor, Gaussian)
    assert editor.turn.text() == "a middle is best"
    assert not editor.turn.isEnabled()
    choose(editor, Piecewise)
    assert value(session).points[0][1] == 1.0  # lower is better, as before the bell
    assert not editor.add.isHidden()
    choose(editor, Relative)
    assert editor.caution.text() == CAUTION
    assert not editor.caution.isHidden()
    assert value(session) == Relative(higher_is_better=False)


def test_a_column_of_many_values_is_no_column_of_categories(editor, panel):
    row = [*KINDS.values()].index(Category)
    assert not editor.kind.model().item(row).isEnabled()
    scenario = panel._session.study.scenario
    assert scenario.criterion("measure_1")


def test_direction_is_turned_and_reset(qtbot, editor, session):
    assert not editor.reset.isEnabled()
    with evaluated(qtbot, session):
        editor.turn.click()
    assert value(session) == Linear(100.0, 0.0)
    assert editor.reset.isEnabled()
    with evaluated(qtbot, session):
        editor.reset.click()
    assert value(session) == make_scenario().criterion("measure_0").value
    assert session.history.count() == 2


def test_another_criterion_is_shown_in_the_same_window(editor, panel):
    panel.rows["measure_1"].curve.click()
    assert panel._editor is editor
    assert editor.key == "measure_1"
    assert editor.turn.text() == "lower is better"


def test_a_point_is_added_and_removed_by_button(editor, session):
    choose(editor, Piecewise)
    editor.plot.choose(1)
    editor.add.click()
    assert len(value(session).points) == 4
    assert editor.remove.isEnabled()
    editor.remove.click()
    assert len(value(session).points) == 3


def test_a_site_is_selected_everywhere(qtbot, editor, session):
    name = editor.plot.dots[0].name
    editor.plot.clicked.emit(name)
    assert session.selection == {name}


def test_it_closes_when_its_criterion_is_gone(qtbot, editor, session):
    study = session.study
    with evaluated(qtbot, session):
        session.edit(study.with_scenario(study.scenario.without("measure_0")), "Remove")
    assert not editor.isVisible()


def test_a_refused_number_is_told_and_the_policy_is_named(qtbot, editor, session):
    editor.form.refused.emit("Give two different anchors.")
    assert editor.note.text() == "Give two different anchors."
    study = session.study
    from dataclasses import replace

    neutral = replace(study.scenario, unknown=UnknownPolicy.NEUTRAL)
    with evaluated(qtbot, session):
        session.edit(study.with_scenario(neutral), "Neutral")
    assert "count as 50" in editor.note.text()


def test_another_theme_is_taken_on(editor, panel):
    panel.apply_theme(DARK)
    grabbed = editor.plot.grab().toImage()
    assert grabbed.pixelColor(1, 1).name().upper() == DARK.panel
