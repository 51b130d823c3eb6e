"""The one object in the program that changes: it holds the study and publishes conclusions."""

import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from siteselect.errors import SiteSelectError
from siteselect.language import say
from siteselect.mcda.evaluate import evaluate
from siteselect.model.decision_matrix import DecisionMatrix
from siteselect.model.evaluation import Evaluation
from siteselect.model.study import Study
from siteselect.progress import Progress, silent
from siteselect.ui.ground import Day, Ground, Held, Measured, OpenGround, Wanted, open_ground, read
from siteselect.ui.history import StudyEdit
from siteselect.ui.tasks import Tasks

FRAME_MS = 16
"""Edits within so many milliseconds join one frame."""
QUICK_S = 0.03
"""A rebuild that lately took longer moves to the background."""
FEW = 400
"""Sites that may be measured at once; of more, even what is quick is too much for one frame."""
TURN_MS = 1
"""So soon the next turn of the loop begins; at 0 Qt would end this turn with it."""
TASK = "matrix"


class Session(QObject):
    """Holds the study; turns edits into at most one `changed` a frame.

    `changed` carries an `Evaluation`; `concluded` any other frozen conclusion (a `Ground` when a
    pack was opened, a `RegionDay` when the day moved); `selected` the names of the chosen sites.
    """

    changed = Signal(object)
    concluded = Signal(object)
    selected = Signal(object)

    def __init__(
        self,
        study: Study,
        tasks: Tasks,
        failed: Callable[[Exception], None],
        open_ground: OpenGround = open_ground,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.history = QUndoStack(self)
        self._study = study
        self._tasks = tasks
        self._failed = failed
        self._open_ground = open_ground
        self._ground: Ground | None = None
        self._matrix: DecisionMatrix | None = None
        self._built: Wanted | None = None
        self._building: Wanted | None = None
        self._refused: Wanted | None = None
        self._build_s = 0.0
        self._measured_of = study
        """The study that the last frame looked at."""
        self._held: Held | None = None
        """The day that was read last."""
        self._told_day: Day | None = None
        self._evaluation: Evaluation | None = None
        self._selection: frozenset[str] = frozenset()
        self._untold = False
        """Whether those who listen have not heard of the selection."""
        self.scored_ms = float("nan")
        """How long the last scoring took."""
        self._frame = QTimer(self, singleShot=True, interval=FRAME_MS)
        self._frame.timeout.connect(self._publish)
        self._next = QTimer(self, singleShot=True, interval=TURN_MS)
        """Begins the next turn of the loop: what was measured is told in a turn of its own."""
        self._next.timeout.connect(self._tell)
        tasks.stopped.connect(self._was_stopped)

    @property
    def study(self) -> Study:
        """What the user decided, as of now."""
        return self._study

    @property
    def evaluation(self) -> Evaluation | None:
        """The last published evaluation; None until the first one."""
        return self._evaluation

    @property
    def settled(self) -> bool:
        """Whether the last evaluation is of the study as it now is, or none can be had."""
        waits = self._frame.isActive() or self._next.isActive()
        return not waits and self._building is None

    @property
    def ground(self) -> Ground | None:
        """The open pack; None until it has been read."""
        return self._ground

    @property
    def selection(self) -> frozenset[str]:
        """Names of the chosen sites."""
        return self._selection

    def begin(self) -> None:
        """Start the first frame: open the pack, measure, evaluate."""
        self._frame.start()

    def hush(self) -> None:
        """Let go of all who listen, and of what was read and drawn for them.

        Who listens to the history stays; the study, its history and the selection stay too.
        """
        self._tasks.cancel(TASK)
        self._frame.stop()
        self._next.stop()
        for signal in (self.changed, self.concluded, self.selected):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", RuntimeWarning)  # nobody listened
                signal.disconnect()
        kept = (self.history, self._frame, self._next)
        for child in self.children():
            if child not in kept:
                child.deleteLater()
        self._ground = self._matrix = self._evaluation = None
        self._built = self._building = self._refused = self._held = self._told_day = None
        self._build_s = 0.0
        self._untold = True

    def open(self, study: Study) -> None:
        """Turn to another study; its history begins anew."""
        self.history.clear()
        self.history.setClean()
        self._refused = None
        self.select(frozenset())
        self._put(study)

    def retry(self) -> None:
        """Try again what was refused: a pack that was missing may be here now."""
        self._refused = None
        self._put(self._study)

    def measure_anew(self) -> None:
        """Measure again what the study asks for: files that it names have come."""
        self._built = self._building = self._refused = None
        self._put(self._study)

    def edit(self, study: Study, text: str, gesture: int = -1) -> None:
        """Replace the study; `text` names the step in the undo menu. An equal study is no edit."""
        if study != self._study:
            self.history.push(StudyEdit(self._study, study, text, gesture, self._put))

    def show(self, study: Study) -> None:
        """Put a study in sight for a while: no step of history, nothing that must be saved."""
        if study != self._study:
            self._put(study)

    def select(self, names: frozenset[str]) -> None:
        """Choose sites, in every view at once."""
        if names != self._selection:
            self._selection = names
            self.selected.emit(names)

    def conclude(self, value: object) -> None:
        """Publish a slower conclusion."""
        self.concluded.emit(value)

    def _put(self, study: Study) -> None:
        self._study = study
        if not (self._frame.isActive() or self._next.isActive()):
            self._frame.start()

    def _publish(self) -> None:
        """Measure what has changed, then tell; what is edited in between has its own frame."""
        self._measured_of = self._study
        wanted = Wanted.of(self._study)
        if wanted not in (self._built, self._refused) and self._rebuild(wanted):
            self._next.start()
        else:
            self._tell()

    def _tell(self) -> None:
        """Publish the day where it moved; in the turn after that what follows for the sites."""
        if self._tell_day():
            self._next.start()
            return
        if self._study is not self._measured_of:
            self._frame.start()
        if self._matrix is None or not self._measured():
            return
        started = time.perf_counter()
        try:
            evaluation = evaluate(self._study.scenario, self._matrix)
        except SiteSelectError as fault:
            self._failed(fault)
            return
        self.scored_ms = 1000 * (time.perf_counter() - started)
        self._evaluation = evaluation
        self.select(self._selection & set(self._matrix.sites.names))
        self.changed.emit(evaluation)
        if self._untold:
            self._untold = False
            self.selected.emit(self._selection)

    def _measured(self) -> bool:
        """Return whether the matrix at hand holds all that the scenario asks for."""
        keys = {info.key for info in self._matrix.infos} if self._matrix else set()
        return set(self._study.scenario.measures) <= keys

    def _rebuild(self, wanted: Wanted) -> bool:
        """Measure what has changed: at once when that is quick, else in the background.

        Return whether it is measured.
        """
        ground = self._ground
        if self._building is not None and wanted.differs_in_context_only(self._building):
            return False  # when that task ends, the newest context is looked at again
        if (
            ground is not None
            and self._building is None
            and self._build_s < QUICK_S
            and len(wanted.candidates) <= FEW
            and wanted.differs_in_context_only(self._built)
        ):
            try:
                measured = Measured.now(self._study, ground, self._held, silent)
            except SiteSelectError as fault:
                self._refuse(wanted, fault)
                return False
            self._build_s = measured.seconds
            self._take(wanted, measured)
            return True
        self._building = wanted
        study, known = self._study, self._held

        def work(progress: Progress) -> Measured:
            open_one = ground if ground and ground.reference == study.pack else None
            stand = open_one or self._open_ground(study.pack, progress)
            progress(0.3, say("Measuring the sites"))
            measured = Measured.now(study, stand, known, progress)
            with suppress(SiteSelectError):  # told when it is shown
                evaluate(study.scenario, measured.matrix)  # what gates say of every site is kept
            return measured

        self._tasks.start(TASK, work, partial(self._arrived, wanted), partial(self._refuse, wanted))
        return False

    def _arrived(self, wanted: Wanted, result: object) -> None:
        if not isinstance(result, Measured):
            raise TypeError(f"The task {TASK} brought {type(result).__name__}")
        self._building = None
        context_only = wanted.differs_in_context_only(self._built)
        self._build_s = result.seconds if context_only else 0.0
        self._take(wanted, result)
        self._publish()

    def _was_stopped(self, key: str) -> None:
        if key == TASK and self._building is not None:
            told = say("The measuring was stopped. It begins anew with the next change.")
            self._refuse(self._building, SiteSelectError(told))

    def _refuse(self, wanted: Wanted, fault: Exception) -> None:
        self._building = None
        self._refused = wanted
        self._failed(fault)

    def _take(self, wanted: Wanted, measured: Measured) -> None:
        self._built, self._matrix = wanted, measured.matrix
        self._held = measured.held
        if measured.ground is not self._ground:
            self._ground = measured.ground
            self.conclude(measured.ground)

    def _tell_day(self) -> bool:
        """Tell of the day at hand when it moved, or is told in other colours; say if it was so."""
        ground, matrix, wanted = self._ground, self._matrix, self._built
        if ground is None or matrix is None or wanted is None:
            return False
        day = Day(ground, matrix.as_of, wanted.facts, self._study.tint)
        if self._told_day == day:
            return False
        self._told_day = day
        self._held = read(self._study, day, self._held)
        self.conclude(self._held.told)
        return True
