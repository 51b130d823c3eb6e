"""How layers of the user's are drawn, on the screen, on paper and in other programs alike.

What is great is drawn from far away, what is small from near alone: by class of road, by voltage.
"""

from collections.abc import Sequence

import numpy as np

from siteselect.model.arrays import Floats
from siteselect.model.user_layer import Role, UserLayer

COLOURS: dict[Role, tuple[str, str]] = {
    Role.SUBSTATIONS: ("#8E24AA", "#D58BE8"),
    Role.POWER_LINES: ("#8E24AA", "#D58BE8"),
    Role.ROADS: ("#9A5B2E", "#D9A066"),
    Role.RAILWAYS: ("#37474F", "#B0BEC5"),
    Role.AVOIDED: ("#B3261E", "#F2867E"),
    Role.BORDERS: ("#3C4650", "#B9C4CE"),
    Role.OTHER: ("#00796B", "#4DB6AC"),
}
"""By role the colour on light and on dark ground; told apart in grey by width, dash and sign."""
WIDTHS: dict[Role, float] = {
    Role.POWER_LINES: 1.1, Role.ROADS: 1.2, Role.RAILWAYS: 1.5, Role.BORDERS: 1.6,
}  # fmt: skip
WIDTH = 1.4
VEIL = 0.22
"""How much of the colour lies over an area."""
FARTHEST = float("inf")
HIGH_KV = 200.0
_MIDDLE_KV = 100.0
_FAR, _MIDDLE = 4_000.0, 1_200.0
"""Metres to a pixel from which on only what is great is drawn, and what is middling."""
_GREAT = {"motorway": _MIDDLE * 100, "trunk": _MIDDLE * 100, "primary": _FAR * 2,
          "secondary": _MIDDLE, "tertiary": _MIDDLE / 3}  # fmt: skip
"""By class of road, how far away it is still drawn."""
_FEW_LINES, _FEW_POINTS = 500, 60
"""A handful may always be seen."""


def width_of(layer: UserLayer) -> float:
    """Return the width of a layer's lines in pixels: its own, or that of its role."""
    return layer.width or WIDTHS.get(layer.role, WIDTH)


def ranks_of_lines(role: Role, kinds: Sequence[str], kv: Floats) -> tuple[Floats, Floats]:
    """Return for each line up to how many metres to a pixel it is drawn, and how much wider."""
    count = len(kinds)
    if role is Role.ROADS:
        ranks = np.array([_GREAT.get(each, _MIDDLE) for each in kinds], dtype=float)
        weights = np.where(ranks > _FAR * 2, 1.5, 1.0)
    elif role is Role.POWER_LINES:
        high, middle = kv >= HIGH_KV, kv >= _MIDDLE_KV
        ranks = np.where(high, FARTHEST, np.where(middle, _FAR, _MIDDLE))
        weights = np.where(high, 1.5, np.where(middle, 1.0, 0.7))
    else:
        ranks, weights = np.full(count, FARTHEST), np.ones(count)
    return ranks, weights


def reach_of_lines(ranks: Floats) -> Floats:
    """Return how far away lines are drawn: as they rank, but where they are few, always."""
    return ranks if len(ranks) > _FEW_LINES else np.full(len(ranks), FARTHEST)


def reach_of_points(role: Role, kv: Floats) -> Floats:
    """Return how far away points are drawn: substations by voltage, where there are many."""
    if role is not Role.SUBSTATIONS or len(kv) <= _FEW_POINTS:
        return np.full(len(kv), FARTHEST)
    return np.where(kv >= HIGH_KV, FARTHEST, np.where(kv >= _MIDDLE_KV, _FAR, _MIDDLE))
