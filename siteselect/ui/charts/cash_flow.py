"""When the money is back: cumulative cash of one site by month, with the band of its runs."""

from math import isfinite, isnan

import numpy as np
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QLabel, QToolTip, QVBoxLayout, QWidget

from siteselect.economics.cash_flow import payback_month
from siteselect.language import later, say, say_name
from siteselect.ui import figures
from siteselect.ui.charts.money_chart import MoneyChart
from siteselect.ui.money_day import SiteMoney
from siteselect.ui.money_words import missing, signed
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.painting import faded
from siteselect.ui.widgets.plot import Plot
from siteselect.ui.widgets.tips import tip

WORDS = 0.22
"""So much of the height is kept free beneath the point at which the money is back."""


class CashFlowChart(MoneyChart):
    """A line of the case as assumed, and the band in which eight of ten runs lie."""

    key = "cash_flow"
    question = later("When is the money back?")
    wants = (SiteMoney,)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.note = QLabel(self)
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        self.plot: Plot | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.note)
        self._column.addStretch(0)

    @property
    def found(self) -> SiteMoney | None:
        """The site that is on show."""
        return self.concluded(SiteMoney, stale=True)

    def refresh(self) -> None:
        """Show the site that was reckoned last."""
        found = self.found
        if found is None:
            return
        if self.plot is None:
            self.plot = Plot(self, self.theme, say(self.question))
            self.plot.widget.viewport().installEventFilter(self)
            self.plot.label(say("months"))
            self._column.insertWidget(1, self.plot.widget, 1)
        known = bool(np.isfinite(found.cash).all())
        self.plot.widget.setVisible(known)
        self.note.setText(f"{say_name(found.name)}: {summary(found)}")
        self.note.setToolTip(tip(found.why or about(found)))
        if known:
            self._draw(self.plot, found)

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        if self.plot is not None:
            self.plot.dress(theme)
            self.refresh()

    def mark_selection(self, names: frozenset[str]) -> None:
        """Wait for the picked site: it is reckoned in the background."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the month under the pointer."""
        del watched
        found, plot = self.found, self.plot
        if isinstance(event, QMouseEvent) and plot is not None and found is not None:
            at = event.position()
            month = round(plot.values_at(at.x(), at.y())[0])
            text = words_at(found, month) if 0 <= month < len(found.cash) else ""
            QToolTip.showText(event.globalPosition().toPoint(), tip(text), self)
        return False

    def _draw(self, plot: Plot, found: SiteMoney) -> None:
        theme, months = self.theme, np.arange(len(found.cash))
        plot.clear()
        low, high = (found.bands.cash[place] / 1e6 for place in (0, -1))
        edges = [plot.widget.plot(months, each, pen=plot.pen(faded(theme.accent, 0.4), 0.5))
                 for each in (low, high)]  # fmt: skip
        band = plot.pg.FillBetweenItem(*edges, brush=faded(theme.accent, 0.18))
        plot.widget.addItem(band)
        plot.widget.addItem(
            plot.pg.InfiniteLine(0.0, angle=0, pen=plot.pen(theme.muted, dashed=True)),
            ignoreBounds=True,
        )
        middle = found.bands.cash[len(found.bands.levels) // 2] / 1e6
        plot.widget.plot(months, middle, pen=plot.pen(faded(theme.accent, 0.6), dashed=True))
        plot.widget.plot(months, found.cash / 1e6, pen=plot.pen(theme.accent, 2.2))
        back = float(np.squeeze(payback_month(found.cash)))
        if isfinite(back):
            spot = plot.pg.ScatterPlotItem(
                [back], [found.cash[int(back)] / 1e6], size=11, brush=QColor(theme.accent),
                pen=plot.pen(theme.panel, 1.5),
            )  # fmt: skip
            plot.widget.addItem(spot)
            anchor = (-0.05, -0.2) if back < 0.6 * len(found.cash) else (1.05, 1.2)
            plot.words(
                say("month {month:.0f}", month=back),
                theme.text,
                back,
                found.cash[int(back)] / 1e6,
                anchor,
            )
        plot.widget.setXRange(0, len(found.cash) - 1, padding=0.02)
        bottom = float(min(low.min(), found.cash.min() / 1e6))
        top = float(max(high.max(), found.cash.max() / 1e6, 0.0))
        if isfinite(back):  # the words of the month stand beneath its point
            point = float(found.cash[int(back)]) / 1e6
            bottom = min(bottom, point - WORDS * (top - bottom))
        plot.widget.setYRange(bottom, top, padding=0.06)


def summary(found: SiteMoney) -> str:
    """Return when the money is back, and how sure that is, in a sentence."""
    if not np.isfinite(found.cash).all():
        return f"{say(missing(found.why))}. {found.why}"
    back = float(np.squeeze(payback_month(found.cash)))
    told = (
        say("paid back in month {back:.0f}", back=back)
        if isfinite(back)
        else say("does not pay back")
    )
    runs = found.bands
    if not isnan(runs.never):
        told = say("{told}; in {share} of runs never", told=told, share=figures.percent(runs.never))
    return say(
        "{told} · cumulative, million USD; band: 8 of 10 of {runs} runs",
        told=told,
        runs=figures.number(runs.runs, 0),
    )


def about(found: SiteMoney) -> str:
    """Return how the picture is to be read."""
    return say(
        "The line is the case as assumed, the dashed one the middle of "
        "{runs} runs (seed {seed}), in which prices, difficulty, tariff and "
        "uptime scatter; eight of ten runs lie in the band.",
        runs=found.bands.runs,
        seed=found.bands.seed,
    )


def words_at(found: SiteMoney, month: int) -> str:
    """Return the cash of one month in words."""
    low, high = (found.bands.cash[place][month] / 1e6 for place in (0, -1))
    return say(
        "Month {month}: {signed} M$ as assumed, {low} to {high} M$ in 8 of 10 runs",
        month=month,
        signed=signed(found.cash[month] / 1e6, 1),
        low=signed(low, 1),
        high=signed(high, 1),
    )
