"""The user's own layers: taken in from files, shown on the map, kept with the project."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QDialog, QFileDialog, QMenu, QWidget

from siteselect.language import say, say_count
from siteselect.model.study import Study
from siteselect.model.user_layer import Role, UserLayer
from siteselect.progress import Progress
from siteselect.ui.documents import Documents
from siteselect.ui.export_progress import ExportProgress
from siteselect.ui.messages import Messages
from siteselect.ui.session import Session
from siteselect.ui.settings import Settings
from siteselect.ui.tasks import Tasks

if TYPE_CHECKING:
    from siteselect.intake.osm import OsmTaken
    from siteselect.intake.own_layer import TakenLayer
    from siteselect.intake.vector import Layer
    from siteselect.ui.dialogs.add_layers import Chosen
    from siteselect.ui.map.map_data import MapData
    from siteselect.ui.map.map_view import MapView

LAYER_SUFFIXES = frozenset(
    {".geojson", ".json", ".geojsonl", ".gpkg", ".kml", ".kmz", ".shp", ".zip", ".fgb"}
)
"""What may hold sites or a layer: its shapes decide."""
OSM_SUFFIXES = frozenset({".pbf", ".osm"})
_KEY, _MAP_KEY, _FILES_KEY = "layer intake", "own layers", "layer files"


@dataclass(frozen=True, eq=False, slots=True)
class _Found:
    """What a file holds: an extract of OpenStreetMap, or one layer."""

    path: Path
    taken: "tuple[TakenLayer, ...]" = ()
    layer: "Layer | None" = None
    notes: tuple[str, ...] = ()


class ShowsMap(Protocol):
    """What shows what the map does."""

    def show_data(self, data: "MapData") -> None:
        """Show these data."""


class LayerDesk:
    """Answers wishes about layers; what is slow is done in the background."""

    def __init__(
        self,
        session: Session,
        documents: Documents,
        tasks: Tasks,
        settings: Settings,
        messages: Messages,
        window: QWidget,
    ) -> None:
        self._session, self._documents, self._tasks = session, documents, tasks
        self._settings, self._messages, self._window = settings, messages, window
        self._map: MapView | None = None
        self._others: tuple[ShowsMap, ...] = ()
        self._shown: tuple[UserLayer, ...] | None = None
        self.dialog: QDialog | None = None
        session.history.indexChanged.connect(lambda _: self.refresh())

    def attach(self, view: "MapView", others: "Sequence[ShowsMap]") -> None:
        """Serve a map, and others that show what it does."""
        self._map, self._others, self._shown = view, tuple(others), None
        card = view.glass.layers
        card.own_switched.connect(self.show_layer)
        card.own_asked.connect(lambda name, at: self.menu_of(name).popup(QPoint(at)))

    # life

    def came(self) -> None:
        """Take the files of another study from beside its project; tell which lack."""
        study, path = self._session.study, self._documents.path
        self._documents.states.clear("layers")
        self.refresh()
        if not study.layers:
            return

        def work(progress: Progress) -> object:
            from siteselect.intake.vector import read_layer
            from siteselect.packs.own_layers import lacking_layers
            from siteselect.project.layer_files import take_layers
            from siteselect.project.side_folder import side_folder

            lacked = lacking_layers(study.layers)
            progress(0.1, say("Reading your layers"))
            folder = side_folder(path) if path is not None else Path()
            faults = take_layers(study, folder, read_layer)
            return faults, lacking_layers(study.layers) != lacked

        self._tasks.start(_FILES_KEY, work, self._files_came, self._messages.fault)

    def _files_came(self, result: object) -> None:
        if not isinstance(result, tuple):
            return
        faults, more = result
        if more:
            self._session.measure_anew()
            self._shown = None
        self.refresh()
        if faults:
            self._documents.states.tell(
                "layers",
                f"{faults[0]} {say('What it would tell is unknown.')}",
                [
                    (say("Add a layer…"), self.ask),
                    (say("Close"), lambda: self._documents.states.clear("layers")),
                ],
            )

    def refresh(self) -> None:
        """Let the map show the layers of the study as it now is."""
        layers = self._session.study.layers
        if self._map is None or self._map.data is None or layers == self._shown:
            return
        self._shown = layers
        self._map.glass.layers.show_own([(each.name, each.title, each.visible) for each in layers])
        self._map.glass.lay()

        def work(_: Progress) -> object:
            from siteselect.ui.map.own_data import own_data_of

            return own_data_of(layers)

        self._tasks.start(_MAP_KEY, work, self._show, self._messages.fault)

    def map_came(self) -> None:
        """Lay the layers on a map that was read anew."""
        self._shown = None
        self.refresh()

    def _show(self, own: object) -> None:
        if self._map is not None and self._map.data is not None and isinstance(own, tuple):
            data = replace(self._map.data, own=own)
            self._map.show_own(data)
            for each in self._others:
                each.show_data(data)

    # taking in

    def ask(self) -> None:
        """Ask for a file and take its layers in."""
        endings = " ".join(f"*{suffix}" for suffix in sorted(LAYER_SUFFIXES | OSM_SUFFIXES))
        text, _ = QFileDialog.getOpenFileName(
            self._window,
            say("Add a layer"),
            str(self._settings.folder),
            f"{say('Layers and extracts of OpenStreetMap')} ({endings});;{say('All files')} (*)",
        )
        if text:
            self.take_in(Path(text))

    def take_in(self, path: Path, sites: Callable[[Path], object] | None = None) -> None:
        """Read a file in the background and offer its layers.

        Where `sites` is given it is called instead for a file that holds nothing but points, and
        for one that is no layer.
        """
        self._settings.folder = path.absolute().parent
        waiting = ExportProgress(self._tasks, _KEY, path.name, self._window)
        waiting.box.setLabelText(say("Reading {file}", file=path.name))
        waiting.box.setWindowTitle(say("Add layers"))

        def came(result: object) -> None:
            waiting.end()
            if isinstance(result, _Found):
                self._offer(result)
            elif sites is not None:
                sites(path)

        def failed(fault: Exception) -> None:
            waiting.end()
            if sites is not None and path.suffix.lower() not in OSM_SUFFIXES:
                sites(path)  # which tells what is wrong with it
            else:
                self._messages.fault(fault)

        self._tasks.start(
            _KEY, lambda progress: _look_into(path, progress, sites is not None), came, failed
        )

    def _offer(self, found: _Found) -> None:
        from siteselect.intake.own_layer import role_that_fits, voltage_column
        from siteselect.ui.dialogs.add_layers import AddLayersDialog, Offered

        offered = [Offered(each.title, each.role, len(each), fixed=True) for each in found.taken]
        if found.layer is not None:
            layer = found.layer
            offered = [
                Offered(
                    layer.name,
                    role_that_fits(layer),
                    len(layer),
                    columns=(*layer.texts, *layer.numbers),
                    voltage=voltage_column(layer),
                )
            ]
        dialog = AddLayersDialog(found.path.name, offered, found.notes, self._window)
        self.dialog = dialog
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen, self.dialog = dialog.chosen, None
        dialog.deleteLater()
        if accepted:
            self._add(found, chosen)

    def _add(self, found: _Found, chosen: "tuple[Chosen, ...]") -> None:
        def work(progress: Progress) -> object:
            from siteselect.intake.own_layer import kept

            progress(0.5, say("Keeping {file}", file=found.path.name))
            names: list[str] = [each.name for each in self._session.study.layers]
            layers = []
            for each in chosen:
                layer = kept(_taken(found, each), names)
                names.append(layer.name)
                layers.append(replace(layer, colour=each.colour))
            return layers

        def came(layers: object) -> None:
            if not isinstance(layers, list):
                return
            study = self._session.study
            for layer in layers:
                study = _with(study, layer)
            count = len(layers)
            self._session.edit(study, say_count("Add {count} layer", "Add {count} layers", count))
            self._messages.notice(
                say_count(
                    "{count} layer added from {file}.",
                    "{count} layers added from {file}.",
                    count,
                    file=found.path.name,
                )
            )

        self._tasks.start(_KEY, work, came, self._messages.fault)

    # what is there

    def show_layer(self, name: str, visible: bool) -> None:
        """Show or hide a layer; what is measured to it stays."""
        layer = self._layer(name)
        title = layer.title
        self._session.edit(
            self._session.study.with_layer(replace(layer, visible=visible)),
            say("Show the layer {title}", title=title)
            if visible
            else say("Hide the layer {title}", title=title),
        )

    def remove(self, name: str) -> None:
        """Take a layer out of the study; what it told is unknown again."""
        layer = self._layer(name)
        told = say("Remove the layer {title}", title=layer.title)
        self._session.edit(self._session.study.without_layer(name), told)

    def zoom_to(self, name: str) -> None:
        """Look at the whole of a layer."""
        from siteselect.ui.map.own_data import window_of

        window = window_of(self._layer(name))
        if window is not None and self._map is not None:
            self._map.fit(window, 40)

    def recolour(self, name: str) -> None:
        """Ask for another colour of a layer."""
        layer = self._layer(name)
        chosen = QColorDialog.getColor(
            QColor(layer.colour or "#00796B"), self._window, say("Colour of the layer")
        )
        if chosen.isValid():
            told = say("Colour the layer {title}", title=layer.title)
            changed = replace(layer, colour=chosen.name())
            self._session.edit(self._session.study.with_layer(changed), told)

    def redraw_borders(self, name: str, wanted: bool) -> None:
        """Draw a layer in place of the pack's borders, or only to be seen again."""
        layer = self._layer(name)
        role = Role.BORDERS if wanted else Role.OTHER
        told = (
            say("Borders as in {title}", title=layer.title)
            if wanted
            else say("Borders of the region again")
        )
        self._session.edit(self._session.study.with_layer(replace(layer, role=role)), told)

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu of the study's layers, each with what can be done with it."""
        menu = QMenu(say("&Your layers"), parent)

        def fill() -> None:
            menu.clear()
            for each in self._session.study.layers:
                part = self.menu_of(each.name)
                part.setTitle(each.title.replace("&", "&&"))
                menu.addMenu(part)
            if not self._session.study.layers:
                menu.addAction(say("No layer yet")).setEnabled(False)

        menu.aboutToShow.connect(fill)
        return menu

    def menu_of(self, name: str) -> QMenu:
        """Return what can be done with one layer."""
        from siteselect.ui.map.own_data import has_lines

        layer, menu = self._layer(name), QMenu(self._window)
        shown = menu.addAction(say("On the map"))
        shown.setCheckable(True)
        shown.setChecked(layer.visible)
        shown.triggered.connect(lambda on: self.show_layer(name, on))
        menu.addAction(say("Zoom to it")).triggered.connect(lambda: self.zoom_to(name))
        menu.addAction(say("Colour…")).triggered.connect(lambda: self.recolour(name))
        if layer.role in {Role.OTHER, Role.BORDERS}:
            borders = menu.addAction(say("In place of the region's borders"))
            borders.setCheckable(True)
            borders.setChecked(layer.role is Role.BORDERS)
            borders.setEnabled(layer.role is Role.BORDERS or has_lines(layer))
            borders.triggered.connect(lambda on: self.redraw_borders(name, on))
        menu.addSeparator()
        menu.addAction(say("Remove")).triggered.connect(lambda: self.remove(name))
        return menu

    def _layer(self, name: str) -> UserLayer:
        return next(each for each in self._session.study.layers if each.name == name)


