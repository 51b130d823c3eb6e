from PySide6.QtWidgets import QLabel, QPlainTextEdit

from siteselect.intake.offers import Intake
from siteselect.intake.report import Finding, IntakeReport
from siteselect.model.sites import Site
from siteselect.ui.dialogs.add_sites import AddSitesDialog

SITE = Site("Aksu", "KZ", 76.9, 52.0)


def test_it_tells_every_row_that_was_left_out_and_what_is_replaced(qtbot):
    report = IntakeReport("o.csv", 1, (Finding("no point.", 3, "lon", left_out=True),))
    dialog = AddSitesDialog(Intake((SITE,), report), frozenset({"Aksu"}))
    qtbot.addWidget(dialog)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "1 site taken in, 1 row left out" in words
    assert "In place of sites of the same name: Aksu" in words
    assert "row 3, column lon" in dialog.findChild(QPlainTextEdit).toPlainText()
    assert dialog.add.text() == "Add 1 site"
    assert dialog.add.isEnabled()


def test_nothing_taken_in_is_nothing_to_add(qtbot):
    dialog = AddSitesDialog(Intake((), IntakeReport("o.csv", 0)), frozenset())
    qtbot.addWidget(dialog)
    assert not dialog.add.isEnabled()
    assert dialog.findChild(QPlainTextEdit).isHidden()
