"""The switch between the places in which one works."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from siteselect.language import bare, say
from siteselect.ui.theme import Theme

PLACES = ("compare", "find", "money", "scenes")


class WorkplaceSwitch(QWidget):
    """A button for each place; the one in sight is marked."""

    def __init__(self, actions: Mapping[str, QAction], theme: Theme) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for name in PLACES:
            action = actions[name]
            button = QPushButton(bare(action.text()))
            button.setCheckable(True)
            button.setToolTip(action.toolTip())
            button.setAccessibleName(say("Place: {words}", words=button.text()))
            button.clicked.connect(action.trigger)
            self.buttons[name] = button
            row.addWidget(button)
        self.apply_theme(theme)

    def show_place(self, name: str) -> None:
        """Mark the place in sight."""
        for each, button in self.buttons.items():
            button.setChecked(each == name)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.setStyleSheet(
            "QPushButton { background: transparent; border: 2px solid transparent;"
            f" border-radius: 6px; padding: 4px 9px; color: {theme.muted}; font-weight: 500; }}"
            f"QPushButton:hover {{ background: {theme.chip}; color: {theme.text}; }}"
            f"QPushButton:checked {{ color: {theme.text}; font-weight: 600;"
            f" background: {theme.chip}; }}"
            f"QPushButton:focus {{ border-color: {theme.accent}; }}"
        )
