"""The smallest change of one raw value that dethrones the leader."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from siteselect.language import say
from siteselect.mcda.contest import Contest, holds
from siteselect.model.arrays import Floats, Ints
from siteselect.model.class_value import Category
from siteselect.model.criterion import Criterion
from siteselect.model.evaluation import Evaluation
from siteselect.model.value_function import Objective
from siteselect.progress import Progress, silent

_HALVINGS = 40
_SCAN = 16
"""Steps in which a value function that turns is looked over."""


@dataclass(frozen=True, slots=True)
class ValueFlip:
    """One raw value which, were it `then`, would give the first place to another site."""

    site: str
    measure: str
    now: float
    then: float
    """In the unit of the measure."""
    size: float
    """The change as a part of the range in which the value function moves."""
    leader: str
    """Who leads then."""


@dataclass(frozen=True, eq=False, slots=True)
class ValueFlips:
    """Every single raw value that could dethrone the leader, the smallest change first."""

    evaluation: Evaluation
    leader: str | None
    flips: tuple[ValueFlip, ...]

    @property
    def smallest(self) -> ValueFlip | None:
        """The smallest change; None when no single value can do it."""
        return self.flips[0] if self.flips else None


def value_flips(evaluation: Evaluation, rivals: int = 5, progress: Progress = silent) -> ValueFlips:
    """Return which one raw value, changed how far, would dethrone the leader.

    The leader's values are worsened and those of the next sites bettered, one at a time, within
    the range in which the value function moves; the whole matrix is scored anew each time, so it
    holds for every method and for relative value functions too. Unknown values are left out: see
    `finding_out`.

    Parameters
    ----------
    evaluation
        What was concluded.
    rivals
        How many sites after the leader are looked at.
    progress
        Is told after each site, and may stop the work.

    Returns
    -------
    The changes that do it, the smallest first.
    """
    contest = Contest(evaluation)
    names = contest.names
    found: list[ValueFlip] = []
    looked_at = min(len(names), rivals + 1) if len(names) > 1 else 0
    everyone = np.arange(len(names))
    for place in range(looked_at):
        found += value_flips_of(contest, place, everyone)
        progress((place + 1) / looked_at, say("Moving each value"))
    found.sort(key=lambda flip: (flip.size, flip.site, flip.measure))
    return ValueFlips(evaluation, names[0] if names else None, tuple(found))


def value_flips_of(contest: Contest, place: int, members: Ints) -> list[ValueFlip]:
    """Return, for each measure, the nearest change of one site's raw value that does it.

    Parameters
    ----------
    contest
        The contenders.
    place
        Whose values are changed.
    members
        Places of two or more contenders; the first must be put below a later one.

    Returns
    -------
    At most one change a measure, though two criteria may judge it.
    """
    nearest: dict[str, ValueFlip] = {}
    for column in range(len(contest.evaluation.criteria)):
        flip = nearest_flip(contest, place, column, members)
        if flip and (flip.measure not in nearest or flip.size < nearest[flip.measure].size):
            nearest[flip.measure] = flip
    return list(nearest.values())


def nearest_flip(contest: Contest, place: int, column: int, members: Ints) -> ValueFlip | None:
    """Return the nearest change of one cell that puts the first of `members` below a later one.

    Parameters
    ----------
    contest
        The contenders.
    place
        Whose value is changed: worsened for the first of `members`, bettered for the others.
    column
        Which criterion.
    members
        Places of two or more contenders, the one in question first.

    Returns
    -------
    The change; None when none does it, the value is unknown, or the criterion has no weight.
    """
    evaluation = contest.evaluation
    criterion = evaluation.criteria[column]
    row = int(contest.contenders[place])
    raw = evaluation.matrix.column(criterion.measure).value
    now = float(raw[row])
    if np.isnan(now) or evaluation.shares[column] == 0:
        return None

    def merits(then: float) -> Floats:
        varied = raw.copy()
        varied[row] = then
        values = evaluation.values.copy()
        for other, each in enumerate(evaluation.criteria):
            if each.measure == criterion.measure:  # every criterion that judges this raw value
                values[:, other] = each.value(varied, varied)
        found: Floats = contest.merits(evaluation.shares, values)[members]
        return found

    low, high = criterion.value.reach(raw)
    halvings = 0 if isinstance(criterion.value, Category) else _HALVINGS
    reached = [
        then
        for path in _paths(criterion, now, low, high, worsen=place == members[0])
        if (then := _first_change(lambda value: holds(merits(value)), now, path, halvings))
        is not None
    ]
    if not reached:
        return None
    then = min(reached, key=lambda value: abs(value - now))
    ahead = contest.names[members[int(merits(then).argmax())]]
    size = abs(then - now) / (high - low)
    return ValueFlip(contest.names[place], criterion.measure, now, then, size, ahead)


def _paths(
    criterion: Criterion, now: float, low: float, high: float, *, worsen: bool
) -> Iterator[list[float]]:
    """Yield the values to be tried in turn, one list for each way that can do it."""
    value = criterion.value
    if isinstance(value, Category):
        yield from ([code] for code in value.turns if code != now)
        return
    if value.objective is Objective.TARGET:
        for end in (low, high):
            between = [turn for turn in value.turns if min(now, end) < turn < max(now, end)]
            steps = np.linspace(now, end, _SCAN + 1)[1:].tolist()
            yield sorted({*steps, *between}, key=lambda step: abs(step - now))
        return
    upwards = (value.objective is Objective.MAX) != worsen
    end = high if upwards else low
    if (end > now) == upwards and end != now:
        yield [end]


def _first_change(
    leads: Callable[[float], bool], now: float, path: list[float], halvings: int
) -> float | None:
    """Return the nearest value along `path` with which the leader no longer leads."""
    inside = now
    for outside in path:
        if leads(outside):
            inside = outside
            continue
        then = outside
        for _ in range(halvings):
            middle = (inside + then) / 2
            if leads(middle):
                inside = middle
            else:
                then = middle
        return then
    return None
