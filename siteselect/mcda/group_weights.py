"""The tree of criteria: what each group weighs, and what each criterion weighs within its group."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from siteselect.language import later
from siteselect.mcda.balance import TOTAL, rebalance, spread
from siteselect.model.arrays import Bools, Floats
from siteselect.model.criterion import Criterion
from siteselect.model.evaluation import Evaluation
from siteselect.model.scenario import Scenario

OTHER = later("Other")
"""Where criteria stand that belong to no group."""


@dataclass(frozen=True, slots=True)
class Member:
    """One criterion of a group."""

    key: str
    share: float
    """Of the whole, in [0, 1]; 0 for one that does not count."""
    local: float
    """Of its group, in [0, 1]; NaN where the whole group has no weight."""


@dataclass(frozen=True, slots=True)
class GroupWeight:
    """One group of a scenario."""

    name: str
    share: float
    """Of the whole, in [0, 1]."""
    members: tuple[Member, ...]
    """Its criteria in the order of the scenario, those switched off too."""

    @property
    def keys(self) -> frozenset[str]:
        """The keys of its criteria."""
        return frozenset(each.key for each in self.members)


def group_weights(evaluation: Evaluation) -> tuple[GroupWeight, ...]:
    """Return the groups in the order of their first criterion, with global and local shares.

    Parameters
    ----------
    evaluation
        What was concluded.

    Returns
    -------
    One value a group; the shares of all groups sum to 1, as do the local shares of each group.
    """
    shares = dict(
        zip((each.key for each in evaluation.criteria), evaluation.shares.tolist(), strict=True)
    )
    groups: dict[str, list[str]] = {}
    for each in evaluation.scenario.criteria:
        groups.setdefault(group_of(evaluation, each), []).append(each.key)
    found = []
    for name, keys in groups.items():
        held = [shares.get(key, 0.0) for key in keys]
        total = sum(held)
        members = tuple(
            Member(key, share, share / total if total > 0 else float("nan"))
            for key, share in zip(keys, held, strict=True)
        )
        found.append(GroupWeight(name, total, members))
    return tuple(found)


def group_of(evaluation: Evaluation, criterion: Criterion) -> str:
    """Return the group of a criterion: its own, else its measure's."""
    infos = {each.key: each for each in evaluation.matrix.infos}
    info = infos.get(criterion.measure)
    return criterion.group or (info.group if info else "") or OTHER


def counting(evaluation: Evaluation) -> frozenset[str]:
    """Return the keys of the criteria that can count: switched on, and known for some site."""
    nobody = not len(evaluation.ranks)
    return frozenset(
        each.key
        for place, each in enumerate(evaluation.criteria)
        if nobody or np.isfinite(evaluation.values[:, place]).any()
    )


def with_group_share(
    scenario: Scenario, members: Collection[str], share: float, among: Collection[str] | None = None
) -> Scenario:
    """Return `scenario` with the weights of one group scaled so that it has `share` of the whole.

    Parameters
    ----------
    scenario
        Whose weights.
    members
        Keys of the criteria of the group.
    share
        In [0, 1]; where no total is kept, below 1.
    among
        Keys of the criteria that count (`counting`); all that are switched on when left out.

    Returns
    -------
    The scenario: within the group, ratios stay and locked weights too. Outside it weights stay as
    given, or, where a total of 100 is kept, the unlocked ones give way in proportion.
    """
    weights, locked, inside, keys = _arrays(scenario, members, among)
    free_in, free_out = inside & ~locked, ~inside & ~locked
    if not free_in.any():
        return scenario
    if scenario.total_100:
        room = float(weights[free_in].sum() + weights[free_out].sum())
        wanted = min(max(share * TOTAL - float(weights[inside & locked].sum()), 0.0), room)
        wanted = wanted if free_out.any() else room
        weights[free_out] = spread(weights[free_out], room - wanted)
    else:
        outside = float(weights[~inside].sum())
        part = min(max(share, 0.0), 0.999)
        if outside == 0:
            return scenario
        wanted = max(outside * part / (1 - part) - float(weights[inside & locked].sum()), 0.0)
    weights[free_in] = spread(weights[free_in], wanted)
    return scenario.with_weights(dict(zip(keys, weights.tolist(), strict=True)))


def with_local_share(
    scenario: Scenario,
    members: Collection[str],
    key: str,
    local: float,
    among: Collection[str] | None = None,
) -> Scenario:
    """Return `scenario` with one criterion at `local` of its group, whose own share stays.

    Parameters
    ----------
    scenario
        Whose weights.
    members
        Keys of the criteria of the group.
    key
        Which of them.
    local
        Its share of the group, in [0, 1].
    among
        Keys of the criteria that count (`counting`); all that are switched on when left out.

    Returns
    -------
    The scenario: the unlocked others of the group give way in proportion, the rest stays.
    """
    weights, locked, inside, keys = _arrays(scenario, members, among)
    if key not in keys or not inside[keys.index(key)]:
        return scenario
    rows = np.flatnonzero(inside)
    place = rows.tolist().index(keys.index(key))
    group = weights[rows]
    weights[rows] = rebalance(group, locked[rows], place, local * float(group.sum()))
    return scenario.with_weights(dict(zip(keys, weights.tolist(), strict=True)))


def _arrays(
    scenario: Scenario, members: Collection[str], among: Collection[str] | None
) -> tuple[Floats, Bools, Bools, list[str]]:
    """Return weights, locks and membership of the criteria that count, and their keys."""
    held = [
        each for each in scenario.criteria if each.enabled and (among is None or each.key in among)
    ]
    return (
        np.array([each.weight for each in held], dtype=np.float64),
        np.array([each.locked for each in held], dtype=np.bool_),
        np.array([each.key in members for each in held], dtype=np.bool_),
        [each.key for each in held],
    )
