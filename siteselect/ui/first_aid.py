"""What Help offers when something is wrong: the folder of the log, and a report to be sent."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from siteselect.diagnosis import report_parts
from siteselect.journal import journal_folder
from siteselect.language import say
from siteselect.model.study import Study
from siteselect.ui.messages import Messages
from siteselect.ui.settings import Settings
from siteselect.ui.tasks import Tasks

TASK = "diagnosis"


class FirstAid:
    """Opens the folder, gathers the report in the background and shows it before it is written."""

    def __init__(
        self, tasks: Tasks, settings: Settings, messages: Messages, window: QWidget
    ) -> None:
        self._tasks, self._settings = tasks, settings
        self._messages, self._window = messages, window

    def wishes(self) -> Mapping[str, Callable[[], object]]:
        """Return what the commands do."""
        return {"log_folder": self.open_folder, "report": self.gather}

    def open_folder(self) -> None:
        """Show the folder of the log as the system shows folders."""
        folder = journal_folder()
        if not folder.is_dir() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._messages.notice(say("The log lies in {folder}", folder=folder))

    def gather(self) -> None:
        """Put the report together; that takes a moment, and the window stays at hand."""
        self._messages.notice(say("The report is being put together…"))
        self._tasks.start(TASK, lambda _: report_parts(), self._show, self._messages.fault)

    def _show(self, parts: object) -> None:
        from siteselect.ui.dialogs.diagnostic import DiagnosticDialog

        self._messages.quiet()
        if isinstance(parts, dict):
            DiagnosticDialog(parts, self._settings, self._messages, self._window).open()


def private_names(study: Study, settings: Settings) -> Iterable[str]:
    """Yield the names that a study and the settings hold: none of them is for the journal."""
    yield study.title
    yield from (site.name for site in study.candidates)
    yield from (scenario.name for scenario in study.scenarios)
    yield from (scene.headline for scene in study.scenes)
    for layer in study.layers:
        yield from (layer.title, layer.source)
    yield from (measure.title for measure in study.measures)
    yield from (path.stem for path in (*settings.recent, *settings.pinned))
    yield settings.folder.name
