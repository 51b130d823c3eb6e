"""The charts beside each other: which ones, in which order, how wide; one of them large."""

from collections import deque
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QToolButton, QWidget

from siteselect.language import say
from siteselect.model.evaluation import Evaluation
from siteselect.ui.charts.choices import CHARTS, Choice
from siteselect.ui.panels.chart_card import ChartCard
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.icons import icon

WIDE = 430
"""Pixels that a chart has by default: three at 1280, four at 1920."""
AT_ONCE = 1
"""So many charts follow in one turn; each other one waits for its own, a few frames at most."""
TURN_MS = 12
"""Between two turns: room for what was drawn to be painted, and for a hand to be heard."""
NARROW = 230
"""Pixels that a chart is squeezed to when a person asks for more of them."""


class ChartRow(QWidget):
    """A row of cards; hands on what is to be shown, and wishes that come from any chart.

    `selected` is emitted when a hand picks sites in a chart, `enlarged` when one chart is wanted
    large or no longer, `rearranged` when other charts were chosen.
    """

    selected = Signal(object)
    enlarged = Signal(bool)
    rearranged = Signal()

    def __init__(self, theme: Theme, choices: Sequence[Choice] = CHARTS) -> None:
        super().__init__()
        self.theme = theme
        self._choices: dict[str, Choice] = {each.key: each for each in choices}
        self._chosen: tuple[str, ...] | None = None
        """What a person chose; None for as many of the first ones as fit."""
        self._cards: dict[str, ChartCard] = {}
        self._states: dict[str, Mapping[str, str]] = {}
        self._large: str | None = None
        self.evaluation: Evaluation | None = None
        self.names: frozenset[str] = frozenset()
        self._concluded: dict[type, object] = {}
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("gaps")
        self._splitter.setHandleWidth(10)
        self._splitter.setChildrenCollapsible(False)
        self.add = QToolButton()
        self.add.setToolTip(say("Choose charts"))
        self.add.setAccessibleName(say("Choose charts"))
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add.setMenu(self.make_menu(self))
        self.add.setStyleSheet("QToolButton::menu-indicator { image: none; width: 0; }")
        self._waiting: deque[str] = deque()
        """Charts that do not show the last evaluation yet."""
        self._unmarked: deque[str] = deque()
        """Charts that do not mark the selection yet."""
        self._turns = QTimer(self, singleShot=True, interval=TURN_MS)
        self._turns.timeout.connect(self._take_turn)
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._fill)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 8, 4, 8)
        layout.setSpacing(2)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        self.apply_theme(theme)

    @property
    def cards(self) -> list[ChartCard]:
        """The cards in sight, from left to right."""
        return [self._cards[key] for key in self._keys_in_splitter()]

    @property
    def large(self) -> str | None:
        """The key of the chart that is large; None where none is."""
        return self._large

    @property
    def settled(self) -> bool:
        """Whether every chart in sight is made and shows the last evaluation."""
        charts = [card.chart for card in self.cards if card.isVisible()]
        owed = self._waiting or self._unmarked
        return not owed and all(each is not None and each.isVisible() for each in charts)

    def shown(self) -> tuple[str, ...]:
        """Return the keys of the charts in sight, from left to right."""
        if self._chosen is None:
            return tuple(self._choices)[: max(1, round(self.width() / WIDE))]
        return self._chosen[: max(1, self.width() // NARROW)]

    # values come down

    def display(self, evaluation: Evaluation) -> None:
        """Show an evaluation in every chart, in the turns of the loop that follow."""
        self.evaluation = evaluation
        for key, card in self._cards.items():
            if card.chart is not None and key not in self._waiting:
                self._waiting.append(key)
        if self._waiting and not self._turns.isActive():
            self._turns.start()
        if any(card.chart is None for card in self.cards):
            self._filling.start()

    def _take_turn(self) -> None:
        """Show the evaluation in the charts that have waited longest; hidden ones only keep it."""
        left = AT_ONCE
        while self._waiting and left and self.evaluation is not None:
            chart = self._cards[self._waiting.popleft()].chart
            if chart is not None:
                left -= chart.isVisible()
                chart.display(self.evaluation)
        if left and self._unmarked:
            waited = self._cards[self._unmarked.popleft()].chart
            if waited is not None:
                waited.show_selection(self.names)
        if self._waiting or self._unmarked:
            self._turns.start()

    def display_conclusion(self, conclusion: object) -> None:
        """Show a slower conclusion in the charts that want it."""
        self._concluded[type(conclusion)] = conclusion
        for card in self._cards.values():
            if card.chart is not None:
                card.chart.display_conclusion(conclusion)

    def conclusions(self) -> tuple[object, ...]:
        """Return the slower conclusions told so far, the last of each kind."""
        return tuple(self._concluded.values())

    def show_selection(self, names: frozenset[str]) -> None:
        """Mark these sites in every chart; one that reckons anew waits for its turn."""
        self.names = names
        for key, card in self._cards.items():
            if card.chart is None:
                continue
            if not card.chart.marks_slowly or not card.chart.isVisible():
                card.chart.show_selection(names)
            elif key not in self._unmarked:
                self._unmarked.append(key)
        if self._unmarked and not self._turns.isActive():
            self._turns.start()

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.theme = theme
        self.add.setIcon(icon("plus", theme.muted, size=14))
        for card in self._cards.values():
            card.apply_theme(theme)

    # what a person chooses

    def make_menu(self, parent: QWidget) -> QMenu:
        """Return a menu of all charts, those in sight ticked."""
        menu = QMenu(say("C&harts shown"), parent)
        menu.aboutToShow.connect(partial(self._fill_menu, menu))
        return menu

    def choose(self, keys: Sequence[str] | None) -> None:
        """Show these charts from left to right; None leaves it to the width of the row."""
        known = None if keys is None else tuple(key for key in keys if key in self._choices)
        self._chosen = known or None
        if self._large not in self.shown():
            self._enlarge(None)
        self._arrange()
        self.rearranged.emit()

    def state(self) -> dict[str, object]:
        """Return what is worth remembering: the choice, the widths, each chart's own settings."""
        for key, card in self._cards.items():
            if card.chart is not None:
                self._states[key] = card.chart.state()
        return {
            "chosen": list(self._chosen) if self._chosen is not None else None,
            "widths": self._splitter.sizes() if self._large is None else [],
            "states": {key: dict(state) for key, state in self._states.items() if state},
        }

    def restore(self, state: Mapping[str, object]) -> None:
        """Take up what was remembered; what is not understood is left."""
        self._enlarge(None)
        chosen, widths, states = (state.get(key) for key in ("chosen", "widths", "states"))
        if isinstance(states, dict):
            for key, held in states.items():
                if isinstance(held, dict):
                    self._states[str(key)] = {str(k): str(v) for k, v in held.items()}
        keys = chosen if isinstance(chosen, list) else None
        self.choose([str(key) for key in keys] if keys is not None else None)
        count = len(self.shown())
        whole = isinstance(widths, list) and all(isinstance(each, int) for each in widths)
        if isinstance(widths, list) and whole and len(widths) == count:
            self._splitter.setSizes(widths)
        else:
            self._splitter.setSizes([1000] * count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many cards as now fit."""
        super().resizeEvent(event)
        if tuple(self._keys_in_splitter()) != self.shown():
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the charts that are now in sight."""
        super().showEvent(event)
        self._arrange()

    # cards

    def _keys_in_splitter(self) -> list[str]:
        held = [self._splitter.widget(place) for place in range(self._splitter.count())]
        return [each.choice.key for each in held if isinstance(each, ChartCard)]

    def _arrange(self) -> None:
        """Put the cards in sight into the splitter, in their order; others leave it."""
        shown = self.shown()
        if self._keys_in_splitter() != list(shown):
            for key, card in self._cards.items():
                if key not in shown:
                    card.hide()
                    card.setParent(self)
            for place, key in enumerate(shown):
                self._splitter.insertWidget(place, self._card(key))
            self._splitter.setSizes([1000] * len(shown))
        for key in shown:
            self._cards[key].setVisible(self._large in {None, key})
            self._cards[key].alone.setChecked(self._large == key)
        if self.evaluation is not None:
            self._filling.start()

    def _card(self, key: str) -> ChartCard:
        if key not in self._cards:
            card = ChartCard(self._choices[key], self.theme)
            card.enlarged.connect(lambda on, key=key: self._enlarge(key if on else None))
            card.menu.aboutToShow.connect(partial(self._fill_card_menu, card))
            self._cards[key] = card
        return self._cards[key]

    def _fill(self) -> None:
        """Make the next chart in sight that is not made yet, so that no frame pays for all."""
        if not self.isVisible() or self.evaluation is None:
            return
        card = next((each for each in self.cards if each.chart is None), None)
        if card is None:
            return
        chart = card.fill()
        chart.restore(self._states.get(card.choice.key, {}).items())
        chart.selected.connect(self.selected)
        chart.show_selection(self.names)
        for conclusion in self._concluded.values():
            chart.display_conclusion(conclusion)
        chart.display(self.evaluation)
        self._filling.start()

    def _enlarge(self, key: str | None) -> None:
        if key == self._large:
            return
        before, self._large = self._large, key
        self._arrange()
        if (before is None) != (key is None):
            self.enlarged.emit(key is not None)

    # menus

    def _fill_menu(self, menu: QMenu) -> None:
        menu.clear()
        shown = self.shown()
        for key, choice in self._choices.items():
            action = menu.addAction(say(choice.question))
            action.setCheckable(True)
            action.setChecked(key in shown)
            action.setEnabled(shown != (key,))
            action.triggered.connect(lambda on, key=key: self._switch(key, on=on))
        menu.addSeparator()
        action = menu.addAction(say("As many as fit, in this order"))
        action.setCheckable(True)
        action.setChecked(self._chosen is None)
        action.triggered.connect(lambda: self.choose(None))

    def _fill_card_menu(self, card: ChartCard) -> None:
        menu, shown, key = card.menu, list(self.shown()), card.choice.key
        place = shown.index(key) if key in shown else 0
        menu.clear()
        for other, choice in self._choices.items():
            action = menu.addAction(say(choice.question))
            action.setCheckable(True)
            action.setChecked(other == key)
            action.triggered.connect(partial(self._put, place, other))
        menu.addSeparator()
        for words, to in (
            (say("Move to the &left"), place - 1),
            (say("Move to the &right"), place + 1),
        ):
            action = menu.addAction(words)
            action.setEnabled(0 <= to < len(shown))
            if 0 <= to < len(shown):
                action.triggered.connect(partial(self._put, place, shown[to]))
        action = menu.addAction(say("&Hide this chart"))
        action.setEnabled(len(shown) > 1)
        action.triggered.connect(lambda: self._switch(key, on=False))

    def _switch(self, key: str, *, on: bool) -> None:
        """Show one chart more, or one less."""
        rest = [each for each in self.shown() if each != key]
        self.choose([*rest, key] if on else rest)

    def _put(self, place: int, key: str, checked: bool = False) -> None:
        """Put a chart at a place; the one that stood there takes its place, if it had one."""
        del checked
        shown = list(self.shown())
        if key in shown:
            other = shown.index(key)
            shown[place], shown[other] = shown[other], shown[place]
        else:
            shown[place] = key
        self.choose(shown)
