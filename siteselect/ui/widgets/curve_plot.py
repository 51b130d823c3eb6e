"""A value function that a hand can bend: handles follow pointer and keys, sites lie on it."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from siteselect.language import say
from siteselect.model.criterion import AnyValueFunction
from siteselect.ui.curve_handles import Handle, gap_for, handles, inserted, moved, removed
from siteselect.ui.figures import decimals, number, points, shown_unit, shown_value
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.curve_picture import CurvePicture, Dot, SiteMarks
from siteselect.ui.widgets.gesture import next_gesture
from siteselect.ui.widgets.tips import tip

REACH = 12.0
"""How near the pointer must be to a handle or a dot, in pixels."""
_TOLD = 6
"""So many sites at one place are named."""
_FAR = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_CHOOSE = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class CurvePlot(QWidget):
    """Shows a value function and lets a hand bend it.

    `edited` is emitted with the value function and the number of the gesture, `clicked` with the
    name of a site, `pointed` when the chosen handle is another, or has moved.
    """

    edited = Signal(object, int)
    clicked = Signal(str)
    pointed = Signal()

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: AnyValueFunction | None = None
        self._marks = SiteMarks((), np.empty(0), "")
        self._selected: frozenset[str] = frozenset()
        self._gesture = next_gesture()
        self._dragging = False
        self.dots: tuple[Dot, ...] = ()
        """The sites that are known."""
        self.chosen = -1
        """The handle that the keys move; -1 when the function has none."""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.picture = CurvePicture(self, theme)
        self.picture.widget.viewport().installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.picture.widget)

    def sizeHint(self) -> QSize:
        """Return room to aim in."""
        return QSize(380, 220)

    def minimumSizeHint(self) -> QSize:
        """Return the least room to aim in."""
        return QSize(280, 170)

    @property
    def held(self) -> tuple[Handle, ...]:
        """The handles of the function on show."""
        return handles(self._value) if self._value is not None else ()

    def show_function(self, value: AnyValueFunction, marks: SiteMarks) -> None:
        """Show a value function and the sites; no signal follows."""
        if value == self._value and marks is self._marks:
            return
        self._value, self._marks = value, marks
        self.chosen = min(max(self.chosen, 0), len(self.held) - 1)
        if not self._dragging:
            self.picture.fit(value, marks)
        self._draw()

    def show_selection(self, names: frozenset[str]) -> None:
        """Mark these sites; no signal follows."""
        if names != self._selected:
            self._selected = names
            self.picture.draw_dots(self.dots, names)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.picture.apply_theme(theme)
        self._draw()

    def choose(self, place: int) -> None:
        """Let the keys move another handle."""
        if 0 <= place < len(self.held) and place != self.chosen:
            self.chosen = place
            self._draw_handles()
            self.pointed.emit()

    def words(self) -> str:
        """Return what the chosen handle is and where it lies."""
        if not 0 <= self.chosen < len(self.held):
            return ""
        handle = self.held[self.chosen]
        return f"{handle.name}: {self._told(handle.raw, handle.share)}"

    def add_point(self) -> None:
        """Add a point beside the chosen one, where the kind has points."""
        if self._value is not None and self.held:
            self._gesture = next_gesture()
            self._insert(gap_for(self._value, self.chosen))

    def remove_point(self) -> None:
        """Remove the chosen point, where it may go."""
        if self._value is not None:
            self._gesture = next_gesture()
            self._take(removed(self._value, self.chosen))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the pointer's events of the plot; pyqtgraph's own ways of zooming stay out."""
        del watched
        if not isinstance(event, QMouseEvent):
            return event.type() in {QEvent.Type.Wheel, QEvent.Type.ContextMenu}
        at = event.position()
        left = event.button() is Qt.MouseButton.LeftButton
        if event.type() is QEvent.Type.MouseButtonPress and left:
            self._press(at)
        elif event.type() is QEvent.Type.MouseMove:
            self._move(at, event)
        elif event.type() is QEvent.Type.MouseButtonRelease and left:
            self._release()
        elif event.type() is QEvent.Type.MouseButtonDblClick and left:
            self._double(at)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a handle by Page up and down, move it by arrows, add and remove points."""
        if not event.isAutoRepeat():
            self._gesture = next_gesture()
        key = Qt.Key(event.key())
        if key in _CHOOSE and self.held:
            self.choose((self.chosen + _CHOOSE[key]) % len(self.held))
        elif key in _FAR and self.held:
            times = 5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._step(*(each * times for each in _FAR[key]))
        elif key is Qt.Key.Key_Insert:
            self.add_point()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove_point()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which handle the keys move."""
        super().focusInEvent(event)
        self._draw_handles()
        self.pointed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys move none."""
        super().focusOutEvent(event)
        self._draw_handles()

    def _press(self, at: QPointF) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        place = self._handle_at(at)
        if place is not None:
            self._gesture = next_gesture()
            self._dragging = True
            self.choose(place)
            return
        dot = self._dot_at(at)
        if dot is not None:
            self.clicked.emit(dot.name)

    def _move(self, at: QPointF, event: QMouseEvent) -> None:
        if self._dragging and self._value is not None:
            raw, share = self.picture.at(at)
            raw = self.picture.rounded(raw)
            self._take(moved(self._value, self.chosen, raw, round(share, 2)))
            return
        held = self._handle_at(at) is not None
        shape = Qt.CursorShape.SizeAllCursor if held else Qt.CursorShape.ArrowCursor
        self.picture.widget.viewport().setCursor(shape)
        self._tell(self._dot_at(at), event)

    def _release(self) -> None:
        if self._dragging and self._value is not None:
            self._dragging = False
            self.picture.fit(self._value, self._marks)
            self._draw()

    def _double(self, at: QPointF) -> None:
        if self._handle_at(at) is None:
            self._gesture = next_gesture()
            self._dragging = True  # the button is still down: the new point follows it
            self._insert(self.picture.rounded(self.picture.at(at)[0]))

    def _insert(self, raw: float) -> None:
        wider = inserted(self._value, raw) if self._value is not None else None
        self._dragging = self._dragging and wider is not None
        if wider is not None:
            self._take(wider[0])
            self.choose(wider[1])

    def _step(self, across: int, up: int) -> None:
        if self._value is not None:
            handle = self.held[self.chosen]
            raw = handle.raw + across * self.picture.grain() if across else handle.raw
            share = round(handle.share + 0.01 * up, 4)
            self._take(moved(self._value, self.chosen, raw, share))

    def _take(self, value: AnyValueFunction) -> None:
        if value != self._value:
            self.show_function(value, self._marks)
            self.edited.emit(value, self._gesture)
            self.pointed.emit()

    def _draw(self) -> None:
        if self._value is not None:
            self.dots = self.picture.draw_line(self._value, self._marks)
            self.picture.draw_dots(self.dots, self._selected)
            self._draw_handles()

    def _draw_handles(self) -> None:
        self.picture.draw_handles(self.held, self.chosen, live=self.hasFocus())
        self.setAccessibleDescription(self.words())

    def _tell(self, dot: Dot | None, event: QMouseEvent) -> None:
        if dot is None:
            QToolTip.hideText()
            return
        near = 2 * self.picture.grain()
        found = [each for each in self.dots if abs(each.at - dot.at) < near]
        told = [f"{each.name}: {self._told(each.raw, each.share)}" for each in found[:_TOLD]]
        told += [say("and {told} more", told=len(found) - _TOLD)] * (len(found) > _TOLD)
        QToolTip.showText(event.globalPosition().toPoint(), tip("\n".join(told)), self)

    def _told(self, raw: float, share: float) -> str:
        shown = shown_value(raw, self._marks.unit)
        unit = "" if self._marks.unit == "status" else shown_unit(self._marks.unit)
        return f"{number(shown, decimals(shown))} {unit}".rstrip() + f" → {points(share)}"

    def _handle_at(self, at: QPointF) -> int | None:
        return _nearest([self.picture.pixel(each.raw, each.share) for each in self.held], at)

    def _dot_at(self, at: QPointF) -> Dot | None:
        place = _nearest([self.picture.pixel(each.at, each.share) for each in self.dots], at)
        return None if place is None else self.dots[place]


def _nearest(places: Sequence[QPointF], at: QPointF) -> int | None:
    far = [(place - at).manhattanLength() for place in places]
    best = min(range(len(far)), key=far.__getitem__, default=None)
    return best if best is not None and far[best] <= REACH else None
