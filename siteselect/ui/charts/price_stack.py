"""The all-in price of the top sites, cut into energy, grid, fee and tax."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QVBoxLayout, QWidget

from siteselect.economics.price_unit import PLAIN, PricesTold, PriceUnit
from siteselect.language import later, say
from siteselect.model.arrays import Floats, Ints
from siteselect.model.badge import part_words
from siteselect.model.decision_matrix import Column
from siteselect.model.evaluation import Evaluation
from siteselect.model.fact import Confidence
from siteselect.ui import figures
from siteselect.ui.charts.chart import Chart
from siteselect.ui.charts.stacked_bars import Bars, StackedBars
from siteselect.ui.price_words import amount, in_local, price, unit_words, whole_price
from siteselect.ui.rows import placed
from siteselect.ui.theme import Theme

COLOURS = ("#2F7FC1", "#8B6FB8", "#CC7722", "#2E8F80", "#7C8794", "#B4534B", "#A68A00", "#6F747C")
"""Colours of the parts, in the order in which they first appear among the sites."""
WHOLE = "price"
"""The part of a price that its source gives as one."""


class PriceStackChart(Chart):
    """Stacked bars of the price of every ranked site; unknown prices say why."""

    key = "price_stack"
    question = later("What does power cost?")
    wants = (PricesTold,)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.bars = StackedBars(theme, self)
        self.bars.setAccessibleName(say(self.question))
        self.bars.clicked.connect(self.pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bars)

    def draw(self, evaluation: Evaluation) -> None:
        """Show the prices of an evaluation."""
        self.bars.show_bars(bars_of(evaluation, self.prices), self.picked())

    def mark_selection(self, names: frozenset[str]) -> None:
        """Mark the bars of these sites and bring a lone one into view."""
        picked = self.picked()
        self.bars.mark(picked)
        if len(names) == 1:
            for row in picked:
                self.bars.reveal(row)

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self.bars.theme = theme
        self.bars.viewport().update()


def bars_of(evaluation: Evaluation, prices: PricesTold = PLAIN) -> Bars:
    """Return the prices of the ranked sites, in their order."""
    sites = placed(evaluation)
    if all(info.key != figures.PRICE for info in evaluation.matrix.infos):
        sites = sites[:0]
        nothing = np.full(len(evaluation.matrix.sites), np.nan)
        column = Column(nothing, evaluation.matrix.columns[0].provenance)
    else:
        column = evaluation.matrix.column(figures.PRICE)
    return _bars(evaluation, column, sites, prices)


def _bars(evaluation: Evaluation, column: Column, sites: Ints, prices: PricesTold) -> Bars:
    titles, amounts, low = parts_of(column)
    known, parts, low = np.isfinite(column.value[sites]), amounts[sites], low[sites]
    ends = np.where(np.isfinite(column.high[sites]), column.high[sites], 0.0)
    top = max(float(ends.max(initial=0.0)), float(parts.sum(axis=1).max(initial=0.0)), 1e-9)
    colours = tuple(COLOURS[place % len(COLOURS)] for place in range(len(titles)))
    words = _Words(evaluation, column, titles, prices)
    return Bars(
        sites=sites,
        parts=parts,
        low=column.low[sites],
        high=column.high[sites],
        open_end=~known,
        pale=low,
        top=top,
        colours=colours,
        legend=(
            unit_words(prices),
            *(part_words(title) for title in titles),
            *((say("pale: low confidence"),) if low.any() else ()),
        ),
        legend_colours=("", *colours, *(("#9AA3AD",) if low.any() else ())),
        name=lambda row: evaluation.matrix.sites.items[row].name,
        rank=lambda row: str(int(evaluation.ranks[row])),
        figure=words.price,
        absent=words.absent,
        segment=words.part,
        explain=words.explain,
    )


@lru_cache(maxsize=2)
def parts_of(column: Column) -> tuple[tuple[str, ...], Floats, NDArray[np.bool_]]:
    """Return the titles of all parts, n x m amounts, and which prices are of low confidence.

    A weight changes none of this, so it is worked out once for each new column.
    """
    titles: dict[str, None] = {}
    held: list[dict[str, float]] = []
    for value, where in zip(column.value.tolist(), column.provenance, strict=True):
        amounts: dict[str, float] = {}
        if np.isfinite(value):
            for part in where.parts:
                amounts[part.title] = amounts.get(part.title, 0.0) + part.amount
            amounts = amounts or {WHOLE: value}
        titles.update(dict.fromkeys(amounts))
        held.append(amounts)
    rows = [[amounts.get(title, 0.0) for title in titles] for amounts in held]
    low = [where.confidence is Confidence.LOW for where in column.provenance]
    return tuple(titles), np.array(rows).reshape(len(held), len(titles)), np.array(low, dtype=bool)


class _Words:
    """The words of a bar of a price."""

    def __init__(
        self,
        evaluation: Evaluation,
        column: Column,
        titles: tuple[str, ...],
        prices: PricesTold,
    ) -> None:
        self._evaluation, self._column, self._titles = evaluation, column, titles
        self._prices = prices

    def _unit(self, row: int) -> PriceUnit:
        return self._prices.of(self._evaluation.matrix.sites.items[row].country)

    def price(self, row: int) -> str:
        column = self._column
        ends = float(column.value[row]), float(column.low[row]), float(column.high[row])
        unit = self._unit(row)
        return in_local(unit, *ends) if self._prices.local else price(unit, *ends)

    def absent(self, row: int) -> str:
        if np.isfinite(self._column.value[row]):
            return ""
        return say("unknown: {reason}", reason=self._column.provenance[row].source)

    def part(self, row: int, part: int) -> str:
        listed = self._column.provenance[row].parts
        amounts = [each.amount for each in listed if each.title == self._titles[part]]
        whole = sum(amounts) if listed else float(self._column.value[row])
        unit = self._unit(row)
        return amount(unit, whole) if unit.known else ""

    def explain(self, row: int, part: int | None) -> str:
        name = self._evaluation.matrix.sites.items[row].name
        where, unit = self._column.provenance[row], self._unit(row)
        if not np.isfinite(self._column.value[row]):
            return say("{name}: price unknown. {where}", name=name, where=where)
        listed = [each for each in where.parts if part is None or each.title == self._titles[part]]
        lines = [
            " · ".join(
                piece
                for piece in (
                    f"{part_words(each.title)} {amount(unit, each.amount)}",
                    each.note,
                    each.source,
                )
                if piece
            )
            for each in listed
        ]
        sure = (
            say("confidence {level}", level=say(where.confidence.value))
            if where.confidence is not None
            else ""
        )
        column = self._column
        ends = float(column.value[row]), float(column.low[row]), float(column.high[row])
        head = f"{name}: {whole_price(unit, *ends)}"
        if unit.note:
            head += f", {unit.note}" if unit.known else f". {unit.note}"
        return "\n".join([head, *lines, *([str(where)] if part is None or not lines else []), sure])
