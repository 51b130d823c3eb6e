"""The window that the audience sees: a stage, a pointer that rests, a pen and a laser."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from siteselect.language import say
from siteselect.ui.present.keys import OF_A_SLIDER, Typing, Wish
from siteselect.ui.present.stage import Stage
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.weight_slider import WeightSlider

IDLE_MS = 2500
"""After so long without a move the pointer hides."""
TOLD_MS = 5000
FADE_MS = 30
DRAGGED = 6
"""Pixels after which a press moves the map and is no click."""


class Audience(QWidget):
    """A stage without a border. `wished` is emitted with a `Wish` and a number when one is typed.

    `left` is emitted when the system closes the window.
    """

    wished = Signal(Wish, int)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(say("Presentation"))
        self.stage = Stage(theme)
        self.typing = Typing()
        self.tool: Wish | None = None
        """Pen or laser in the hand; None for the plain pointer."""
        self._pressed: QPointF | None = None
        self._dragging = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        self.stage.viewport().installEventFilter(self)
        self.stage.viewport().setMouseTracking(True)
        self.stage.installEventFilter(self)
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._hide_pointer)
        self._silence = QTimer(self, singleShot=True, interval=TOLD_MS)
        self._silence.timeout.connect(lambda: self.stage.tell(""))
        self._fade = QTimer(self, interval=FADE_MS)
        self._fade.timeout.connect(self.stage.ink.fade)
        self.setFocusProxy(self.stage)

    def tell(self, line: str) -> None:
        """Say something quietly for a few seconds."""
        self.stage.tell(line)
        self._silence.start()

    def take_tool(self, tool: Wish) -> None:
        """Take pen or laser in the hand, or lay it down."""
        self.tool = None if self.tool is tool else tool
        self.stage.ink.lift()
        self.stage.ink.point_at(None)
        self._fade.start() if self.tool is Wish.LASER else self._fade.stop()
        self._show_pointer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a hand step, draw, point, or move the map; and let keys wish."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self.press_key(event)
        if isinstance(event, QMouseEvent) and watched is self.stage.viewport():
            return self._mouse(event)
        return super().eventFilter(watched, event)

    def press_key(self, event: QKeyEvent) -> bool:
        """Wish for what a key means; True when it meant anything here."""
        key = Qt.Key(event.key())
        if self._on_slider() and key in OF_A_SLIDER:
            return False
        wish = self.typing.wish(key)
        if wish is None:
            return False
        number = self.typing.take_place() if wish is Wish.GO else -1
        self.wished.emit(wish, number)
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the presentation when the system closes its window."""
        super().closeEvent(event)
        self.left.emit()

    def _on_slider(self) -> bool:
        sliders = self.stage.weights.sliders.values()
        return self.stage.weights_open and any(each.hasFocus() for each in sliders)

    def _mouse(self, event: QMouseEvent) -> bool:
        """Take the mouse unless it is over the weights; the wheel goes on to the map."""
        at = event.position().toPoint()
        if self.stage.over_weights(at) or isinstance(
            self.stage.scene().mouseGrabberItem(), WeightSlider
        ):
            self.setCursor(Qt.CursorShape.ArrowCursor)
            return False
        kind, point = event.type(), self.stage.to_stage(at)
        if kind is QEvent.Type.MouseMove:
            self._move(event, point)
        elif kind in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}:
            self._pressed, self._dragging = event.position(), False
            if self.tool is Wish.PEN and event.button() == Qt.MouseButton.LeftButton:
                self.stage.ink.begin(point)
        elif kind is QEvent.Type.MouseButtonRelease:
            self._release(event)
        else:
            return False
        return True

    def _move(self, event: QMouseEvent, point: QPointF) -> None:
        self._show_pointer()
        if self.tool is Wish.PEN:
            self.stage.ink.draw_to(point)
        elif self.tool is Wish.LASER:
            self.stage.ink.point_at(point)
        elif self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            way = event.position() - self._pressed
            if self._dragging or way.manhattanLength() >= DRAGGED:
                self._dragging = True
                factor = self.stage.layout_now().magnified
                self.stage.map.pan(-way.x() / factor, -way.y() / factor)
                self._pressed = event.position()

    def _release(self, event: QMouseEvent) -> None:
        drew = self.tool is Wish.PEN and event.button() == Qt.MouseButton.LeftButton
        self.stage.ink.lift()
        pressed, self._pressed = self._pressed, None
        if pressed is None or self._dragging or drew:
            return
        wish = Wish.BACK if event.button() == Qt.MouseButton.RightButton else Wish.NEXT
        self.wished.emit(wish, -1)

    def _show_pointer(self) -> None:
        shapes = {Wish.PEN: Qt.CursorShape.CrossCursor, Wish.LASER: Qt.CursorShape.BlankCursor}
        shape = shapes.get(self.tool, Qt.CursorShape.ArrowCursor) if self.tool else None
        self.stage.viewport().setCursor(shape or Qt.CursorShape.ArrowCursor)
        self._idle.start()

    def _hide_pointer(self) -> None:
        if self.tool is not Wish.PEN:
            self.stage.viewport().setCursor(Qt.CursorShape.BlankCursor)
