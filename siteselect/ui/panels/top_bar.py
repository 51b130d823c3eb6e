"""The bar at the head: program menu, project, scenarios, search, undo, export, look."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import say, say_name
from siteselect.ui.panels.scenario_chips import ScenarioChips
from siteselect.ui.panels.search import SearchBox
from siteselect.ui.panels.workplace_switch import WorkplaceSwitch
from siteselect.ui.session import Session
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.icons import icon
from siteselect.ui.widgets.tips import tip

_ICONS = {"undo": "undo", "redo": "redo"}
ROOMY = 1500
"""Pixels of width from which the search box shows its whole invitation."""


class TopBar(QWidget):
    """Holds what is in sight whatever the window shows."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        actions: Mapping[str, QAction],
        menu: QMenu,
        export: QMenu,
    ) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(52)
        self.workplaces = WorkplaceSwitch(actions, theme)
        self.chips = ScenarioChips(session)
        self.search = SearchBox(theme)
        self._line = QFrame()
        self._line.setFixedSize(1, 22)
        self._title = QLabel()
        self._title.setObjectName("subtitle")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._state = QLabel()
        self._state.setObjectName("muted")
        self.menu_button = self._button("logo", say("Menu"), say("Menu (F10)"))
        self.menu_button.setFixedSize(30, 30)
        self.menu_button.setMenu(menu)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._steps = {key: self._button("bordered", "", "") for key in _ICONS}
        for key, button in self._steps.items():
            button.setDefaultAction(actions[key])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.export_button = self._button("bordered", say("Export"), say("Write the ranked list"))
        self.export_button.setText(say("Export"))
        self.export_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.export_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.export_button.setMenu(export)
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.present = self._button("bordered", "", "")
        self.present.setDefaultAction(actions["present"])
        self.present.setText(say("Present"))
        self.look = self._button("bordered", say("Light or dark"), say("Light or dark"))
        self.look.clicked.connect(actions["switch_theme"].trigger)
        self._actions = actions
        actions["search"].changed.connect(self._tell_keys)
        self._tell_keys()
        self._lay_out()
        self.apply_theme(theme)

    def _tell_keys(self) -> None:
        keys = self._actions["search"].shortcut()
        self.search.show_keys(keys.toString(QKeySequence.SequenceFormat.NativeText))

    def show_title(self, title: str, state: str) -> None:
        """Show the project's name, and whether it is saved."""
        title, metrics = say_name(title), QFontMetrics(self._title.font())
        self._title.setText(metrics.elidedText(title, Qt.TextElideMode.ElideRight, 220))
        self._title.setToolTip(tip(title))
        self._state.setText(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a narrow bar's room to the scenarios: the search box opens as wide as its list."""
        self.search.setMaximumWidth(300 if event.size().width() >= ROOMY else 124)
        super().resizeEvent(event)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        for key, name in _ICONS.items():
            self._actions[key].setIcon(icon(name, theme.text, theme.line))
        self.menu_button.setIcon(icon("site", theme.on_accent, size=20))
        self.menu_button.setIconSize(QSize(20, 20))
        self.export_button.setIcon(icon("chevron-down", theme.muted, size=10))
        self.export_button.setIconSize(QSize(10, 10))
        self.look.setIcon(icon("sun" if theme.dark else "moon", theme.text))
        self.search.apply_theme(theme)
        self.workplaces.apply_theme(theme)
        self._line.setStyleSheet(f"background: {theme.line};")

    def _button(self, name: str, accessible: str, told: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAccessibleName(accessible)
        button.setToolTip(told)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._state)
        words.addStretch(1)
        self.search.setMaximumWidth(300)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.menu_button)
        row.addLayout(words)
        row.addSpacing(4)
        row.addWidget(self.workplaces)
        row.addWidget(self._line)
        row.addWidget(self.chips, 1)
        row.addWidget(self.search)
        for button in self._steps.values():
            row.addWidget(button)
        row.addWidget(self.export_button)
        row.addWidget(self.present)
        row.addWidget(self.look)
