"""The slower conclusions: drawn in the background from each evaluation, once the hand rests."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from siteselect.errors import SiteSelectError
from siteselect.language import say
from siteselect.mcda.comparison import Comparison, compare
from siteselect.mcda.consensus import Consensus, consensus
from siteselect.mcda.contest import Contest
from siteselect.mcda.dominance import Dominance, dominance
from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.finding_out import Questions, finding_out
from siteselect.mcda.flips import ValueFlips, value_flips
from siteselect.mcda.robustness import Draws, Robustness, robustness
from siteselect.mcda.scenarios import ScenarioComparison, compare_scenarios
from siteselect.mcda.sensitivity import WeightStability, weight_stability
from siteselect.mcda.verdict import Conclusion, conclude
from siteselect.model.evaluation import Evaluation
from siteselect.model.scenario import Scenario
from siteselect.progress import Progress
from siteselect.ui.session import Session
from siteselect.ui.tasks import Tasks

REST_MS = 150
"""So long the hand must rest before anything slower than a frame is begun."""
DRAWS = 10_000
"""So many weights are drawn where a draw is a product of matrices."""
FEWEST, SITE_DRAWS = 1_000, 2_000_000
"""Where each draw is a scoring of its own: at least so many, and about so many draws x sites."""
SEED = 1
TOLD_AFTER_S = 1.0
"""Work that takes longer is told in the status line."""
TASK, PAIR_TASK = "conclusions", "comparison"


Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Basis:
    """What conclusions are drawn from: one evaluation, the scenarios beside it, what was found."""

    evaluation: Evaluation
    scenarios: tuple[Scenario, ...]
    found: dict[type, object] = field(default_factory=dict)

    def known(self, kind: type[Kind]) -> Kind | None:
        """Return the conclusion of a kind that was found from this evaluation."""
        value = self.found.get(kind)
        return value if isinstance(value, kind) else None


Step = Callable[[Basis, Progress], object]


def _stability(basis: Basis, progress: Progress) -> WeightStability:
    return weight_stability(basis.evaluation, progress)


def _robustness(basis: Basis, progress: Progress) -> Robustness:
    return robustness(basis.evaluation, draws_for(basis.evaluation), progress=progress)


def _verdict(basis: Basis, progress: Progress) -> Conclusion:
    del progress
    return conclude(basis.evaluation, basis.known(WeightStability), basis.known(Robustness))


def _value_flips(basis: Basis, progress: Progress) -> ValueFlips:
    return value_flips(basis.evaluation, progress=progress)


def _questions(basis: Basis, progress: Progress) -> Questions:
    return finding_out(basis.evaluation, progress=progress)


def _scenarios(basis: Basis, progress: Progress) -> ScenarioComparison:
    return side_by_side(basis, progress)


def _consensus(basis: Basis, progress: Progress) -> Consensus:
    return consensus(basis.evaluation, progress=progress)


def _dominance(basis: Basis, progress: Progress) -> Dominance:
    del progress
    return dominance(basis.evaluation)


STEPS: tuple[Step, ...] = (
    _stability,
    _robustness,
    _verdict,
    _scenarios,
    _value_flips,
    _consensus,
    _dominance,
    _questions,
)
"""In this order: what a person looks at first comes first, what takes longest last."""


def draws_for(evaluation: Evaluation) -> Draws:
    """Return how many weights to draw, so that the answer comes while the person still looks."""
    contest = Contest(evaluation)
    if contest.parts is not None:
        return Draws(DRAWS, SEED)
    sites = max(1, len(contest.judged))
    return Draws(min(DRAWS, max(FEWEST, SITE_DRAWS // sites)), SEED)


def side_by_side(basis: Basis, progress: Progress) -> ScenarioComparison:
    """Return the ranks in every scenario that can be evaluated on the matrix at hand."""
    own = basis.evaluation
    measured = {info.key for info in own.matrix.infos}
    made = []
    for count, scenario in enumerate(basis.scenarios):
        if scenario == own.scenario:
            made.append(own)
        elif set(scenario.measures) <= measured:
            try:
                made.append(evaluate(scenario, own.matrix))
            except SiteSelectError:  # told when that scenario is put to work
                continue
        progress((count + 1) / len(basis.scenarios), say("Ranking in each scenario"))
    return compare_scenarios(made)


def quiet_at_first(progress: Progress) -> Progress:
    """Return progress that can be stopped at once, and has words only when it takes long."""
    began = time.monotonic()

    def told(part: float, what: str) -> None:
        progress(part, what if time.monotonic() - began > TOLD_AFTER_S else "")

    return told


class Conclusions(QObject):
    """Draws conclusions from what the session publishes, and hands each back to it.

    A newer evaluation ends what was begun on an older one. Everything is seeded: the same study
    gives the same conclusions.
    """

    def __init__(self, session: Session, tasks: Tasks, failed: Callable[[Exception], None]) -> None:
        super().__init__(session)
        self._session, self._tasks, self._failed = session, tasks, failed
        self._left: tuple[Step, ...] = ()
        self._held = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._begin)
        session.changed.connect(self._changed)
        session.selected.connect(self._picked)
        tasks.stopped.connect(self._was_stopped)

    @property
    def settled(self) -> bool:
        """Whether all that follows from the last evaluation has been told."""
        running = {TASK, PAIR_TASK} & self._tasks.running
        return not (self._rest.isActive() or self._left or running)

    def hold(self, held: bool) -> None:
        """Begin nothing while held; what was under way ends, and begins anew afterwards."""
        self._held = held
        if held:
            self._changed(None)
        elif self._session.evaluation is not None:
            self._rest.start()

    def _changed(self, evaluation: object) -> None:
        del evaluation
        self._tasks.cancel(TASK)
        self._tasks.cancel(PAIR_TASK)
        self._left = ()
        self._rest.start()

    def _was_stopped(self, key: str) -> None:
        if key == TASK:
            self._left = ()  # until the next change

    def _begin(self) -> None:
        evaluation = self._session.evaluation
        if evaluation is not None and not self._held:
            self._left = STEPS
            self._next(Basis(evaluation, self._session.study.scenarios))
            self._compare()

    def _next(self, basis: Basis) -> None:
        if not self._left:
            return
        step, self._left = self._left[0], self._left[1:]

        def done(value: object) -> None:
            basis.found[type(value)] = value
            self._session.conclude(value)
            self._next(basis)

        def failed(fault: Exception) -> None:
            self._failed(fault)
            self._next(basis)

        self._tasks.start(TASK, lambda told: step(basis, quiet_at_first(told)), done, failed)

    def _picked(self, names: object) -> None:
        del names
        self._tasks.cancel(PAIR_TASK)
        if not self._rest.isActive():
            self._compare()

    def _compare(self) -> None:
        """Say why one of two picked sites stands above the other."""
        evaluation, names = self._session.evaluation, self._session.selection
        if evaluation is None or not names <= set(Contest(evaluation).names) or len(names) != 2:
            return
        one, other = sorted(names)

        def work(progress: Progress) -> Comparison:
            del progress
            return compare(evaluation, one, other)

        self._tasks.start(PAIR_TASK, work, self._session.conclude, self._failed)
