"""What lies beneath the map: chosen, opened in the background, shown, remembered, taken away."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QLineEdit, QWidget

from siteselect.backdrops.provider import Provider
from siteselect.backdrops.suffixes import PICTURE_SUFFIXES, TILE_SUFFIXES
from siteselect.errors import SiteSelectError
from siteselect.intake.reference import SystemWantedError
from siteselect.language import say
from siteselect.progress import Progress
from siteselect.ui.backdrop_memory import BackdropMemory, FileChoice
from siteselect.ui.documents import Documents
from siteselect.ui.export_progress import ExportProgress
from siteselect.ui.map.backdrop import Backdrop
from siteselect.ui.messages import Messages
from siteselect.ui.settings import Settings
from siteselect.ui.tasks import Tasks

if TYPE_CHECKING:
    from siteselect.backdrops.tile_cache import TileCache
    from siteselect.backdrops.tiles import TileFile
    from siteselect.ui.map.map_data import MapData
    from siteselect.ui.map.map_view import MapView
    from siteselect.ui.tile_courier import Courier
    from siteselect.ui.tile_transport import Transport

_KEY = "backdrop"


class ShowsMap(Protocol):
    """What shows what the map does."""

    def show_data(self, data: "MapData") -> None:
        """Show these data."""


class BackdropDesk(QObject):
    """Answers wishes about backdrops. `spoilt` is emitted by whichever thread paints."""

    spoilt = Signal(object)

    def __init__(
        self,
        documents: Documents,
        tasks: Tasks,
        settings: Settings,
        messages: Messages,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._documents, self._tasks, self._settings = documents, tasks, settings
        self._messages, self._window = messages, window
        self.memory = BackdropMemory(settings)
        self.courier: Courier | None = None
        self.file: FileChoice | None = None
        """The file beneath the map."""
        self.backdrop: Backdrop | None = None
        self.make_transport: Callable[[], Transport] = _transport
        self.cache: TileCache | None = None
        self._porter: Tasks | None = None
        self._tiles: TileFile | None = None
        self._spoilt = 0
        self._map: MapView | None = None
        self._others: tuple[ShowsMap, ...] = ()
        self.spoilt.connect(self._tell_spoilt, Qt.ConnectionType.QueuedConnection)

    # life

    def attach(self, view: "MapView", others: Sequence[ShowsMap]) -> None:
        """Serve a map, and others that show what it does."""
        self._map, self._others = view, tuple(others)

    def map_came(self) -> None:
        """Lay the backdrop beneath a map that was read anew."""
        if self.backdrop is not None:
            self._lay(self.backdrop)
        elif self.file is None and self.courier is None:
            self.came()

    def came(self) -> None:
        """Show what this project, or else this person, chose before."""
        choice = self.memory.file_of(self._documents.path)
        known = {each.key: each for each in self.memory.providers}
        online = known.get(self.memory.online)
        if choice is not None:
            if choice != self.file:
                self._open(choice, again=True)
        elif online is not None and self.memory.agreed(online):
            if self.courier is None or self.online != online.key:
                self._switch(online)
        else:
            self._end()

    def leave(self) -> None:
        """Keep what lies beneath the map of the project at hand."""
        if self.file is not None:
            self.memory.keep_file(self._documents.path, self.file)

    def close(self) -> None:
        """Let go of files and servers."""
        self.leave()
        self._let_go()
        if self._porter is not None:
            self._porter.close()
            self._porter = None

    @property
    def online(self) -> str:
        """Key of the server that is asked; empty for none."""
        return "" if self.courier is None else self.courier.key

    # wishes

    def none(self) -> None:
        """Show no backdrop, in this project and from servers."""
        self.memory.keep_file(self._documents.path, None)
        self.memory.online = ""
        self._end()

    def ask(self) -> None:
        """Ask for a file and lay it beneath the map."""
        tiles = " ".join(f"*{each}" for each in sorted(TILE_SUFFIXES))
        pictures = " ".join(f"*{each}" for each in sorted(PICTURE_SUFFIXES))
        text, _ = QFileDialog.getOpenFileName(
            self._window,
            say("Open a backdrop"),
            str(self._settings.folder),
            f"{say('Tiles and pictures')} ({tiles} {pictures});;{say('All files')} (*)",
        )
        if text:
            self.open_file(Path(text))

    def open_file(self, path: Path) -> None:
        """Lay a file beneath the map."""
        self._settings.folder = path.absolute().parent
        self._open(FileChoice(path.absolute()))

    def switch_on(self, provider: Provider) -> None:
        """Show the tiles of a server, once the person agreed that it may be asked."""
        if not self.memory.agreed(provider):
            from siteselect.ui.dialogs.backdrop_consent import BackdropConsentDialog

            dialog = BackdropConsentDialog(provider, self._window)
            agreed = dialog.exec() == QDialog.DialogCode.Accepted
            dialog.deleteLater()
            if not agreed:
                return
            self.memory.agree(provider)
        self.memory.online = provider.key
        self.memory.keep_file(self._documents.path, None)
        self._switch(provider)

    def add_provider(self) -> None:
        """Ask for a server of the person's own, and switch it on."""
        from siteselect.ui.dialogs.add_provider import AddProviderDialog

        dialog = AddProviderDialog(self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        provider = dialog.provider
        dialog.deleteLater()
        if accepted and provider is not None:
            self.memory.add(provider)
            self.switch_on(provider)

    def remove_provider(self, key: str) -> None:
        """Forget a server of the person's own."""
        shown = self.online == key
        self.memory.remove(key)
        if shown:
            self._end()

    def set_strength(self, per_cent: int) -> None:
        """Show more or less of the backdrop."""
        self.memory.strength = per_cent
        if self.backdrop is not None:
            self._lay(replace(self.backdrop, strength=per_cent / 100))

    def name_source(self) -> None:
        """Ask who made the file beneath the map; it is named wherever the map is shown."""
        if self.file is None or self.backdrop is None:
            return
        text, wanted = QInputDialog.getText(
            self._window,
            say("Source of the backdrop"),
            say("Who made {file}, as the map is to name them:", file=self.file.path.name),
            QLineEdit.EchoMode.Normal,
            self.file.credit or self.backdrop.attribution,
        )
        if wanted and text.strip():
            self.file = replace(self.file, credit=text.strip())
            self.memory.keep_file(self._documents.path, self.file)
            self._lay(replace(self.backdrop, attribution=text.strip()))

    def empty_cache(self) -> None:
        """Let go of the tiles that were fetched and kept."""
        self._kept().empty()
        self._messages.notice(say("The tiles that were kept are gone."))

    # files

    def _open(self, choice: FileChoice, *, again: bool = False) -> None:
        """Open a file in the background and show it; `again` when the project asks for it."""
        waiting = None
        if not again and choice.path.suffix.lower() not in TILE_SUFFIXES:
            waiting = ExportProgress(self._tasks, _KEY, choice.path.name, self._window)
            waiting.box.setLabelText(say("Reading {file}", file=choice.path.name))
            waiting.box.setWindowTitle(say("Backdrop"))

        def end() -> None:
            if waiting is not None:
                waiting.end()

        def came(found: object) -> None:
            end()
            self._show_file(choice, found)

        def failed(fault: Exception) -> None:
            end()
            if isinstance(fault, SystemWantedError) and not again:
                self._ask_for_system(choice)
            elif again and not choice.path.exists():
                self._end()
                self._messages.fault(
                    SiteSelectError(
                        say(
                            "The backdrop {path} of this project is not there: bring the file "
                            "back, or choose another in View, Backdrop.",
                            path=choice.path,
                        )
                    )
                )
            else:
                self._messages.fault(fault)

        self._tasks.start(_KEY, lambda told: _opened(choice, told), came, failed)

    def _ask_for_system(self, choice: FileChoice) -> None:
        code, wanted = QInputDialog.getText(
            self._window,
            say("Reference system"),
            say(
                "{file} does not say in which reference system it lies. Its code:",
                file=choice.path.name,
            ),
            QLineEdit.EchoMode.Normal,
            "EPSG:4326",
        )
        if wanted and code.strip():
            self._open(replace(choice, crs=code.strip()))

    def _show_file(self, choice: FileChoice, found: object) -> None:
        from siteselect.ui.map.backdrop import PictureShow, TileShow

        self._let_go()
        strength = self.memory.strength / 100
        if isinstance(found, PictureShow):
            made = Backdrop(found, choice.path.stem, credit_of(choice), strength)
        else:
            self._tiles = found  # type: ignore[assignment] # what `_opened` gives besides
            info = self._tiles.info  # type: ignore[union-attr]
            tiles = TileShow(self._tiles, self._spoil)  # type: ignore[arg-type]
            named = choice.credit or info.attribution or credit_of(choice)
            made = Backdrop(tiles, info.title, named, strength)
        self.file = choice
        self.memory.remember(choice.path)
        self.memory.keep_file(self._documents.path, choice)
        self._lay(made)

    # servers

    def _switch(self, provider: Provider) -> None:
        from siteselect.ui.map.backdrop import TileShow
        from siteselect.ui.tile_courier import Courier

        self._let_go()
        if self._porter is None:
            self._porter = Tasks(self, workers=1)
        courier = Courier(provider, self._kept(), self.make_transport(), self._porter, self)
        courier.came.connect(self._tiles_came)
        courier.trouble.connect(self._messages.notice)
        self.courier = courier
        show = TileShow(courier.tiles, self._spoil)
        self._lay(Backdrop(show, provider.title, provider.attribution, self.memory.strength / 100))

    def _kept(self) -> "TileCache":
        from siteselect.backdrops.tile_cache import TileCache

        if self.cache is None:
            self.cache = TileCache()
        return self.cache

    def _tiles_came(self) -> None:
        """Paint anew with the tiles that came; the other maps too, once all are here."""
        if self.courier is None or self.backdrop is None or self._map is None:
            return
        if self.courier.idle:
            self._lay(replace(self.backdrop))
        elif self._map.data is not None:
            self._map.show_own(self._map.data)

    # showing

    def _lay(self, backdrop: Backdrop | None) -> None:
        self.backdrop = backdrop
        view = self._map
        if view is None or view.data is None or view.data.backdrop is backdrop:
            return
        data = replace(view.data, backdrop=backdrop)
        view.show_own(data)
        for each in self._others:
            each.show_data(data)

    def _end(self) -> None:
        """Show nothing beneath the map."""
        self._tasks.cancel(_KEY)
        self._let_go()
        self._lay(None)

    def _let_go(self) -> None:
        """Let go of the file or the server that was shown."""
        if self.courier is not None:
            self.courier.close()
        if self._tiles is not None:
            self._tiles.close()
        self.courier, self._tiles, self.file, self._spoilt = None, None, None, 0

    def _spoil(self, at: object) -> None:
        self.spoilt.emit(at)

    @Slot(object)
    def _tell_spoilt(self, _: object) -> None:
        """Tell of the first tile that cannot be shown; the others are gaps as it is."""
        if self._spoilt == 0 and self.backdrop is not None and self.courier is None:
            title = self.backdrop.title
            self._messages.notice(
                say("Some tiles of {title} are damaged: there the map shows a gap.", title=title)
            )
        self._spoilt += 1


def credit_of(choice: FileChoice) -> str:
    """Return who made a file that names nobody, or that it is not known."""
    return choice.credit or say("{file}: source not stated", file=choice.path.name)


def _transport() -> "Transport":
    from siteselect.ui.tile_transport import Transport

    return Transport()


def _opened(choice: FileChoice, progress: Progress) -> object:
    """Return a file of tiles, open, or what shows a picture laid on the plane."""
    from siteselect.backdrops.tile_file import open_tiles
    from siteselect.backdrops.warp import laid
    from siteselect.intake.picture import read_picture
    from siteselect.ui.map.backdrop import PictureShow, image_of

    if choice.path.suffix.lower() in PICTURE_SUFFIXES:
        progress(0.1, say("Reading {file}", file=choice.path.name))
        picture = read_picture(choice.path, choice.crs)
        flat = laid(picture, lambda part, what: progress(0.5 + part / 2, what))
        return PictureShow(image_of(flat.pixels), flat.box)
    return open_tiles(choice.path)
