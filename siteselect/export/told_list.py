"""A list that was handed over, read back: what it says of every site, and its stamp.

The three forms that hold every number, JSON, table and workbook, become one and the same thing:
numbers by site and by name, "score" or "power_price.raw", in the units of the list for programs.
"""

import csv
import io
import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from siteselect.export._xlsx_layout import (
    BLOCKS,
    CODE,
    COUNTRY,
    CRITERIA_TOP,
    HIGH,
    KNOWN,
    LAT,
    LON,
    LOW,
    RANK,
    RANKING_TOP,
    SCORE,
    SITE,
    VERDICT,
    WEIGHT,
    WEIGHTS_TOP,
)
from siteselect.export.csv_table import SEPARATORS

Told = float | str | None
Sheet = Sequence[tuple[int, Sequence[str]]]
"""Rows of text with their numbers, from 1."""

OF_SITE = ("rank", "score", "low", "high", "coverage", "lon", "lat")
OF_CRITERION = ("raw", "low", "high", "value", "weight", "contribution")
STAMP_LINES = 4
"""The row of the head on the sheet Stamp, from 1."""


@dataclass(frozen=True, slots=True)
class ToldList:
    """What a file says; ValueError, KeyError or TypeError while reading mean that it is damaged."""

    stamp: Mapping[str, Told]
    """Flat: weights.power_price, method_parameters.v, gates.0; only what the form tells."""
    sites: Mapping[str, Mapping[str, Told]]
    """By name of the site, as the form writes it; None is unknown; the verdict is a word."""
    edited: Mapping[str, tuple[float | None, float | None]] = field(default_factory=dict)
    """Weights of a workbook that differ from its stamp: as stamped, as they stand there."""

    @property
    def weights(self) -> dict[str, float]:
        """The weights of the stamp by criterion."""
        return self._numbers("weights.")

    @property
    def parameters(self) -> dict[str, float]:
        """The settings of the method."""
        return self._numbers("method_parameters.")

    def as_edited(self) -> "ToldList":
        """Return this list as if it were stamped with the weights that stand in the workbook."""
        weights = {key: weight for key, (_, weight) in self.edited.items()}
        stamp = {**self.stamp, **{f"weights.{key}": each for key, each in weights.items()}}
        more = {f"{key}.weight": each for key, each in weights.items()}
        return ToldList(stamp, {name: {**told, **more} for name, told in self.sites.items()})

    def word(self, key: str) -> str:
        """Return a text of the stamp."""
        return str(self.stamp[key])

    def number(self, key: str) -> float:
        """Return a number of the stamp."""
        return _number(self.stamp[key])

    def _numbers(self, start: str) -> dict[str, float]:
        found = {key: value for key, value in self.stamp.items() if key.startswith(start)}
        return {key.removeprefix(start): _number(value) for key, value in found.items()}


def from_json(text: str) -> ToldList:
    """Return what the list for programs says."""
    plain = json.loads(text)
    sites: dict[str, dict[str, Told]] = {}
    for each in plain["sites"]:
        told: dict[str, Told] = {name: _number_or_none(each[name]) for name in OF_SITE}
        told["verdict"] = str(each["verdict"])
        for key, cell in each["criteria"].items():
            told |= {f"{key}.{name}": _number_or_none(cell[name]) for name in OF_CRITERION}
        _once(sites, str(each["name"]), told)
    return ToldList(dict(_flat("", plain["stamp"])), sites)


def from_table(text: str) -> ToldList:
    """Return what a table says, whatever parts its cells and decimals."""
    text = text.removeprefix("\ufeff")
    separator = next(sign for sign in SEPARATORS if text.startswith(f"rank{sign}name{sign}"))
    lines = list(csv.DictReader(io.StringIO(text), delimiter=separator, strict=True))
    head = list(lines[0])
    keys = [name.removesuffix(" weight") for name in head if name.endswith(" weight")]
    raw = {key: next(name for name in head if re.fullmatch(rf"{re.escape(key)}( \[.*\])?", name))
           for key in keys}  # fmt: skip
    sites: dict[str, dict[str, Told]] = {}
    for line in lines:
        told: dict[str, Told] = {name: _figure(line[name]) for name in OF_SITE}
        told["verdict"] = line["verdict"]
        for key in keys:
            told[f"{key}.raw"] = _figure(line[raw[key]])
            told |= {f"{key}.{name}": _figure(line[f"{key} {name}"]) for name in OF_CRITERION[1:]}
        _once(sites, line["name"], told)
    return ToldList(dict(_table_stamp(lines[0], keys)), sites)


