"""Unsaved work that a crash left: when it was, what it changes, and what becomes of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import say, say_count
from siteselect.project.file import SUFFIX
from siteselect.project.recovery import LeftBehind
from siteselect.ui.widgets.elided import ElidedLabel

Found = tuple[LeftBehind, tuple[tuple[str, ...], bool]]
"""What was left, what it changes in its file, and whether that file changed since."""
_STEPS = 60


@dataclass(frozen=True, eq=False, slots=True)
class Ways:
    """What can become of work that was left."""

    recover: Callable[[LeftBehind], bool]
    save_aside: Callable[[LeftBehind, Path], bool]
    discard: Callable[[LeftBehind], None]


class RecoveryDialog(QDialog):
    """Lists the work of crashed windows; nothing becomes of any without a button."""

    def __init__(self, found: Sequence[Found], ways: Ways, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Unsaved work"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(780, 480)
        self._found = list(found)
        self._ways = ways
        self._sure = False
        self.list = QListWidget()
        self.list.setAccessibleName(say("Work that was left"))
        self.list.setFixedWidth(250)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.file = ElidedLabel()
        self.when = QLabel()
        self.caution = QLabel()
        self.changes = QPlainTextEdit(readOnly=True)
        self.changes.setAccessibleName(say("What it changes"))
        self.discard, self.aside, self.later, self.recover = (
            QPushButton(words)
            for words in (say("Discard…"), say("Save as a file…"), say("Later"), say("Recover"))
        )
        self._lay_out()
        self._wire()
        self._fill()

    def _lay_out(self) -> None:
        heading = QLabel(say("Work that was not saved is still here"))
        heading.setObjectName("title")
        about = QLabel(
            say(
                "siteselect ended without being closed. Your files are as you last saved them; "
                "nothing was written over."
            )
        )
        about.setObjectName("pale")
        for label in (about, self.caution):
            label.setWordWrap(True)
        self.caution.setObjectName("caution")
        self.when.setObjectName("subtitle")
        self.file.setObjectName("pale")
        for label in (self.when, self.caution):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.recover.setObjectName("primary")
        self.recover.setDefault(True)
        right = QVBoxLayout()
        right.setSpacing(6)
        for part in (self.when, self.file, self.caution):
            right.addWidget(part)
        right.addWidget(self.changes, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.list)
        middle.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.discard)
        buttons.addStretch(1)
        for button in (self.later, self.aside, self.recover):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addWidget(about)
        layout.addLayout(middle, 1)
        layout.addLayout(buttons)

    def _wire(self) -> None:
        self.list.currentRowChanged.connect(self._show)
        self.later.clicked.connect(self.reject)
        self.recover.clicked.connect(self._recover)
        self.aside.clicked.connect(self._save_aside)
        self.discard.clicked.connect(self._discard)

    def _fill(self) -> None:
        self.list.clear()
        for left, _ in self._found:
            item = QListWidgetItem(f"{title_of(left)}\n{age(left.written)}")
            item.setToolTip(str(left.project or ""))
            self.list.addItem(item)
        if not self._found:
            self.accept()
            return
        self.list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._found):
            return
        left, (changes, since) = self._found[row]
        self._sure = False
        self.discard.setText(say("Discard…"))
        self.when.setText(
            say("Kept {when}, {age}", when=_told(left.written), age=age(left.written))
        )
        self.file.show_text(str(left.project) if left.project else say("Never saved to a file"))
        self.caution.setVisible(since)
        self.caution.setText(
            say("The file was changed by somebody else since: saving will ask what to keep.")
        )
        self.changes.setPlainText("\n".join(words_of(left, changes)))

    @property
    def _current(self) -> LeftBehind:
        return self._found[self.list.currentRow()][0]

    def _recover(self) -> None:
        if self._ways.recover(self._current):
            self.accept()

    def _save_aside(self) -> None:
        left = self._current
        name = f"{title_of(left)} {say('recovered')}{SUFFIX}"
        start = (left.project.parent if left.project else Path.home()) / name
        text, _ = QFileDialog.getSaveFileName(
            self, say("Save as a file"), str(start), f"{say('Projects')} (*{SUFFIX})"
        )
        path = Path(text)
        if text and path.suffix != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        if text and self._ways.save_aside(left, path):
            self._leave()

    def _discard(self) -> None:
        """Discard at the second press: the first one asks."""
        if not self._sure:
            self._sure = True
            self.discard.setText(say("Discard for ever"))
            return
        self._ways.discard(self._current)
        self._leave()

    def _leave(self) -> None:
        del self._found[self.list.currentRow()]
        self._fill()


def title_of(left: LeftBehind) -> str:
    """Return the name under which a person knows the work."""
    return left.study.title or (left.project.stem if left.project else say("Untitled"))


def words_of(left: LeftBehind, changes: Sequence[str]) -> list[str]:
    """Return what the work changes, and its steps, line by line."""
    lines: list[str] = []
    if changes:
        lines += [say("Changed since the file was saved"), *(f"  {each}" for each in changes), ""]
    elif left.project is None:
        sites, scenarios = len(left.study.candidates), len(left.study.scenarios)
        sized = say("Never saved: {sites} sites, {scenarios} scenarios",
                    sites=sites, scenarios=scenarios)  # fmt: skip
        lines += [sized, ""]
    if left.edits:
        lines.append(
            say_count("{count} step, the last one first", "{count} steps, the last one first",
                      len(left.edits))
        )  # fmt: skip
        lines += [f"  {each}" for each in left.edits[: -_STEPS - 1 : -1]]
        if len(left.edits) > _STEPS:
            lines.append("  …")
    return lines


def age(written: datetime, now: datetime | None = None) -> str:
    """Return how long ago a moment was, in the largest unit that fits."""
    seconds = max(((now or datetime.now(UTC)) - written).total_seconds(), 0.0)
    if seconds < 90:
        return say("just now")
    if seconds < 5400:
        minutes = round(seconds / 60)
        return say_count("{count} minute ago", "{count} minutes ago", minutes)
    if seconds < 129_600:
        return say_count("{count} hour ago", "{count} hours ago", round(seconds / 3600))
    return say_count("{count} day ago", "{count} days ago", round(seconds / 86_400))


def _told(written: datetime) -> str:
    return f"{written.astimezone():%Y-%m-%d %H:%M}"
