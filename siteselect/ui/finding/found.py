"""What the Find place shows: a surface, what it comes to, and the places it suggests."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from siteselect.model.arrays import Ints
from siteselect.scan.cache import Numbers
from siteselect.scan.region import Region
from siteselect.scan.scan import Scanned
from siteselect.scan.shortlist import Suggestion
from siteselect.scan.surface import LEVELS, Surface

STEPS = 64
"""Colours of the ramp."""
OPEN, DIM = 1, 1 + STEPS
"""First codes of open cells, and of those of which a gate knows nothing."""
BELOW, BELOW_DIM, SHUT, HATCH, DOT = range(1 + 2 * STEPS, 6 + 2 * STEPS)
"""Codes of cells below the threshold, and of pixels on closed and unknown land."""


@dataclass(frozen=True, eq=False, slots=True)
class Found:
    """One tick: the surface as it stands."""

    scanned: Scanned
    surface: Surface
    levels: Numbers
    """Score of each cell in play in whole steps, as `Surface.levels` tells them."""
    histogram: Ints
    """Open cells at each of LEVELS steps."""
    best: Ints
    """The best hundred cells in play, best first."""
    seconds: float
    """What the tick took."""

    @property
    def region(self) -> Region:
        """The cells."""
        return self.scanned.region

    @property
    def span(self) -> tuple[float, float]:
        """Scores between which nearly all open cells lie, to whole five points."""
        rise = np.cumsum(self.histogram)
        total = int(rise[-1])
        if total == 0:
            return 0.0, 1.0
        low, high = (
            float(np.searchsorted(rise, share * total)) / (LEVELS - 1) for share in (0.002, 0.998)
        )
        low = np.floor(low * 20) / 20
        return float(low), float(max(np.ceil(high * 20) / 20, low + 0.05))


@dataclass(frozen=True, eq=False, slots=True)
class Suggested:
    """Places found on one surface."""

    surface: Surface
    places: tuple[Suggestion, ...]
    facts: tuple[tuple[float, float, float, float], ...]
    """For each place MW within 50 km, and the price of power, USD/MWh: value, low, high."""


@dataclass(frozen=True, slots=True)
class Looking:
    """How far the measuring of cells is."""

    part: float
    what: str
    seconds_left: float | None = None
    """None while that cannot be said."""


@dataclass(frozen=True, slots=True)
class NothingFound:
    """Why there is no surface, in a sentence; and whether it may be asked for again."""

    why: str
    again: bool = False


def codes_of_levels(span: tuple[float, float], above: float) -> NDArray[np.uint8]:
    """Return the code of each level: LEVELS of open cells, then LEVELS of unknown ones."""
    score = np.arange(LEVELS) / (LEVELS - 1)
    share = np.clip((score - span[0]) / (span[1] - span[0]), 0.0, 1.0)
    step = np.minimum((share * STEPS).astype(np.uint8), STEPS - 1)
    low = score < above
    open_codes = np.where(low, BELOW, step + OPEN)
    dim_codes = np.where(low, BELOW_DIM, step + DIM)
    return np.concatenate([open_codes, dim_codes]).astype(np.uint8)
