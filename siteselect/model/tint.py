"""Tint: with which classes and colours the prices of regions are drawn; a value of the study."""

import math
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import say

FEWEST, MOST = 2, 7
"""Classes that eyes still tell apart."""


class Steps(StrEnum):
    """Where the bounds between classes lie."""

    EQUAL = "equal"
    """At equal steps."""
    QUANTILES = "quantiles"
    """So that about as many regions are in each class."""
    TYPED = "typed"
    """Where a person put them."""


class Ramp(StrEnum):
    """The colours, cheap to dear; each safe for colour-blind eyes."""

    WARM = "warm"
    VIRIDIS = "viridis"
    CIVIDIS = "cividis"


@dataclass(frozen=True, slots=True)
class Tint:
    """Classes and colours of prices on the map."""

    classes: int = 0
    """How many; 0 shades from the cheapest to the dearest."""
    steps: Steps = Steps.EQUAL
    bounds: tuple[float, ...] = ()
    """Where classes meet, in USD/MWh; of typed ones alone."""
    ramp: Ramp = Ramp.WARM

    def __post_init__(self) -> None:
        if self.classes and not FEWEST <= self.classes <= MOST:
            raise StudyError(
                say(
                    "Prices in {classes} classes: give {fewest} to {most}, or 0 for none.",
                    classes=self.classes,
                    fewest=FEWEST,
                    most=MOST,
                )
            )
        wanted = self.classes - 1 if self.classes and self.steps is Steps.TYPED else 0
        rising = all(one < other for one, other in pairwise(self.bounds))
        if len(self.bounds) != wanted or not rising or not all(map(math.isfinite, self.bounds)):
            raise StudyError(
                say(
                    "The classes of prices want {wanted} bounds, each above the one before: "
                    "here are {bounds}.",
                    wanted=wanted,
                    bounds=", ".join(f"{each:g}" for each in self.bounds) or "0",
                )
            )

    def edges(self, prices: Iterable[float], low: float, high: float) -> tuple[float, ...]:
        """Return where classes meet; none where there are none.

        Parameters
        ----------
        prices
            Of all regions, in USD/MWh; NaN where a price is unknown.
        low, high
            Between which the ramp is spread.
        """
        known = [each for each in prices if math.isfinite(each)]
        if not self.classes or not known:
            return ()
        if self.steps is Steps.TYPED:
            return self.bounds
        shares = np.arange(1, self.classes) / self.classes
        if self.steps is Steps.EQUAL:
            return tuple((low + shares * (high - low)).tolist())
        found = np.quantile(known, shares).tolist()
        # regions of one price are one class: a bound that divides nothing is none
        return tuple(dict.fromkeys(each for each in found if min(known) < each))


AS_SHIPPED = Tint()
VIRIDIS = (
    "#440154", "#482374", "#404387", "#345E8D", "#29788E", "#20908C",
    "#22A784", "#44BE70", "#79D151", "#BDDE26", "#FDE725",
)  # fmt: skip
"""Eleven colours of viridis at equal steps (matplotlib, CC0)."""
CIVIDIS = (
    "#00224E", "#083370", "#35456C", "#4F576C", "#666970", "#7D7C78",
    "#948E77", "#AEA371", "#C8B866", "#E5CF52", "#FEE838",
)  # fmt: skip
"""Eleven colours of cividis at equal steps (matplotlib, CC0)."""
ON_PAPER: dict[Ramp, tuple[str, ...]] = {
    Ramp.WARM: ("#FAF0DC", "#F6E7C6", "#F0D2A2", "#E8B87E"),
    Ramp.VIRIDIS: VIRIDIS[:4:-1],
    Ramp.CIVIDIS: CIVIDIS[:4:-1],
}
"""Colours on light ground, cheap to dear, ever darker."""


def class_of(price: float, edges: tuple[float, ...]) -> int:
    """Return in which class a price is, 0 the cheapest; a price on a bound is in the dearer."""
    return bisect_right(edges, price)


def share_of(price: float, low: float, high: float, edges: tuple[float, ...]) -> float:
    """Return how far along the ramp a price is, from 0 to 1; all of a class are alike."""
    if edges:
        return class_of(price, edges) / len(edges)
    return min(max((price - low) / (high - low), 0.0), 1.0) if high > low else 0.5


def colour_at(ramp: Ramp, share: float) -> str:
    """Return the colour on light ground so far along a ramp, as #RRGGBB."""
    stops = ON_PAPER[ramp]
    at = share * (len(stops) - 1)
    first = min(int(at), len(stops) - 2)
    ends = [[int(stop[i : i + 2], 16) for i in (1, 3, 5)] for stop in stops[first : first + 2]]
    mixed = [round(a + (b - a) * (at - first)) for a, b in zip(*ends, strict=True)]
    return "#{:02X}{:02X}{:02X}".format(*mixed)
