"""A score for every cell: arranged once for gates and value functions, scored at every tick."""

import sys
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.mcda.evaluate import method_of
from siteselect.mcda.methods import METHODS
from siteselect.model.arrays import Ints
from siteselect.model.criterion import Criterion
from siteselect.model.scenario import Scenario, UnknownPolicy
from siteselect.scan.cache import Numbers
from siteselect.scan.region import Region
from siteselect.scan.standing import OPEN, UNKNOWN, Standing, standing_of
from siteselect.scan.values import CellValues, Valued

LEVELS = 1024
"""Steps from score 0 to score 1 that colours and histogram tell apart."""
_STRETCH = 1 << 18
_EVEN = 64
"""Rows of values are a multiple of this long: the last few cells of a product are summed in another
order otherwise, and a cell would score differently in a stretch and in the whole."""
_LEAST = np.float32(-np.inf)
_LOW, _HIGH = (0, 1) if sys.byteorder == "little" else (1, 0)
"""Where the halves of a whole number of 64 bits lie in memory."""
_NOTHING = np.float32(-1e30)
"""Stands for the logarithm of 0: any weight of it makes the product nothing."""


@dataclass(frozen=True, eq=False, slots=True)
class Arrangement:
    """The cells that can be scored, open ones first, and their values: what weights do not move."""

    criteria: tuple[Criterion, ...]
    logarithms: bool
    """Whether the values are held as their logarithms: for the weighted product."""
    standing: Standing
    cells: Ints
    """Numbers of the cells in play: those that are open, then those of which a gate knows nothing.
    """
    open: int
    """How many of them are open."""
    values: Numbers
    """Criteria x cells in play and a few zeros more, float32: unknown ones as the policy counts
    them, 0 for EXCLUDE."""
    known: tuple[bool, ...]
    """For each criterion whether any cell knows it."""
    unknown: tuple[tuple[int, Numbers, Numbers, Numbers], ...]
    """For EXCLUDE alone: criterion, which cells are unknown, least and greatest they could be."""

    def room(self) -> Numbers:
        """Return a buffer for scores."""
        return np.empty(self.values.shape[1], dtype=np.float32)


@dataclass(frozen=True, eq=False, slots=True)
class Surface:
    """What a scenario concludes of every cell."""

    arrangement: Arrangement
    scenario: Scenario
    shares: Numbers
    """The weights divided by their sum, float64."""
    scores: Numbers
    """For each cell in play, float32 in [0, 1]."""

    @property
    def open_scores(self) -> Numbers:
        """Scores of the open cells, in the order of the arrangement."""
        return self.scores[: self.arrangement.open]

    def levels(self, out: Numbers | None = None) -> Numbers:
        """Return scores as whole steps (uint16): 0 to LEVELS - 1 if open, LEVELS more if unknown.

        A buffer of the right length may be given to be filled.
        """
        held = out if out is not None else np.empty(len(self.scores), dtype=np.uint16)
        top = np.float32(LEVELS - 1)
        for start in range(0, len(held), _STRETCH):  # a stretch stays in the processor's cache
            part = slice(start, min(start + _STRETCH, len(held)))
            np.multiply(self.scores[part], top, out=held[part], casting="unsafe")
        held[self.arrangement.open :] += LEVELS
        return held

    def histogram(self, levels: Numbers) -> Ints:
        """Return how many open cells lie at each of LEVELS steps."""
        return np.bincount(levels[: self.arrangement.open], minlength=LEVELS)

    def share_above(self, score: float) -> float:
        """Return which share of the open area scores at least so much; cells are of equal area."""
        count = self.arrangement.open
        above = int(np.count_nonzero(self.open_scores >= np.float32(score)))
        return above / count if count else 0.0

    def order(self) -> Ints:
        """Return the open cells' places in the arrangement, best first; ties by number of cell."""
        return falling(self.open_scores)


