"""Columns judged by their value functions, single precision, kept while a hand moves weights."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from siteselect.mcda.judge import judge_ends
from siteselect.model.arrays import Floats
from siteselect.model.criterion import AnyValueFunction
from siteselect.model.value_function import Relative
from siteselect.scan.cache import Numbers
from siteselect.scan.columns import CellColumn

STRETCH = 1 << 20
"""So many cells are judged together."""
_KEPT = 48


@dataclass(frozen=True, eq=False, slots=True)
class CellValues:
    """A column judged: values in [0, 1] (float32), and what unknown ones could be."""

    value: Numbers
    """0 where unknown: `unknown` says where that is."""
    unknown: Numbers | None
    """Which cells are unknown; None when none is."""
    low: Numbers | None
    high: Numbers | None
    """The least and the greatest that unknown cells could be; None when that is 0 to 1."""


class Valued:
    """Judges columns, and keeps what was judged last."""

    def __init__(self, columns: Mapping[str, CellColumn]) -> None:
        self.columns = columns
        self._known: dict[str, bool] = {}
        self._kept: OrderedDict[tuple[str, AnyValueFunction], CellValues] = OrderedDict()

    def taking(self, columns: Mapping[str, CellColumn]) -> "Valued":
        """Return one on other columns that keeps what was judged of the same ones."""
        fresh = Valued(columns)
        for (key, value), held in self._kept.items():
            if key in columns and columns[key] is self.columns.get(key):
                fresh._kept[key, value] = held
        return fresh

    def known(self, key: str) -> bool:
        """Return whether any cell is known; a criterion that none knows has no share."""
        if key not in self._known:
            value = self.columns[key].value
            self._known[key] = any(
                bool(np.isfinite(value[start : start + STRETCH]).any())
                for start in range(0, len(value), STRETCH)
            )
        return self._known[key]

    def stretch(self, key: str, value: AnyValueFunction, cells: slice) -> CellValues:
        """Return a stretch of a column as judged; nothing of it is kept."""
        return judged(value, self.columns[key], cells)

    def of(self, key: str, value: AnyValueFunction) -> CellValues:
        """Return the column of a measure as judged by `value`."""
        name = key, value
        if name not in self._kept:
            self._kept[name] = judged(value, self.columns[key])
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(name)
        return self._kept[name]


def _among(value: AnyValueFunction, column: Numbers) -> Floats:
    """Return what a relative function looks at: for min-max the two ends, found in passing."""
    if not value.relative:
        return np.empty(0)
    if type(value) is not Relative:
        return np.asarray(column, np.float64)  # place and spread are those of all cells
    ends = []
    for start in range(0, len(column), STRETCH):
        part = np.asarray(column[start : start + STRETCH], np.float64)
        part = part[np.isfinite(part)]
        ends += [part.min(), part.max()] if len(part) else []
    return np.array([min(ends), max(ends)] if ends else [], dtype=np.float64)


def judged(value: AnyValueFunction, column: CellColumn, cells: slice = slice(None)) -> CellValues:
    """Return a column, or a stretch of it, as judged: equal to what a site there would get."""
    among = _among(value, column.value)
    count = len(column.value[cells])
    held, low, high = (np.zeros(count, dtype=np.float32) for _ in range(3))
    unknown = np.zeros(count, dtype=bool)
    trivial = True
    for start in range(0, count, STRETCH):
        part = slice(start, min(start + STRETCH, count))
        raw, raw_low, raw_high = (
            np.asarray(each[cells][part], np.float64)
            for each in (column.value, column.low, column.high)
        )
        values = value(raw, among if value.relative else raw)
        blind = np.isnan(values)
        held[part] = np.where(blind, 0.0, values)
        unknown[part] = blind
        at = np.flatnonzero(blind)
        if len(at):
            few, whole = raw[at], among if value.relative else raw[at]
            _, least, most = judge_ends(value, few, raw_low[at], raw_high[at], whole)
            low[start + at], high[start + at] = least, most
            trivial = trivial and bool((least == 0.0).all() and (most == 1.0).all())
    if not unknown.any():
        return CellValues(held, None, None, None)
    return CellValues(held, unknown, None if trivial else low, None if trivial else high)
