"""Which site is at least as good as another in every criterion, and better in one."""

from dataclasses import dataclass

import numpy as np

from siteselect.mcda.contest import Contest
from siteselect.model.arrays import Bools, Floats, Ints, frozen_ints
from siteselect.model.evaluation import Evaluation
from siteselect.model.value_function import Objective


@dataclass(frozen=True, eq=False, slots=True)
class Dominance:
    """Who is dominated, and by whom."""

    evaluation: Evaluation
    certain: bool
    """Whether it holds whatever the unknown and uncertain values turn out to be."""
    dominated_by: Ints
    """n: the row of a site that dominates it, or -1; failed sites neither dominate nor are."""
    front: Ints
    """Rows of the sites that none dominates, in the order of the list."""

    def dominator(self, site: str) -> str | None:
        """Return the name of a site that dominates `site`; None when there is none."""
        sites = self.evaluation.matrix.sites
        row = int(self.dominated_by[sites.index(site)])
        return sites.names[row] if row >= 0 else None


def dominance(evaluation: Evaluation, *, certain: bool = False) -> Dominance:
    """Return which contenders are dominated in the values of the criteria that count.

    Parameters
    ----------
    evaluation
        What was concluded.
    certain
        Compare the least that one site could be with the greatest that the other could be;
        otherwise values as they rank, with the unknown ones filled.

    Returns
    -------
    For each site one that dominates it, and the Pareto front.
    """
    contest = Contest(evaluation)
    rows = contest.contenders
    counted = evaluation.shares > 0
    if certain:
        least, greatest = evaluation.values_low, evaluation.values_high
    else:
        least = greatest = evaluation.filled
    by = dominators(least[np.ix_(rows, counted)], greatest[np.ix_(rows, counted)])
    dominated_by = np.full(len(evaluation.ranks), -1, dtype=np.intp)
    dominated_by[rows] = np.where(by >= 0, rows[by], -1)
    return Dominance(evaluation, certain, frozen_ints(dominated_by), frozen_ints(rows[by < 0]))


def dominators(least: Floats, greatest: Floats | None = None) -> Ints:
    """Return for each row the place of one that dominates it, or -1.

    A row dominates another when its least is nowhere below the other's greatest, and somewhere
    above it. What dominates has the greater sum, so rows are met in falling order of their sums
    and each is held against those alone that nothing before them dominated.

    Parameters
    ----------
    least
        n x k, greater is better.
    greatest
        n x k, nowhere below `least`; the same as `least` when left out.

    Returns
    -------
    n places.

    Examples
    --------
    >>> import numpy as np
    >>> dominators(np.array([[1.0, 0.0], [0.5, 0.5], [0.5, 0.0]])).tolist()
    [-1, -1, 1]
    """
    greatest = least if greatest is None else greatest
    found = np.full(len(least), -1, dtype=np.intp)
    order = np.lexsort((*-least.T, -least.sum(axis=1)))  # rounding can make two sums one
    front = np.empty_like(least)
    members = np.empty(len(least), dtype=np.intp)
    size = 0
    for row in order:
        mine = greatest[row]
        better: Bools = (front[:size] >= mine).all(axis=1)
        hits = np.flatnonzero(better)
        hits = hits[(front[hits] > mine).any(axis=1)]
        if len(hits):
            found[row] = members[hits[0]]
        else:
            front[size], members[size] = least[row], row
            size += 1
    return found


def trade_off_front(evaluation: Evaluation, across: str, upwards: str) -> Ints:
    """Return the rows of the contenders that none beats in two criteria at once, by raw value.

    Parameters
    ----------
    evaluation
        What was concluded.
    across, upwards
        Keys of two criteria of its scenario; where one wants a target, its value is compared.

    Returns
    -------
    Rows sorted by the raw value of `across`; sites with either value unknown are left out.
    """
    rows = Contest(evaluation).contenders
    first, second = _goodness(evaluation, across), _goodness(evaluation, upwards)
    rows = rows[np.isfinite(first[rows]) & np.isfinite(second[rows])]
    order = rows[np.lexsort((-second[rows], -first[rows]))]
    best_before = np.maximum.accumulate(np.concatenate([[-np.inf], second[order]]))[:-1]
    leads = second[order] > best_before
    kept = order[leads]
    same = np.isin(
        first[order] + 1j * second[order], first[kept] + 1j * second[kept]
    )  # equals of a member are members
    members = order[same]
    raw = evaluation.matrix.column(evaluation.scenario.criterion(across).measure).value
    found: Ints = members[np.argsort(raw[members], kind="stable")]
    return found


def _goodness(evaluation: Evaluation, key: str) -> Floats:
    """Return the raw column turned so that greater is better."""
    criterion = evaluation.scenario.criterion(key)
    value, raw = criterion.value, evaluation.matrix.column(criterion.measure).value
    if value.objective is Objective.TARGET:
        return value(raw, raw)
    return raw if value.objective is Objective.MAX else -raw
