"""Files and pastes on their way into the study: read in the background, looked at, then added."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QWidget

from siteselect.errors import IntakeError, SiteSelectError
from siteselect.intake.choices import Choices
from siteselect.language import say, say_count
from siteselect.progress import Progress
from siteselect.ui.messages import Messages
from siteselect.ui.session import Session
from siteselect.ui.settings import Settings
from siteselect.ui.tasks import Tasks

SUFFIXES = {
    ".csv", ".tsv", ".txt", ".xlsx", ".geojson", ".json", ".geojsonl", ".gpkg", ".kml", ".kmz",
    ".shp", ".zip", ".gpx", ".fgb",
}  # fmt: skip
"""What a dropped file may be called; its content decides."""
_KEY = "intake"


class TakingIn:
    """Takes in sites: the short question for what is clear, the long one for the rest."""

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        settings: Settings,
        messages: Messages,
        window: QWidget,
    ) -> None:
        self._session, self._tasks, self._settings = session, tasks, settings
        self._messages, self._window = messages, window
        self.dialog: QDialog | None = None

    def ask_for_file(self) -> None:
        """Ask for a file and take it in."""
        endings = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        kinds = f"{say('Tables and layers of sites')} ({endings});;{say('All files')} (*)"
        text, _ = QFileDialog.getOpenFileName(
            self._window, say("Add sites"), str(self._settings.folder), kinds
        )
        if text:
            self.take_in(Path(text))

    def paste(self) -> None:
        """Take in the rows that were copied from a spreadsheet."""
        from siteselect.intake.source import Source, pasted

        text = QGuiApplication.clipboard().text()
        try:
            source: Source = pasted(text)
        except IntakeError as fault:
            self._messages.fault(fault)
            return
        self._read(source.name, lambda: source)

    def take_in(self, path: Path, choices: Choices | None = None) -> None:
        """Read a file in the background, show what it gives, add what is wanted."""
        self._settings.folder = path.absolute().parent

        def open_it() -> object:
            from siteselect.intake.source import open_source

            return open_source(path, choices)

        self._read(path.name, open_it, path)

    def _read(self, name: str, open_it: Callable[[], object], path: Path | None = None) -> None:
        ground = self._session.ground
        if ground is None:
            told = say("The region is still being read: try again in a moment.")
            self._messages.fault(IntakeError(told))
            return
        known, settings = self._session.study.candidates, self._settings

        def work(progress: Progress) -> object:
            from siteselect.intake.country import region_of
            from siteselect.intake.source import Source
            from siteselect.intake.trial import key_of, tried

            progress(0.2, say("Reading {file}", file=name))
            source = open_it()
            if not isinstance(source, Source):
                raise TypeError(f"The intake opened {type(source).__name__}")
            region = region_of(ground.pack)
            trial = tried(source, Choices(), region, known)
            if trial.draft is not None:
                kept = Choices.of(settings.import_choices(key_of(trial.draft)))
                trial = trial if kept == Choices() else tried(source, kept, region, known)
            return trial

        def failed(fault: Exception) -> None:
            from siteselect.intake.reference import SystemWantedError

            if path is not None and isinstance(fault, SystemWantedError):
                self._ask_for_system(path, fault)
            else:
                self._messages.fault(fault)

        self._tasks.start(_KEY, work, self._offer, failed)

    def _ask_for_system(self, path: Path, fault: SiteSelectError) -> None:
        text, given = QInputDialog.getText(
            self._window, say("Reference system"), str(fault), text="EPSG:"
        )
        if given and text.strip() not in ("", "EPSG:"):
            self.take_in(path, Choices(crs=text.strip()))

    def _offer(self, result: object) -> None:
        """Ask about a trial: shortly where it is clear, else at length."""
        from siteselect.intake.trial import Trial
        from siteselect.ui.dialogs.add_sites import AddSitesDialog

        if not isinstance(result, Trial):
            raise TypeError(f"The intake brought {type(result).__name__}")
        known = frozenset(site.name for site in self._session.study.candidates)
        if result.is_clear and result.intake is not None:
            short = AddSitesDialog(result.intake, known, self._window)
            code = short.exec()
            closer = short.closer
            short.deleteLater()
            if not closer:
                if code == QDialog.DialogCode.Accepted:
                    self._add(result, frozenset())
                return
        self._look_closer(result, known)

    def _look_closer(self, trial: object, known: frozenset[str]) -> None:
        from siteselect.intake.trial import Trial, key_of
        from siteselect.ui.dialogs.import_table import ImportTableDialog

        if not isinstance(trial, Trial):
            return
        dialog = ImportTableDialog(trial, known, self._try_again(trial), self._window)
        self.dialog = dialog
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        self.dialog = None
        if accepted:
            decided = dialog.trial
            if dialog.keep.isChecked() and trial.draft is not None:
                self._settings.keep_import_choices(key_of(trial.draft), decided.choices.plain())
            self._add(decided, dialog.criteria)
        dialog.deleteLater()

    def _try_again(self, trial: object) -> Callable[[Choices, Callable[[object], None]], None]:
        """Return what reads the same source under other choices, in the background."""
        from siteselect.intake.source import Source
        from siteselect.intake.trial import Trial, tried

        ground, known = self._session.ground, self._session.study.candidates
        sheets: dict[str, Source] = {}

        def ask(choices: Choices, show: Callable[[object], None]) -> None:
            def work(progress: Progress) -> object:
                from siteselect.intake.country import region_of
                from siteselect.intake.source import open_source

                if not isinstance(trial, Trial) or ground is None:
                    raise TypeError("There is nothing to read again")
                progress(0.3, say("Reading {file}", file=trial.source.name))
                source = trial.source
                if choices.sheet:
                    held = sheets.get(choices.sheet) or open_source(source.path, choices)
                    source = sheets[choices.sheet] = held
                return tried(source, choices, region_of(ground.pack), known)

            self._tasks.start(_KEY, work, show, self._messages.fault)

        return ask

    def _add(self, trial: object, criteria: frozenset[str]) -> None:
        from siteselect.intake.offers import merge
        from siteselect.intake.trial import Trial
        from siteselect.project.column_criteria import with_column_criterion

        if not isinstance(trial, Trial):
            return
        study = self._session.study
        study = replace(study, candidates=merge(study.candidates, trial.sites))
        try:
            for column in sorted(criteria):
                study = with_column_criterion(study, column)
        except SiteSelectError as fault:
            self._messages.fault(fault)
        count = len(trial.sites)
        told = say_count(
            "Add {count} site from {file}",
            "Add {count} sites from {file}",
            count,
            file=trial.report.file,
        )
        self._session.edit(study, told)
        self._messages.notice(trial.report.summary)
