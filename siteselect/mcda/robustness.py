"""Who would lead under other weights: thousands of them, drawn evenly (SMAA)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.mcda.contest import Contest
from siteselect.mcda.places import tally
from siteselect.mcda.simplex import Generator, evenly, in_order, near
from siteselect.model.arrays import Floats, Ints, frozen_floats, frozen_ints
from siteselect.model.evaluation import Evaluation
from siteselect.progress import Progress, silent

_PRODUCT = 2_000_000
"""So many scores come from one product: many small ones wait for threads on a busy machine."""
_CELLS = 100_000
"""So many scores are sorted at once, for they fit near the processor; the work stops between."""


@dataclass(frozen=True, slots=True)
class Draws:
    """Which weights are drawn, how many, and with which seed."""

    count: int = 10_000
    seed: int = 1
    within: float | None = None
    """Each weight within this part of its share (0.2 is 20 %); None for all weights there are."""
    order: tuple[tuple[str, ...], ...] = ()
    """Keys of criteria from the most to the least important, equals together; empty for none."""
    raw: bool = False
    """Whether unknown and uncertain values are drawn too, within what they could be."""

    def __post_init__(self) -> None:
        if self.count < 1:
            raise StudyError(
                say("{count} draws show nothing: ask for 1 or more.", count=self.count)
            )
        if self.within is not None and not 0 < self.within <= 1:
            raise StudyError(
                say(
                    "Weights within {within:g} of their share: give a part above 0, at most 1.",
                    within=self.within,
                )
            )
        if self.within is not None and self.order:
            raise StudyError(
                say("Draw weights near the given ones or in an order, not both at once.")
            )


@dataclass(frozen=True, eq=False, slots=True)
class Robustness:
    """What many draws of weights say of each contender; k criteria, m contenders."""

    evaluation: Evaluation
    draws: Draws
    rows: Ints
    """m rows of the evaluation, in the order of its list."""
    acceptability: Floats
    """m x places: the part of the draws in which the site takes the place; equals share one."""
    mean_place: Floats
    central_weights: Floats
    """m x k: the mean of the shares with which the site is first; NaN where it never is."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the contenders, in the order of the rows."""
        names = self.evaluation.matrix.sites.names
        return tuple(names[row] for row in self.rows)

    @property
    def first(self) -> Floats:
        """The part of the draws in which each site is first."""
        return self.acceptability[:, 0] if len(self.rows) else np.empty(0)

    @property
    def leader_first(self) -> float:
        """The part of the draws in which the leader of the evaluation is first; NaN without one."""
        return float(self.first[0]) if len(self.rows) else np.nan


def robustness(
    evaluation: Evaluation,
    draws: Draws | None = None,
    deepest: int = 200,
    progress: Progress = silent,
) -> Robustness:
    """Return how often each contender takes each place when weights are drawn evenly.

    Only criteria with a weight above 0 that some site knows are drawn. The same seed gives the
    same result.

    Parameters
    ----------
    evaluation
        What was concluded.
    draws
        Which weights, how many, which seed.
    deepest
        How many of the best places are counted apart.
    progress
        Is told after each block of draws, and may stop the work.

    Returns
    -------
    Rank acceptability, mean place and central weights of each contender.

    References
    ----------
    Lahdelma, R., Salminen, P. (2001). SMAA-2: Stochastic multicriteria acceptability analysis for
    group decision making. Operations Research 49(3), 444-454.
    """
    draws = draws or Draws()
    contest = Contest(evaluation)
    count = len(contest.contenders)
    deepest = min(deepest, count)
    generator = np.random.default_rng(draws.seed)
    if count == 0:
        nobody = np.empty((0, len(evaluation.criteria)))
        return Robustness(
            evaluation, draws, contest.contenders, nobody[:, :0], nobody[:, 0], nobody
        )
    weights = draw_weights(contest, draws, generator)
    counts, sums = np.zeros((count, deepest)), np.zeros(count)
    heard, firsts = np.zeros(count), np.zeros((count, weights.shape[1]))
    for start, merits in _blocks(contest, draws, weights, generator):
        some = weights[start : start + len(merits)]
        found = tally(merits, deepest)
        counts += found.counts
        sums += found.sums
        heard += np.bincount(found.first_sites, minlength=count)
        for place in range(weights.shape[1]):
            spent = some[found.first_rankings, place]
            firsts[:, place] += np.bincount(found.first_sites, spent, minlength=count)
        progress((start + len(merits)) / draws.count, say("Drawing weights"))
    central = np.divide(
        firsts, heard[:, None], out=np.full(firsts.shape, np.nan), where=heard[:, None] > 0
    )
    return Robustness(
        evaluation,
        draws,
        frozen_ints(contest.contenders),
        frozen_floats(counts / draws.count),
        frozen_floats(sums / draws.count),
        frozen_floats(central),
    )


