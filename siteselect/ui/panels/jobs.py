"""The list of running jobs: a button at the foot of the window, and what it opens."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import say
from siteselect.ui.running_jobs import Job, state_words
from siteselect.ui.widgets.elided import ElidedLabel

_WIDTH, _STEPS, _GAP = 360, 1000, 4
_WORDS = 220
"""So wide may the words of a job be at the foot of the window."""


class JobRow(QWidget):
    """One job: its words, its bar, the time left, and the button that ends it."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.words = ElidedLabel()
        self.bar = QProgressBar()
        self.bar.setObjectName("job")
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.state = QLabel()
        self.state.setObjectName("muted")
        self.cancel = QPushButton(say("Cancel"))
        self.cancel.setAutoDefault(True)
        self.cancel.setMinimumHeight(24)
        left = QVBoxLayout()
        left.setSpacing(4)
        for each in (self.words, self.bar, self.state):
            left.addWidget(each)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_job(job)

    def show_job(self, job: Job) -> None:
        """Show how far the job is."""
        if self.words.text() != job.what:
            self.words.show_text(job.what)
            self.bar.setAccessibleName(say("Progress of {what}", what=job.what))
            self.cancel.setAccessibleName(say("Cancel {what}", what=job.what))
        self.bar.setValue(round(_STEPS * min(job.part, 1.0)))
        self.state.setText(state_words(job))


class JobsPopup(QDialog):
    """Lists all that runs; `stop_wanted` carries the key of what is to end. Escape closes it."""

    stop_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("panel")
        self.setAccessibleName(say("Running jobs"))
        self.setFixedWidth(_WIDTH)
        self.rows: dict[str, JobRow] = {}
        title = QLabel(say("Running jobs"))
        title.setObjectName("subtitle")
        self.empty = QLabel(say("Nothing is running"))
        self.empty.setObjectName("pale")
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(self.empty)
        column.addLayout(self._list)

    def show_jobs(self, jobs: Sequence[Job]) -> None:
        """Show what runs; rows stay where they are while their job runs."""
        held = {each.key: each for each in jobs}
        gone = [key for key in self.rows if key not in held]
        fresh = [key for key in held if key not in self.rows]
        for key in gone:
            row = self.rows.pop(key)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for key, job in held.items():
            if key in self.rows:
                self.rows[key].show_job(job)
                continue
            row = self.rows[key] = JobRow(job)
            row.cancel.clicked.connect(partial(self.stop_wanted.emit, key))
            self._list.addWidget(row)
        self.empty.setVisible(not held)
        if gone or fresh:
            self._fit()

    def open_above(self, button: QWidget) -> None:
        """Stand above a button, with the right edges in line, and take the keys."""
        self._fit()
        self.show()
        self._stand(button)
        first = next(iter(self.rows.values()), None)
        (self if first is None else first.cancel).setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        bottom = self.geometry().bottom()
        self._column.activate()
        self.resize(_WIDTH, self._column.sizeHint().height())
        if self.isVisible():  # the foot stays, the head moves
            self.move(self.x(), bottom + 1 - self.height())

    def _stand(self, button: QWidget) -> None:
        corner = button.mapToGlobal(QPoint(button.width(), 0))
        room = button.screen().availableGeometry()
        at = corner - QPoint(self.width(), self.height() + _GAP)
        self.move(max(at.x(), room.left()), max(at.y(), room.top()))


class JobsButton(QToolButton):
    """Says what runs; pressed, it lists every job. `stop_wanted` carries the key of one."""

    stop_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("quiet")
        self.setToolTip(say("Everything that runs, how long it takes, and how to cancel it"))
        self.popup = JobsPopup(self)
        self.popup.stop_wanted.connect(self.stop_wanted)
        self._jobs: tuple[Job, ...] = ()
        self.clicked.connect(self.open)
        self.show_jobs(())

    def show_jobs(self, jobs: tuple[Job, ...]) -> None:
        """Say what the last one to speak does, and how many others run."""
        self._jobs = jobs
        self.setText(self._words(jobs))
        name = say("Running jobs: {jobs}", jobs=", ".join(each.what for each in jobs))
        self.setAccessibleName(name if jobs else say("Running jobs: none"))
        if self.popup.isVisible():
            self.popup.show_jobs(jobs)

    def open(self) -> None:
        """List what runs."""
        self.popup.show_jobs(self._jobs)
        self.popup.open_above(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter as on a click."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _words(self, jobs: Sequence[Job]) -> str:
        if not jobs:
            return say("No jobs")
        last = self.fontMetrics().elidedText(jobs[-1].what, Qt.TextElideMode.ElideRight, _WORDS)
        if len(jobs) > 1:
            last = say("{what} · and {count} more", what=last, count=len(jobs) - 1)
        return last.replace("&", "&&")
