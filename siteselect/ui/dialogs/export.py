"""Export: the ranked list as a file, in one of the forms that there are, seen before it is made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from siteselect.errors import SiteSelectError
from siteselect.language import say
from siteselect.ui.dialogs.export_options import ExportOptions
from siteselect.ui.dialogs.foot import foot
from siteselect.ui.print.wish import SURFACES, Offered, Wish

Preview = Callable[[Wish], QImage | str]
"""From a wish to what is shown of it: the first page, or the first lines."""
_REST_MS = 250
_PAGE = (330, 440)
"""Pixels that a preview may take."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the dialog is asked about."""

    name: str
    """Of the file, without its suffix."""
    folder: Path
    holds: str
    forms: Mapping[str, Offered]
    scenarios: Sequence[str]
    days: tuple[date, date]
    preview: Preview


def capital(text: str) -> str:
    """Return `text` with a capital at its head, the rest as it is."""
    return text[:1].upper() + text[1:]


class ExportDialog(QDialog):
    """Asks for a form, its choices and a file; `wish` tells what was chosen once accepted."""

    def __init__(self, asked: Asked, wish: Wish, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked, self._wish = asked, wish
        self.setWindowTitle(say("Export"))
        self.setMinimumWidth(860)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        self.options = ExportOptions(wish, asked.scenarios, asked.days)
        self.heading, self.about = QLabel(), QLabel()
        self.page = QLabel()
        self.file = QLineEdit()
        self.write = QPushButton(say("Export"))
        self._fault = QLabel()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._preview)
        self._lay_out()
        self.file.setText(str(asked.folder / f"{asked.name}{asked.forms[self.form].suffix}"))
        self.options.chosen.connect(self._rest.start)
        self.options.show_form(self.form)
        self._head()
        self.buttons[self.form].setFocus()

    @property
    def form(self) -> str:
        """The key of the chosen form."""
        return next(key for key, button in self.buttons.items() if button.isChecked())

    @property
    def path(self) -> Path:
        """The chosen file, with the suffix of its form."""
        path = Path(self.file.text().strip()).expanduser()
        suffix = self._asked.forms[self.form].suffix
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    @property
    def wish(self) -> Wish:
        """Everything that was chosen."""
        path = self.path if self.file.text().strip() else Path()
        return replace(self.options.wish(), form=self.form, path=path)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is to be expected as soon as the dialog stands."""
        super().showEvent(event)
        self._rest.start()

    def _lay_out(self) -> None:
        self.heading.setObjectName("title")
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setObjectName("pale")
        forms = QVBoxLayout()
        forms.setSpacing(7)
        for place, (key, offered) in enumerate(self._asked.forms.items()):
            button = QRadioButton(f"{capital(offered.title)}  ({offered.suffix})")
            button.ensurePolished()
            button.setMinimumWidth(button.sizeHint().width())  # else words are cut by the preview
            chosen = key == self._wish.form
            button.setChecked(chosen or (place == 0 and self._wish.form not in self._asked.forms))
            button.clicked.connect(self._turn)
            self._group.addButton(button)
            self.buttons[key] = button
            forms.addWidget(button)
        choices = QVBoxLayout()
        choices.addLayout(forms)
        choices.addSpacing(10)
        choices.addWidget(self.options)
        choices.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addLayout(choices, 1)
        middle.addWidget(self._frame(), 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addWidget(self.about)
        layout.addLayout(middle, 1)
        layout.addLayout(self._file_row())
        layout.addWidget(self._fault)
        layout.addLayout(self._button_row())

    def _head(self) -> None:
        """Say what is exported: the list, or the surface."""
        if self.form in SURFACES:
            self.heading.setText(say("Export the surface"))
            self.about.setText(say("Every cell as Find shows it, not the sites of the list."))
        else:
            self.heading.setText(say("Export the ranked list"))
            self.about.setText(self._asked.holds)

    def _frame(self) -> QScrollArea:
        """Return the place of the preview."""
        self.page.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.page.setTextFormat(Qt.TextFormat.PlainText)
        self.page.setMargin(8)
        self.page.setAccessibleName(say("Preview"))
        frame = QScrollArea()
        frame.setFrameShape(QFrame.Shape.StyledPanel)
        frame.setWidgetResizable(True)
        frame.setWidget(self.page)
        frame.setFixedWidth(_PAGE[0] + 34)
        frame.setMinimumHeight(_PAGE[1] + 24)
        return frame

    def _file_row(self) -> QHBoxLayout:
        self.file.setAccessibleName(say("File"))
        browse = QPushButton(say("Browse…"))
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.file, 1)
        row.addWidget(browse)
        return row

    def _button_row(self) -> QHBoxLayout:
        self._fault.setWordWrap(True)
        self._fault.setObjectName("muted")
        self._fault.hide()
        self.write.clicked.connect(self._accept)
        return foot(self, self.write)

    def _turn(self) -> None:
        """Turn to another form: its choices, its suffix, its preview."""
        self.options.show_form(self.form)
        self._head()
        path = Path(self.file.text())
        if path.suffix.lower() in {each.suffix for each in self._asked.forms.values()}:
            self.file.setText(str(path.with_suffix(self._asked.forms[self.form].suffix)))
        self._rest.start()

    def _preview(self) -> None:
        """Show the first page or the first lines; a fault is told in their place."""
        try:
            shown = self._asked.preview(self.wish)
        except SiteSelectError as fault:
            self.page.setText(str(fault))
            self.page.setWordWrap(True)
            return
        self.page.setWordWrap(False)
        if isinstance(shown, str):
            self.page.setText(shown)
        else:
            self.page.setPixmap(QPixmap.fromImage(shown))

    def _browse(self) -> None:
        offered = self._asked.forms[self.form]
        text, _ = QFileDialog.getSaveFileName(
            self, say("Export"), self.file.text(), f"{offered.title} (*{offered.suffix})"
        )
        if text:
            self.file.setText(text)

    def _accept(self) -> None:
        fault = "" if self.file.text().strip() else say("Give the file a name.")
        try:
            wish = self.wish
            if wish.form == "csv_table":
                wish.table()
            wish.brand()
        except SiteSelectError as error:
            fault = fault or str(error)
        if fault:
            self._fault.setText(fault)
            self._fault.show()
            return
        self.accept()
