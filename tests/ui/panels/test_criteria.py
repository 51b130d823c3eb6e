from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from siteselect.model.decision_matrix import Column, Provenance
from siteselect.ui.panels.criteria import CriteriaPanel
from siteselect.ui.panels.defaults import Defaults
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_matrix, make_scenario
from tests.ui.settling import evaluated


@pytest.fixture
def panel(qtbot, session):
    made = CriteriaPanel(session, LIGHT, Defaults(lambda: (make_scenario(),)))
    qtbot.addWidget(made)
    session.changed.connect(made.display)
    made.display(session.evaluation)
    made.resize(300, 700)
    made.show()
    return made


def settle(qtbot, session, act):
    with evaluated(qtbot, session):
        act()


def test_there_is_a_row_for_each_criterion_and_each_gate(panel, session):
    scenario = session.study.scenario
    assert list(panel.rows) != []
    assert set(panel.rows) == {each.measure for each in scenario.criteria}
    assert set(panel.gates_box.rows) == {"legal_status"}
    assert panel.rows["measure_0"].about == "km · higher is better"
    assert panel.rows["measure_1"].about == "km · lower is better"


def test_a_drag_edits_the_session_and_is_one_step(qtbot, panel, session):
    slider = panel.rows["measure_0"].slider
    middle = slider.height() // 2

    def drag():
        qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(20, middle))
        qtbot.mouseMove(slider, QPoint(40, middle))
        qtbot.mouseMove(slider, QPoint(60, middle))
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(60, middle))

    settle(qtbot, session, drag)
    assert session.study.scenario.criterion("measure_0").weight == slider.weight > 10
    assert session.history.count() == 1
    assert session.history.undoText() == "Weight of Measure 0"
    settle(qtbot, session, session.history.undo)
    assert slider.weight == 10.0


def test_shares_are_shown_and_a_typed_share_becomes_just_that(qtbot, panel, session):
    row = panel.rows["measure_0"]
    total = sum(each.weight for each in session.study.scenario.criteria)
    assert row.share.share == round(100 * 10.0 / total)
    row.share.setFocus()
    row.share.selectAll()
    qtbot.keyClicks(row.share, "40")
    settle(qtbot, session, lambda: qtbot.keyClick(row.share, Qt.Key.Key_Return))
    evaluation = session.evaluation
    place = [each.measure for each in evaluation.criteria].index("measure_0")
    assert evaluation.shares[place] == pytest.approx(0.40, abs=1e-4)
    assert session.study.scenario.criterion("measure_1").weight == 11.0  # others stay as given


def test_switching_off_takes_the_criterion_out_and_keeps_its_row(qtbot, panel, session):
    row = panel.rows["measure_2"]
    settle(qtbot, session, row.switch.click)
    assert not session.study.scenario.criterion("measure_2").enabled
    assert "measure_2" not in [each.measure for each in session.evaluation.criteria]
    assert not row.slider.isEnabled()
    assert not row.isHidden()


def test_reset_is_offered_only_for_what_was_changed(qtbot, panel, session):
    row = panel.rows["measure_3"]
    assert row.reset.isHidden()
    study = session.study
    settle(qtbot, session, lambda: session.edit(study.with_weight("measure_3", 2.0), "Weight"))
    assert not row.reset.isHidden()
    settle(qtbot, session, row.reset.click)
    assert session.study.scenario.criterion("measure_3").weight == 13.0
    assert row.reset.isHidden()


def test_reset_all_is_one_step(qtbot, panel, session):
    study = session.study.with_weight("measure_3", 2.0).with_weight("measure_1", 0.5)
    settle(qtbot, session, lambda: session.edit(study, "Weights"))
    settle(qtbot, session, panel.reset_all.click)
    assert session.study.scenario == make_scenario()
    assert session.history.count() == 2


def test_the_method_is_chosen_and_shown(qtbot, panel, session):
    panel.method.setCurrentIndex(panel.method.findData("topsis"))
    assert session.study.scenario.method == "weighted_sum"  # a program's choice is no edit
    settle(qtbot, session, lambda: panel.method.activated.emit(panel.method.currentIndex()))
    assert session.study.scenario.method == "topsis"
    settle(qtbot, session, session.history.undo)
    assert panel.method.currentData() == "weighted_sum"


def test_groups_show_the_sum_of_their_shares(panel):
    assert [*panel.groups] == ["Power", "Law & risk", "Logistics", "Climate & site"]
    assert sum(row.share.share for row in panel.groups.values()) == 100
    assert sum(row.share.share for row in panel.rows.values()) == 100
    power = panel.rows["measure_0"].share.share + panel.rows["measure_4"].share.share
    assert panel.groups["Power"].share.share == power


def test_shares_can_be_read_within_their_group(panel):
    panel.show_local(local=True)
    shown = [panel.rows[key].share.share for key in ("measure_0", "measure_4")]
    assert shown == [42, 58]  # 10 and 14 of 24
    assert panel.rows["measure_2"].share.share == 100


def test_wishes_go_up(qtbot, panel):
    told = []
    panel.wished.connect(lambda *each: told.append(each))
    panel.add.click()
    panel.weigh.click()
    panel.gates_box.add.click()
    panel.rows["measure_0"].wished.emit("new_group", "measure_0")
    assert told == [("criterion", ""), ("weights", ""), ("gate", ""), ("new_group", "measure_0")]
    panel._menu.aboutToShow.emit()
    texts = [each.text() for each in panel._menu.actions()]
    assert "Shares within the group" in texts


def test_a_criterion_that_comes_or_goes_gets_its_row(qtbot, panel, session):
    settle(qtbot, session, panel.rows["measure_5"]._keys["duplicate"].trigger)
    assert "measure_5_2" in panel.rows
    settle(qtbot, session, panel.rows["measure_5"]._keys["remove"].trigger)
    assert "measure_5" not in panel.rows
    settle(qtbot, session, session.history.undo)
    assert "measure_5" in panel.rows


def test_a_criterion_unknown_for_every_site_says_so_and_does_not_count(
    qtbot, tasks, ground, faults, panel, session
):
    matrix = make_matrix(30)
    unknown = Column(
        np.full(30, np.nan), tuple(Provenance("No layer of substations.") for _ in range(30))
    )
    columns = (unknown, *matrix.columns[1:])
    ground.build = lambda study, progress: replace(
        matrix, columns=columns, as_of=study.context.as_of, load_mw=study.context.load_mw
    )
    session._ground = replace(session.ground, build=ground.build)
    settle(qtbot, session, lambda: session.edit(session.study.with_load(60.0), "Load"))
    row = panel.rows["measure_0"]
    assert row.about == "unknown here: needs a layer"
    assert row.slider.isHidden()
    assert row.share.isHidden()
    assert row.curve.isHidden()
    assert not row.switch.isEnabled()
    assert "No layer of substations." in row.name.toolTip()
    assert session.evaluation.shares[0] == 0.0


def test_another_theme_is_taken_on(panel):
    before = panel.grab().toImage()
    panel.apply_theme(DARK)
    assert not panel.grab().isNull()
    assert before.size() == panel.grab().toImage().size()
