"""The diagnostic report before it is written: every file of it, as it would be sent."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.diagnosis import SUFFIX, write_report
from siteselect.errors import SiteSelectError
from siteselect.language import say
from siteselect.ui.dialogs.foot import foot
from siteselect.ui.messages import Messages
from siteselect.ui.settings import Settings

FILE = f"siteselect-report{SUFFIX}"


class DiagnosticDialog(QDialog):
    """Shows the report file by file, and writes it where the person says."""

    def __init__(
        self,
        parts: Mapping[str, str],
        settings: Settings,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Diagnostic report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 520)
        self._parts, self._settings, self._messages = parts, settings, messages
        heading = QLabel(say("Diagnostic report"))
        heading.setObjectName("title")
        about = QLabel(
            say(
                "Nothing is sent to anybody. This is exactly what the file will hold: paths, names "
                "of projects and sites, coordinates and keys have been taken out. Read it, save "
                "it, and give it to whoever helps you."
            )
        )
        about.setWordWrap(True)
        self.files = QListWidget()
        self.files.setAccessibleName(say("Files of the report"))
        self.files.setFixedWidth(180)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(say("What the file holds"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.files.currentTextChanged.connect(
            lambda name: self.text.setPlainText(parts.get(name, ""))
        )
        self.keep = QPushButton(say("Save…"))
        self.keep.clicked.connect(self._save)
        middle = QHBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.files)
        middle.addWidget(self.text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addWidget(about)
        layout.addLayout(middle, 1)
        layout.addLayout(foot(self, self.keep))
        self.files.addItems(list(parts))
        self.files.setCurrentRow(0)

    def save_to(self, path: Path) -> bool:
        """Write the report; a fault is told and the dialog stays."""
        path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        try:
            write_report(path, self._parts)
        except SiteSelectError as fault:
            self._messages.fault(fault)
            return False
        self._settings.folder = path.parent
        self._messages.notice(say("The report is at {path}", path=path))
        return True

    def _save(self) -> None:
        text, _ = QFileDialog.getSaveFileName(
            self,
            say("Save the diagnostic report"),
            str(self._settings.folder / FILE),
            f"{say('Zip files')} (*{SUFFIX})",
        )
        if text and self.save_to(Path(text)):
            self.accept()