def draw_weights(contest: Contest, draws: Draws, generator: Generator) -> Floats:
    """Return draws x k shares, 0 for criteria that do not count."""
    shares = contest.evaluation.shares
    counted = np.flatnonzero(shares > 0)
    weights = np.zeros((draws.count, len(shares)))
    if draws.within is not None:
        weights[:, counted] = near(generator, draws.count, shares[counted], draws.within)
    elif draws.order:
        levels = _levels(contest.keys, draws.order, counted)
        weights[:, counted] = in_order(generator, draws.count, levels)
    else:
        weights[:, counted] = evenly(generator, draws.count, len(counted))
    return weights


def _levels(
    keys: Sequence[str], order: tuple[tuple[str, ...], ...], counted: Ints
) -> list[list[int]]:
    """Return the places, among the criteria that count, of each level of the order."""
    stated = [key for level in order for key in level]
    among = [keys[place] for place in counted]
    lacking = [key for key in among if key not in stated]
    if lacking or len(set(stated)) < len(stated):
        raise StudyError(
            say(
                "An order of importance wants each criterion that counts once; look at {join}.",
                join=", ".join(lacking) or "the one that stands twice",
            )
        )
    levels = [[among.index(each) for each in level if each in among] for level in order]
    return [level for level in levels if level]


def _blocks(
    contest: Contest, draws: Draws, weights: Floats, generator: Generator
) -> Iterator[tuple[int, Floats]]:
    """Yield the first draw of each block, and its merits."""
    count, parts = len(contest.contenders), contest.parts
    block = max(200, _CELLS // count)
    linear = parts is not None and not draws.raw
    many = max(block, _PRODUCT // count) if linear else block
    for start in range(0, len(weights), many):
        some = weights[start : start + many]
        merits = _varied(contest, some, generator) if draws.raw else _merits(contest, some, parts)
        for inner in range(0, len(some), block):
            yield start + inner, merits[inner : inner + block]


def _merits(contest: Contest, weights: Floats, parts: Floats | None) -> Floats:
    """Return draws x m merits."""
    if parts is None:
        return np.array([contest.merits(shares) for shares in weights])
    merits: Floats = contest.method.merit(weights @ parts.T)
    return merits


def _varied(contest: Contest, weights: Floats, generator: Generator) -> Floats:
    """Return draws x m merits, every uncertain value drawn anew each time."""
    evaluation = contest.evaluation
    least, greatest = evaluation.values_low, evaluation.values_high
    values = np.where(np.isnan(evaluation.values), least, evaluation.values)
    open_cells = (greatest > least) & (evaluation.shares > 0)
    drawn = np.repeat(values[None], len(weights), axis=0) if open_cells.any() else None
    chances: dict[str, Floats] = {}
    for place, criterion in enumerate(evaluation.criteria):
        rows = np.flatnonzero(open_cells[:, place])
        if drawn is None or not len(rows):
            continue
        column = evaluation.matrix.column(criterion.measure)
        low, high = column.low[rows], column.high[rows]
        if criterion.measure not in chances:  # two criteria may judge one raw value
            chances[criterion.measure] = generator.random((len(weights), len(values)))
        chance = chances[criterion.measure][:, rows]
        bounded = np.isfinite(low) & np.isfinite(high)
        raw = np.where(bounded, low, 0.0) + chance * np.where(bounded, high - low, 0.0)
        judged = criterion.value(raw, column.value)
        straight = least[rows, place] + chance * (greatest - least)[rows, place]
        drawn[:, rows, place] = np.where(bounded & np.isfinite(judged), judged, straight)
    if drawn is None:
        return _merits(contest, weights, contest.parts)
    if contest.method.rowwise and contest.method.parts is not None:
        merits: Floats = np.matmul(drawn[:, contest.contenders], weights[:, :, None])[:, :, 0]
        return merits
    return np.array([contest.merits(*each) for each in zip(weights, drawn, strict=True)])
