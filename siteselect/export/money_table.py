"""What sites cost, earn and risk, as a table for a report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from siteselect.economics.estimate import Estimate
from siteselect.language import say
from siteselect.model.figures import Figure
from siteselect.model.sites import Sites


class AssumedFigure(Protocol):
    """One figure that holds for the study as a whole."""

    @property
    def title(self) -> str:
        """What it is."""

    @property
    def unit(self) -> str:
        """Its unit."""

    @property
    def group(self) -> str:
        """What it belongs to."""

    @property
    def figure(self) -> Figure:
        """Value, ends and source."""

    @property
    def chosen(self) -> bool:
        """Whether the person chose it."""


class Money(Protocol):
    """All that was reckoned for a study: what `project.finance` returns."""

    @property
    def sites(self) -> Sites:
        """The sites in the order of every figure."""

    @property
    def titles(self) -> Mapping[str, tuple[str, str]]:
        """Title and unit of each figure, by its key."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a reader must know of the whole."""

    def estimate(self, key: str) -> Estimate:
        """Return one figure of all sites."""

    def assumptions(self) -> Sequence[AssumedFigure]:
        """Return every figure that holds for the study as a whole."""


@dataclass(frozen=True, slots=True)
class MoneyFigure:
    """One kind of figure."""

    key: str
    title: str
    unit: str


@dataclass(frozen=True, slots=True)
class MoneyCell:
    """One figure of one site; None is unknown, and `why` then says why."""

    value: float | None
    low: float | None
    high: float | None
    never: bool = False
    """Whether it never comes to pass: a payback beyond the months reckoned."""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Assumption:
    """One figure that holds for the study as a whole, and whose word it is."""

    group: str
    title: str
    unit: str
    value: float
    low: float | None
    high: float | None
    source: str
    assumed: bool
    """Whether it bears no source."""
    chosen: bool


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """Every figure of every site, and what it was reckoned with."""

    figures: tuple[MoneyFigure, ...]
    rows: Mapping[str, tuple[MoneyCell, ...]]
    """By name of the site, in the order of the figures."""
    assumptions: tuple[Assumption, ...]
    remarks: tuple[str, ...]


def money_table(money: Money) -> MoneyTable:
    """Return the table of all that was reckoned."""
    figures = tuple(
        MoneyFigure(key, say(title), unit) for key, (title, unit) in money.titles.items()
    )
    columns = [_column(money.estimate(each.key)) for each in figures]
    return MoneyTable(
        figures,
        {
            name: tuple(column[row] for column in columns)
            for row, name in enumerate(money.sites.names)
        },
        tuple(_assumption(each) for each in money.assumptions()),
        money.remarks,
    )


def _column(each: Estimate) -> list[MoneyCell]:
    return [
        MoneyCell(
            _finite(float(value)), _finite(float(low)), _finite(float(high)),
            bool(np.isinf(value)), why,
        )
        for value, low, high, why in zip(each.value, each.low, each.high, each.why, strict=True)
    ]  # fmt: skip


def _assumption(each: AssumedFigure) -> Assumption:
    held = each.figure
    return Assumption(
        say(each.group), say(each.title), each.unit, float(held.value), held.low, held.high,
        held.source, held.assumed, each.chosen,
    )  # fmt: skip


def _finite(value: float) -> float | None:
    return float(f"{value:.12g}") if np.isfinite(value) else None
