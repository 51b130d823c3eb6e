"""A figure that may be uncertain or unknown: value, low and high travel together."""

from dataclasses import dataclass
from math import isnan, nan


@dataclass(frozen=True, slots=True)
class Amount:
    """A value with its interval; NaN is unknown, and an unknown value may still have bounds.

    Examples
    --------
    >>> Amount.between(18.0, 20.0) + Amount.exactly(1.0)
    Amount(value=20.0, low=19.0, high=21.0)
    """

    value: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if self.low > self.high or self.low > self.value or self.value > self.high:
            raise ValueError(f"{self.value} must lie between {self.low} and {self.high}")

    @classmethod
    def exactly(cls, value: float) -> "Amount":
        """Return a figure without an interval."""
        return cls(value, value, value)

    @classmethod
    def between(cls, low: float, high: float) -> "Amount":
        """Return the middle of an interval; an unknown `high` leaves `low` as it stands."""
        return cls.exactly(low) if isnan(high) else cls((low + high) / 2.0, low, high)

    @classmethod
    def at_least(cls, low: float) -> "Amount":
        """Return an unknown figure with a floor."""
        return cls(nan, low, nan)

    @property
    def known(self) -> bool:
        """Whether the value is known, be it with an interval."""
        return not isnan(self.value)

    @property
    def certain(self) -> bool:
        """Whether the value is known and has no interval."""
        return self.low == self.value == self.high

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.value + other.value, self.low + other.low, self.high + other.high)

    def times(self, factor: float) -> "Amount":
        """Return the figure in another unit; `factor` is zero or more."""
        if factor < 0:
            raise ValueError(f"{factor} turns low and high about: give a factor of zero or more")
        return Amount(self.value * factor, self.low * factor, self.high * factor)

    def spanning(self, *others: "Amount") -> "Amount":
        """Return this value with an interval wide enough for `others`, where sources disagree."""
        ends = [each for one in (self, *others) for each in (one.value, one.low, one.high)]
        found = [each for each in ends if not isnan(each)]
        return Amount(self.value, min(found), max(found)) if found else self
