"""The desk of scenes: takes them from what is on show, keeps them in the study, presents them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from siteselect.errors import SiteSelectError
from siteselect.language import say
from siteselect.model.evaluation import Evaluation
from siteselect.model.region_day import RegionDay
from siteselect.model.scene import Bounds, Scene
from siteselect.model.study import Study
from siteselect.ui.ground import Ground
from siteselect.ui.map.bounds import bounds_of, window_of
from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.map_view import MapView
from siteselect.ui.messages import Messages
from siteselect.ui.present.charts import Charts
from siteselect.ui.present.deck_writer import DeckWriter
from siteselect.ui.present.photographer import Photographer
from siteselect.ui.present.presenter import Presenter, screens_for
from siteselect.ui.present.ranking import SceneRanking
from siteselect.ui.present.scenes_place import ScenesPlace
from siteselect.ui.present.stage import Slide
from siteselect.ui.present.words import headline
from siteselect.ui.session import Session
from siteselect.ui.settings import Settings
from siteselect.ui.tasks import Tasks
from siteselect.ui.theme import Theme


class SceneDesk(QObject):
    """Wires the Scenes place, the map of the window and the presenter to the session."""

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        settings: Settings,
        messages: Messages,
        window: QWidget,
        map_view: MapView,
        charts: Charts,
        theme: Theme,
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._messages = session, settings, messages
        self._window, self._map, self._charts = window, map_view, charts
        self.theme = theme
        self.place: ScenesPlace | None = None
        self.presenter: Presenter | None = None
        self.photographer = Photographer(session, tasks, theme, window, messages.fault)
        self.photographer.taken.connect(self._show_picture)
        self.decks = DeckWriter(session, tasks, messages)
        self._data: MapData | None = None
        self._known: dict[type, object] = {}
        self._at = 0
        self.hold: Callable[[bool], None] | None = None
        """What lets slower conclusions wait while the map is in flight."""
        self._shown_scenes: tuple[Scene, ...] = ()
        session.changed.connect(self._display)
        session.concluded.connect(self._hear)

    # making

    def make_place(self) -> ScenesPlace:
        """Return the Scenes place, made when it is first wanted."""
        if self.place is not None:
            return self.place
        place = ScenesPlace(self.theme)
        self.place = place
        place.motion.setChecked(self._settings.motion)
        stage = place.stage
        for signal, slot in (
            (place.take.clicked, self.take),
            (place.present.clicked, lambda: self.present(0)),
            (place.retake.clicked, lambda: self.retake(self._at)),
            (place.rename.clicked, lambda: place.list.edit(place.list.currentIndex())),
            (place.earlier.clicked, lambda: self.move(self._at, self._at - 1)),
            (place.later.clicked, lambda: self.move(self._at, self._at + 1)),
            (place.remove.clicked, lambda: self.remove(self._at)),
            (place.motion.clicked, self._set_motion),
            (place.back.clicked, lambda: self.go(self._at)),
            (place.list.gone, self.go),
            (place.list.moved, self.move),
            (place.list.renamed, self.rename),
            (place.list.removed, self.remove),
            (place.notes.written, self.write_notes),
            (place.charted, self.chart),
            (place.layered, self.layer),
            (stage.selected, self._session.select),
            (self._session.changed, stage.display),
            (self._session.selected, stage.show_selection),
        ):
            signal.connect(slot)
        if self._data is not None:
            stage.show_data(self._data)
        for value in self._known.values():
            self._tell_stage(value)
        stage.show_selection(self._session.selection)
        if self._session.evaluation is not None:
            stage.display(self._session.evaluation)
        self._show()
        self._pose()
        return place

    def catch_up(self, data: MapData | None, known: tuple[object, ...]) -> None:
        """Take in what was told before the desk stood."""
        if data is not None:
            self.show_data(data)
        for value in known:
            if value is not None:
                self._hear(value)

    def show_data(self, data: MapData) -> None:
        """Take note of what the map draws."""
        self._data = data
        self.photographer.show_data(data)
        if self.place is not None:
            self.place.stage.show_data(data)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.theme = theme
        self.photographer.apply_theme(theme)
        if self.place is not None:
            self.place.apply_theme(theme)
            self._want_pictures()

    # what a hand wants

    def now(self) -> Scene | None:
        """Return what is on show as a scene; None before the first evaluation."""
        evaluation, study = self._session.evaluation, self._session.study
        if evaluation is None:
            return None
        view, bounds, chart = self._on_show()
        return Scene(
            headline(evaluation),
            study.active,
            study.context.as_of,
            bounds,
            tuple(view.shown),
            chart,
            tuple(self._session.selection),
        )

    def take(self) -> None:
        """Keep what is on show as a scene after the one at hand."""
        scene = self.now()
        if scene is None:
            self._messages.fault(SiteSelectError(say("The region is still being read.")))
            return
        study = self._session.study
        at = min(self._at + 1, len(study.scenes))
        self._at = at
        self._edit(study.with_scene(scene, at), say("Take scene “{name}”", name=scene.headline))
        if self.place is None or not self.place.isVisible():
            told = say("Scene {place} taken: {name}", place=at + 1, name=scene.headline)
            self._messages.notice(told)

    def retake(self, place: int) -> None:
        """Let a scene show what is on show now."""
        now = self.now()
        if now is not None and 0 <= place < len(self._session.study.scenes):
            study = self._session.study.with_scene_retaken(place, now)
            self._edit(study, say("Retake scene {place}", place=place + 1))

    def chart(self, key: str) -> None:
        """Let the scene at hand show another chart."""
        scene = self._here()
        if scene is not None:
            self._change(replace(scene, chart=key), say("Chart of scene {place}",
                                                        place=self._at + 1))  # fmt: skip

    def layer(self, key: str, shown: bool) -> None:
        """Let the map of the scene at hand show an overlay, or not."""
        scene = self._here()
        if scene is not None:
            keys = {*scene.overlays, key} if shown else {*scene.overlays} - {key}
            changed = replace(scene, overlays=tuple(keys))
            self._change(changed, say("Layers of scene {place}", place=self._at + 1))

    def _here(self) -> Scene | None:
        scenes = self._session.study.scenes
        return scenes[self._at] if self._at < len(scenes) else None

    def _change(self, scene: Scene, words: str) -> None:
        self._edit(self._session.study.with_scene_retaken(self._at, scene), words)
        self._pose()

    def rename(self, place: int, words: str) -> None:
        """Write another headline."""
        if words.strip():
            study = self._session.study.with_scene_renamed(place, words)
            self._edit(study, say("Rename scene {place}", place=place + 1))

    def remove(self, place: int) -> None:
        """Take a scene out."""
        study = self._session.study
        if 0 <= place < len(study.scenes):
            self._at = max(min(place, len(study.scenes) - 2), 0)
            self._edit(study.without_scene(place), say("Delete scene {place}", place=place + 1))
            self._pose()

    def move(self, place: int, to: int) -> None:
        """Put a scene at another place of the order."""
        study = self._session.study
        if 0 <= place < len(study.scenes) and 0 <= to < len(study.scenes):
            self._at = to
            self._edit(study.with_scene_moved(place, to), say("Move scene {place}",
                                                             place=place + 1))  # fmt: skip

    def write_notes(self, text: str) -> None:
        """Keep the notes to the scene at hand."""
        study = self._session.study
        if 0 <= self._at < len(study.scenes):
            study = study.with_scene_notes(self._at, text)
            self._edit(study, say("Notes to scene {place}", place=self._at + 1))

    def go(self, place: int) -> None:
        """Go to a scene: its day, its scenario, its map, its chart, its sites."""
        if self.place is not None:
            self.place.notes.keep()
        study = self._session.study
        if not 0 <= place < len(study.scenes):
            return
        self._at, scene = place, study.scenes[place]
        self._session.edit(study.at_scene(scene), say("Go to scene {place}", place=place + 1))
        known = {site.name for site in study.candidates}
        self._session.select(frozenset(scene.sites) & known)
        self._follow(scene)
        self._show()
        self._pose(smooth=self._settings.motion)

    # presenting

    def present(self, place: int = 0) -> None:
        """Present full screen from a scene; without scenes, what is on show."""
        if self.presenter is not None:
            return
        if self.place is not None:
            self.place.notes.keep()
        now = self.now()
        scenes = self._session.study.scenes or ((now,) if now is not None else ())
        if not scenes:
            self._messages.fault(SiteSelectError(say("The region is still being read.")))
            return
        presenter = Presenter(
            self._session, self.theme, self.photographer, motion=self._settings.motion
        )
        self.presenter = presenter
        presenter.ended.connect(self._ended)
        if self.hold is not None:
            presenter.flying.connect(self.hold)
        self._messages.hold(presenter.tell)
        screens = screens_for(self._window.screen())
        presenter.start(scenes, place, self._data, tuple(self._known.values()), screens)
        self._sleep(True)

    @property
    def at(self) -> int:
        """The place of the scene at hand."""
        return self._at

    def _ended(self, told: str) -> None:
        presenter, self.presenter = self.presenter, None
        self._sleep(False)
        self._messages.release()
        self._window.activateWindow()
        if presenter is not None:
            self._settings.motion = presenter.motion
            if presenter.presentation is not None:
                self._at = presenter.presentation.place
            presenter.deleteLater()
        if self.place is not None:
            self.place.motion.setChecked(self._settings.motion)
        if told:
            self._messages.notice(told)

    def _sleep(self, asleep: bool) -> None:
        """Let everything in the window rest while nobody sees it: a frame is for the audience."""
        centre = getattr(self._window, "centralWidget", lambda: None)()
        if isinstance(centre, QWidget):
            centre.setVisible(not asleep)

    # values come down

    def _display(self, value: object) -> None:
        if isinstance(value, Evaluation):
            self._show()

    def _hear(self, value: object) -> None:
        if isinstance(value, Ground):
            return
        self._known[type(value)] = value
        self._tell_stage(value)

    def _tell_stage(self, value: object) -> None:
        if self.place is None:
            return
        if isinstance(value, RegionDay):
            self.place.stage.display_regions(value)
        else:
            self.place.stage.display_conclusion(value)

    def _show(self) -> None:
        """Show the scenes as the study has them."""
        if self.place is None or self.presenter is not None:
            return
        scenes = self._session.study.scenes
        self._at = min(self._at, max(len(scenes) - 1, 0))
        self.place.show_scenes(scenes, self._at)
        slide, held = self._slide(), self.place.stage.slide
        if slide is not None and held is not None and slide != held:
            self.place.stage.rename(slide)
        apart = slide is not None and slide.count == 0
        self.place.show_apart(self._here() if apart else None, self._at)
        if scenes != self._shown_scenes:
            self._shown_scenes = scenes
            self._want_pictures()

    def _want_pictures(self) -> None:
        if self.place is None:
            return
        for scene in self.place.list.unpictured():
            held = self.photographer.picture(scene)
            if held is not None:
                self.place.show_picture(scene, held)

    def _show_picture(self, scene: object, image: QImage) -> None:
        if self.place is not None and isinstance(scene, Scene):
            self.place.show_picture(scene, image)

    def _pose(self, *, smooth: bool = False) -> None:
        """Let the stage in the window show the scene at hand, or what is on show."""
        slide = self._slide()
        if self.place is not None and slide is not None:
            self.place.stage.show_slide(slide, smooth=smooth)

    def _slide(self) -> Slide | None:
        """Return the scene at hand while its day and scenario are on show, else these alone."""
        scene, study = self._here(), self._session.study
        if scene is not None and (scene.as_of, scene.scenario) == (
            study.context.as_of,
            study.active,
        ):
            return Slide(scene, self._at, len(study.scenes))
        now = self._scene_of_map()
        held = self.place.stage.slide if self.place is not None else None
        if now is not None and held is not None:
            old = held.scene
            now = replace(now, bounds=old.bounds, overlays=old.overlays, chart=old.chart)
        return Slide(now) if now is not None else None

    def _scene_of_map(self) -> Scene | None:
        evaluation, study = self._session.evaluation, self._session.study
        if evaluation is None:
            return None
        chart = self._charts.large or SceneRanking.key
        bounds = None if self._map.at_home else bounds_of(self._map, self._map.free())
        return Scene(headline(evaluation), study.active, study.context.as_of, bounds,
                     tuple(self._map.shown), chart)  # fmt: skip

    def _on_show(self) -> tuple[MapView, Bounds | None, str]:
        """Return the map on show, its part of the region, and the chart beside it."""
        if self.place is not None and self.place.isVisible() and self.place.stage.slide is not None:
            stage = self.place.stage
            chart = stage.slide.scene.chart if stage.slide is not None else ""
            return stage.map, stage.map.seen(), chart
        now = self._scene_of_map()
        chart = now.chart if now is not None else ""
        return self._map, now.bounds if now is not None else None, chart

    def _follow(self, scene: Scene) -> None:
        """Let the map and the charts of the window show what the scene shows."""
        wanted = frozenset(scene.overlays)
        for key, _, visible in self._map.overlays():
            if visible != (key in wanted):
                self._map.set_overlay(key, key in wanted)
        if scene.bounds is None:
            self._map.home()
        else:
            self._map.fit(window_of(scene.bounds))
        shown = self._charts.shown()
        if scene.chart and scene.chart not in shown:
            self._charts.choose((scene.chart, *shown[1:]))

    def _edit(self, study: Study, words: str) -> None:
        self._session.edit(study, words)
        self._show()

    def _set_motion(self, on: bool) -> None:
        self._settings.motion = on
