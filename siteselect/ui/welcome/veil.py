"""A dimmed sheet over the whole window, with a hole through which one part of it is seen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QRegion,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtWidgets import QPushButton, QWidget

from siteselect.ui.theme import Theme
from siteselect.ui.welcome.placing import ARROW, Placed, place_beside
from siteselect.ui.widgets.motion import moves

DIM = {"light": 130, "dark": 165, "contrast": 200}
"""How much of the window is dimmed, of 255."""
ROUND, RING = 10.0, 2.0
GLIDE_MS = 160


class Veil(QWidget):
    """Lies over its parent; a hand reaches through the hole, and nothing else.

    `left` is emitted when the person presses Escape.
    """

    left = Signal()

    def __init__(self, theme: Callable[[], Theme], window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.card: QWidget | None = None
        self.target: QWidget | None = None
        self._hole = QRectF()
        self._placed: Placed | None = None
        self._glide = QVariantAnimation(self, duration=GLIDE_MS)
        self._glide.valueChanged.connect(self._glided)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.activated.connect(self.left)
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    @property
    def hole(self) -> QRect:
        """The part of the window that is not dimmed; empty when all is."""
        return self._hole.toRect()

    def show_card(self, card: QWidget, target: QWidget | None = None) -> None:
        """Show a card beside a part of the window, or in the middle when there is none."""
        if self.card is not None and self.card is not card:
            self.card.hide()
            self.card.deleteLater()
        self.card, self.target = card, target
        card.setParent(self)
        card.show()
        self.show()
        self.raise_()
        self._settle(glide=not self._hole.isEmpty())

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window as it changes its size."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
            self._settle(glide=False)
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab within the card."""
        if self.card is None:
            return False
        stops = [
            each
            for each in self.card.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
        ]
        stops = [each for each in stops if each.isEnabled()]
        if not stops:
            return False
        here = self.focusWidget()
        at = stops.index(here) if here in stops else -1 if forward else 0
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let no click through."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let no turn of the wheel through."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim all but the hole, draw a ring about it, and an arrow from the card to it."""
        del event
        theme = self._theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QPainterPath()
        whole.addRect(QRectF(self.rect()))
        if not self._hole.isEmpty():
            window = QPainterPath()
            window.addRoundedRect(self._hole, ROUND, ROUND)
            whole = whole.subtracted(window)
        painter.fillPath(whole, QColor(0, 0, 0, DIM.get(theme.name, DIM["dark"])))
        if not self._hole.isEmpty():
            painter.setPen(QPen(QColor(theme.accent), RING))
            painter.drawRoundedRect(self._hole, ROUND, ROUND)
        if self._placed is not None and self._placed.tip is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.panel))
            painter.drawPolygon(QPolygonF([QPointF(*each) for each in self._placed.arrow()]))
        painter.end()

    # where things are

    def settle(self) -> None:
        """Follow the part of the window that is pointed at."""
        self._settle(glide=False)

    def _settle(self, *, glide: bool) -> None:
        if self.card is None:
            return
        for part in self.card.findChildren(QWidget):
            part.ensurePolished()  # words are as large as they will be
        wide, layout = self.card.minimumWidth(), self.card.layout()
        if layout is not None and wide:
            self.card.resize(wide, layout.totalHeightForWidth(wide))
        else:
            self.card.adjustSize()
        room = QRectF(self.rect())
        wanted = self._hole_of(self.target)
        self._placed = place_beside(wanted, QRectF(self.card.rect()).size(), room)
        self.card.move(self._placed.corner.toPoint())
        self.card.raise_()
        self._glide.stop()
        if glide and moves() and self.isVisible():
            self._glide.setStartValue(self._hole)
            self._glide.setEndValue(wanted)
            self._glide.start()
        else:
            self._glided(wanted)

    def _glided(self, hole: object) -> None:
        if isinstance(hole, QRectF):
            self._hole = hole
            self._let_through()
            self.update()

    def _let_through(self) -> None:
        """Leave the hole to hands; the ring and the card stay ours."""
        if self._hole.isEmpty() or self.card is None:
            self.clearMask()
            return
        inner = self._hole.adjusted(RING, RING, -RING, -RING).toRect()
        shape = QRegion(self.rect()).subtracted(QRegion(inner))
        around = self.card.geometry().adjusted(-ARROW, -ARROW, ARROW, ARROW)
        self.setMask(shape.united(QRegion(around)))

    def _hole_of(self, target: QWidget | None) -> QRectF:
        if target is None or not target.isVisible():
            return QRectF()
        corner = self.mapFromGlobal(target.mapToGlobal(target.rect().topLeft()))
        edge = 4.0
        room = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        return QRectF(QRect(corner, target.size())).adjusted(-4, -4, 4, 4).intersected(room)


def button(words: str, name: str = "") -> QPushButton:
    """Return a button of a card; `name` is its kind in the style sheet."""
    made = QPushButton(words)
    made.setAutoDefault(True)
    if name:
        made.setObjectName(name)
    return made