def _look_into(path: Path, progress: Progress, points_are_sites: bool) -> Any:  # _Found, or None
    from siteselect.intake.osm import extract_form, is_of_osm, osm_layers, read_osm
    from siteselect.intake.vector import read_layer

    if extract_form(path) is not None:
        found: OsmTaken = read_osm(path, progress)
        return _Found(path, found.layers, None, found.notes)
    progress(0.2, say("Reading {file}", file=path.name))
    layer = read_layer(path)
    notes = tuple(str(each) for each in layer.report.findings)
    if is_of_osm(layer):
        taken = osm_layers([layer], path.name)
        if taken:
            return _Found(path, taken, None, notes)
    if points_are_sites and len(layer.of_kind("points")) == len(layer):
        return None
    return _Found(path, (), layer, notes)


def _taken(found: _Found, chosen: "Chosen") -> "TakenLayer":
    """Return the features of one layer as they are wanted."""
    from siteselect.intake.own_layer import taken_of

    if found.layer is None:
        return replace(found.taken[chosen.place], title=chosen.title)
    return taken_of(found.layer, chosen.title, chosen.role, found.path.name, chosen.voltage)


def _with(study: Study, layer: UserLayer) -> Study:
    """Return the study with a layer; one of the same title, role and file gives way to it."""
    same = [
        each.name
        for each in study.layers
        if (each.role, each.title, each.source) == (layer.role, layer.title, layer.source)
    ]
    return study.with_layer(replace(layer, name=same[0]) if same else layer)
