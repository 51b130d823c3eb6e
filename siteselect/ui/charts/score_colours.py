"""Colours of scores, worst to best: viridis, which colour-blind eyes read too."""

import numpy as np
from PySide6.QtGui import QColor

from siteselect.model.arrays import Floats, Ints

STEPS = 64
_VIRIDIS = (
    "#440154", "#482374", "#404387", "#345E8D", "#29788E", "#20908C",
    "#22A784", "#44BE70", "#79D151", "#BDDE26", "#FDE725",
)  # fmt: skip
"""Eleven colours of viridis at equal steps (matplotlib, CC0)."""


def _between() -> Floats:
    stops = [QColor(stop) for stop in _VIRIDIS]
    channels = np.array([[c.red(), c.green(), c.blue()] for c in stops], dtype=np.float64)
    at, known = np.linspace(0, len(stops) - 1, STEPS), np.arange(len(stops))
    mixed: Floats = np.column_stack([np.interp(at, known, part) for part in channels.T])
    return mixed


RAMP = _between()
"""STEPS x 3: red, green, blue from 0 to 255."""


def steps_of(scores: Floats) -> Ints:
    """Return the step of each score; the ramp spans the scores at hand, to whole tens of points."""
    known = scores[np.isfinite(scores)]
    if len(known) == 0:
        return np.zeros(len(scores), dtype=np.intp)
    low = float(np.floor(known.min() * 10) / 10)
    high = max(float(np.ceil(known.max() * 10) / 10), low + 0.1)
    share = np.clip((np.nan_to_num(scores, nan=low) - low) / (high - low), 0.0, 1.0)
    steps: Ints = np.minimum((share * STEPS).astype(np.intp), STEPS - 1)
    return steps


def colour(step: int) -> QColor:
    """Return the colour of a step."""
    red, green, blue = (round(float(part)) for part in RAMP[step])
    return QColor(red, green, blue)
