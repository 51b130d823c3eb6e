"""One column as judged by a value function: values, and the least and greatest they could be."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from siteselect.model.arrays import Floats, frozen_floats
from siteselect.model.criterion import AnyValueFunction
from siteselect.model.decision_matrix import Column


@dataclass(frozen=True, eq=False, slots=True)
class Judged:
    """Values in [0, 1] for all sites: NaN where unknown; the bounds are never NaN."""

    values: Floats
    low: Floats
    high: Floats


@lru_cache(maxsize=128)
def judge(value: AnyValueFunction, column: Column) -> Judged:
    """Return `column` as judged by `value`; kept, so that moving a weight judges nothing anew.

    A known value lies between the worst and the best that its raw interval allows, an unknown one
    between the worst and the best of all that is still possible. A relative function takes its
    ends from the known values, whatever the interval of the site looked at.
    """
    raw = column.value
    values = value(raw, raw)
    lowest = np.where(np.isnan(column.low), -np.inf, column.low)
    highest = np.where(np.isnan(column.high), np.inf, column.high)
    looks = [values, value(lowest, raw), value(highest, raw)]
    looks += [value(np.clip(turn, lowest, highest), raw) for turn in value.turns]
    seen = np.stack(looks)
    blind = np.isnan(seen)
    low = np.where(blind, np.inf, seen).min(axis=0, initial=1.0)
    high = np.where(blind, -np.inf, seen).max(axis=0, initial=0.0)
    nothing = blind.all(axis=0)
    low, high = np.where(nothing, 0.0, low), np.where(nothing, 1.0, high)
    return Judged(frozen_floats(values), frozen_floats(low), frozen_floats(high))
