"""The two facts that a scatter shows of every site, and the front that no other beats."""

from dataclasses import dataclass

import numpy as np

from siteselect.language import say_name
from siteselect.mcda.dominance import trade_off_front
from siteselect.model.arrays import Floats, Ints, frozen_ints
from siteselect.model.criterion import Criterion
from siteselect.model.evaluation import Evaluation
from siteselect.model.value_function import Objective
from siteselect.ui import figures
from siteselect.ui.grouping import title_of
from siteselect.ui.rows import RANKED, tiers
from siteselect.ui.widgets.ramp import score_span, steps_of

NUMBERED = 5
"""So many of the first sites bear number and name."""


@dataclass(frozen=True, eq=False, slots=True)
class Side:
    """One axis of the scatter: raw values in the unit shown, and which way is better."""

    title: str
    better: int
    """1 where more is better, -1 where less is, 0 where a target is."""
    value: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True, eq=False, slots=True)
class Cloud:
    """What the scatter draws of the sites that are known on both sides."""

    across: Side
    up: Side
    sites: Ints
    """Rows of the evaluation, from the last to the first: the best are drawn on top."""
    steps: Ints
    """Step of the colour ramp, by score."""
    hollow: np.ndarray
    """Whether a site stands below the line or fails a gate."""
    front: Ints
    """Places in `sites` that no ranked site beats on both sides, from left to right."""
    leaders: tuple[tuple[int, int, str], ...]
    """Place in `sites`, rank and name of the first few."""
    missing: int
    """How many sites are unknown on a side and not drawn."""


def side_of(evaluation: Evaluation, criterion: Criterion) -> Side:
    """Return one criterion as an axis."""
    column = evaluation.matrix.column(criterion.measure)
    unit = evaluation.matrix.info(criterion.measure).unit
    factor = figures.shown_value(1.0, unit)
    objective = criterion.value.objective
    better = {Objective.MAX: 1, Objective.MIN: -1}.get(objective, 0)
    title = title_of(evaluation, criterion)
    shown = figures.shown_unit(unit)
    return Side(
        title=f"{title}, {shown}" if shown else title,
        better=better,
        value=column.value * factor,
        low=column.low * factor,
        high=column.high * factor,
    )


def cloud_of(evaluation: Evaluation, across: Criterion, up: Criterion) -> Cloud:
    """Return the scatter of two criteria."""
    one, two = side_of(evaluation, across), side_of(evaluation, up)
    known = np.isfinite(one.value) & np.isfinite(two.value)
    order = evaluation.order[::-1]
    sites = order[known[order]]
    ranked = tiers(evaluation)[sites] == RANKED
    places = np.flatnonzero(ranked)
    place_of = np.full(len(order), -1, dtype=np.intp)
    place_of[sites] = np.arange(len(sites))
    front: Ints = place_of[trade_off_front(evaluation, across.key, up.key)]
    steps = steps_of(evaluation.scores, *score_span(evaluation.scores))
    names = evaluation.matrix.sites.items
    leaders = [
        (int(place), int(evaluation.ranks[sites[place]]), say_name(names[sites[place]].name))
        for place in places[::-1][:NUMBERED]
    ]
    return Cloud(
        across=one,
        up=two,
        sites=sites,
        steps=steps[sites],
        hollow=~ranked,
        front=frozen_ints(front[ranked[front]]),
        leaders=tuple(leaders),
        missing=int(len(order) - len(sites)),
    )


def variety(cloud: Cloud) -> int:
    """Return how many different values the ranked sites have on the side that has fewer."""
    rows = cloud.sites[~cloud.hollow]
    sides = (cloud.across.value[rows], cloud.up.value[rows])
    return min(len(np.unique(np.round(side, 9))) for side in sides)
