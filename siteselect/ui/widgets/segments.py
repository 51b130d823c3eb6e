"""A few words of which one holds: `edited` by a hand alone, `show_choice` in silence."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from siteselect.ui.theme import Theme


class Segments(QWidget):
    """Shows words side by side; `edited` is emitted with the place of the one a hand chooses."""

    edited = Signal(int)

    def __init__(self, words: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = 0
        self.buttons: list[QPushButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for place, word in enumerate(words):
            button = QPushButton(word)
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self._choose, place))
            self.buttons.append(button)
            row.addWidget(button)
        self.show_choice(0)
        self.apply_theme(theme)

    def show_choice(self, place: int) -> None:
        """Mark one word; no signal follows."""
        self.choice = place
        for each, button in enumerate(self.buttons):
            button.setChecked(each == place)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.setStyleSheet(
            f"QPushButton {{ background: {theme.chip}; border: 2px solid transparent;"
            f" border-radius: 6px; padding: 4px 9px; color: {theme.muted}; font-weight: 500; }}"
            f"QPushButton:hover {{ color: {theme.text}; }}"
            f"QPushButton:checked {{ background: {theme.panel}; color: {theme.text};"
            f" border-color: {theme.line}; font-weight: 600; }}"
            f"QPushButton:focus {{ border-color: {theme.accent}; }}"
        )

    def _choose(self, place: int) -> None:
        fresh = place != self.choice
        self.show_choice(place)
        if fresh:
            self.edited.emit(place)