def arrange(
    region: Region,
    valued: Valued,
    scenario: Scenario,
    chosen: Collection[str] | None = None,
    stretch: slice | None = None,
) -> Arrangement:
    """Return values and standing of all cells under a scenario, whatever its weights.

    A stretch of the cells may be asked for alone, where there are too many to be held at once.

    Raises
    ------
    StudyError
        If the method compares sites with each other.
    """
    check_method(scenario)
    part = stretch or slice(0, len(region))
    held = standing_of(region, scenario.gates, valued.columns, chosen, part)
    cells = np.concatenate(
        [np.flatnonzero(held.codes == OPEN), np.flatnonzero(held.codes == UNKNOWN)]
    )
    criteria = tuple(each for each in scenario.criteria if each.enabled)
    values = np.zeros((len(criteria), -(-len(cells) // _EVEN) * _EVEN), dtype=np.float32)
    held_values = values[:, : len(cells)]
    unknown = []
    for row, criterion in enumerate(criteria):
        key, value = criterion.measure, criterion.value
        column = valued.stretch(key, value, stretch) if stretch else valued.of(key, value)
        np.take(_filled(column, scenario.unknown), cells, out=held_values[row], mode="clip")
        if scenario.unknown is UnknownPolicy.EXCLUDE and column.unknown is not None:
            unknown.append((row, *_bounds(column, cells)))
    logarithms = scenario.method == "weighted_product" and not unknown
    if logarithms:
        nothing = values == 0.0
        np.log(values, out=values, where=~nothing)
        values[nothing] = _NOTHING
    return Arrangement(
        criteria,
        logarithms,
        held,
        cells + part.start,
        held.count(OPEN),
        values,
        tuple(valued.known(each.measure) for each in criteria),
        tuple(unknown),
    )


def score(arrangement: Arrangement, scenario: Scenario, out: Numbers | None = None) -> Surface:
    """Return the scores of all cells in play with the scenario's weights.

    The weighted sum is one product of a vector and a matrix that stays where it is; `out`, from
    `Arrangement.room`, may be given to be filled anew at every tick.
    """
    method, settings = method_of(scenario)
    criteria = tuple(each for each in scenario.criteria if each.enabled)
    if len(criteria) != len(arrangement.criteria) or (
        arrangement.logarithms and scenario.method != "weighted_product"
    ):
        raise ValueError("the arrangement was made for other criteria, or another method")
    shares = _shares(scenario, criteria, arrangement.known)
    count = len(arrangement.cells)
    whole = out if out is not None else arrangement.room()
    scores = whole[:count]
    narrow = shares.astype(np.float32)
    if scenario.method == "weighted_sum":
        np.dot(narrow, arrangement.values, out=whole)
        if arrangement.unknown:
            _spread_over_known(arrangement, narrow, scores)
        np.clip(scores, 0.0, 1.0, out=scores)
    elif arrangement.logarithms:
        np.dot(narrow, arrangement.values, out=whole)
        np.exp(scores, out=scores)
        np.minimum(scores, 1.0, out=scores)
    else:
        for start in range(0, count, _STRETCH):
            part = slice(start, min(start + _STRETCH, count))
            rows = _rows(arrangement, shares, part)
            scores[part] = method.merits(rows, shares, settings)
    return Surface(arrangement, scenario, shares, scores)


def check_method(scenario: Scenario) -> None:
    """Raise StudyError when the scenario's method compares sites with each other.

    Every cell would then be one of the compared, so that its score would say nothing of the score
    that a site there gets among a person's own sites.
    """
    method, _ = method_of(scenario)
    if not method.rowwise:
        able = ", ".join(str(each.title) for each in METHODS.values() if each.rowwise)
        raise StudyError(
            say(
                "{method} compares the sites of a list with each other, so a single cell has no "
                "score of its own: choose {able} to look at the whole region.",
                method=str(method.title),
                able=able,
            )
        )


def falling(scores: Numbers) -> Ints:
    """Return the rows by falling score; equal scores keep their order.

    The bits of a float32 that is not negative rise with it: score and row make one whole number,
    and whole numbers sort fast.
    """
    held = np.ascontiguousarray(scores, dtype=np.float32) + np.float32(0.0)  # no minus zero
    keys = np.empty(len(held), dtype=np.uint64)
    halves = keys.view(np.uint32).reshape(-1, 2)
    np.invert(held.view(np.uint32), out=halves[:, _HIGH])
    halves[:, _LOW] = np.arange(len(held), dtype=np.uint32)
    keys.sort()
    rows: Ints = halves[:, _LOW].astype(np.intp)
    return rows


class Best:
    """The best few of very many scores; remembers about how high the bar lay."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._bar = _LEAST

    def of(self, scores: Numbers) -> Ints:
        """Return the rows of the best scores, best first; equal scores by row."""
        rows = np.flatnonzero(scores >= self._bar)
        if not self.count <= len(rows) <= 64 * self.count:
            rows = self._anew(scores)
        order = rows[np.lexsort((rows, -scores[rows]))]
        return order[: self.count]

    def _anew(self, scores: Numbers) -> Ints:
        many = 8 * self.count
        if len(scores) <= many:
            self._bar = _LEAST
            return np.arange(len(scores))
        self._bar = np.partition(scores, len(scores) - many)[len(scores) - many]
        return np.flatnonzero(scores >= self._bar)


def _filled(column: CellValues, policy: UnknownPolicy) -> Numbers:
    """Return values with each unknown one counted as the policy says, where that is fixed."""
    if column.unknown is None or policy is UnknownPolicy.EXCLUDE:
        return column.value
    if policy is UnknownPolicy.PESSIMISTIC:
        if column.low is None:
            return column.value
        return np.where(column.unknown, column.low, column.value)
    if column.low is None or column.high is None:
        return np.where(column.unknown, np.float32(0.5), column.value)
    return np.where(column.unknown, (column.low + column.high) / 2, column.value)


def _bounds(column: CellValues, cells: Ints) -> tuple[Numbers, Numbers, Numbers]:
    count = len(cells)
    where = np.zeros(count, bool) if column.unknown is None else column.unknown[cells]
    low = np.zeros(count, np.float32) if column.low is None else column.low[cells]
    high = np.ones(count, np.float32) if column.high is None else column.high[cells]
    return where, low, high


def _shares(
    scenario: Scenario, criteria: tuple[Criterion, ...], known: tuple[bool, ...]
) -> Numbers:
    """Return the weights divided by their sum; a criterion that no cell knows gets 0."""
    weights = np.array([each.weight for each in criteria], dtype=np.float64)
    if not weights.any():
        raise StudyError(
            say(
                "No criterion of the scenario {name} has a weight above zero: switch one on, or "
                "give it a weight.",
                name=scenario.name,
            )
        )
    shares: Numbers = weights / weights.max() * np.array(known, dtype=bool)
    total = float(shares.sum())
    return shares / total if total > 0 else shares


def _spread_over_known(arrangement: Arrangement, shares: Numbers, scores: Numbers) -> None:
    """Count each unknown value as the weighted mean of what is known of the same cell."""
    weight = np.ones(len(scores), dtype=np.float32)
    for row, where, _, _ in arrangement.unknown:
        weight -= shares[row] * where
    lacking = weight < 1e-6
    mean = np.divide(scores, weight, out=np.zeros_like(scores), where=~lacking)
    for row, where, low, high in arrangement.unknown:
        scores += shares[row] * np.where(where, np.clip(mean, low, high), np.float32(0.0))


def _rows(arrangement: Arrangement, shares: Numbers, part: slice) -> Numbers:
    """Return the values of some cells as a method reads them: cells x criteria, without NaN."""
    rows = np.ascontiguousarray(arrangement.values[:, part].T, dtype=np.float64)
    if arrangement.unknown:
        weight = np.ones(len(rows))
        for row, where, _, _ in arrangement.unknown:
            weight -= shares[row] * where[part]
        known = rows @ shares
        mean = np.divide(known, weight, out=np.zeros(len(rows)), where=weight > 1e-9)
        for row, where, low, high in arrangement.unknown:
            rows[:, row] = np.where(where[part], np.clip(mean, low[part], high[part]), rows[:, row])
    return rows
