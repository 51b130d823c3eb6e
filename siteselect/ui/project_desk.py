"""What a person does with projects as a whole: new ones, templates, packing, history, recovery."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QLineEdit, QWidget

from siteselect.errors import SiteSelectError
from siteselect.language import say, say_count
from siteselect.ui.backdrop_desk import BackdropDesk
from siteselect.ui.documents import Documents
from siteselect.ui.layer_desk import LayerDesk, ShowsMap
from siteselect.ui.map.map_view import MapView
from siteselect.ui.messages import Messages
from siteselect.ui.pack_finder import PackFinder
from siteselect.ui.recovery import Recovery
from siteselect.ui.session import Session
from siteselect.ui.settings import Settings
from siteselect.ui.single_instance import Listener
from siteselect.ui.tasks import Tasks
from siteselect.ui.theme import Theme
from siteselect.ui.view_memory import SAMPLE, ViewMemory
from siteselect.ui.workplaces import Workplaces


class ProjectDesk:
    """Answers the wishes of the File menu; holds what lives as long as the window does."""

    def __init__(
        self,
        session: Session,
        documents: Documents,
        tasks: Tasks,
        settings: Settings,
        messages: Messages,
        take_in: Callable[[Path], object],
        window: QWidget,
    ) -> None:
        self._session = session
        self._documents = documents
        self._tasks = tasks
        self._settings = settings
        self._messages = messages
        self._take_in = take_in
        self._window = window
        self.packs = PackFinder(session, settings, messages, documents.states, window)
        self.recovery: Recovery | None = None
        self.listener: Listener | None = None
        self.views: ViewMemory | None = None
        self.layers = LayerDesk(session, documents, tasks, settings, messages, window)
        self.backdrops = BackdropDesk(documents, tasks, settings, messages, window)
        self._history: QDialog | None = None
        self._waiting_table: Path | None = None

    def wishes(self, theme: Callable[[], Theme]) -> Mapping[str, Callable[[], object]]:
        """Return what each command of projects does."""
        return {
            "new": self.new,
            "open": self._documents.open,
            "save": self._documents.save,
            "save_as": self._documents.save_as,
            "sample": self._documents.sample,
            "save_template": self.save_template,
            "pack_project": self.pack_project,
            "rename_project": self.rename,
            "recover": self.recover,
            "history": lambda: self.show_history(theme()),
            "pin_project": self.pin,
            "add_layer": self.layers.ask,
            "reopen_last": self.switch_reopening,
        }

    # life

    def start(self, file: Path | None, folder: Path, name: str = "") -> bool:
        """Begin keeping work aside in `folder`, offer what was left, open a project.

        Parameters
        ----------
        file
            The project that the program was started with.
        folder
            Where unsaved work is kept.
        name
            Under which other starts of the program find this window; none when empty.

        Returns
        -------
        Whether a project was opened.
        """
        self.recovery = Recovery(
            self._session, self._documents, self._tasks, self._messages, folder, self._window
        )
        if name:
            self.listener = Listener(name, self._open_asked, self._window)
        recent = [each for each in self._settings.recent if each.is_file()]
        if file is None and self._settings.reopens and recent:
            file = self._settings.recent[0] if self._settings.recent[0].is_file() else None
        opened = file is not None and self._open_first(file)
        QTimer.singleShot(0, self._window, self.recovery.offer)
        return opened

    def close(self) -> None:
        """End as a window should: nothing is left to recover, the file is free."""
        if self.views is not None:
            self.views.leave()
        self.backdrops.close()
        if self.recovery is not None:
            self.recovery.close()
        if self.listener is not None:
            self.listener.close()
        self._documents.close()

    def look_after(self, view: MapView, workplaces: Workplaces, others: Sequence[ShowsMap]) -> None:
        """Keep and bring back how each project is looked at; hide the work where none can be.

        `others` show what the map does, and so the user's layers.
        """
        self.layers.attach(view, others)
        self.backdrops.attach(view, others)
        self.packs.stand_for(workplaces)
        key = self.views.key if self.views is not None else SAMPLE
        self.views = ViewMemory(self._settings, view, lambda: workplaces.chosen, workplaces.go, key)
        self._documents.leaving = self._leave
        self._documents.came = self._came

    def ground_came(self) -> None:
        """Take note that the pack is open: show the work, and take in a table that waits."""
        self.packs.found()
        waiting, self._waiting_table = self._waiting_table, None
        if waiting is not None:
            self._take_in(waiting)

    def map_shown(self) -> None:
        """Bring back the part of the map that was looked at last, and the user's layers."""
        self.layers.map_came()
        self.backdrops.map_came()
        if self.views is not None:
            self.views.shown()

    def _came(self) -> None:
        ground = self._session.ground
        same = ground is not None and ground.reference == self._session.study.pack
        if same:
            self.packs.found()
        if self.views is not None:
            path = self._documents.path
            self.views.come(str(path) if path else SAMPLE, same_ground=same)
        self.layers.came()
        self.backdrops.came()

    def _leave(self) -> None:
        """Keep how the project is looked at, and what lies beneath its map."""
        self.backdrops.leave()
        if self.views is not None:
            self.views.leave()

    def _open_first(self, file: Path) -> bool:
        if file.suffix.lower() == ".zip":
            self._documents.open(file)
            return self._documents.path is not None
        return self._documents.load(file)

    def _open_asked(self, path: Path) -> None:
        """Open what another start of the program was given, and come to the front."""
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        if path != self._documents.path:
            self._documents.open(path)

    # wishes

    def new(self) -> None:
        """Ask for a new project and begin it."""
        from siteselect.packs.catalogue import installed_packs, open_pack
        from siteselect.project.default_scenarios import default_scenarios
        from siteselect.project.new import pack_sites
        from siteselect.project.templates import templates, templates_folder
        from siteselect.ui.dialogs.new_project import NewProjectDialog, Offered

        if not self._documents.may_leave():
            return

        def places_of(reference: str) -> int:
            try:
                return len(pack_sites(open_pack(reference)))
            except (SiteSelectError, ValueError, KeyError) as fault:
                self._messages.fault(SiteSelectError(str(fault)))
                return 0

        offered = Offered(
            {
                each.manifest.reference: f"{each.manifest.title} ({each.manifest.reference})"
                for each in installed_packs()
            },
            [each.name for each in default_scenarios()],
            list(templates(templates_folder())),
        )
        today = datetime.now(UTC).astimezone().date()
        dialog = NewProjectDialog(offered, places_of, self._settings.folder, today, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        if dialog.sample:
            self._documents.sample_at_once()
            return
        self._begin(dialog)

    def _begin(self, dialog: object) -> None:
        from siteselect.packs.catalogue import open_pack
        from siteselect.project.new import new_study
        from siteselect.project.templates import study_of_template, templates, templates_folder
        from siteselect.ui.dialogs.new_project import FILE, PLACES, NewProjectDialog

        if not isinstance(dialog, NewProjectDialog):
            return
        chosen = dialog.chosen
        try:
            if chosen.template:
                path = templates(templates_folder())[chosen.template]
                study = replace(study_of_template(path), title=chosen.title)
            else:
                study = new_study(
                    chosen.title,
                    open_pack(chosen.pack),
                    chosen.day,
                    places=chosen.sites == PLACES,
                    active=chosen.scenario,
                )
        except SiteSelectError as fault:
            self._messages.fault(fault)
            return
        self._documents.begin(study)
        if chosen.sites == FILE and chosen.file is not None:
            ground = self._session.ground
            if ground is not None and ground.reference == study.pack:
                self._take_in(chosen.file)
            else:
                self._waiting_table = chosen.file

    def save_template(self) -> None:
        """Keep the study as a template, under a name."""
        from siteselect.project.templates import save_template, templates_folder

        name, wanted = QInputDialog.getText(
            self._window,
            say("Save as template"),
            say("New projects can begin from it, with all its sites and scenarios. Name:"),
            QLineEdit.EchoMode.Normal,
            self._documents.title,
        )
        if not wanted:
            return
        try:
            save_template(self._session.study, name, templates_folder())
        except SiteSelectError as fault:
            self._messages.fault(fault)
            return
        self._messages.notice(say("Kept as the template {name}.", name=name.strip()))

    def pack_project(self) -> None:
        """Write the project and its own layers as one file, to be sent or kept."""
        from siteselect.project.file import SUFFIX
        from siteselect.project.side_folder import PACKED, pack_project

        documents = self._documents
        folder = documents.path.parent if documents.path else self._settings.folder
        project = documents.path or folder / f"{documents.title}{SUFFIX}"
        start = project.with_name(f"{project.stem}{PACKED}")
        text, _ = QFileDialog.getSaveFileName(
            self._window, say("Pack project"), str(start), f"{say('Packed projects')} (*{PACKED})"
        )
        if not text:
            return
        path = Path(text)
        path = path if path.suffix == ".zip" else path.with_name(path.name + PACKED)
        try:
            count = pack_project(self._session.study, project, path)
        except SiteSelectError as fault:
            self._messages.fault(fault)
            return
        self._messages.notice(
            say_count("Packed {count} file: {path}", "Packed {count} files: {path}", count,
                      path=path)
        )  # fmt: skip

    def rename(self) -> None:
        """Ask for another title; one step of undo."""
        study = self._session.study
        name, wanted = QInputDialog.getText(
            self._window,
            say("Rename project"),
            say("Title of the project, as reports bear it:"),
            QLineEdit.EchoMode.Normal,
            study.title,
        )
        if wanted and name.strip():
            self._session.edit(replace(study, title=name.strip()), say("Rename the project"))

    def recover(self) -> None:
        """Show what crashed windows left."""
        if self.recovery is not None:
            self.recovery.offer(asked=True)

    def show_history(self, theme: Theme) -> None:
        """Show all steps beside the window, or bring them to the front."""
        from siteselect.ui.dialogs.history import HistoryDialog

        if self._history is None:
            self._history = HistoryDialog(self._session.history, theme, self._window)
            self._history.destroyed.connect(self._forget_history)
        self._history.show()
        self._history.raise_()

    def _forget_history(self) -> None:
        self._history = None

    def pin(self) -> None:
        """Keep the project at the head of the recent ones, or no longer."""
        path = self._documents.path
        if path is None:
            self._messages.notice(say("Save the project first: then it can be pinned."))
            return
        pinned = path not in self._settings.pinned
        self._settings.pin(path, pinned=pinned)
        self._messages.notice(
            say("{name} stays at the head of the recent projects.", name=path.name)
            if pinned
            else say("{name} is pinned no longer.", name=path.name)
        )

    def switch_reopening(self) -> None:
        """Start with the project that was open last, or no longer."""
        self._settings.reopens = not self._settings.reopens
