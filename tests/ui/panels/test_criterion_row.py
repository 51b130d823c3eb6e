from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from siteselect.ui.criteria_edits import CriteriaEdits
from siteselect.ui.panels.criterion_row import CriterionRow, Standing
from siteselect.ui.panels.defaults import Defaults
from tests.making import make_scenario

STANDING = Standing(25, "25 % of all, 40 % of Power", "#0F766E", local=False, total_100=False)


def show(row, session, standing=STANDING):
    criterion = session.study.scenario.criterion("measure_0")
    row.show_criterion(session.evaluation, criterion, standing)


@pytest.fixture
def row(qtbot, session):
    edits = CriteriaEdits(session)
    made = CriterionRow(edits, Defaults(lambda: (make_scenario(),)), "measure_0", "Measure 0")
    qtbot.addWidget(made)
    show(made, session)
    made.resize(288, 50)
    made.show()
    return made


def weight(session, key="measure_0"):
    return session.study.scenario.criterion(key).weight


def test_it_shows_weight_share_and_how_much_is_known(row, session):
    known = session.evaluation.matrix.column("measure_0").known
    assert row.slider.weight == 10.0
    assert row.share.share == 25
    assert "40 % of Power" in row.share.toolTip()
    assert f"known for {known} of 30 sites" in row.name.toolTip()


def test_every_control_has_a_name_for_a_screen_reader(row):
    for part in (row.switch, row.curve, row.slider, row.share, row.reset, row.lock):
        assert part.accessibleName().startswith("Measure 0")


def test_the_spark_line_asks_for_its_editor(qtbot, row):
    with qtbot.waitSignal(row.curve_wanted) as told:
        row.curve.click()
    assert told.args == ["measure_0"]


def test_the_name_is_typed_over_by_f2_and_escape_leaves_it(qtbot, row, session):
    row.slider.setFocus()
    row._keys["rename"].trigger()
    assert row.name.renaming
    qtbot.keyClick(row.name.field, Qt.Key.Key_Escape)
    assert session.history.count() == 0
    row._keys["rename"].trigger()
    row.name.field.setText("Price of power")
    qtbot.keyClick(row.name.field, Qt.Key.Key_Return)
    assert session.study.scenario.criterion("measure_0").title == "Price of power"
    assert session.history.undoText() == "Rename Measure 0"


def test_keys_duplicate_and_remove(qtbot, row, session):
    assert row._keys["rename"].shortcut().toString() == "F2"
    assert row._keys["remove"].shortcut().toString() == "Del"
    row._keys["duplicate"].trigger()
    copy = session.study.scenario.criteria[1]
    assert (copy.key, copy.measure, copy.title) == ("measure_0_2", "measure_0", "Measure 0 (copy)")
    row._keys["remove"].trigger()
    assert "measure_0" not in [each.key for each in session.study.scenario.criteria]
    session.history.undo()
    session.history.undo()
    assert session.study.scenario == make_scenario()


def test_a_lock_stands_only_where_a_total_is_kept(qtbot, row, session):
    assert row.lock.isHidden()
    row._edits.keep_total(total_100=True)
    kept = replace(STANDING, total_100=True)
    show(row, session, kept)
    assert not row.lock.isHidden()
    row.lock.click()
    assert session.study.scenario.criterion("measure_0").locked
    show(row, session, kept)
    assert not row.slider.isEnabled()
    before = weight(session)
    row._edits.weigh("measure_1", 1.0, 5)
    assert weight(session) == before
    row.lock.click()
    assert not session.study.scenario.criterion("measure_0").locked


def test_a_typed_share_is_of_the_whole_or_of_the_group(qtbot, row, session):
    row.share.edited.emit(50.0, 1)
    rest = sum(each.weight for each in session.study.scenario.criteria[1:])
    assert weight(session) == pytest.approx(rest)
    session.history.undo()
    show(row, session, replace(STANDING, local=True))
    row.share.edited.emit(80.0, 2)
    assert weight(session) == pytest.approx(
        0.8 * (10.0 + 14.0)
    )  # with measure_4, the rest of Power
    assert weight(session, "measure_1") == 11.0


def test_the_menu_holds_what_can_be_done(row):
    words = [each.text() for each in row.menu().actions() if each.text()]
    assert words == [
        "Edit value function…",
        "Rename",
        "Duplicate",
        "Move to group",
        "Move up",
        "Move down",
        "Leave out",
        "Demand a bound on it…",
        "Remove",
    ]
