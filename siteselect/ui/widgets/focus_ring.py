"""A ring about what holds the focus, where a control does not show that by itself."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from siteselect.ui.theme import Theme

WIDE, ROUND = 2.0, 6.0
RINGED = frozenset(
    {"MapView", "SurfaceView", "Scatter", "RankingView", "ValueSlider", "StackedBars", "_Head",
     "CopiedTable", "PlainTable", "Stage", "QScrollArea", "SwitchDot", "ScoreHistogram"}
)  # fmt: skip
"""Kinds of control that paint themselves, and leave the ring to us."""


class _Ring(QWidget):
    """Lies over one control, and moves with it."""

    def __init__(self, target: QWidget, parent: QWidget, theme: Callable[[], Theme]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._target, self._theme = target, theme
        target.installEventFilter(self)
        self._settle()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._settle()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring alone."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme().accent), WIDE))
        inset = WIDE / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), ROUND, ROUND
        )
        painter.end()

    def _settle(self) -> None:
        self.setGeometry(self._target.geometry())


class FocusRing(QObject):
    """Shows the ring while a person goes from control to control by keys.

    Who clicks sees where they clicked: the ring leaves until Tab is pressed again.
    """

    def __init__(self, theme: Callable[[], Theme], window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._ring: _Ring | None = None
        self._by_keys = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    @property
    def target(self) -> QWidget | None:
        """The control about which the ring lies."""
        ring = self._ring
        return ring._target if ring is not None and shiboken6.isValid(ring) else None  # noqa: SLF001

    def walked(self) -> None:
        """Take note that Tab was pressed."""
        self._by_keys = True

    @Slot(QWidget, QWidget)
    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._by_keys = False
        self._drop()
        if new is None or not self._by_keys or type(new).__name__ not in RINGED:
            return
        parent = new.parentWidget()
        inside = new.window() is self._window and parent is not None
        if inside and parent is not None and not isinstance(parent, QSplitter):
            self._ring = _Ring(new, parent, self._theme)

    def _drop(self) -> None:
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
