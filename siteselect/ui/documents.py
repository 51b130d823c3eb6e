"""The project as a file: open, save, lock, and the questions before work is lost."""

import contextlib
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from siteselect.errors import ProjectError, SiteSelectError
from siteselect.files import backup
from siteselect.language import later, say
from siteselect.model.study import Study
from siteselect.project.file import (
    BACKUPS,
    SUFFIX,
    ChangedOnDiskError,
    Opened,
    read_project,
    sample_study,
    save_project,
)
from siteselect.project.layer_files import bring_layers
from siteselect.project.lock import HeldError, Lock, lock_of
from siteselect.project.recovery import LeftBehind
from siteselect.project.side_folder import copy_side_folder, side_folder, unpack_project
from siteselect.ui import document_questions as questions
from siteselect.ui.disk_watch import DiskWatch
from siteselect.ui.document_questions import Answer, Changed, Held
from siteselect.ui.messages import Messages
from siteselect.ui.session import Session
from siteselect.ui.settings import Settings
from siteselect.ui.widgets.state_bar import StateBar, Way

FILTER = f"*{SUFFIX}"
SAMPLE, NEW = later("sample"), later("not saved yet")
"""Where a study comes from that is no file."""


class Documents:
    """Knows the file of the study, and whether it tells the truth about it."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        messages: Messages,
        window: QWidget,
        told: Callable[[], None],
    ) -> None:
        self._session = session
        self._settings = settings
        self._messages = messages
        self._window = window
        self._told = told
        self.states = StateBar(window)
        self.path: Path | None = None
        self.digest: str | None = None
        """Of the file as it was last read or written here."""
        self.read_only = False
        self._origin = SAMPLE
        self._lock: Lock | None = None
        self.watch = DiskWatch(self._disk_changed, window)
        self.leaving: Callable[[], object] = _nothing
        """Called before another study takes the place of the one at hand."""
        self.came: Callable[[], object] = _nothing
        """Called when another study has taken its place."""
        session.history.cleanChanged.connect(lambda _: told())

    @property
    def modified(self) -> bool:
        """Whether the study differs from its file."""
        return not self._session.history.isClean()

    @property
    def on_sample(self) -> bool:
        """Whether the sample is open as it came."""
        return self.path is None and self._origin == SAMPLE and not self.modified

    @property
    def title(self) -> str:
        """The name under which the study is known."""
        return self._session.study.title or (self.path.stem if self.path else say("Untitled"))

    @property
    def state(self) -> str:
        """One or two words for the top bar."""
        if self.modified:
            return say("edited")
        if self.read_only:
            return say("read only")
        return say("saved") if self.path else say(self._origin)

    # begin

    def sample(self) -> None:
        """Turn to the shipped sample."""
        if self.may_leave():
            self.sample_at_once()

    def sample_at_once(self) -> None:
        """Turn to the shipped sample; nobody is asked any more."""
        self._origin = SAMPLE
        self._take(sample_study(), None, None)

    def begin(self, study: Study) -> None:
        """Turn to a new study, which is no file yet."""
        self._origin = NEW
        self._take(study, None, None)

    def recover(self, left: LeftBehind) -> None:
        """Take up the work of a crashed window: its file as it is, and the rest as one edit."""
        base, path = left.study, None
        if left.project is not None and left.project.exists():
            with contextlib.suppress(ProjectError):
                opened = read_project(left.project)
                base, path = opened.study, left.project
        lock, held = (None, False) if path is None else self._lock_quietly(path)
        self._take(base, path, left.digest if path else None, read_only=held, lock=lock)
        self._session.edit(left.study, say("Recover unsaved work"))
        if path is None:
            self._session.history.resetClean()
        self._origin = NEW
        self._told()

    # open

    def open(self, path: Path | None = None) -> None:
        """Open a project, packed or not; without a path, ask for one."""
        if not self.may_leave():
            return
        chosen = path or self._ask_for_file()
        if chosen is not None and chosen.suffix.lower() == ".zip":
            chosen = self._unpack(chosen)
        if chosen is not None:
            self.load(chosen)

    def load(self, path: Path) -> bool:
        """Read a project; a fault is told and the study at hand stays."""
        path = path.absolute()
        try:
            lock, read_only = self._lock_of(path)
        except _GivenUpError:
            return False
        try:
            opened = read_project(path)
        except SiteSelectError as fault:
            if lock is not None and lock is not self._lock:
                lock.release()
            self._messages.fault(fault)
            self._offer_backup(path)
            return False
        self._take(
            opened.study,
            path,
            opened.digest,
            read_only=opened.read_only or read_only,
            lock=lock,
        )
        self._settings.remember(path)
        self._settings.folder = path.parent
        self._tell_read_only(opened, held=read_only)
        return True

    def reload(self) -> None:
        """Read the file again; unsaved changes are asked about."""
        if self.path is None:
            return
        if self.modified and not questions.ask_reload(self.path.name, self._window):
            return
        self.load(self.path)

    # save

    def save(self) -> bool:
        """Save to the study's own file, or ask for one."""
        if self.path is None or self.read_only:
            return self.save_as()
        return self._write(self.path, self.digest)

    def save_as(self) -> bool:
        """Ask for a file and save to it."""
        start = self.path or self._settings.folder / f"{self.title}{SUFFIX}"
        text, _ = QFileDialog.getSaveFileName(
            self._window, say("Save project"), str(start), f"{say('Projects')} ({FILTER})"
        )
        if not text:
            return False
        path = Path(text)
        return self._write(path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX))

    def may_leave(self) -> bool:
        """Return whether the study may be left; unsaved changes are asked about."""
        if not self.modified:
            return True
        answer = self.ask()
        return answer is Answer.DISCARD or (answer is Answer.SAVE and self.save())

    def ask(self) -> Answer:
        """Ask what to do with unsaved changes."""
        return questions.ask_unsaved(self.title, self._window)

    def close(self) -> None:
        """Give the file back to others."""
        self.watch.watch(None, None)
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    # within

    def _ask_for_file(self) -> Path | None:
        text, _ = QFileDialog.getOpenFileName(
            self._window,
            say("Open project"),
            str(self._settings.folder),
            f"{say('Projects')} ({FILTER} {FILTER}.zip)",
        )
        return Path(text) if text else None

    def _unpack(self, packed: Path) -> Path | None:
        text = QFileDialog.getExistingDirectory(
            self._window, say("Unpack the project into"), str(packed.absolute().parent)
        )
        if not text:
            return None
        try:
            return unpack_project(packed, Path(text))
        except ProjectError as fault:
            self._messages.fault(fault)
            return None

    def _lock_of(self, path: Path) -> tuple[Lock | None, bool]:
        """Return the lock of a file and whether it may only be read; ask when somebody holds it."""
        if self._lock is not None and self.path == path and self._lock.kept:
            return self._lock, False
        try:
            return _take_lock(path), False
        except HeldError as fault:
            answer = questions.ask_held(path.name, fault.holder.told, self._window)
        if answer is Held.CANCEL:
            raise _GivenUpError
        if answer is Held.READ:
            return None, True
        return _take_lock(path, seize=True), False

    def _lock_quietly(self, path: Path) -> tuple[Lock | None, bool]:
        if self._lock is not None and self.path == path and self._lock.kept:
            return self._lock, False
        try:
            return _take_lock(path), False
        except HeldError:
            return None, True

    def _tell_read_only(self, opened: Opened, *, held: bool) -> None:
        copy: Way = (say("Save a copy…"), self.save_as)
        if opened.remark:
            self.states.tell(
                "read only",
                f"{opened.remark} {say('It is open to read; a copy can be saved.')}",
                [copy],
            )
        elif held:
            self.states.tell(
                "read only",
                say("This project is open elsewhere: it is open here to read."),
                [copy, (say("Take over"), self._seize)],
            )

    def _seize(self) -> None:
        """Read the file anew and hold it, although somebody else does."""
        if self.path is None:
            return
        if self.modified and not questions.ask_reload(self.path.name, self._window):
            return
        path = self.path
        self.close()
        with contextlib.suppress(OSError):
            Lock.take(lock_of(path), seize=True).release()
        self.load(path)

    def _offer_backup(self, path: Path) -> None:
        """Offer the youngest backup of a damaged project that can be read."""
        for number in range(1, BACKUPS + 1):
            kept = backup(path, number)
            try:
                opened = read_project(kept) if kept.exists() else None
            except ProjectError:
                continue
            if opened is not None:
                day = datetime.fromtimestamp(kept.stat().st_mtime).astimezone()
                self.states.tell(
                    "damaged",
                    say(
                        "{name} cannot be read. A copy of {when} can.",
                        name=path.name,
                        when=f"{day:%Y-%m-%d %H:%M}",
                    ),
                    [
                        (say("Open that copy"), partial(self._take_up, opened.study)),
                        (say("Close"), lambda: self.states.clear("damaged")),
                    ],
                )
                return

    def _take_up(self, study: Study) -> None:
        if self.may_leave():
            self.begin(study)
            self._session.history.resetClean()
            self._told()

    def _write(self, path: Path, known: str | None = None) -> bool:
        try:
            if self.path is not None and path != self.path:
                copy_side_folder(self.path, path)
            bring_layers(self._session.study, side_folder(path))
            digest = save_project(self._session.study, path, known=known)
        except ChangedOnDiskError:
            return self._settle(path)
        except SiteSelectError as fault:
            self._messages.fault(fault)
            return False
        if path != self.path or self._lock is None:
            if self._lock is not None:
                self._lock.release()
            self._lock, _ = self._lock_quietly(path)
        self.path, self.digest, self.read_only = path, digest, False
        self.states.clear("read only", "disk", "damaged")
        self.watch.watch(path, digest)
        self._session.history.setClean()
        self._settings.remember(path)
        self._settings.folder = path.absolute().parent
        self._told()
        return True

    def _settle(self, path: Path) -> bool:
        """Ask what becomes of a file that somebody else changed, and do it."""
        answer = questions.ask_changed(path.name, self._window)
        if answer is Changed.OVERWRITE:
            return self._write(path)
        if answer is Changed.COPY:
            return self.save_as()
        if answer is Changed.RELOAD:
            self.load(path)
        return False

    def _disk_changed(self, there: bool) -> None:
        if self.path is None:
            return
        name = self.path.name
        keep: Way = (say("Keep what is here"), lambda: self.states.clear("disk"))
        if there:
            told = say("{name} was changed on disk by another program.", name=name)
            self.states.tell("disk", told, [(say("Reload"), self.reload), keep])
        else:
            told = say("{name} is no longer where it was opened.", name=name)
            self.states.tell("disk", told, [(say("Save it again"), self._save_anew), keep])

    def _save_anew(self) -> bool:
        return self.path is not None and self._write(self.path)

    def _take(
        self,
        study: Study,
        path: Path | None,
        digest: str | None,
        *,
        read_only: bool = False,
        lock: Lock | None = None,
    ) -> None:
        self.leaving()
        if self._lock is not None and self._lock is not lock:
            self._lock.release()
        self._lock = lock
        self.path, self.digest, self.read_only = path, digest, read_only
        self.states.clear()
        self.watch.watch(path, digest)
        self._session.open(study)
        self.came()
        self._told()


def _nothing() -> None:
    """Do nothing."""


class _GivenUpError(Exception):
    """A person has thought better of it."""


def _take_lock(path: Path, *, seize: bool = False) -> Lock | None:
    """Return the lock of a file; None where none can be made: what cannot be locked can be read."""
    try:
        return Lock.take(lock_of(path), seize=seize)
    except (OSError, RuntimeError):  # a folder that is read only; links in a circle
        return None
