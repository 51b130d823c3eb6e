"""A line of words that ends in an ellipsis where it does not fit, and tells the rest on hover."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

from siteselect.ui.widgets.tips import tip


class ElidedLabel(QLabel):
    """A plain label of one line that never asks for more width than it is given."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show other words; the whole of them is the tool tip."""
        self.setText(text)
        self.setToolTip(tip(text))

    def minimumSizeHint(self) -> QSize:
        """Return the height of a line."""
        return QSize(20, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as fits."""
        del event
        painter = QPainter(self)
        room = self.contentsRect()
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, int(self.alignment()), cut)
        painter.end()


class ElidedButton(QPushButton):
    """A button whose words end in an ellipsis where they do not fit; it bears all of them."""

    def __init__(self, text: str, room: int) -> None:
        """`room` is what stands beside the words: the padding, and an arrow."""
        super().__init__(text)
        self._words, self._beside = text, room
        self.setAccessibleName(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words where they do not fit."""
        super().resizeEvent(event)
        room = max(self.width() - self._beside, 20)
        cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(cut.replace("&", "&&"))
