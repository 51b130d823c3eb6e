"""Sites x criteria, raw and in units, with the source of every cell."""

from dataclasses import dataclass, field
from datetime import date

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.arrays import Floats, frozen_floats
from siteselect.model.fact import Confidence
from siteselect.model.gate import Verdict
from siteselect.model.sites import Sites


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a value that is a sum: the mining fee within an all-in price."""

    title: str
    amount: float
    """In the unit of the column."""
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one value came from, or why it is unknown."""

    source: str
    """Title or address of the source; for an unknown value, why it is unknown."""
    observed: str = ""
    """Day, month or year of the observation, or the validity of the fact, as text."""
    confidence: Confidence | None = None
    note: str = ""
    """What a reader must know: "carried from 2021-02", "national estimate", the words of a rule."""
    badge: str = ""
    """A word or two for the table: "observed 2022", "carried", "low", "yours"."""
    parts: tuple[Part, ...] = ()
    at_best: Verdict | None = None
    """The best verdict that a gate may give on this value (installed capacity is no offer)."""

    def __str__(self) -> str:
        pieces = (self.note, self.source, self.observed)
        return " · ".join(piece for piece in pieces if piece)


@dataclass(frozen=True, eq=False, slots=True)
class Column:
    """One measure for all sites: value, low and high in its unit; NaN is unknown.

    Where a value is known and no interval is given, low and high equal it. Where the value is
    unknown, low or high may still be known (a floor, a ceiling), else they are NaN.
    """

    value: Floats
    provenance: tuple[Provenance, ...]
    low: Floats = field(default_factory=lambda: np.empty(0))
    high: Floats = field(default_factory=lambda: np.empty(0))

    def __post_init__(self) -> None:
        value = frozen_floats(self.value)
        low = frozen_floats(self.low) if len(self.low) else value
        high = frozen_floats(self.high) if len(self.high) else value
        low = frozen_floats(np.where(np.isnan(low), value, low))
        high = frozen_floats(np.where(np.isnan(high), value, high))
        if not len(value) == len(low) == len(high) == len(self.provenance):
            raise ValueError("value, low, high and provenance must be of one length")
        if np.isinf(value).any() or ((low > value) | (value > high) | (low > high)).any():
            raise ValueError("a value must be finite or NaN, and lie between its low and high")
        object.__setattr__(self, "value", value)
        object.__setattr__(self, "low", low)
        object.__setattr__(self, "high", high)

    @property
    def known(self) -> int:
        """For how many sites the value is known."""
        return int(np.isfinite(self.value).sum())


@dataclass(frozen=True, slots=True)
class MeasureInfo:
    """What a reader needs to know of a measure; the matrix carries it, so scoring asks nobody."""

    key: str
    title: str
    unit: str
    """ "status" when the numbers are codes, which say nothing without the words beside them."""
    group: str = ""

    @property
    def coded(self) -> bool:
        """Whether the numbers are codes, so that a reader wants words."""
        return self.unit == "status"


@dataclass(frozen=True, eq=False, slots=True)
class DecisionMatrix:
    """Raw columns by measure, read-only; the day and load they were read for."""

    sites: Sites
    infos: tuple[MeasureInfo, ...]
    columns: tuple[Column, ...]
    as_of: date
    load_mw: float

    def column(self, measure: str) -> Column:
        """Return the column of `measure`; StudyError when the matrix has none."""
        return self.columns[self._place(measure)]

    def info(self, measure: str) -> MeasureInfo:
        """Return title and unit of `measure`; StudyError when the matrix has none."""
        return self.infos[self._place(measure)]

    def _place(self, measure: str) -> int:
        for place, info in enumerate(self.infos):
            if info.key == measure:
                return place
        known = ", ".join(info.key for info in self.infos)
        raise StudyError(
            say(
                "There is no measure called {measure}. There are: {known}.",
                measure=measure,
                known=known,
            )
        )
