"""A still of a panel: its last picture, shown over it for the moment in which it is not painted."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

KEEPERS = frozenset({"windows", "xcb", "offscreen"})
"""Platforms whose windows keep what was painted where it can be read at any time."""


def picture_of(panel: QWidget) -> QImage | None:
    """Return the picture of a panel as it was last painted; None where there is none to be had."""
    window = panel.window()
    store = window.backingStore() if QGuiApplication.platformName() in KEEPERS else None
    if store is None or store.size().isEmpty() or not panel.isVisible():
        return None
    corner = panel.mapTo(window, QPoint(0, 0))
    place = QRect(corner, panel.size())
    if _hidden_behind_others(panel, window) or not QRect(QPoint(0, 0), store.size()).contains(
        place
    ):
        return None
    whole = store.paintDevice()
    if not isinstance(whole, QImage) or whole.isNull():
        return None
    ratio = whole.devicePixelRatio()
    start = QPoint(round(corner.x() * ratio), round(corner.y() * ratio))
    return whole.copy(QRect(start, panel.size() * ratio))


def _hidden_behind_others(panel: QWidget, window: QWidget) -> bool:
    """Return whether something else is seen at the middle or the corners of a panel."""
    box = panel.rect().adjusted(2, 2, -2, -2)
    points = (box.center(), box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight())
    seen = (window.childAt(panel.mapTo(window, point)) for point in points)
    return any(each is not panel and not panel.isAncestorOf(each) for each in seen if each)


class Still(QWidget):
    """Covers a panel with its picture: nothing beneath is laid out or painted till it leaves."""

    def __init__(self, panel: QWidget, picture: QImage, ground: str) -> None:
        super().__init__(panel)
        self.picture = picture
        self._ground = ground
        """The colour of a panel, where it has grown past its picture."""
        self.panel = panel
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._laid = panel.layout()
        if self._laid is not None:
            self._laid.setEnabled(False)
        panel.installEventFilter(self)
        self.setGeometry(panel.rect())
        self.raise_()
        self.show()

    def leave(self, *, at_once: bool = False) -> None:
        """Let the panel be seen again; laid out `at_once`, or else when it is given its size."""
        self.panel.removeEventFilter(self)
        if self._laid is not None:
            self._laid.setEnabled(True)
            self._laid.invalidate()
            if at_once:
                self._laid.activate()
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the panel whole, whatever its size."""
        if watched is self.panel and event.type() is QEvent.Type.Resize:
            self.setGeometry(self.panel.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture at its own size, from the corner in which people begin to read."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._ground))
        painter.drawImage(0, 0, self.picture)
        painter.end()
