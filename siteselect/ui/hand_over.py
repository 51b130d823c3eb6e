"""Out of the window and into it: exports, and tables of sites.

The forms of export and the readers are imported when first asked for: the window stands before.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialog, QWidget

from siteselect.errors import IntakeError, SiteSelectError
from siteselect.progress import Progress
from siteselect.project.file import SUFFIX
from siteselect.ui.messages import Messages
from siteselect.ui.session import Session
from siteselect.ui.settings import Settings
from siteselect.ui.taking_in import SUFFIXES, TakingIn
from siteselect.ui.tasks import Tasks

DECK = "pptx_deck"
_NOT_YET = "The region is still being read: try again in a moment."


class HandOver:
    """Exports the evaluation at hand and takes in tables, both as work in the background."""

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        settings: Settings,
        messages: Messages,
        window: QWidget,
        day: Callable[[], object],
    ) -> None:
        self._session = session
        self._tasks = tasks
        self._settings = settings
        self._messages = messages
        self._window = window
        self._day = day
        self.taking_in = TakingIn(session, tasks, settings, messages, window)
        self.write_deck: Callable[[Path], None] | None = None
        """What writes slides, whose maps are painted: the desk of scenes."""

    def export(self, form: str = "") -> None:
        """Ask for form and file, then write."""
        from siteselect.ui.dialogs.export import ExportDialog

        evaluation = self._session.evaluation
        if evaluation is None:
            self._messages.fault(SiteSelectError(_NOT_YET))
            return
        name = f"{self._session.study.title} {evaluation.matrix.as_of.isoformat()}"
        holds = (
            f"{len(evaluation.matrix.sites)} sites as {evaluation.scenario.name} ranks them on "
            f"{evaluation.matrix.as_of.isoformat()}: scores, every value with unit and source, "
            "gates with their reasons, and the stamp that lets a reader get the same list again."
        )
        dialog = ExportDialog(name, self._settings.folder, holds, form, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.write(dialog.form, dialog.path)

    def write(self, form: str, path: Path) -> None:
        """Write the evaluation at hand to `path`, in the background."""
        if form == DECK and self.write_deck is not None:
            self._settings.folder = path.absolute().parent
            self.write_deck(path)
            return
        evaluation, ground = self._session.evaluation, self._session.ground
        if evaluation is None or ground is None:
            self._messages.fault(SiteSelectError(_NOT_YET))
            return
        study, day = self._session.study, self._day()

        def work(progress: Progress) -> Path:
            from siteselect.export import EXPORTERS
            from siteselect.export.compose import make_report
            from siteselect.export.money_table import money_table
            from siteselect.packs.own_facts import lay_over
            from siteselect.project.finance import finance

            progress(0.2, f"Writing {path.name}")
            regions = getattr(day, "regions", ())
            money = None
            if EXPORTERS[form].money:
                money = money_table(finance(study, ground.pack, evaluation.matrix))
                progress(0.6, f"Writing {path.name}")
            pack = lay_over(ground.pack, study.facts)
            report = make_report(evaluation, pack, study.title, regions, money=money)
            EXPORTERS[form].write(report, path)
            return path

        self._settings.folder = path.absolute().parent
        self._tasks.start(
            f"export {path}",
            work,
            lambda _: self._messages.notice(f"Written: {path}"),
            self._messages.fault,
        )

    def ask_for_sites(self) -> None:
        """Ask for a table or layer of sites and take it in."""
        self.taking_in.ask_for_file()

    def take_in(self, path: Path) -> None:
        """Read sites in the background, show the report, add what is wanted."""
        self.taking_in.take_in(path)

    def paste(self) -> None:
        """Take in rows that were copied from a spreadsheet."""
        self.taking_in.paste()

    def dropped(self, urls: Sequence[QUrl], open_project: Callable[[Path], object]) -> None:
        """Open a dropped project, take in a dropped table, say why anything else is refused."""
        for url in urls:
            path = Path(url.toLocalFile())
            if path.suffix.lower() == SUFFIX:
                open_project(path)
            elif path.suffix.lower() in SUFFIXES:
                self.take_in(path)
            else:
                told = f"{path.name or url.toString()} is neither a project (*{SUFFIX}) nor a "
                self._messages.fault(IntakeError(f"{told}table of sites: drop a CSV or XLSX file."))
