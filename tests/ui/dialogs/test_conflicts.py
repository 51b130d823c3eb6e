from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from siteselect.model.event import Conflict, Statement
from siteselect.ui.dialogs.conflicts import ConflictsDialog, conflicts_page

ONE = Conflict("KG", "tax, % of the bill", (
    Statement("R1", "15 <law>", "https://a.kg/1; https://b.kg/2", "2020-08-01", "end assumed"),
    Statement("R2", "10 (decree)", "a paper", "2023-01-01 to not stated"),
))  # fmt: skip
LANDS = {"KG": "Kyrgyzstan"}


@pytest.fixture
def dialog(qtbot):
    made = ConflictsDialog([ONE], date(2023, 6, 1), LANDS)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_row_is_told_literally_and_the_first_one_leads():
    page = conflicts_page([ONE], LANDS)
    assert "Kyrgyzstan: tax, % of the bill" in page
    assert "15 &lt;law&gt;" in page
    assert page.count("<b>leads</b>") == 1
    assert page.index("leads") < page.index("R2")
    assert "<a href='https://a.kg/1'>https://a.kg/1</a>; <a href='https://b.kg/2'>" in page
    alone = Conflict("KZ", "fee", (ONE.statements[0],))
    assert "leads" not in conflicts_page([alone], {})
    assert "KZ: fee" in conflicts_page([alone], {})


def test_it_tells_the_day_and_is_as_high_as_what_it_tells(qtbot, dialog):
    assert "15 <law>" in dialog.page.toPlainText()
    assert dialog.page.verticalScrollBar().maximum() == 0
    many = ConflictsDialog([ONE] * 30, date(2023, 6, 1), LANDS)
    qtbot.addWidget(many)
    assert many.height() <= 560


def test_the_facts_are_one_click_away(qtbot, dialog):
    button = next(each for each in dialog.findChildren(QPushButton) if "Facts" in each.text())
    with qtbot.waitSignal(dialog.facts_wanted):
        button.click()
    assert not dialog.isVisible()


def test_where_all_agree_it_says_so(qtbot):
    made = ConflictsDialog([], date(2023, 6, 1), LANDS)
    qtbot.addWidget(made)
    made.show()
    assert not made.page.isVisible()
