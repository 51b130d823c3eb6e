"""The as-of day across the map's foot, and what held on it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from siteselect.errors import SiteSelectError
from siteselect.language import say, say_count, say_day
from siteselect.model.evaluation import Evaluation
from siteselect.model.event import Conflict, Event, Severity
from siteselect.ui.figures import PRICE
from siteselect.ui.ground import Ground
from siteselect.ui.session import Session
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.day_slider import DaySlider, Mark
from siteselect.ui.widgets.icons import icon
from siteselect.ui.widgets.number_box import DayBox
from siteselect.ui.widgets.tips import tip

if TYPE_CHECKING:
    from siteselect.packs.pack import Pack

REST_MS = 120
"""So long the hand must rest before the facts of the day are held against each other."""

TWO_LINES = 760
"""Narrower than so many pixels the sentence gets two lines."""
FIRST = date(2019, 1, 1)
"""Where the line starts when the pack names no first day."""


class Timeline(QWidget):
    """Shows the day of the last evaluation and asks the session for another one.

    `conflicts_wanted` is emitted with the conflicts of the day when a person asks for them.
    """

    conflicts_wanted = Signal(object)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._session = session
        self._theme = theme
        self._pack: Pack | None = None
        self._laid: Pack | None = None
        """The pack with the person's facts, whose events are on show."""
        self._events: tuple[Event, ...] = ()
        self.conflicts: tuple[Conflict, ...] = ()
        self.slider = DaySlider(say("As-of day"))
        self.box = DayBox(say("As-of day"))
        self.box.setFixedWidth(116)
        self.earlier = self._step_button("earlier", say("To the change before"), -1)
        self.later = self._step_button("later", say("To the next change"), 1)
        self._day = QLabel()
        self._day.setObjectName("subtitle")
        self._headline = QLabel()
        self._headline.setObjectName("pale")
        self._headline.setTextFormat(Qt.TextFormat.PlainText)
        self._headline.setWordWrap(True)
        self._headline.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._headline.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._known = QLabel()
        self._known.setObjectName("muted")
        self.disagree = QToolButton()
        self.disagree.setObjectName("cautious")
        self.disagree.setToolTip(say("Facts of this day that do not agree"))
        self.disagree.clicked.connect(lambda: self.conflicts_wanted.emit(self.conflicts))
        self.disagree.hide()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._find_conflicts)
        self._lay_out()
        self.slider.edited.connect(self._move)
        self.box.edited.connect(self._move)
        self._show_range(FIRST)
        self._show_day(session.study.context.as_of)

    @property
    def headline(self) -> str:
        """The sentence of what held."""
        return self._headline.text()

    @property
    def known(self) -> str:
        """For how many places the price is known, in words."""
        return self._known.text()

    def display(self, evaluation: Evaluation) -> None:
        """Show the day of the evaluation, and how much is known on it."""
        self._show_day(evaluation.matrix.as_of)
        self._known.setText(_price_known(evaluation))
        self._read_events()
        self._rest.start()

    def conclude(self, value: object) -> None:
        """Take the rules of a pack, or the headline of a day."""
        if isinstance(value, Ground) and value.pack is not None:
            self._pack = value.pack
            self._read_events()
            self._show_range(value.pack.manifest.first_day or FIRST)
            self._rest.start()
        headline = getattr(value, "headline", None)
        if isinstance(headline, str):
            self._headline.setText(headline)
            self._keep_room()
            self.setToolTip(tip(headline))

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self._theme = theme
        self.earlier.setIcon(icon("earlier", theme.text, theme.line))
        self.later.setIcon(icon("later", theme.text, theme.line))
        first, last = self._ends
        self.slider.show_range(first, last, marks_of(self._events, theme))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for two lines where one does not hold the sentence: the map must not jump."""
        super().resizeEvent(event)
        self._keep_room()

    def _keep_room(self) -> None:
        lines = 2 if self.width() < TWO_LINES else 1
        metrics = self._headline.fontMetrics()  # Chinese letters stand higher than a line of others
        high = max(metrics.lineSpacing(), metrics.boundingRect(self._headline.text()).height())
        self._headline.setFixedHeight(lines * high)

    def _step_button(self, name: str, text: str, way: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name, self._theme.text, self._theme.line))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: self._step(way))
        return button

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._day)
        first.addWidget(self.disagree)
        first.addStretch(1)
        first.addWidget(self._known)
        last = QHBoxLayout()
        last.setSpacing(4)
        last.addWidget(self.slider, 1)
        last.addSpacing(4)
        last.addWidget(self.earlier)
        last.addWidget(self.box)
        last.addWidget(self.later)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 8, 12, 6)
        whole.setSpacing(2)
        whole.addLayout(first)
        whole.addWidget(self._headline)
        whole.addLayout(last)

    def _show_day(self, day: date) -> None:
        self._day.setText(say("As of {day}", day=say_day(day)))
        self.slider.show_day(day)
        self.box.show_day(day)

    def _show_range(self, first: date) -> None:
        last = max(datetime.now(UTC).date(), self._session.study.context.as_of)
        first = min(first, self._session.study.context.as_of)
        self._ends = (first, last)
        self.slider.show_range(first, last, marks_of(self._events, self._theme))
        self.box.show_range(first, last)
        self._show_day(self._session.study.context.as_of)

    def _read_events(self) -> None:
        """Mark what the facts say now, those of the person included."""
        if self._pack is None:
            return
        from siteselect.packs.own_layers import laid_over
        from siteselect.project.events import events

        try:
            laid = laid_over(self._pack, self._session.study)
        except SiteSelectError:  # told by whoever measures with these facts
            return
        if laid is not self._laid:
            self._laid, self._events = laid, events(laid)
            first, last = self._ends
            self.slider.show_range(first, last, marks_of(self._events, self._theme))

    def _find_conflicts(self) -> None:
        """Say in a badge how many facts of the day do not agree."""
        if self._laid is None:
            return
        from siteselect.project.conflicts import conflicts

        self.conflicts = conflicts(self._laid, self._session.study.context.as_of)
        count = len(self.conflicts)
        self.disagree.setText(
            say_count("⚠ {count} conflict of facts", "⚠ {count} conflicts of facts", count)
        )
        self.disagree.setAccessibleName(self.disagree.text())
        self.disagree.setVisible(count > 0)

    def _move(self, day: date, gesture: int) -> None:
        self._session.edit(
            self._session.study.with_day(day), say("As of {day}", day=day.isoformat()), gesture
        )

    def _step(self, way: int) -> None:
        """Go to the nearest day on which a rule began or ended."""
        days = sorted({mark.day for mark in self.slider.marks})
        today = self._session.study.context.as_of
        at = bisect_right(days, today) if way > 0 else bisect_left(days, today) - 1
        if 0 <= at < len(days):
            self._move(days[at], -1)


def marks_of(events: Iterable[Event], theme: Theme) -> tuple[Mark, ...]:
    """Return a mark for each event, in the colour of what it means for a miner."""
    colours = {
        Severity.STOP: theme.warn,
        Severity.CONDITION: theme.amber,
        Severity.ANNOUNCED: theme.amber,
        Severity.RISK: theme.amber,
        Severity.COST: theme.muted,
        Severity.RELIEF: theme.accent,
        Severity.NOTE: theme.muted,
    }
    return tuple(Mark(each.day, words_of(each), colours[each.severity]) for each in events)


def words_of(event: Event) -> str:
    """Return what happened, where, and who says so."""
    source = say("yours, {source}", source=event.source) if event.yours else event.source
    return f"{event.jurisdiction}: {event.text} ({source})"


def _price_known(evaluation: Evaluation) -> str:
    if all(info.key != PRICE for info in evaluation.matrix.infos):
        return ""
    column = evaluation.matrix.column(PRICE)
    count = len(column.value)
    return say(
        "price known for {known} of {count} places on this day", known=column.known, count=count
    )
