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
    found = judge_ends(value, column.value, column.low, column.high, column.value)
    return Judged(*(frozen_floats(each) for each in found))


def judge_ends(
    value: AnyValueFunction, raw: Floats, raw_low: Floats, raw_high: Floats, among: Floats
) -> tuple[Floats, Floats, Floats]:
    """Return values of any stretch of a column, and the least and greatest they could be.

    Parameters
    ----------
    value
        The value function.
    raw, raw_low, raw_high
        The stretch, in the unit of the measure.
    among
        The whole column: what a relative function takes its ends from.
    """
    values = value(raw, among)
    lowest = np.where(np.isnan(raw_low), -np.inf, raw_low)
    highest = np.where(np.isnan(raw_high), np.inf, raw_high)
    looks = [values, value(lowest, among), value(highest, among)]
    looks += [value(np.clip(turn, lowest, highest), among) for turn in value.turns]
    seen = np.stack(looks)
    blind = np.isnan(seen)
    low = np.where(blind, np.inf, seen).min(axis=0, initial=1.0)
    high = np.where(blind, -np.inf, seen).max(axis=0, initial=0.0)
    nothing = blind.all(axis=0)
    return values, np.where(nothing, 0.0, low), np.where(nothing, 1.0, high)
