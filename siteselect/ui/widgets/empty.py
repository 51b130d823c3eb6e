"""What stands where nothing is yet: a sentence that says what to do, and buttons that do it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

Way = tuple[str, Callable[[], object]]
"""The words of a button, and what it does."""
WIDE, EDGE = 340, 12
"""Pixels: how wide it may be, and how far it keeps from the edges."""


class Empty(QFrame):
    """Lies over the middle of a view while that is empty."""

    def __init__(
        self, title: str, words: str, ways: Sequence[Way], over: QWidget, *, urges: bool = True
    ) -> None:
        """`urges` is whether the first way is the one to take in the whole window."""
        super().__init__(over)
        self.setObjectName("empty")
        self._over = over
        heading, told = QLabel(title), QLabel(words)
        heading.setObjectName("subtitle")
        told.setObjectName("pale")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 14, 16, 16)
        self._layout.setSpacing(8)
        for label in (heading, told):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._layout.addWidget(label)
        self.buttons = [self._button(words, act) for words, act in ways]
        if self.buttons and urges:
            self.buttons[0].setObjectName("primary")
        over.installEventFilter(self)
        self.hide()

    def show_empty(self, empty: bool) -> None:
        """Stand there while the view is empty."""
        self.setVisible(empty)
        if empty:
            self._settle()
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show} and not self.isHidden():
            self._settle()
        return super().eventFilter(watched, event)

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda _=False: act())
        self._layout.addWidget(button)
        return button

    def _settle(self) -> None:
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        wide = min(WIDE, max(self._over.width() - 2 * EDGE, 120))
        high = self._layout.totalHeightForWidth(wide)
        left = (self._over.width() - wide) // 2
        self.setGeometry(left, max((self._over.height() - high) // 2, 0), wide, high)
