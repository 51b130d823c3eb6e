"""Export: the ranked list as a file, in one of the forms that there are."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.export import EXPORTERS
from siteselect.language import say


def capital(text: str) -> str:
    """Return `text` with a capital at its head, the rest as it is."""
    return text[:1].upper() + text[1:]


class ExportDialog(QDialog):
    """Asks for a form and a file; `path` and `form` tell what was chosen once it is accepted."""

    def __init__(
        self, name: str, folder: Path, holds: str, form: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Export"))
        self.setMinimumWidth(480)
        heading = QLabel(say("Export the ranked list"))
        heading.setObjectName("title")
        about = QLabel(holds)
        about.setWordWrap(True)
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setObjectName("pale")
        self._group = QButtonGroup(self)
        forms = QVBoxLayout()
        forms.setSpacing(8)
        self.buttons: dict[str, QRadioButton] = {}
        for place, (key, exporter) in enumerate(EXPORTERS.items()):
            button = QRadioButton(f"{capital(exporter.title)}  ({exporter.suffix})")
            button.setChecked(key == form or (not form and place == 0))
            button.clicked.connect(self._fit_suffix)
            self._group.addButton(button)
            self.buttons[key] = button
            forms.addWidget(button)
        self.file = QLineEdit(str(folder / f"{name}{EXPORTERS[self.form].suffix}"))
        self.file.setAccessibleName(say("File"))
        browse = QPushButton(say("Browse…"))
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.file, 1)
        row.addWidget(browse)
        self.write = QPushButton(say("Export"))
        self.write.setObjectName("primary")
        self.write.setDefault(True)
        self.write.clicked.connect(self._accept)
        cancel = QPushButton(say("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.write)
        self._fault = QLabel()
        self._fault.setWordWrap(True)
        self._fault.setObjectName("muted")
        self._fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addWidget(about)
        layout.addLayout(forms)
        layout.addLayout(row)
        layout.addWidget(self._fault)
        layout.addLayout(buttons)

    @property
    def form(self) -> str:
        """The key of the chosen exporter."""
        return next(key for key, button in self.buttons.items() if button.isChecked())

    @property
    def path(self) -> Path:
        """The chosen file, with the suffix of its form."""
        path = Path(self.file.text().strip()).expanduser()
        suffix = EXPORTERS[self.form].suffix
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    def _fit_suffix(self) -> None:
        path = Path(self.file.text())
        if path.suffix.lower() in {each.suffix for each in EXPORTERS.values()}:
            self.file.setText(str(path.with_suffix(EXPORTERS[self.form].suffix)))

    def _browse(self) -> None:
        exporter = EXPORTERS[self.form]
        text, _ = QFileDialog.getSaveFileName(
            self, say("Export"), self.file.text(), f"{exporter.title} (*{exporter.suffix})"
        )
        if text:
            self.file.setText(text)

    def _accept(self) -> None:
        if not self.file.text().strip():
            self._fault.setText(say("Give the file a name."))
            self._fault.show()
            return
        self.accept()
