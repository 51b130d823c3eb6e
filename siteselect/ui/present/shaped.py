"""A box that holds one widget in the shape of a screen, as large as there is room."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

SHAPE = QSize(16, 9)


class Shaped(QWidget):
    """Keeps a widget at sixteen to nine, at the upper edge and in the middle of its width."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        held.setParent(self)
        self.held = held

    def hasHeightForWidth(self) -> bool:
        """Say that height follows width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the shape wants."""
        return width * SHAPE.height() // SHAPE.width()

    def sizeHint(self) -> QSize:
        """Return a size of the shape."""
        return QSize(960, 540)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the widget the largest box of the shape."""
        super().resizeEvent(event)
        wide = min(self.width(), self.height() * SHAPE.width() // SHAPE.height())
        high = wide * SHAPE.height() // SHAPE.width()
        self.held.setGeometry(QRect((self.width() - wide) // 2, 0, wide, high))
