from siteselect.model.event import Conflict
from siteselect.ui.dialogs.about import AboutDialog
from siteselect.ui.law_desk import conflicts_page
from tests.ui.money_made import ground, study

ONE = Conflict("KG", "tax, % of the bill", ("R1", "R2"), "15 <law>; 10 (decree)")


def test_conflicts_are_told_literally_with_the_row_that_leads():
    page = conflicts_page([ONE])
    assert "KG: tax, % of the bill" in page
    assert "15 &lt;law&gt;;<br>10 (decree)" in page
    assert "rows R1, R2; the first one leads" in page
    assert "agree" in conflicts_page([])


def test_facts_open_once_beside_the_window_and_conflicts_from_the_time_line(make_window):
    window = make_window(study(), open_pack=lambda *_: ground())
    window.actions_by_key["facts"].trigger()
    dialog = window.law.dialog
    assert dialog.isVisible()
    assert not dialog.isModal()
    window.actions_by_key["facts"].trigger()
    assert window.law.dialog is dialog
    window.timeline.conflicts_wanted.emit((ONE,))
    page = window.findChild(AboutDialog)
    assert "% of the bill" in page.page.toPlainText()
    page.accept()


def test_before_the_region_is_read_nothing_is_opened(make_window):
    window = make_window(begin=False)
    window.actions_by_key["facts"].trigger()
    assert window.law.dialog is None
