"""What moves the money: each figure to its low and its high, on net present value and cost."""

from dataclasses import dataclass
from math import isfinite

import numpy as np
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolTip, QVBoxLayout, QWidget

from siteselect.economics.money_sensitivity import Bar
from siteselect.language import later, say
from siteselect.ui import figures
from siteselect.ui.charts.money_chart import MoneyChart
from siteselect.ui.money_day import SiteMoney
from siteselect.ui.money_words import missing
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.painting import faded
from siteselect.ui.widgets.plot import Plot
from siteselect.ui.widgets.tips import tip

SHOWN = 9
_ROW = 15.0
_LEAST = 0.001
"""Swings below so much of the widest one are left out."""


@dataclass(frozen=True, slots=True)
class Side:
    """One half of the picture."""

    title: str
    ends: tuple[str, str]
    """The fields of a bar."""
    by: float
    cost: bool
    """Whether more is worse."""


SIDES = (
    Side(later("NPV, million USD"), ("npv_low", "npv_high"), 1e6, cost=False),
    Side(later("1000 USD per BTC"), ("cost_low", "cost_high"), 1e3, cost=True),
)


class MoneyTornadoChart(MoneyChart):
    """Two tornados that share their rows: net present value and cost per BTC."""

    key = "money_tornado"
    question = later("What moves the money?")
    wants = (SiteMoney,)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.note = QLabel(self)
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        self.plots: tuple[Plot, ...] = ()
        self.shown: tuple[Bar, ...] = ()
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.note)
        column.addLayout(self._row, 1)
        column.addStretch(0)

    @property
    def found(self) -> SiteMoney | None:
        """The site that is on show."""
        return self.concluded(SiteMoney, stale=True)

    def refresh(self) -> None:
        """Show the site that was reckoned last."""
        found = self.found
        if found is None:
            return
        if not self.plots:
            self.plots = tuple(Plot(self, self.theme, say(side.title)) for side in SIDES)
            for plot, share in zip(self.plots, (3, 2), strict=True):
                plot.widget.viewport().installEventFilter(self)
                self._row.addWidget(plot.widget, share)
        fitting = max(3, min(SHOWN, int((self.height() - 56) // _ROW)))
        self.shown = widest(found.bars, fitting)
        told = f"{found.name}: {say(missing(found.why))}. {found.why}"
        if self.shown:
            told = say(
                "{name} · each figure alone, to its low and its high; green better, red worse",
                name=found.name,
            )
        self.note.setText(told)
        for plot, side in zip(self.plots, SIDES, strict=True):
            plot.widget.setVisible(bool(self.shown))
            if self.shown:
                self._draw(plot, side, found)

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        for plot in self.plots:
            plot.dress(theme)
        if self.plots:
            self.refresh()

    def mark_selection(self, names: frozenset[str]) -> None:
        """Wait for the picked site: it is reckoned in the background."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the bar under the pointer."""
        if isinstance(event, QMouseEvent) and self.shown:
            plot = next((p for p in self.plots if p.widget.viewport() is watched), None)
            if plot is not None:
                at = event.position()
                place = -round(plot.values_at(at.x(), at.y())[1])
                text = words(self.shown[place]) if 0 <= place < len(self.shown) else ""
                QToolTip.showText(event.globalPosition().toPoint(), tip(text), self)
        return False

    def _draw(self, plot: Plot, side: Side, found: SiteMoney) -> None:
        theme, count = self.theme, len(self.shown)
        key = "npv" if side is SIDES[0] else "cost_per_btc"
        centre = float(found.day.finance.estimate(key).value[found.day.finance.row(found.name)])
        plot.clear()
        rows = -np.arange(count, dtype=float)
        for better in (True, False):
            good = better is not side.cost
            ends = np.array([_end(bar, side, better) for bar in self.shown]) / side.by
            bars = plot.pg.BarGraphItem(
                x0=np.full(count, centre / side.by), x1=ends, y=rows, height=0.66, pen=None,
                brush=faded(theme.accent if good else theme.warn, 0.85),
            )  # fmt: skip
            plot.widget.addItem(bars)
        line = plot.pg.InfiniteLine(centre / side.by, angle=90, pen=plot.pen(theme.muted))
        plot.widget.addItem(line, ignoreBounds=True)
        axis = plot.widget.getAxis("left")
        first = side is SIDES[0]
        ticks = [
            (float(row), say(bar.swing.title)) for row, bar in zip(rows, self.shown, strict=True)
        ]
        axis.setTicks([ticks if first else []])
        axis.setWidth(150 if first else 4)
        plot.label(say(side.title))
        plot.widget.setYRange(-count + 0.4, 0.6, padding=0)
        plot.widget.enableAutoRange("x")


def widest(bars: tuple[Bar, ...], count: int) -> tuple[Bar, ...]:
    """Return the bars that move anything to speak of, the widest first."""
    if not bars or not isfinite(bars[0].npv_width):
        return ()
    top = bars[0].npv_width
    return tuple(bar for bar in bars if bar.npv_width > _LEAST * top)[:count]


def words(bar: Bar) -> str:
    """Return one bar in words."""

    def end(value: float) -> str:
        return figures.number(value, figures.decimals(value) if abs(value) < 1000 else 0)

    swing = bar.swing
    factor = f" {say('times')}" if swing.key == "difficulty" else ""
    npv = say(
        "{low} to {high} M$",
        low=figures.number(bar.npv_low / 1e6, 1),
        high=figures.number(bar.npv_high / 1e6, 1),
    )
    cost = say(
        "{low} to {high} $",
        low=figures.number(bar.cost_low, 0),
        high=figures.number(bar.cost_high, 0),
    )
    return say(
        "{title}, {low} to {high}{factor}\nNet present value {npv}\nCost per BTC {cost}",
        title=say(swing.title),
        low=end(swing.low),
        high=end(swing.high),
        factor=factor,
        npv=npv,
        cost=cost,
    )


def _end(bar: Bar, side: Side, upper: bool) -> float:
    ends: list[float] = [getattr(bar, name) for name in side.ends]
    return max(ends) if upper else min(ends)
