"""Relative value functions beside min-max: place among the sites, and distance from their mean."""

from dataclasses import dataclass

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.arrays import Floats
from siteselect.model.value_function import FromSites


@dataclass(frozen=True, slots=True)
class Percentile(FromSites):
    """The share of the other sites that a site beats; against an equal it counts half."""

    def _place(self, raw: Floats, known: Floats) -> Floats:
        steps = np.unique(known)
        below = np.searchsorted(known, steps, side="left")
        equal = np.searchsorted(known, steps, side="right") - below
        beaten = (below + (equal - 1) / 2) / (known.size - 1)
        place: Floats = np.interp(raw, steps, beaten, left=0.0, right=1.0)
        return np.where(np.isnan(raw), np.nan, place)


@dataclass(frozen=True, slots=True)
class ZScore(FromSites):
    """How many standard deviations a site lies from the mean; the mean is 0.5."""

    width: float = 3.0
    """How many standard deviations above the mean give 1, and as many below it 0."""

    def __post_init__(self) -> None:
        if not np.isfinite(self.width) or self.width <= 0:
            raise StudyError(
                say(
                    "A z-score value function is {width:g} standard deviations wide: "
                    "give a finite number above 0.",
                    width=self.width,
                )
            )

    def reach(self, among: Floats) -> tuple[float, float]:
        """Return the raw values that lie `width` standard deviations from the mean."""
        known = among[np.isfinite(among)]
        if not known.size:
            return np.nan, np.nan
        half = self.width * float(known.std())
        return float(known.mean()) - half, float(known.mean()) + half

    def _place(self, raw: Floats, known: Floats) -> Floats:
        span = known[-1] - known[0]  # in units of it no square can vanish
        parts = (known - known[0]) / span
        score = ((raw - known[0]) / span - parts.mean()) / parts.std()
        place: Floats = np.clip(0.5 + score / (2 * self.width), 0.0, 1.0)
        return place
