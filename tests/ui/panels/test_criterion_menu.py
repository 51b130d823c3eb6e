import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from siteselect.ui.criteria_edits import CriteriaEdits
from siteselect.ui.panels.criterion_menu import fill_criterion_menu


@pytest.fixture
def fill(qtbot, session):
    parent = QWidget()
    qtbot.addWidget(parent)
    told = []

    def make(key="measure_0"):
        menu = QMenu(parent)
        keys = {name: QAction(name, parent) for name in ("edit", "rename", "duplicate", "remove")}
        edits = CriteriaEdits(session)
        fill_criterion_menu(menu, edits, key, keys, lambda *each: told.append(each))
        return {each.text(): each for each in menu.actions()}, menu

    yield make, told
    parent.close()


def test_moving_to_a_group_offers_the_others(fill, session):
    entries, _ = fill[0]()
    groups = {each.text(): each for each in entries["Move to group"].menu().actions()}
    assert not groups["Power"].isEnabled()
    groups["Logistics"].trigger()
    assert session.study.scenario.criterion("measure_0").group == "Logistics"
    groups["New group…"].trigger()
    assert fill[1] == [("new_group", "measure_0")]


def test_moving_within_the_group_passes_the_others_of_it(fill, session):
    entries, _ = fill[0]()
    entries["Move down"].trigger()
    keys = [each.key for each in session.study.scenario.criteria]
    assert keys.index("measure_4") < keys.index("measure_0")
    assert session.history.undoText() == "Move Measure 0"


def test_leaving_out_and_demanding_a_bound(fill, session):
    entries, _ = fill[0]()
    entries["Leave out"].trigger()
    assert not session.study.scenario.criterion("measure_0").enabled
    entries["Demand a bound on it…"].trigger()
    assert fill[1] == [("gate", "measure_0")]
    assert "Count" in fill[0]()[0]
