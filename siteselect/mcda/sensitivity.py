"""How far one weight can move before another site leads."""

from dataclasses import dataclass

import numpy as np

from siteselect.language import say
from siteselect.mcda.contest import Contest, holds, shares_with
from siteselect.mcda.rank import EQUAL
from siteselect.model.arrays import Floats, Ints
from siteselect.model.evaluation import Evaluation
from siteselect.progress import Progress, silent

_SCAN = 32
"""Steps in which a method that is not linear in the weights is looked over, to either side."""
_HALVINGS = 40


@dataclass(frozen=True, slots=True)
class Stability:
    """Between which weights of one criterion the leader leads, all other weights as they are."""

    key: str
    """Of the criterion."""
    share: float
    share_low: float
    share_high: float
    """Shares of the total in [0, 1]; 0 and 1 when nothing changes the leader."""
    weight: float
    weight_low: float
    weight_high: float
    """The same as weights on the person's own scale; infinity when no weight is too great."""
    rival_low: str | None
    rival_high: str | None
    """Who leads beyond either end; None when nobody does."""


@dataclass(frozen=True, slots=True)
class WeightFlip:
    """A change of one weight that dethrones the leader."""

    key: str
    """Of the criterion."""
    rival: str
    share: float
    share_then: float
    weight: float
    weight_then: float

    @property
    def change(self) -> float:
        """How far the share moves; negative downwards."""
        return self.share_then - self.share


@dataclass(frozen=True, eq=False, slots=True)
class WeightStability:
    """The stability of the leader against each weight."""

    evaluation: Evaluation
    leader: str | None
    intervals: tuple[Stability, ...]
    exact: bool
    """Whether the ends come in closed form; else they were scanned for and bisected."""

    def interval(self, key: str) -> Stability:
        """Return the interval of the criterion called `key`; StudyError when there is none."""
        self.evaluation.scenario.criterion(key)
        return next(each for each in self.intervals if each.key == key)

    @property
    def smallest(self) -> WeightFlip | None:
        """The smallest change of one share that dethrones the leader; None when none does."""
        flips = [flip for each in self.intervals for flip in _flips(each)]
        return min(flips, key=lambda flip: abs(flip.change), default=None)


def weight_stability(evaluation: Evaluation, progress: Progress = silent) -> WeightStability:
    """Return, for each criterion, between which weights the leader of `evaluation` leads.

    For methods that are linear in the weights (weighted sum, PROMETHEE II) the ends are in closed
    form: with the share t of one criterion and the others in their proportions, the leader's
    advance over a rival is (1 - t) A + t B, which is 0 at t = A / (A - B). For the others the range
    is scanned in steps to either side, and the first change bisected.

    Parameters
    ----------
    evaluation
        What was concluded.
    progress
        Is told after each criterion, and may stop the work.

    Returns
    -------
    The interval of each enabled criterion, in their order.

    References
    ----------
    Mareschal, B. (1988). Weight stability intervals in multicriteria decision aid. European
    Journal of Operational Research 33(1), 54-64.
    """
    contest = Contest(evaluation)
    parts = contest.parts
    names = contest.names
    intervals = []
    for place, criterion in enumerate(evaluation.criteria):
        share = float(evaluation.shares[place])
        low, high, below, above = share_ends(contest, place, np.arange(len(names)), parts)
        intervals.append(
            Stability(
                criterion.key,
                share,
                low,
                high,
                criterion.weight,
                weight_of(evaluation, place, low) if below else 0.0,
                weight_of(evaluation, place, high) if above else np.inf,
                names[below] if below else None,
                names[above] if above else None,
            )
        )
        progress((place + 1) / len(evaluation.criteria), say("Moving each weight"))
    return WeightStability(
        evaluation, names[0] if names else None, tuple(intervals), parts is not None
    )


def share_ends(
    contest: Contest, place: int, members: Ints, parts: Floats | None
) -> tuple[float, float, int, int]:
    """Return between which shares of one criterion the first of `members` is nowhere below a later.

    Parameters
    ----------
    contest
        The contenders.
    place
        Which criterion.
    members
        Places of two or more contenders, the one in question first.
    parts
        `contest.parts`, so that it is made once.

    Returns
    -------
    The least and the greatest share, and who of `members` is ahead beyond either; 0 for nobody.
    """
    evaluation = contest.evaluation
    if len(members) < 2 or evaluation.shares[place] >= 1 or not _counts(evaluation, place):
        return 0.0, 1.0, 0, 0
    if parts is not None:
        return _closed_form(parts[members], evaluation.shares, place)
    low, below = _first_change(contest, place, members, 0.0)
    high, above = _first_change(contest, place, members, 1.0)
    return low, high, below, above


def _counts(evaluation: Evaluation, place: int) -> bool:
    """Return whether any site knows the criterion; one that none knows has no share to move."""
    return bool(np.isfinite(evaluation.values[:, place]).any())


def _closed_form(parts: Floats, shares: Floats, place: int) -> tuple[float, float, int, int]:
    """Return the ends of the share, and which contender leads beyond them (0 for none)."""
    share = float(shares[place])
    without, alone = shares_with(shares, place, 0.0), shares_with(shares, place, 1.0)
    at_zero, at_one = (parts[0] - parts) @ without, (parts[0] - parts) @ alone
    falls = at_zero - at_one
    meets = np.divide(at_zero, falls, out=np.full(len(parts), np.nan), where=np.abs(falls) > EQUAL)
    leads_below = np.where(at_zero < -EQUAL, meets, -np.inf)
    leads_above = np.where(at_one < -EQUAL, meets, np.inf)
    below, above = int(leads_below.argmax()), int(leads_above.argmin())
    low = min(float(leads_below[below]), share) if np.isfinite(leads_below[below]) else 0.0
    high = max(float(leads_above[above]), share) if np.isfinite(leads_above[above]) else 1.0
    return (
        low,
        high,
        below if np.isfinite(leads_below[below]) else 0,
        above if np.isfinite(leads_above[above]) else 0,
    )


def _first_change(contest: Contest, place: int, members: Ints, end: float) -> tuple[float, int]:
    """Return the last share towards `end` that changes nothing, and who is ahead beyond it."""
    shares = contest.evaluation.shares

    def merits(share: float) -> Floats:
        found: Floats = contest.merits(shares_with(shares, place, share))[members]
        return found

    inside = float(shares[place])
    for step in np.linspace(inside, end, _SCAN + 1)[1:]:
        if holds(merits(step)):
            inside = float(step)
            continue
        outside = float(step)
        for _ in range(_HALVINGS):
            middle = (inside + outside) / 2
            if holds(merits(middle)):
                inside = middle
            else:
                outside = middle
        return inside, int(merits(outside).argmax())
    return end, 0


def weight_of(evaluation: Evaluation, place: int, share: float) -> float:
    """Return the weight that has `share` of the total, the other weights as they are."""
    others = sum(
        each.weight
        for other, each in enumerate(evaluation.criteria)
        if other != place and _counts(evaluation, other)
    )
    return float(others * share / (1.0 - share)) if share < 1 else np.inf


def _flips(each: Stability) -> list[WeightFlip]:
    ends = (
        (each.rival_low, each.share_low, each.weight_low),
        (each.rival_high, each.share_high, each.weight_high),
    )
    return [
        WeightFlip(each.key, rival, each.share, share, each.weight, weight)
        for rival, share, weight in ends
        if rival is not None
    ]
