"""What a scenario would conclude with other weights, and how far that is from what stands."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from siteselect.errors import StudyError
from siteselect.mcda.advisers import advice
from siteselect.mcda.balance import TOTAL, spread
from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.group_weights import counting
from siteselect.model.evaluation import Evaluation
from siteselect.model.scenario import Scenario
from siteselect.ui.grouping import title_of

_POINTS = 1000.0
"""A weight of a judgement is kept to a hundred-thousandth of the whole."""


@dataclass(frozen=True, slots=True)
class RankChange:
    """One site in both rankings; 0 is no rank."""

    name: str
    before: int
    after: int
    score: float


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One criterion: its share now, as judged, and what the data advise; NaN where nobody says."""

    key: str
    title: str
    own: float
    judged: float
    entropy: float
    critic: float
    deviation: float


def judged_criteria(evaluation: Evaluation) -> dict[str, str]:
    """Return the criteria that a person can weigh, by key: switched on and known for some site."""
    keys = counting(evaluation)
    return {
        each.key: title_of(evaluation, each)
        for each in evaluation.scenario.criteria
        if each.key in keys
    }


def weighed(scenario: Scenario, shares: Mapping[str, float]) -> Scenario:
    """Return `scenario` with weights in the ratio of `shares`, in points of 100.

    A criterion that `shares` does not name keeps its weight; locks hold no judgement back.
    """
    held = [key for key in shares if any(each.key == key for each in scenario.criteria)]
    parts = spread(np.array([shares[key] for key in held], dtype=np.float64), TOTAL)
    rounded = np.round(parts * _POINTS) / _POINTS
    return scenario.with_weights(dict(zip(held, rounded.tolist(), strict=True)))


def preview(evaluation: Evaluation, shares: Mapping[str, float]) -> Evaluation | None:
    """Return what would be concluded; None when these weights conclude nothing."""
    try:
        return evaluate(weighed(evaluation.scenario, shares), evaluation.matrix)
    except StudyError:
        return None


def rank_changes(before: Evaluation, after: Evaluation, top: int = 8) -> tuple[RankChange, ...]:
    """Return the first `top` sites of the second, with their rank in the first."""
    names = before.matrix.sites.names
    return tuple(
        RankChange(
            names[row], int(before.ranks[row]), int(after.ranks[row]), float(after.scores[row])
        )
        for row in after.order[:top].tolist()
        if after.ranks[row]
    )


def share_rows(evaluation: Evaluation, judged: Mapping[str, float]) -> tuple[ShareRow, ...]:
    """Return every criterion that can be weighed, with the advisers beside the person's weights."""
    told = advice(evaluation)
    titles = judged_criteria(evaluation)
    total = sum(judged.get(key, 0.0) for key in titles)
    columns = zip(
        told.keys,
        told.own.tolist(),
        told.entropy.tolist(),
        told.critic.tolist(),
        told.deviation.tolist(),
        strict=True,
    )
    nan = float("nan")
    return tuple(
        ShareRow(
            key,
            titles[key],
            own,
            judged.get(key, 0.0) / total if total > 0 else nan,
            *advisers,
        )
        for key, own, *advisers in columns
        if key in titles
    )
