"""Keeps unsaved work aside while a person works, and offers what a crash has left."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QUndoStack
from PySide6.QtWidgets import QWidget

from siteselect.errors import ProjectError, SiteSelectError
from siteselect.language import say, say_count
from siteselect.progress import Progress
from siteselect.project.file import read_project
from siteselect.project.recovery import Keeper, LeftBehind, discard, left_behind
from siteselect.project.study_difference import study_difference
from siteselect.ui.documents import Documents
from siteselect.ui.messages import Messages
from siteselect.ui.session import Session
from siteselect.ui.tasks import Tasks

EVERY_MS = 30_000
"""A change is kept aside after so long at most; at once when another program comes to the front."""
TASK = "keep"


class Recovery(QObject):
    """Writes a copy of the study while it differs from its file; nothing is left after a clean end.

    The copy is written in the background. A number that grows with each state lets a late writer
    know that its work is not wanted any more.
    """

    def __init__(
        self,
        session: Session,
        documents: Documents,
        tasks: Tasks,
        messages: Messages,
        folder: Path,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._documents = documents
        self._tasks = tasks
        self._messages = messages
        self._folder = folder
        self._window = window
        self._number = 0
        self._failing = False
        self._closed = False
        self._due = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._due.timeout.connect(self.keep)
        self._keeper: Keeper | None = None
        try:
            self._keeper = Keeper(folder)
        except (OSError, ProjectError) as fault:
            why = fault.strerror if isinstance(fault, OSError) else str(fault)
            self._told_once(
                ProjectError(
                    say(
                        "Unsaved work cannot be kept aside in {folder}: {why}. Save often, or make "
                        "that folder writable.",
                        folder=folder,
                        why=why,
                    )
                )
            )
        session.history.indexChanged.connect(self._changed)
        session.history.cleanChanged.connect(self._changed)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._turned)

    @property
    def due(self) -> bool:
        """Whether there are changes that no copy holds yet."""
        return self._due.isActive()

    # keeping

    def keep(self) -> None:
        """Write the copy now, in the background."""
        self._due.stop()
        keeper = self._keeper
        if keeper is None or not self._documents.modified:
            return
        self._number += 1
        study, number = self._session.study, self._number
        path, known = self._documents.path, self._documents.digest
        edits = unsaved_steps(self._session.history)

        def work(progress: Progress) -> bool:
            del progress  # half a copy is no use: once begun it is written to its end
            return keeper.keep(study, path, known, edits, number)

        self._tasks.start(TASK, work, self._kept, self._told_once)

    def keep_now(self) -> bool:
        """Write the copy before going on; return whether it is on the disk."""
        self._due.stop()
        if self._keeper is None:
            return False
        self._number += 1
        try:
            return self._keeper.keep(
                self._session.study,
                self._documents.path,
                self._documents.digest,
                unsaved_steps(self._session.history),
                self._number,
            )
        except ProjectError as fault:
            self._told_once(fault)
            return False

    def close(self) -> None:
        """Leave nothing behind: the window ends as it should."""
        self._closed = True
        self._due.stop()
        if self._keeper is not None:
            self._keeper.close()

    def _changed(self) -> None:
        if self._closed:
            return
        if self._documents.modified:
            if not self._due.isActive():
                self._due.start()
            return
        self._due.stop()
        self._number += 1
        if self._keeper is not None:
            self._keeper.drop(self._number)

    def _turned(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive and self._due.isActive():
            self.keep()

    def _kept(self, _: object) -> None:
        self._failing = False

    def _told_once(self, fault: Exception) -> None:
        if not self._failing:
            self._messages.fault(fault)
        self._failing = True

    # offering

    def offer(self, *, asked: bool = False) -> None:
        """Show what crashed windows left; when a person asked, say also that there is nothing."""
        found = left_behind(self._folder)
        if not found:
            if asked:
                self._messages.notice(say("No unsaved work was left behind."))
            return
        from siteselect.ui.dialogs.recovery import RecoveryDialog, Ways

        ways = Ways(self._recover, self._save_aside, discard)
        dialog = RecoveryDialog([(each, changes_of(each)) for each in found], ways, self._window)
        dialog.open()

    def _recover(self, left: LeftBehind) -> bool:
        """Take work up in this window; what was left goes only when it is kept anew."""
        if not self._documents.may_leave():
            return False
        self._documents.recover(left)
        if self.keep_now() or not self._documents.modified:
            discard(left)
        more = len(left_behind(self._folder))
        if more:
            self._messages.notice(
                say_count(
                    "{count} more is kept: Recover unsaved work in the File menu shows it.",
                    "{count} more are kept: Recover unsaved work in the File menu shows them.",
                    more,
                )
            )
        return True

    def _save_aside(self, left: LeftBehind, path: Path) -> bool:
        """Write work to a file of its own; return whether it is there."""
        from siteselect.project.file import save_project

        try:
            save_project(left.study, path)
        except SiteSelectError as fault:
            self._messages.fault(fault)
            return False
        discard(left)
        self._messages.notice(say("Written: {path}", path=path))
        return True


Changes = tuple[tuple[str, ...], bool]
"""What the work of a crashed window changes in its file, and whether that file changed since."""


def changes_of(left: LeftBehind) -> Changes:
    """Return what would be lost, phrase by phrase, as the file stands on disk now."""
    if left.project is None:
        return (), False
    try:
        opened = read_project(left.project)
    except ProjectError:
        return (), False
    since = left.digest is not None and opened.digest != left.digest
    return study_difference(opened.study, left.study), since


def unsaved_steps(history: QUndoStack) -> tuple[str, ...]:
    """Return the names of the steps between the file and the study at hand."""
    clean, index = history.cleanIndex(), history.index()
    if clean < 0:
        return tuple(history.text(step) for step in range(index))
    if index >= clean:
        return tuple(history.text(step) for step in range(clean, index))
    undone = [history.text(step) for step in range(index, clean)]
    return tuple(say("Undo {step}", step=step) for step in reversed(undone))
