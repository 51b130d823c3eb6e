"""What a hand does on the map beside moving it: pick many, move a site, measure, add, remove."""

import numpy as np
import shapely
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from siteselect.model.arrays import Floats
from siteselect.ui.map.hand_tools import LASSO, RECTANGLE, TAPE
from siteselect.ui.map.map_wishes import AddSite, MoveSite, RemoveSites
from siteselect.ui.map.plane_view import DRAGGED, PlaneView
from siteselect.ui.map.projection import geographic_point
from siteselect.ui.map.tape import Tape
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.gesture import next_gesture

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class HandedView(PlaneView):
    """A map with hands.

    Shift and a drag pick by a rectangle, with Ctrl by a lasso; with one of these tools in hand a
    plain drag picks, and Ctrl adds. A picked pin is dragged to another place; M lays a tape;
    Insert adds a site under the pointer; Delete removes the picked ones.
    `wished` is emitted with what the hand wishes of the study, `in_hand` with the name of the
    tool that is taken, empty when it is put away.
    """

    wished = Signal(object)
    in_hand = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tape: Tape | None = None
        self._picking = ""
        """The tool that picks by a plain drag: a rectangle, a lasso, or none."""
        self._loop: list[QPointF] = []
        """Corners of what is being drawn to pick by, in pixels."""
        self._lasso = self._adding = False
        self._grip = ""
        """The picked site whose pin is under the hand that pressed."""
        self._from = QPointF()
        self._over: QPointF | None = None
        """Where the held pin now is; None until the hand has moved."""
        self._gesture = -1
        self._good: MoveSite | None = None
        self._pointer: QPointF | None = None

    # what a map with sites knows; MapView overrides the four that follow

    def picked_pin(self, pixel: QPointF) -> str:
        """Return the name of the picked site whose pin is at a pixel; empty when there is none."""
        del pixel
        return ""

    def jurisdiction_at(self, pixel: QPointF) -> str:
        """Return whose law holds at a pixel; empty beyond the pack's regions."""
        del pixel
        return ""

    def picked(self) -> frozenset[str]:
        """Return the names of the picked sites."""
        return frozenset()

    def pick_where(self, inside: Floats, *, adding: bool) -> None:
        """Pick the sites whose pins lie in a polygon of n x 2 pixels."""

    # wishes

    def add_at(self, pixel: QPointF) -> None:
        """Wish for a site here; nothing beyond the pack's regions, whose facts are not known."""
        jurisdiction = self.jurisdiction_at(pixel)
        if jurisdiction:
            lon, lat = geographic_point(*self.plane_at(pixel))
            self.wished.emit(AddSite(round(lon, 5), round(lat, 5), jurisdiction))

    def remove_picked(self) -> None:
        """Wish that the picked sites go."""
        if self.picked():
            self.wished.emit(RemoveSites(self.picked()))

    def lay_tape(self, *, laid: bool) -> None:
        """Take the tape in hand, or put it away."""
        self.take_tool(TAPE, taken=laid)

    def take_tool(self, tool: str, *, taken: bool) -> None:
        """Take one tool in hand in place of any other, or put it away."""
        self.tape = Tape() if taken and tool == TAPE else None
        self._picking = tool if taken and tool in {RECTANGLE, LASSO} else ""
        self._point()
        self.viewport().update()
        self.in_hand.emit(tool if taken else "")

    def _point(self) -> None:
        """Show by the pointer whether a tool is in hand."""
        if self._picking or self.tape is not None:
            self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.viewport().unsetCursor()

    # the hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to pick, to move a pin, or to move the map."""
        pixel = event.position()
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        elif self._picking or event.modifiers() & SHIFT:
            control = bool(event.modifiers() & CONTROL)
            self._loop = [pixel]
            self._lasso = self._picking == LASSO if self._picking else control
            self._adding = bool(self._picking) and control
            event.accept()
        elif self.tape is None and (name := self.picked_pin(pixel)):
            self._grip, self._from, self._over = name, pixel, None
            self._gesture = next_gesture()
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on, or move the held pin."""
        pixel = self._pointer = event.position()
        if self._loop:
            self._loop = [*self._loop, pixel] if self._lasso else [self._loop[0], pixel]
        elif self._grip:
            if self._over is not None or (pixel - self._from).manhattanLength() >= DRAGGED:
                self._move_to(pixel)
        else:
            if self.tape is not None:
                self.tape.hand = self.plane_at(pixel)
            super().mouseMoveEvent(event)
            if self.tape is None:
                return
        self.viewport().update()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pick what was enclosed, drop the pin, or let go of the map."""
        if self._loop:
            loop, self._loop = self._loop, []
            if (loop[-1] - loop[0]).manhattanLength() >= DRAGGED or len(loop) > DRAGGED:
                self.pick_where(_corners(loop, lasso=self._lasso), adding=self._adding)
            elif self._picking:  # a click picks one, whatever is in hand
                self.click(event.position(), adding=self._adding)
        elif self._grip:
            moved, pixel = self._over is not None, event.position()
            good, self._grip, self._over, self._good = self._good, "", None, None
            if good is not None:
                self.wished.emit(MoveSite(good.name, good.lon, good.lat, good.jurisdiction,
                                          good.gesture, last=True))  # fmt: skip
            elif not moved:
                self.click(pixel, adding=bool(event.modifiers() & CONTROL))
        else:
            super().mouseReleaseEvent(event)
            self._point()
            return
        self.viewport().update()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """End the tape, or look closer."""
        if self.tape is not None:
            self.tape.closed = True
            self.viewport().update()
            event.accept()
            return
        super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lay the tape, add, remove; Escape lets go of whatever is in hand."""
        key = event.key()
        if key == Qt.Key.Key_M and not event.modifiers():
            self.lay_tape(laid=self.tape is None)
        elif key == Qt.Key.Key_Insert:
            middle = QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
            self.add_at(self._pointer or middle)
        elif key == Qt.Key.Key_Delete and self.picked():
            self.remove_picked()
        elif key == Qt.Key.Key_Escape and (
            self._loop or self._grip or self._picking or self.tape is not None
        ):
            self._loop, self._grip, self._over, self._good = [], "", None, None
            self.take_tool("", taken=False)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _move_to(self, pixel: QPointF) -> None:
        self._over = pixel
        jurisdiction = self.jurisdiction_at(pixel)
        if jurisdiction:
            lon, lat = geographic_point(*self.plane_at(pixel))
            place = (round(lon, 5), round(lat, 5))
            self._good = MoveSite(self._grip, *place, jurisdiction, self._gesture)
            self.wished.emit(self._good)
        shape = Qt.CursorShape.CrossCursor if jurisdiction else Qt.CursorShape.ForbiddenCursor
        self.viewport().setCursor(shape)

    # what is seen of it

    def paint_hands(self, painter: QPainter, theme: Theme) -> None:
        """Paint what is in hand, in pixels of the view."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.tape is not None:
            self.tape.paint(painter, self.extent(), theme)
        accent = QColor(theme.accent)
        if len(self._loop) > 1:
            pale = QColor(accent)
            pale.setAlphaF(0.12)
            painter.setPen(QPen(accent, 1.4, Qt.PenStyle.DashLine))
            painter.setBrush(pale)
            table = _corners(self._loop, lasso=self._lasso)
            painter.drawPolygon(QPolygonF([QPointF(*each) for each in table.tolist()]))
        if self._over is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, 2.0))
            painter.drawEllipse(self._over, 9.0, 9.0)
            painter.drawPoint(self._over)


def _corners(loop: list[QPointF], *, lasso: bool) -> Floats:
    """Return the corners of what was drawn, as n x 2 pixels."""
    if lasso:
        return np.array([(each.x(), each.y()) for each in loop])
    box = QRectF(loop[0], loop[-1]).normalized()
    left, top, right, foot = box.left(), box.top(), box.right(), box.bottom()
    return np.array([(left, top), (right, top), (right, foot), (left, foot)])


def within(points: Floats, corners: Floats) -> NDArray[np.bool_]:
    """Return which of n x 2 points lie in a polygon of pixels; a lasso may cross itself."""
    if len(corners) < 3:
        return np.zeros(len(points), dtype=bool)
    area = shapely.make_valid(shapely.Polygon(corners))
    inside: NDArray[np.bool_] = shapely.intersects_xy(area, points[:, 0], points[:, 1])
    return inside
