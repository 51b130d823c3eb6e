"""A word over the middle of a view while what it shows is still being read."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

_COLUMN_PX = 380  # about fifty letters, a line that is read without losing the next


class Waiting(QLabel):
    """Lies over the middle of a view until `ended` is called."""

    def __init__(self, text: str, over: QWidget) -> None:
        super().__init__(text, over)
        self.setObjectName("waiting")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over = over
        over.installEventFilter(self)
        self._settle()

    def tell(self, sentence: str) -> None:
        """Say instead why there is nothing to show, on as many lines as that takes."""
        self.setText(sentence)
        self.setWordWrap(True)
        self.setFixedWidth(_COLUMN_PX)
        self._settle()
        self.show()

    def ended(self) -> None:
        """Leave the view."""
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() is QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        self.adjustSize()
        self.move(
            (self._over.width() - self.width()) // 2, (self._over.height() - self.height()) // 2
        )