SHEETS = (0, 1, 2, -1)
"""Where the sheets stand that are read: ranking, values, weights, stamp; names are words."""


def from_sheets(ranking: Sheet, values: Sheet, weights: Sheet, lines: Sheet) -> ToldList:
    """Return what the sheets of a workbook say: Ranking, Criteria values, Weights and Stamp."""
    stamp: dict[str, Told] = {
        cells[0]: cells[1] for number, cells in lines if number > STAMP_LINES and cells[0]
    }
    keys = [key.removeprefix("weights.") for key in stamp if key.startswith("weights.")]
    sites: dict[str, dict[str, Told]] = {}
    for number, cells in ranking:
        if number > RANKING_TOP and cells[SITE]:
            _once(sites, cells[SITE], _ranked(cells))
    for number, cells in values:
        if number > CRITERIA_TOP and cells[1]:
            sites[cells[1]] |= _valued(cells, keys)
    edited = {}
    on_sheet = dict(weights)
    for place, key in enumerate(keys):
        weight = _figure(on_sheet[WEIGHTS_TOP + place + 1][WEIGHT])
        stamped = _number(stamp[f"weights.{key}"])
        for told in sites.values():
            told[f"{key}.weight"] = stamped
        if weight != stamped:
            edited[key] = (stamped, weight)
    return ToldList(stamp, sites, edited)


def _ranked(cells: Sequence[str]) -> dict[str, Told]:
    told: dict[str, Told] = {"verdict": _coded(cells), "country": cells[COUNTRY]}
    for name, column in (("rank", RANK), ("lon", LON), ("lat", LAT), ("coverage", KNOWN)):
        told[name] = _figure(cells[column])
    for name, column in (("score", SCORE), ("low", LOW), ("high", HIGH)):
        told[name] = _of_one(_figure(cells[column]))
    return told


def _coded(cells: Sequence[str]) -> str:
    """Return the verdict as programs write it; older workbooks hold it as it is read alone."""
    return cells[CODE] if len(cells) > CODE and cells[CODE] else cells[VERDICT]


def _valued(cells: Sequence[str], keys: Sequence[str]) -> dict[str, Told]:
    """Return what the blocks say; an end that is not written is the value itself."""
    told: dict[str, Told] = {}
    for place, key in enumerate(keys):
        held = {
            block: _figure(cells[column])
            if (column := 3 + BLOCKS.index(block) * len(keys) + place) < len(cells)
            else None
            for block in ("raw", "low", "high", "value")
        }
        raw = held["raw"]
        told[f"{key}.raw"] = raw
        told[f"{key}.value"] = _of_one(held["value"])
        for end in ("low", "high"):
            told[f"{key}.{end}"] = raw if held[end] is None else held[end]
    return told


def _table_stamp(line: Mapping[str, str], keys: Sequence[str]) -> Iterator[tuple[str, Told]]:
    for name in ("as_of", "scenario", "method", "unknown", "pack", "pack_digest"):
        yield name, _bare(line[name])
    yield "load_mw", _figure(line["load_mw"])
    yield from ((f"weights.{key}", _figure(line[f"{key} weight"])) for key in keys)
    for setting in line["method_parameters"].split():
        key, _, value = setting.partition("=")
        yield f"method_parameters.{key}", float(value)


def _flat(start: str, plain: Mapping[str, Any]) -> Iterator[tuple[str, Told]]:  # Any: JSON values
    for key, value in plain.items():
        if isinstance(value, dict):
            yield from _flat(f"{start}{key}.", value)
        elif isinstance(value, list):
            yield from ((f"{start}{key}.{place}", str(each)) for place, each in enumerate(value))
        else:
            yield f"{start}{key}", value


def _once(sites: dict[str, dict[str, Told]], name: str, told: dict[str, Told]) -> None:
    if name in sites:
        raise ValueError(f"{name} stands in it twice")
    sites[name] = told


def _bare(text: str) -> str:
    """Return a text without the sign that keeps it from being a formula."""
    return text.removeprefix("'")


def _figure(text: str) -> float | None:
    return _number(text.replace(",", ".")) if text.strip() else None


def _of_one(value: float | None) -> float | None:
    return None if value is None else value / 100


def _number_or_none(value: object) -> float | None:
    return None if value is None else _number(value)


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise TypeError(f"{value!r} is no number")
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(f"{value!r} is no number")
    return number
