"""The row of charts: cards under questions; one can be enlarged, any can be hidden."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from siteselect.ui.charts.chart import Chart
from siteselect.ui.theme import SIZES, SPACE, Theme

ENLARGE, SHRINK = "⤢", "⤡"
HEAD = 30


class ChartCard(QFrame):
    """One chart under its question, with its controls and a button that enlarges it."""

    def __init__(self, chart: Chart, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setMinimumWidth(220)
        self.chart = chart
        self.title = QLabel(chart.question, self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setObjectName("subtitle")
        self.zoom = QToolButton(self)
        self.zoom.setText(ENLARGE)
        self.zoom.setObjectName("quiet")
        self.zoom.setToolTip("Show this chart alone, or all again (double click on the title)")
        self.zoom.setAccessibleName(f"Enlarge: {chart.question}")
        self.head = QWidget(self)
        self.head.setFixedHeight(HEAD)
        row = QHBoxLayout(self.head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[0])
        row.addWidget(self.title)
        row.addStretch(1)
        controls = chart.controls()
        if controls is not None:
            row.addWidget(controls)
            controls.show()
        row.addWidget(self.zoom)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[2], SPACE[0], SPACE[1], SPACE[0])
        column.setSpacing(SPACE[0])
        column.addWidget(self.head)
        column.addWidget(chart, 1)


class ChartRow(QWidget):
    """Holds charts side by side, and remembers which are shown and which is enlarged."""

    def __init__(
        self, charts: tuple[Chart, ...], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._charts = charts
        self._cards = {chart.key: ChartCard(chart, self) for chart in charts}
        self._hidden: set[str] = set()
        self._enlarged = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[1], SPACE[1], SPACE[1], SPACE[1])
        row.setSpacing(SPACE[1])
        for key, card in self._cards.items():
            row.addWidget(card, 1)
            card.head.installEventFilter(self)
            card.head.setProperty("chart", key)
            card.zoom.clicked.connect(lambda _=False, key=key: self.enlarge(key))
            card.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            card.customContextMenuRequested.connect(
                lambda point, card=card: self.menu(self).popup(card.mapToGlobal(point))
            )
        self.apply_theme(theme)

    def charts(self) -> tuple[Chart, ...]:
        """Return the charts, shown or hidden."""
        return self._charts

    def shown(self) -> tuple[str, ...]:
        """Return the keys of the charts that are shown now."""
        if self._enlarged:
            return (self._enlarged,)
        return tuple(key for key in self._cards if key not in self._hidden)

    def card(self, key: str) -> ChartCard:
        """Return the card of a chart."""
        return self._cards[key]

    def enlarge(self, key: str) -> None:
        """Show one chart alone; the same once more brings the others back."""
        self._enlarged = "" if self._enlarged == key else key
        self._arrange()

    def set_shown(self, key: str, shown: bool) -> None:
        """Show or hide one chart."""
        self._hidden = self._hidden - {key} if shown else self._hidden | {key}
        if not shown and self._enlarged == key:
            self._enlarged = ""
        self._arrange()

    def menu(self, parent: QWidget) -> QMenu:
        """Return a menu with a check mark for each chart."""
        menu = QMenu("Charts", parent)
        group = QActionGroup(menu)
        group.setExclusive(False)
        for key, card in self._cards.items():
            action = QAction(card.chart.question, group)
            action.setCheckable(True)
            action.setChecked(key not in self._hidden)
            action.triggered.connect(lambda checked, key=key: self.set_shown(key, checked))
            menu.addAction(action)
        return menu

    def apply_theme(self, theme: Theme) -> None:
        """Take colours from the theme, and hand it to the charts."""
        self.setStyleSheet(
            f"ChartCard#card {{ background: {theme.panel}; border: 1px solid {theme.line};"
            " border-radius: 8px; }"
        )
        for card in self._cards.values():
            card.title.setStyleSheet(
                f"color: {theme.text}; font-size: {SIZES['text']}px; font-weight: 600;"
            )
            if card.chart.theme is not theme:
                card.chart.apply_theme(theme)

    def state(self) -> dict[str, object]:
        """Return what is worth remembering, as plain values."""
        return {
            "hidden": sorted(self._hidden),
            "enlarged": self._enlarged,
            "charts": {chart.key: chart.state() for chart in self._charts},
        }

    def restore(self, state: Mapping[str, object]) -> None:
        """Take up what was remembered; what is not understood is left."""
        hidden, enlarged = state.get("hidden"), state.get("enlarged")
        if isinstance(hidden, list):
            self._hidden = {key for key in hidden if key in self._cards}
        if isinstance(enlarged, str):
            self._enlarged = enlarged if enlarged in self._cards else ""
        own = state.get("charts")
        for chart in self._charts if isinstance(own, Mapping) else ():
            held = own.get(chart.key) if isinstance(own, Mapping) else None
            if isinstance(held, Mapping):
                chart.restore([(str(key), str(value)) for key, value in held.items()])
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enlarge a chart on a double click on its head."""
        key = watched.property("chart")
        if (
            isinstance(event, QMouseEvent)
            and event.type() is QEvent.Type.MouseButtonDblClick
            and key
        ):
            self.enlarge(str(key))
            return True
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        shown = self.shown()
        for key, card in self._cards.items():
            card.setVisible(key in shown)
            card.zoom.setText(SHRINK if key == self._enlarged else ENLARGE)
