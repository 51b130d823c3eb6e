"""Gates: bounds that a site must meet, apart from its score."""

from dataclasses import dataclass
from enum import Enum
from operator import attrgetter

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import later, say

_TOLD = (later("PASS"), later("CONDITIONAL"), later("UNKNOWN"), later("FAIL"))
"""Verdicts as the catalogues know them."""


class Verdict(Enum):
    """What a gate, or all gates together, say of a site."""

    PASS = "PASS"  # noqa: S105 - a verdict, not a secret
    CONDITIONAL = "CONDITIONAL"
    UNKNOWN = "UNKNOWN"
    FAIL = "FAIL"

    severity: int
    """0 for PASS to 3 for FAIL."""
    ranks: bool
    """Whether such a site stands in the ranking proper."""

    def __init__(self, word: str) -> None:
        self.severity = len(type(self).__members__)
        self.ranks = word in {"PASS", "CONDITIONAL"}


_severity = attrgetter("severity")


def worst(verdicts: list[Verdict]) -> Verdict:
    """Return the verdict of all gates together: FAIL before UNKNOWN before CONDITIONAL."""
    return max(verdicts, key=_severity, default=Verdict.PASS)


@dataclass(frozen=True, slots=True)
class Gate:
    """A bound on one measure, with a band beside it in which the verdict is CONDITIONAL."""

    measure: str
    at_least: float | None = None
    at_most: float | None = None
    band: float = 0.0
    """How far beyond the bound a value is still CONDITIONAL, in the measure's unit."""
    enabled: bool = True

    def __post_init__(self) -> None:
        bounds = [bound for bound in (self.at_least, self.at_most) if bound is not None]
        if not bounds or not np.isfinite([*bounds, self.band]).all() or self.band < 0:
            raise StudyError(
                say(
                    "The gate on {measure} wants a finite bound (at least, at most) and "
                    "a band of zero or more.",
                    measure=self.measure,
                )
            )
        if len(bounds) == 2 and bounds[0] > bounds[1]:
            raise StudyError(
                say(
                    "The gate on {measure} wants at least {least:g} and at most "
                    "{most:g}: no site can meet both.",
                    measure=self.measure,
                    least=bounds[0],
                    most=bounds[1],
                )
            )

    def margin(self, value: float) -> float:
        """Return how far `value` lies inside the bound, in its unit; negative outside."""
        low = value - self.at_least if self.at_least is not None else np.inf
        high = self.at_most - value if self.at_most is not None else np.inf
        return float(min(low, high))

    def verdict(self, value: float) -> Verdict:
        """Return PASS inside the bound, CONDITIONAL within the band, else FAIL; NaN is UNKNOWN."""
        if np.isnan(value):
            return Verdict.UNKNOWN
        margin = self.margin(value)
        if margin >= 0:
            return Verdict.PASS
        return Verdict.CONDITIONAL if margin >= -self.band else Verdict.FAIL


@dataclass(frozen=True, slots=True)
class GateResult:
    """What one gate says of one site."""

    gate: Gate
    verdict: Verdict
    reason: str
    margin: float
    """In the measure's unit; NaN when the value is unknown."""
