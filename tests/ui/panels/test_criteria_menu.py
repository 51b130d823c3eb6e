from PySide6.QtWidgets import QMenu, QWidget

from siteselect.ui.criteria_edits import CriteriaEdits
from siteselect.ui.panels.criteria_menu import WAYS, fill_panel_menu


def test_every_entry_asks_for_its_dialog_or_edits(qtbot, session):
    parent = QWidget()
    qtbot.addWidget(parent)
    menu, told = QMenu(parent), []
    reset = []
    fill_panel_menu(
        menu, CriteriaEdits(session), lambda *each: told.append(each), lambda: reset.append(1)
    )
    entries = {each.text(): each for each in menu.actions()}
    for text in ("Add a criterion…", "Add a measure of your own…", "Add a gate…"):
        entries[text].trigger()
    for each in entries["Set weights by"].menu().actions():
        each.trigger()
    entries["Compare scenarios…"].trigger()
    assert told == [
        ("criterion", ""),
        ("own_measure", ""),
        ("gate", ""),
        *(("weights", key) for key in WAYS),
        ("compare", ""),
    ]
    entries["Reset all"].trigger()
    assert reset == [1]
    entries["Total 100: the others give way"].trigger()
    weights = [each.weight for each in session.study.scenario.criteria]
    assert session.study.scenario.total_100
    assert abs(sum(weights) - 100) < 1e-9
