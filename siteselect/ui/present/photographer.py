"""Small pictures of scenes: reckoned in the background, painted one at a time on a hidden stage."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from siteselect.mcda.evaluate import evaluate
from siteselect.model.evaluation import Evaluation
from siteselect.model.region_day import RegionDay
from siteselect.model.scene import Scene
from siteselect.model.study import Study
from siteselect.progress import Progress
from siteselect.ui.conclusions import STEPS, Basis
from siteselect.ui.ground import Ground
from siteselect.ui.map.map_data import MapData
from siteselect.ui.present.stage import Slide, Stage
from siteselect.ui.session import Session
from siteselect.ui.tasks import Tasks
from siteselect.ui.theme import Theme

SIZE = QSize(960, 540)
TASK = "scene picture"
KEPT = 60
"""So many pictures are remembered."""


@dataclass(frozen=True, eq=False, slots=True)
class Sitting:
    """All that a scene shows, reckoned."""

    evaluation: Evaluation
    region_day: object
    conclusions: tuple[object, ...]


def sitting(study: Study, scene: Scene, ground: Ground, progress: Progress) -> Sitting:
    """Reckon what a scene shows: the ranking on its day, and what its chart wants besides."""
    shown = study.at_scene(scene)
    matrix = ground.build(shown, progress)
    evaluation = evaluate(shown.scenario, matrix)
    found: list[object] = []
    if scene.chart in NEEDY:
        basis = Basis(evaluation, shown.scenarios)
        for step in STEPS[: NEEDY[scene.chart]]:
            value = step(basis, progress)
            basis.found[type(value)] = value
            found.append(value)
    return Sitting(evaluation, ground.day_of(shown, scene.as_of), tuple(found))


NEEDY = {"acceptability": 2, "tornado": 5, "slope": 4, "consensus": 6, "trade_off": 7}
"""Charts that want slower conclusions, and how many of the steps give them."""


_Key = tuple[Study, Scene, str]


class Photographer(QObject):
    """Takes pictures. `taken` is emitted with a scene and its picture."""

    taken = Signal(object, QImage)

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        theme: Theme,
        owner: QWidget,
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(owner)
        self._session, self._tasks, self._failed = session, tasks, failed
        self._owner, self.theme = owner, theme
        self._data: MapData | None = None
        self._stage: Stage | None = None
        self._wanted: list[Scene] = []
        self._pictures: dict[_Key, QImage] = {}
        self._held = False
        self._undeveloped: tuple[Scene, _Key, Sitting] | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._begin)

    @property
    def settled(self) -> bool:
        """Whether every picture that was wanted is taken."""
        return not self._wanted

    def show_data(self, data: MapData) -> None:
        """Take note of what the map draws."""
        self._data = data
        self._pictures.clear()
        if self._stage is not None:
            self._stage.show_data(data)
        self._next.start()

    def apply_theme(self, theme: Theme) -> None:
        """Take later pictures in other colours."""
        self.theme = theme
        if self._stage is not None:
            self._stage.apply_theme(theme)

    def picture(self, scene: Scene) -> QImage | None:
        """Return the picture of a scene if it is taken; else take it soon."""
        held = self._pictures.get(self._key(scene))
        if held is None and scene not in self._wanted:
            self._wanted.append(scene)
            self._next.start()
        return held

    def hold(self, held: bool) -> None:
        """Reckon and paint nothing while held: the map is in flight."""
        self._held = held
        if not held:
            self._develop()
            self._next.start()

    def _key(self, scene: Scene) -> _Key:
        study = self._session.study.at_scene(scene)
        return replace(study, scenes=()), replace(scene, notes=""), self.theme.name

    def _begin(self) -> None:
        ground = self._session.ground
        if ground is None or self._data is None or not self._wanted:
            return
        if self._held or self._undeveloped is not None or TASK in self._tasks.running:
            return
        scene, study, key = self._wanted[0], self._session.study, self._key(self._wanted[0])

        def done(result: object) -> None:
            if isinstance(result, Sitting):
                self._undeveloped = (scene, key, result)
                self._develop()

        def failed(fault: Exception) -> None:
            self._end(scene)
            self._failed(fault)

        self._tasks.start(TASK, lambda told: sitting(study, scene, ground, told), done, failed)

    def _develop(self) -> None:
        """Paint what was reckoned last, unless something is in flight."""
        if self._held or self._undeveloped is None:
            return
        (scene, key, sat), self._undeveloped = self._undeveloped, None
        self._pictures[key] = self._paint(scene, sat)
        while len(self._pictures) > KEPT:
            self._pictures.pop(next(iter(self._pictures)))
        self._end(scene)
        self.taken.emit(scene, self._pictures[key])

    def _end(self, scene: Scene) -> None:
        if scene in self._wanted:
            self._wanted.remove(scene)
        self._next.start()

    def _paint(self, scene: Scene, sat: Sitting) -> QImage:
        stage = self._stage if self._stage is not None else self._make_stage()
        pose(stage, scene, sat)
        return stage.picture(SIZE)

    def close(self) -> None:
        """Take no more pictures, and let go of the stage."""
        self._next.stop()
        if self._stage is not None:
            self._stage.close()
            self._stage.deleteLater()
            self._stage = None
        self.deleteLater()

    def _make_stage(self) -> Stage:
        stage = hidden_stage(self.theme, SIZE, self._owner)
        if self._data is not None:
            stage.show_data(self._data)
        self._stage = stage
        return stage


def hidden_stage(theme: Theme, size: QSize, owner: QWidget | None = None) -> Stage:
    """Return a stage that is painted and never on a screen."""
    stage = Stage(theme, owner)
    stage.setWindowFlag(Qt.WindowType.Window)
    stage.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    stage.resize(size)
    stage.show()
    return stage


def pose(stage: Stage, scene: Scene, sat: Sitting) -> None:
    """Let a stage show a scene as it was reckoned, at rest."""
    if isinstance(sat.region_day, RegionDay):
        stage.display_regions(sat.region_day)
    for conclusion in sat.conclusions:
        stage.display_conclusion(conclusion)
    stage.show_selection(frozenset(scene.sites))
    stage.display(sat.evaluation)
    stage.show_slide(Slide(scene), smooth=False)
    stage.map.refresh()
