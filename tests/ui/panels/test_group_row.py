import pytest

from siteselect.ui.criteria_edits import CriteriaEdits
from siteselect.ui.panels.group_row import GroupRow


@pytest.fixture
def row(qtbot, session):
    made = GroupRow(CriteriaEdits(session), "Power")
    qtbot.addWidget(made)
    made.show_share(32, counts=True)
    made.show()
    return made


def test_the_share_scales_the_members_and_nothing_else(row, session):
    assert row.share.share == 32
    row.share.edited.emit(50.0, 3)
    weights = {each.key: each.weight for each in session.study.scenario.criteria}
    rest = weights["measure_1"] + weights["measure_2"] + weights["measure_3"] + weights["measure_5"]
    assert weights["measure_0"] + weights["measure_4"] == pytest.approx(rest)
    assert weights["measure_0"] / weights["measure_4"] == pytest.approx(10 / 14)
    assert weights["measure_1"] == 11.0
    assert session.history.undoText() == "Share of Power"


def test_a_drag_through_zero_gives_the_ratios_back(row, session):
    row.slider.edited.emit(0.0, 7)
    assert session.study.scenario.criterion("measure_0").weight == 0.0
    row.slider.edited.emit(50.0, 7)
    weights = {each.key: each.weight for each in session.study.scenario.criteria}
    assert weights["measure_0"] / weights["measure_4"] == pytest.approx(10 / 14)
    assert session.history.count() == 1


def test_the_group_is_renamed_as_a_whole(row, session):
    row.name.edited.emit("Energy")
    groups = {each.key: each.group for each in session.study.scenario.criteria}
    assert groups["measure_0"] == groups["measure_4"] == "Energy"
    assert groups["measure_1"] != "Energy"


def test_a_group_without_weight_cannot_be_scaled(row):
    row.show_share(0, counts=False)
    assert not row.slider.isEnabled()
    assert not row.share.isEnabled()


def test_the_menu_adds_a_criterion_here(qtbot, row):
    with qtbot.waitSignal(row.wished) as told:
        row.menu().actions()[0].trigger()
    assert told.args == ["criterion", "Power"]
