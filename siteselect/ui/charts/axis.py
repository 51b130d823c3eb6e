"""An axis: the range in view, round ticks, and the way between values and pixels."""

import math
from dataclasses import dataclass

import numpy as np

from siteselect.model.arrays import Floats
from siteselect.ui import figures

MARGIN = 0.07


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` to `high` along `first` to `last` in pixels; the pixels may run backwards."""

    low: float
    high: float
    first: float
    last: float

    def pixels(self, values: Floats) -> Floats:
        """Return where values stand."""
        at: Floats = self.first + (values - self.low) * self._scale
        return at

    def pixel(self, value: float) -> float:
        """Return where one value stands."""
        return self.first + (value - self.low) * self._scale

    def value(self, pixel: float) -> float:
        """Return what stands at a pixel."""
        return self.low + (pixel - self.first) / self._scale

    @property
    def _scale(self) -> float:
        return (self.last - self.first) / (self.high - self.low)

    def ticks(self, spacing: float) -> tuple[tuple[float, str], ...]:
        """Return round values in view with their text, about `spacing` pixels apart."""
        count = max(2.0, abs(self.last - self.first) / spacing)
        step = round_step((self.high - self.low) / count)
        places = max(0, -math.floor(math.log10(step) + 1e-9))
        if not math.isclose(step * 10**places, round(step * 10**places)):
            places += 1
        first = math.ceil(self.low / step - 1e-9)
        last = math.floor(self.high / step + 1e-9)
        return tuple(
            (at * step, figures.number(at * step, places)) for at in range(first, last + 1)
        )


def round_step(rough: float) -> float:
    """Return 1, 2, 2.5 or 5 times a power of ten: the least that is not below `rough`."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(n * power for n in (1.0, 2.0, 2.5, 5.0, 10.0) if n * power >= rough * (1 - 1e-9))


def span_of(values: Floats) -> tuple[float, float]:
    """Return a range that holds all known values with a margin."""
    known = values[np.isfinite(values)]
    if len(known) == 0:
        return 0.0, 1.0
    low, high = float(known.min()), float(known.max())
    wide = (high - low) or max(abs(low), 1.0)
    return low - MARGIN * wide, high + MARGIN * wide
