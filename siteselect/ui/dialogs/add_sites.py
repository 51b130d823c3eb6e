"""Add sites: what a table brought, row by row, before it is taken in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.intake.offers import Intake
from siteselect.language import say, say_count
from siteselect.ui.dialogs.foot import foot


class AddSitesDialog(QDialog):
    """Tells the report of an intake; accepted when the sites are wanted."""

    def __init__(
        self, intake: Intake, known: frozenset[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Add sites"))
        self.setMinimumWidth(520)
        heading = QLabel(intake.report.summary)
        heading.setObjectName("title")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        replaced = sorted(known & {site.name for site in intake.sites})
        told = say("Each row stays as it was written; nothing of the file is changed.")
        if replaced:
            names = ", ".join(replaced)
            told = f"{told} {say('In place of sites of the same name: {names}.', names=names)}"
        about = QLabel(told)
        about.setObjectName("pale")
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        findings = QPlainTextEdit("\n".join(intake.report.lines[1:]), readOnly=True)
        findings.setAccessibleName(say("What was found in the file"))
        findings.setVisible(bool(intake.report.lines[1:]))
        count = len(intake.sites)
        self.add = QPushButton(say_count("Add {count} site", "Add {count} sites", count))
        self.add.setEnabled(count > 0)
        self.add.clicked.connect(self.accept)
        self.closer = False
        """Whether a person wants to see how the file is read."""
        self.change = QPushButton(say("Change how it is read…"))
        self.change.setAutoDefault(False)
        self.change.clicked.connect(self._look_closer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addWidget(about)
        layout.addWidget(findings)
        layout.addLayout(foot(self, self.add, self.change))

    def _look_closer(self) -> None:
        self.closer = True
        self.reject()
