"""Figures of many sites that may be uncertain or unknown: value, low and high travel together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from siteselect.language import later, say
from siteselect.model.arrays import Floats, frozen_floats


@dataclass(frozen=True, eq=False, slots=True)
class Estimate:
    """One figure, one number a site; NaN is unknown, inf is never (a payback)."""

    value: Floats
    low: Floats
    high: Floats
    why: tuple[str, ...]
    """For each site why the value is unknown, in a sentence; empty where it is known."""

    @property
    def known(self) -> int:
        """For how many sites the value is known."""
        return int((~np.isnan(self.value)).sum())


def estimate(
    value: ArrayLike, one_end: ArrayLike, other_end: ArrayLike, why: Sequence[str]
) -> Estimate:
    """Return a figure from its value and its two ends, whichever of them is the lower.

    Where an end is unknown and the value is not, the value is the end. Where the value is unknown
    the ends may still be known: `one_end` is then the lower one, `other_end` the upper.

    Examples
    --------
    >>> found = estimate([5.0, np.nan], [7.0, 1.0], [4.0, np.nan], ["", "No price."])
    >>> found.low.tolist(), found.high.tolist()
    ([4.0, 1.0], [7.0, nan])
    """
    size = len(why)
    held, one, other = (
        np.broadcast_to(np.asarray(each, dtype=np.float64), (size,))
        for each in (value, one_end, other_end)
    )
    known = ~np.isnan(held)
    low = np.where(known, np.fmin(np.fmin(one, other), held), one)
    high = np.where(known, np.fmax(np.fmax(one, other), held), other)
    told = tuple("" if known[row] else why[row] for row in range(size))
    return Estimate(frozen_floats(held), frozen_floats(low), frozen_floats(high), told)


NOT_LAWFUL = later("Mining is not lawful on this day, so nothing is earned. {note}")
"""Why a figure is unknown where mining is forbidden."""


def is_unlawful(why: str) -> bool:
    """Return whether a reason is that mining is forbidden, in the language spoken."""
    start, _, end = say(NOT_LAWFUL).partition("{note}")
    return bool(start + end) and why.startswith(start) and why.endswith(end)
