"""A part of a panel that can be folded: a head with a figure, and a body made when first opened."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from siteselect.ui.theme import Theme
from siteselect.ui.widgets.elided import ElidedLabel
from siteselect.ui.widgets.icons import icon


class Fold(QFrame):
    """Title, a pale line beneath, a figure at the right; the body below when open."""

    def __init__(self, title: str, make: Callable[[], QWidget], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("fold")
        self._make = make
        self.body: QWidget | None = None
        self.head = _Head(title, self.toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.head)
        self.dress(theme)

    @property
    def opened(self) -> bool:
        """Whether the body is in sight."""
        return self.body is not None and not self.body.isHidden()

    def toggle(self) -> None:
        """Open or fold it."""
        if self.body is None:
            self.body = self._make()
            self._column.addWidget(self.body)
            self.body.show()
        else:
            self.body.setVisible(self.body.isHidden())
        self.head.point(opened=self.opened)

    def show_figure(self, figure: str, note: str = "", *, assumed: bool = False) -> None:
        """Show the figure and the line beneath the title."""
        self.head.figure.setText(figure)
        self.head.figure.setObjectName("muted" if assumed else "")
        self.head.note.show_text(note)
        self.head.note.setVisible(bool(note))
        self.head.setAccessibleDescription(f"{figure} {note}".strip())

    def dress(self, theme: Theme) -> None:
        """Take on other colours."""
        self.head.dress(theme)
        self.head.point(opened=self.opened)


class _Head(QFrame):
    """What is clicked."""

    def __init__(self, title: str, clicked: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("foldHead")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._clicked = clicked
        self._theme: Theme | None = None
        self._arrow = QLabel()
        words = QLabel(title)
        words.setObjectName("subtitle")
        self.note = ElidedLabel()
        self.note.setObjectName("muted")
        self.note.hide()
        self.figure = QLabel()
        self.figure.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.figure.setTextFormat(Qt.TextFormat.PlainText)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(words)
        left.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 5, 4, 5)
        row.setSpacing(6)
        row.addWidget(self._arrow, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(left, 1)
        row.addWidget(self.figure)

    def dress(self, theme: Theme) -> None:
        """Take on other colours."""
        self._theme = theme

    def point(self, *, opened: bool) -> None:
        """Show by an arrow whether the body is in sight."""
        if self._theme is not None:
            name = "chevron-down" if opened else "chevron-right"
            self._arrow.setPixmap(icon(name, self._theme.muted, size=10).pixmap(10, 10))
            self._arrow.setFixedWidth(12)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or fold at a click."""
        event.accept()
        self._clicked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or fold at Return and at Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._clicked()
        else:
            super().keyPressEvent(event)
