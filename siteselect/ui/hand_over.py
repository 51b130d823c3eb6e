"""Out of the window and into it: exports, and tables of sites.

The forms of export and the readers are imported when first asked for: the window stands before.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialog, QWidget

from siteselect.backdrops.suffixes import may_lie_beneath
from siteselect.errors import IntakeError, SiteSelectError
from siteselect.language import later, say, say_name
from siteselect.model.evaluation import Evaluation
from siteselect.progress import Progress
from siteselect.project.file import SUFFIX
from siteselect.ui.export_progress import ExportProgress
from siteselect.ui.layer_desk import LAYER_SUFFIXES, OSM_SUFFIXES
from siteselect.ui.messages import Messages
from siteselect.ui.session import Session
from siteselect.ui.settings import Settings
from siteselect.ui.taking_in import SUFFIXES, TakingIn
from siteselect.ui.tasks import Tasks

if TYPE_CHECKING:  # what prints is imported when something is handed over
    from siteselect.ui.finding.surface_file import SurfaceFile
    from siteselect.ui.map.backdrop import Backdrop
    from siteselect.ui.print.wish import Offered, Wish

DECK = "pptx_deck"
_NOT_YET = later("The region is still being read: try again in a moment.")


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
        self.take_layer: Callable[[Path, Callable[[Path], object]], object] = _as_sites
        """What takes in a file that may be a layer, and what takes it in when it is none."""
        self.take_backdrop: Callable[[Path], object] = _as_backdrop
        """What lays a file beneath the map."""
        self.beneath: Callable[[], Backdrop | None] = lambda: None
        """What lies beneath the map."""
        self.write_deck: Callable[[Path], None] | None = None
        """What writes slides, whose maps are painted: the desk of scenes."""
        self.surface: Callable[[], SurfaceFile | None] = lambda: None
        """What gives the surface of scores that was found, if one was."""

    def forms(self) -> "dict[str, Offered]":
        """Return the forms that there are; those of the surface once one was found."""
        from siteselect.ui.print.wish import forms

        surface = self.surface()
        return forms() if surface is None else forms() | surface.forms()

    def export(self, form: str = "") -> None:
        """Ask for form, choices and file, then write."""
        from siteselect.ui.dialogs.export import Asked, ExportDialog
        from siteselect.ui.export_preview import ExportPreview
        from siteselect.ui.print.wish import wish_of

        evaluation, ground = self._session.evaluation, self._session.ground
        if evaluation is None or ground is None:
            self._messages.fault(SiteSelectError(say(_NOT_YET)))
            return
        study, offered = self._session.study, self.forms()
        first = ground.pack.manifest.first_day or evaluation.matrix.as_of
        asked = Asked(
            name=f"{say_name(study.title)} {evaluation.matrix.as_of.isoformat()}",
            folder=self._settings.folder,
            holds=_holds(evaluation),
            forms=offered,
            scenarios=[each.name for each in study.scenarios],
            days=(first, datetime.now(UTC).date()),
            preview=ExportPreview(
                study, ground.pack, evaluation, self._day(), self.surface(), self.beneath()
            ),
        )
        wish = wish_of(self._settings.export, offered)
        wish = replace(
            wish,
            form=form or wish.form,
            scenario=evaluation.scenario.name,
            as_of=evaluation.matrix.as_of,
        )
        dialog = ExportDialog(asked, wish, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._settings.export = dialog.wish.remembered()
            self.write_wish(dialog.wish)

    def write(self, form: str, path: Path) -> None:
        """Write the evaluation at hand to `path` with the choices of the last time."""
        from siteselect.ui.print.wish import forms, wish_of

        self.write_wish(replace(wish_of(self._settings.export, forms()), form=form, path=path))

    def write_wish(self, wish: "Wish") -> None:
        """Write what is wished, in the background; only the pictures are painted in between."""
        from siteselect.ui.print.wish import SURFACES

        if wish.form == DECK and self.write_deck is not None:
            self._settings.folder = wish.path.absolute().parent
            self.write_deck(wish.path)
            return
        if wish.form in SURFACES:
            self._write_surface(wish)
            return
        evaluation, ground = self._session.evaluation, self._session.ground
        if evaluation is None or ground is None:
            self._messages.fault(SiteSelectError(say(_NOT_YET)))
            return
        self._settings.folder = wish.path.absolute().parent
        study, key = self._session.study, f"export {wish.path}"
        waiting = ExportProgress(self._tasks, key, wish.path.name, self._window)
        written, failed = self._ends(waiting, wish.path)

        def reckon(progress: Progress) -> object:
            from siteselect.ui.print import order

            return order.reckon(wish, study, ground.pack, evaluation, progress)

        def paint(ready: object) -> None:
            from siteselect.ui.print import order

            if not isinstance(ready, order.Ready):
                raise TypeError(f"The export brought {type(ready).__name__}")
            try:
                painted = order.paint(ready, self.beneath())
            except SiteSelectError as fault:
                failed(fault)
                return
            self._tasks.start(key, lambda told: order.write(ready, painted, told), written, failed)

        self._tasks.start(key, reckon, paint, failed)

    def _write_surface(self, wish: "Wish") -> None:
        surface = self.surface()
        if surface is None:
            told = say("There is no surface yet: open Find (Ctrl+3), and export it from there.")
            self._messages.fault(SiteSelectError(told))
            return
        self._settings.folder = wish.path.absolute().parent
        key = f"export {wish.path}"
        waiting = ExportProgress(self._tasks, key, wish.path.name, self._window)

        ends = self._ends(waiting, wish.path)
        self._tasks.start(key, lambda told: surface.write(wish.path, told), *ends)

    def _ends(
        self, waiting: ExportProgress, path: Path
    ) -> tuple[Callable[[object], None], Callable[[Exception], None]]:
        """Return what is done when the file is written, and when it cannot be."""

        def written(_: object) -> None:
            waiting.end()
            self._messages.notice(say("Written: {path}", path=path))

        def failed(fault: Exception) -> None:
            waiting.end()
            self._messages.fault(fault)

        return written, failed

    def ask_for_sites(self) -> None:
        """Ask for a table or layer of sites and take it in."""
        self.taking_in.ask_for_file()

    def take_in(self, path: Path) -> None:
        """Read sites in the background, show the report, add what is wanted."""
        self.taking_in.take_in(path)

    def paste(self) -> None:
        """Take in rows that were copied from a spreadsheet."""
        self.taking_in.paste()

    def dropped(
        self,
        urls: Sequence[QUrl],
        open_project: Callable[[Path], object],
    ) -> None:
        """Open a dropped project, take in a table or layer, say why anything else is refused."""
        for url in urls:
            path = Path(url.toLocalFile())
            if path.suffix.lower() == SUFFIX:
                open_project(path)
            elif may_lie_beneath(path):
                self.take_backdrop(path)
            elif path.suffix.lower() in LAYER_SUFFIXES | OSM_SUFFIXES:
                self.take_layer(path, self.take_in)
            elif path.suffix.lower() in SUFFIXES:
                self.take_in(path)
            else:
                told = say(
                    "{name} is neither a project (*{suffix}), a table of sites (CSV, XLSX) nor a "
                    "layer: drop one of these.",
                    name=path.name or url.toString(),
                    suffix=SUFFIX,
                )
                self._messages.fault(IntakeError(told))


def _as_backdrop(path: Path) -> object:
    return path


def _as_sites(path: Path, take_in: Callable[[Path], object]) -> object:
    return take_in(path)


def _holds(evaluation: Evaluation) -> str:
    """Return what every form holds of the list at hand."""
    return say(
        "{count} sites: scores, every value with unit and source, gates with their reasons, and "
        "the stamp that lets a reader get the same list again.",
        count=len(evaluation.matrix.sites),
    )
