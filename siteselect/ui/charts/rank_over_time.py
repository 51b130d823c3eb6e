"""Who would have been first, and when: the ranks of the sites on many days, joined by lines."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolButton, QToolTip, QVBoxLayout, QWidget

from siteselect.economics.price_unit import PricesTold
from siteselect.language import later, say, say_name
from siteselect.model.badge import badge_words
from siteselect.model.gate import Verdict
from siteselect.project.over_time import OverTime
from siteselect.ui import figures
from siteselect.ui.charts.money_chart import MoneyChart
from siteselect.ui.charts.price_strip import PriceLine, PriceStrip, unit_on
from siteselect.ui.charts.rank_rows import Line, lines_of
from siteselect.ui.price_words import whole_price
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.elided import ElidedLabel
from siteselect.ui.widgets.painting import (
    CENTRE,
    RIGHT,
    face,
    faded,
    paint_struck_circle,
    width_of,
    write,
)
from siteselect.ui.widgets.ramp import ink_on
from siteselect.ui.widgets.tips import tip

HEAD, ROW, DOT = 22.0, 19.0, 8.0
LOW, STRIP, LEAST_STRIP = 190, 0.4, 84.0
"""Prices are drawn from this height on, on this share of it, on so many pixels at least."""
_OUT = {Verdict.FAIL: later("fails a gate"), Verdict.UNKNOWN: later("not known whether it passes")}


class RankPicture(QWidget):
    """Paints ranks over days; rows are ranks among all sites, squeezed to what fits."""

    def __init__(self, chart: "RankOverTimeChart") -> None:
        super().__init__(chart)
        self._chart = chart
        self.lines: tuple[Line, ...] = ()
        self.setMinimumSize(220, 80)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """Return room for eight ranks."""
        return QSize(420, int(HEAD + 9 * ROW))

    def fitting(self) -> int:
        """Return how many ranks can be shown."""
        return max(3, int((self.height() - self._strip_room() - HEAD - 4) // ROW) - 1)

    def strip(self) -> PriceStrip | None:
        """Return the prices beneath the ranks; None where there is no room for them."""
        found = self._chart.found
        if found is None or not self.lines or not self._strip_room():
            return None
        top = self.height() - self._strip_room() + 2
        box = QRectF(2, top, self.width() - 4, self.height() - top)
        lines = [PriceLine(line.name, line.column, line.colour) for line in self.lines]
        first = self.lines[0]
        return PriceStrip(
            box, found, self._chart.prices, lines, lambda day: self.spot(first, day).x()
        )

    def _strip_room(self) -> float:
        if not self._chart.with_prices.isChecked() or self.height() < LOW:
            return 0.0
        return max(LEAST_STRIP, STRIP * self.height())

    def spot(self, line: Line, day: int) -> QPointF:
        """Return where a site stands on a day; those out of the ranking lie on the last row."""
        found = self._chart.found
        days = len(found.days) if found is not None else 1
        left, right = self._names_room(), self.width() - self._names_room(last=True)
        step = (right - left) / max(days - 1, 1)
        row = line.rows[day]
        at = self.fitting() if row is None else row
        return QPointF(left + day * step, HEAD + ROW * (at + 0.5))

    def line_at(self, point: QPointF) -> tuple[Line, int] | None:
        """Return the site whose dot or name is nearest to a point, with the day."""
        found, strip = self._chart.found, self.strip()
        if strip is not None and point.y() > self.height() - self._strip_room():
            hit = strip.at(point)
            names = {line.name: line for line in self.lines}
            return (names[hit[0].name], hit[1]) if hit else None
        best: tuple[float, Line, int] | None = None
        for line in self.lines:
            for day in range(len(found.days) if found is not None else 0):
                spot = self.spot(line, day)
                edge = day in {0, len(line.rows) - 1}
                across = abs(spot.x() - point.x()) - (60 if edge else 0)
                far = max(across, abs(spot.y() - point.y()))
                if far <= ROW / 2 and (best is None or far < best[0]):
                    best = (far, line, day)
        return (best[1], best[2]) if best else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint days, lines, dots and names; picked sites above the others."""
        del event
        found = self._chart.found
        if found is None or not self.lines:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_days(painter, found)
        picked = self._chart.names & {line.name for line in self.lines}
        for line in sorted(self.lines, key=lambda each: each.name in picked):
            self._paint_line(painter, line, found, quiet=bool(picked) and line.name not in picked)
        strip = self.strip()
        if strip is not None:
            strip.paint(painter, picked, self._chart.theme)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many sites as fit now."""
        super().resizeEvent(event)
        self._chart.refresh()

    def event(self, event: QEvent) -> bool:
        """Tell how the site under the pointer stood."""
        if isinstance(event, QHelpEvent):
            hit = self.line_at(QPointF(event.pos()))
            text = self._chart.words(*hit) if hit else ""
            QToolTip.showText(event.globalPos(), tip(text), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the site under a click; with Ctrl beside those already picked."""
        hit = self.line_at(event.position())
        if hit is not None:
            together = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._chart.choose_one(hit[0].name, together)

    def _names_room(self, *, last: bool = False) -> float:
        if last:
            return DOT + 8
        small = face("small", bold=True)
        wide = max((width_of(say_name(line.name), small) for line in self.lines), default=60.0)
        return min(wide, 0.34 * self.width()) + DOT + 10

    def _paint_days(self, painter: QPainter, found: OverTime) -> None:
        theme, today = self._chart.theme, self._chart.as_of
        small = face("small")
        foot = self.height() - 6 if self._strip_room() else HEAD + ROW * (self.fitting() + 1)
        years = len({day.year for day in found.days}) == len(found.days)
        for place, day in enumerate(found.days):
            x = self.spot(self.lines[0], place).x()
            here = day == today
            painter.setPen(QPen(QColor(theme.accent if here else theme.line), 1.5 if here else 1))
            painter.drawLine(QPointF(x, HEAD - 2), QPointF(x, foot))
            text = str(day.year) if years else f"{day:%b %Y}"
            box = QRectF(x - 40, 0, 80, HEAD - 4)
            box.moveRight(min(box.right(), self.width() + 24))
            write(painter, box, text, face("small", bold=here),
                  theme.accent if here else theme.muted, CENTRE)  # fmt: skip
        box = QRectF(0, HEAD + ROW * self.fitting(), self._names_room() - DOT - 6, ROW)
        out = any(row is None for line in self.lines for row in line.rows)
        if out:
            write(painter, box, say("out"), small, theme.muted, RIGHT)

    def _paint_line(self, painter: QPainter, line: Line, found: OverTime, *, quiet: bool) -> None:
        theme = self._chart.theme
        colour = faded(line.colour, 0.22) if quiet else QColor(line.colour)
        spots = [self.spot(line, day) for day in range(len(line.rows))]
        painter.setPen(QPen(colour, 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ranked = [place for place, row in enumerate(line.rows) if row is not None]
        for first, second in pairwise(ranked):
            if second == first + 1:
                painter.drawPolyline(QPolygonF([spots[first], spots[second]]))
        for place, row in enumerate(line.rows):
            if row is None:
                before = place > 0 and line.rows[place - 1] is not None
                after = place + 1 < len(line.rows) and line.rows[place + 1] is not None
                if before or after:
                    self._paint_out(painter, line, spots, place, quiet=quiet)
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(spots[place], DOT, DOT)
            rank = found.ranks[place, line.column]
            box = QRectF(spots[place].x() - DOT, spots[place].y() - DOT, 2 * DOT, 2 * DOT)
            ink = QColor(theme.muted) if quiet else ink_on(colour)
            write(painter, box, f"{rank:.0f}", face("small", bold=True), ink, CENTRE)
        self._paint_name(painter, line, spots[0], quiet=quiet)

    def _paint_out(
        self, painter: QPainter, line: Line, spots: list[QPointF], place: int, *, quiet: bool
    ) -> None:
        """Mark the day on which a site left the ranking, beside where it stood."""
        colour = faded(line.colour, 0.25 if quiet else 0.9)
        beside = place - 1 if place > 0 and line.rows[place - 1] is not None else place + 1
        way = 1 if beside < place else -1
        at = QPointF(spots[beside].x() + way * (DOT + 9), spots[beside].y())
        pen = QPen(colour, 1.5, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(spots[beside].x() + way * DOT, at.y()), at)
        warn = self._chart.theme.warn if not quiet else colour.name()
        paint_struck_circle(painter, at, 4.0, warn)

    def _paint_name(self, painter: QPainter, line: Line, spot: QPointF, *, quiet: bool) -> None:
        if line.rows[0] is None:
            return
        theme = self._chart.theme
        box = QRectF(0, spot.y() - ROW / 2, spot.x() - DOT - 6, ROW)
        picked = line.name in self._chart.names
        font = face("small", bold=picked or not quiet)
        write(painter, box, say_name(line.name), font, theme.muted if quiet else theme.text, RIGHT)


class RankOverTimeChart(MoneyChart):
    """Ranks by the same weights as law and prices changed."""

    key = "rank_over_time"
    question = later("Who would have been first, and when?")
    wants = (OverTime, PricesTold)
    share = 1.4

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.note = ElidedLabel(
            say("rank by the same weights as law and prices changed; ⊘ out from here")
        )
        self.with_prices = QToolButton()
        self.with_prices.setObjectName("quiet")
        self.with_prices.setCheckable(True)
        self.with_prices.setChecked(True)
        self.with_prices.setText(say("with prices"))
        self.with_prices.setToolTip(
            say(
                "Show the all-in price beneath the ranks; hollow and dotted where it "
                "is no price of that very place and day"
            )
        )
        self.with_prices.clicked.connect(self._turn)
        self.note.setObjectName("muted")
        self.picture = RankPicture(self)
        self.picture.setAccessibleName(say(self.question))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.note)
        column.addWidget(self.picture, 1)

    def controls(self) -> QWidget | None:
        """Return the switch between ranks with prices and ranks alone."""
        return self.with_prices

    def _turn(self, shown: bool) -> None:
        self.with_prices.setText(say("with prices") if shown else say("ranks alone"))
        self.refresh()

    @property
    def found(self) -> OverTime | None:
        """The ranks that were drawn last."""
        return self.concluded(OverTime, stale=True)

    @property
    def as_of(self) -> object:
        """The study's day."""
        return self.evaluation.matrix.as_of if self.evaluation is not None else None

    def refresh(self) -> None:
        """Show which sites fit."""
        if self.found is not None:
            self.picture.lines = lines_of(self.found, self.picture.fitting(), self.names)
            told = [self.words(line, 0).split("\n")[0] for line in self.picture.lines[:3]]
            self.picture.setAccessibleDescription("; ".join(told))
        self.picture.update()

    def mark_selection(self, names: frozenset[str]) -> None:
        """Bring picked sites among those shown."""
        del names
        self.refresh()

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        del theme
        self.picture.update()

    def words(self, line: Line, day: int) -> str:
        """Return how a site stood on a day and what held."""
        found = self.found
        if found is None:
            return ""
        standing = found.at(found.days[day], line.name)
        place = (
            say("{ordinal} place", ordinal=figures.ordinal(standing.rank))
            if standing.rank is not None
            else say(_OUT.get(standing.verdict, later("does not rank")))
        )
        unit = unit_on(found, self.prices, day, line.column)
        price = whole_price(unit, standing.price, standing.low, standing.high)
        told = say("price unknown") if price == say("unknown") else price
        badge = f" ({badge_words(standing.badge)})" if standing.badge else ""
        head = f"{say_name(line.name)}, {found.days[day]}: {place}, {told}{badge}"
        return f"{head}\n{found.headlines[day]}"
