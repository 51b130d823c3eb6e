from siteselect.model.event import Conflict, Statement
from siteselect.ui.dialogs.conflicts import ConflictsDialog
from tests.ui.money_made import ground, study

ONE = Conflict("KG", "tax, % of the bill", (
    Statement("R1", "15 <law>", "a gazette", "2020-08-01 to 2023-10-31"),
    Statement("R2", "10 (decree)", "a paper", "2023-01-01 to not stated"),
))  # fmt: skip


def test_facts_open_once_beside_the_window_and_conflicts_from_the_time_line(make_window):
    window = make_window(study(), open_pack=lambda *_: ground())
    window.actions_by_key["facts"].trigger()
    dialog = window.law.dialog
    assert dialog.isVisible()
    assert not dialog.isModal()
    window.actions_by_key["facts"].trigger()
    assert window.law.dialog is dialog
    window.timeline.conflicts_wanted.emit((ONE,))
    page = window.findChild(ConflictsDialog)
    assert "Kyrgyzstan: tax, % of the bill" in page.page.toPlainText()
    dialog.hide()
    page.facts_wanted.emit()
    assert dialog.isVisible()
    page.accept()


def test_before_the_region_is_read_nothing_is_opened(make_window):
    window = make_window(begin=False)
    window.actions_by_key["facts"].trigger()
    assert window.law.dialog is None
