"""One figure of the site card: label, number, a note."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from siteselect.ui.site_card_rows import put, words_label
from siteselect.ui.site_words import Figure
from siteselect.ui.theme import SIZES, Theme
from siteselect.ui.widgets.tips import tip


class Tile(QFrame):
    """One figure: label, number, a note."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.label, self.value, self.note = (words_label(self, wrap=False) for _ in range(3))
        self._words = ("", "", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 4, 6)
        column.setSpacing(0)
        for label in (self.label, self.value, self.note):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            column.addWidget(label)

    def show_figure(self, figure: Figure) -> None:
        """Show a figure; a note too long is told in the tool tip."""
        self._words = (figure.label, figure.value, figure.note)
        self._fit()
        self.setToolTip(tip(f"{figure.label}: {figure.value} {figure.note}"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 14
        for label, words in zip((self.label, self.value, self.note), self._words, strict=True):
            right = Qt.TextElideMode.ElideRight
            put(label, label.fontMetrics().elidedText(words, right, room))

    def text(self) -> str:
        """Return the figure as tab-separated text, uncut."""
        return "\t".join(self._words)

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self.setStyleSheet(f"Tile {{ background: {theme.chip}; border-radius: 8px; }}")
        small = f"color: {theme.muted}; font-size: {SIZES['small']}px;"
        self.label.setStyleSheet(small)
        self.note.setStyleSheet(small)
        self.value.setStyleSheet(
            f"color: {theme.text}; font-size: {SIZES['title']}px; font-weight: 600;"
        )
