"""The project as a file: new, open, save, recent, and the question before work is lost."""

from collections.abc import Callable
from enum import Enum
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from siteselect.errors import SiteSelectError
from siteselect.model.study import Study
from siteselect.project.file import SUFFIX, read_project, sample_study, save_project
from siteselect.ui.messages import Messages
from siteselect.ui.session import Session
from siteselect.ui.settings import Settings

FILTER = f"Projects (*{SUFFIX})"


class Answer(Enum):
    """What a person wants done with unsaved changes."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


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
        self.path: Path | None = None
        self._digest: str | None = None
        self._read_only = False
        session.history.cleanChanged.connect(lambda _: told())

    @property
    def modified(self) -> bool:
        """Whether the study differs from its file."""
        return not self._session.history.isClean()

    @property
    def title(self) -> str:
        """The name under which the study is known."""
        return self._session.study.title or (self.path.stem if self.path else "Untitled")

    @property
    def state(self) -> str:
        """One or two words for the top bar."""
        if self.modified:
            return "edited"
        if self._read_only:
            return "read only"
        return "saved" if self.path else "sample"

    def new(self) -> None:
        """Begin anew from the shipped sample."""
        if self.may_leave():
            self._take(sample_study(), None, None)

    def open(self, path: Path | None = None) -> None:
        """Open a project; without a path, ask for one."""
        if not self.may_leave():
            return
        chosen = path or self._ask_for_file()
        if chosen is not None:
            self.load(chosen)

    def load(self, path: Path) -> bool:
        """Read a project; a fault is told and the study at hand stays."""
        try:
            opened = read_project(path)
        except SiteSelectError as fault:
            self._messages.fault(fault)
            return False
        self._take(opened.study, path, opened.digest, read_only=opened.read_only)
        self._settings.remember(path)
        self._settings.folder = path.absolute().parent
        if opened.remark:
            self._messages.notice(
                f"{opened.remark} It is open to read: save it under another name."
            )
        return True

    def save(self) -> bool:
        """Save to the study's own file, or ask for one."""
        if self.path is None or self._read_only:
            return self.save_as()
        return self._write(self.path, self._digest)

    def save_as(self) -> bool:
        """Ask for a file and save to it."""
        start = self.path or self._settings.folder / f"{self.title}{SUFFIX}"
        text, _ = QFileDialog.getSaveFileName(self._window, "Save project", str(start), FILTER)
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
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(f"Save the changes to {self.title}?")
        box.setInformativeText("They are lost if you do not save them.")
        kind = QMessageBox.StandardButton
        box.setStandardButtons(kind.Save | kind.Discard | kind.Cancel)
        box.setDefaultButton(kind.Save)
        answers = {kind.Save: Answer.SAVE, kind.Discard: Answer.DISCARD}
        return answers.get(kind(box.exec()), Answer.CANCEL)

    def _ask_for_file(self) -> Path | None:
        text, _ = QFileDialog.getOpenFileName(
            self._window, "Open project", str(self._settings.folder), FILTER
        )
        return Path(text) if text else None

    def _write(self, path: Path, known: str | None = None) -> bool:
        try:
            self._digest = save_project(self._session.study, path, known=known)
        except SiteSelectError as fault:
            self._messages.fault(fault)
            return False
        self.path, self._read_only = path, False
        self._session.history.setClean()
        self._settings.remember(path)
        self._settings.folder = path.absolute().parent
        self._told()
        return True

    def _take(
        self, study: Study, path: Path | None, digest: str | None, *, read_only: bool = False
    ) -> None:
        self.path, self._digest, self._read_only = path, digest, read_only
        self._session.open(study)
        self._told()
