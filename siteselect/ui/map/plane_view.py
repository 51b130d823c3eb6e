"""A view of the plane that a hand moves: wheel, drag, pinch, double click and keys."""

import math

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGestureEvent,
    QGraphicsScene,
    QGraphicsView,
    QPinchGesture,
    QWidget,
)

from siteselect.ui.map.extent import Extent
from siteselect.ui.map.levels import Window
from siteselect.ui.widgets.motion import moves

NEAREST = 25.0
"""Metres to a pixel beyond which one cannot look closer."""
FARTHEST = 2.2
"""How many times farther than at home one can stand back."""
WHEEL = 0.4
"""Powers of two to a notch of the wheel."""
DRAGGED = 4
"""Pixels after which a press is a drag and no click."""
PLANE = QRectF(-4e7, -4e7, 8e7, 8e7)
WORLD: Window = (-2e7, -2e7, 2e7, 2e7)


class PlaneView(QGraphicsView):
    """Moves over the plane; `moved` is emitted after each move, with nothing."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(PLANE, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setMinimumSize(240, 180)
        self.home_window: Window = WORLD
        self.metres_per_pixel = 50_000.0
        self.centre = (0.0, 0.0)
        self.at_home = True
        self._target = self.metres_per_pixel
        self._anchor = QPointF()
        self._grabbed: QPoint | None = None
        self._dragging = False
        self._glide = QTimer(self, interval=15)
        self._glide.timeout.connect(self._step)

    # where the view is

    @property
    def gliding(self) -> bool:
        """Whether the scale is on its way to another."""
        return self._glide.isActive()

    @property
    def dragging(self) -> bool:
        """Whether a hand drags the map."""
        return self._dragging

    def extent(self) -> Extent:
        """Return the part of the plane that is seen, and its pixels."""
        size, step = self.viewport().size(), self.metres_per_pixel
        return Extent(
            self.centre[0] - step * (size.width() / 2),
            self.centre[1] - step * (size.height() / 2),
            step,
            size.width(),
            size.height(),
            self.devicePixelRatioF(),
        )

    def plane_at(self, pixel: QPointF) -> tuple[float, float]:
        """Return the point of the plane at a pixel of the view."""
        extent = self.extent()
        step = extent.metres_per_pixel
        return extent.left + pixel.x() * step, extent.top + pixel.y() * step

    def look_at(self, x: float, y: float, metres_per_pixel: float) -> None:
        """Stand over a point of the plane at a scale, within what the pack holds."""
        left, top, right, foot = self.home_window
        wide, high = 0.3 * (right - left), 0.3 * (foot - top)
        self.metres_per_pixel = self._held(metres_per_pixel)
        self.centre = (
            min(max(x, left - wide), right + wide),
            min(max(y, top - high), foot + high),
        )
        step = 1.0 / self.metres_per_pixel
        self.setTransform(QTransform.fromScale(step, step))
        self.centerOn(*self.centre)
        self.viewport().update()
        self.moved.emit()

    def fit(self, window: Window, padding: int = 0) -> None:
        """Show the whole of a window, with some pixels to spare on each side."""
        self._stop()
        left, top, right, foot = window
        free = self.free().adjusted(padding, padding, -padding, -padding)
        wide, high = max(free.width(), 40), max(free.height(), 40)
        step = self._held(max((right - left) / wide, (foot - top) / high))
        aside = free.center() - self.viewport().rect().center()
        self.at_home = False
        self.look_at(
            (left + right) / 2 - aside.x() * step, (top + foot) / 2 - aside.y() * step, step
        )

    def home(self) -> None:
        """Show the whole region."""
        self.fit(self.home_window)
        self.at_home = True

    def free(self) -> QRect:
        """Return the part of the view on which nothing lies."""
        return self.viewport().rect()

    def zoom(self, powers: float, pixel: QPointF | None = None, *, smooth: bool = True) -> None:
        """Look closer by powers of two (farther when negative); the point at `pixel` stays."""
        middle = QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        self._anchor = pixel if pixel is not None else middle
        start = self._target if self.gliding else self.metres_per_pixel
        self._target = self._held(start * 2.0**-powers)
        if smooth and self.isVisible() and moves():
            self._glide.start()
        else:
            self._scale_to(self._target)
            self._stop()

    def pan(self, right: float, down: float) -> None:
        """Move the view over the plane by so many pixels."""
        self.at_home = False
        step = self.metres_per_pixel
        self.look_at(self.centre[0] + right * step, self.centre[1] + down * step, step)

    def _held(self, metres_per_pixel: float) -> float:
        left, top, right, foot = self.home_window
        size = self.viewport().size()
        whole = max(
            (right - left) / max(size.width(), 1), (foot - top) / max(size.height(), 1), NEAREST
        )
        return min(max(metres_per_pixel, NEAREST), FARTHEST * whole)

    def _step(self) -> None:
        """Take one step of a glide; the last one lands on the scale that was asked for."""
        left = math.log(self._target / self.metres_per_pixel)
        if abs(left) < 0.02:
            target = self._target
            self._stop()
            self._scale_to(target)
        else:
            self._scale_to(self.metres_per_pixel * math.exp(0.38 * left))

    def _stop(self) -> None:
        self._glide.stop()
        self._target = self.metres_per_pixel

    def _scale_to(self, metres_per_pixel: float) -> None:
        x, y = self.plane_at(self._anchor)
        size = self.viewport().size()
        self.at_home = False
        self.look_at(
            x - (self._anchor.x() - size.width() / 2) * metres_per_pixel,
            y - (self._anchor.y() - size.height() / 2) * metres_per_pixel,
            metres_per_pixel,
        )

    # what a hand does; MapView overrides the three that follow

    def hover(self, pixel: QPointF) -> None:
        """Tell of what lies under the pointer."""

    def click(self, pixel: QPointF, *, adding: bool) -> None:
        """Choose what was clicked."""

    def leave(self) -> None:
        """Tell of nothing any more."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        notches = event.angleDelta().y() / 120.0
        if notches:
            self.zoom(WHEEL * notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the map."""
        if event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
            self._grabbed = event.position().toPoint()
            self._dragging = False
            self._stop()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the map, or tell of what lies under the pointer."""
        pixel = event.position()
        if self._grabbed is None:
            self.hover(pixel)
        else:
            way = pixel.toPoint() - self._grabbed
            if self._dragging or way.manhattanLength() >= DRAGGED:
                if not self._dragging:
                    self.leave()
                self._dragging = True
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                self._grabbed = pixel.toPoint()
                self.pan(-way.x(), -way.y())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: a press without a drag was a click."""
        if self._grabbed is not None:
            self._grabbed = None
            self.viewport().unsetCursor()
            if self._dragging:
                self._dragging = False
                self.viewport().update()
            elif event.button() == Qt.MouseButton.LeftButton:
                adding = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                self.click(event.position(), adding=adding)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Look closer at this point."""
        self._grabbed = None
        self.zoom(1.0, event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrows, zoom by + and -, go home by Home."""
        key, far = event.key(), 0.15 * min(self.viewport().width(), self.viewport().height())
        ways = {
            Qt.Key.Key_Left: (-far, 0.0),
            Qt.Key.Key_Right: (far, 0.0),
            Qt.Key.Key_Up: (0.0, -far),
            Qt.Key.Key_Down: (0.0, far),
        }
        if key in ways:
            self.pan(*(round(each) for each in ways[Qt.Key(key)]))
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom(0.5)
        elif key in {Qt.Key.Key_Minus, Qt.Key.Key_Underscore}:
            self.zoom(-0.5)
        elif key == Qt.Key.Key_Home:
            self.home()
        else:
            event.ignore()
            return
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom by a pinch on a pad or a screen; fall silent when the pointer leaves."""
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._pinch(pinch)
                event.accept(pinch)
                return True
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(math.log2(max(1.0 + event.value(), 0.1)), event.position(), smooth=False)
            return True
        if event.type() == QEvent.Type.Leave:
            self.leave()
        return super().viewportEvent(event)

    def _pinch(self, pinch: QPinchGesture) -> None:
        """Follow two fingers: what lay between them stays between them."""
        self._grabbed, self._dragging = None, False  # the first finger was taken for a mouse
        middle = pinch.centerPoint()
        if pinch.state() is not Qt.GestureState.GestureStarted:
            way = middle - pinch.lastCenterPoint()
            self.pan(-way.x(), -way.y())
        factor = min(max(pinch.scaleFactor(), 0.1), 10.0)
        self.zoom(math.log2(factor), QPointF(self.viewport().mapFromGlobal(middle)), smooth=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle where it is, or the whole region in view."""
        super().resizeEvent(event)
        if self.at_home:
            self.home()
        else:
            self.look_at(*self.centre, self.metres_per_pixel)
