"""What a speaker draws over a scene: strokes of a pen that stay, and the dot of a laser."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QRadialGradient
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from siteselect.ui.present.layout import HIGH

STROKE = 4.0
INKS = {True: "#FFD166", False: "#C2410C"}
"""Colour of the pen on a dark and on a light stage."""
LASER = QColor(255, 64, 64)
TRAIL = 10
"""So many places of the laser are remembered for its tail."""
CLOSE = 2.0
"""Pixels below which a point of a stroke is left out."""


class Ink(QGraphicsItem):
    """Strokes and laser, in pixels of the stage; they take no mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.dark = True
        self.strokes: list[list[QPointF]] = []
        self.trail: list[QPointF] = []
        self.width = 16 / 9 * HIGH
        self._open = False
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        """Return the whole stage."""
        return QRectF(0, 0, self.width, HIGH * 2)

    def begin(self, point: QPointF) -> None:
        """Put the pen down."""
        self.strokes.append([QPointF(point)])
        self._open = True
        self.update()

    def draw_to(self, point: QPointF) -> None:
        """Draw on; nothing while the pen is up."""
        if self._open and (point - self.strokes[-1][-1]).manhattanLength() >= CLOSE:
            self.strokes[-1].append(QPointF(point))
            self.update()

    def lift(self) -> None:
        """Take the pen up."""
        self._open = False

    def erase(self) -> None:
        """Wipe every stroke away."""
        self.strokes.clear()
        self._open = False
        self.update()

    def point_at(self, point: QPointF | None) -> None:
        """Show the laser at a point; None switches it off."""
        if point is None:
            self.trail.clear()
        else:
            self.trail = [*self.trail[-TRAIL + 1 :], QPointF(point)]
        self.update()

    def fade(self) -> None:
        """Shorten the laser's tail, once a frame."""
        if len(self.trail) > 1:
            self.trail.pop(0)
            self.update()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint the strokes, then the laser."""
        del option, widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self.strokes:
            path = smooth(stroke)
            halo = QColor(0, 0, 0, 90) if self.dark else QColor(255, 255, 255, 150)
            for colour, more in ((halo, 3.0), (QColor(INKS[self.dark]), 0.0)):
                solid = Qt.PenStyle.SolidLine
                painter.setPen(QPen(colour, STROKE + more, solid, round_cap, round_join))
                painter.drawPath(path)
        self._paint_laser(painter)

    def _paint_laser(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for age, point in enumerate(reversed(self.trail)):
            reach = 13.0 * (1.0 - age / TRAIL)
            glow = QRadialGradient(point, max(reach, 1.0))
            for at, alpha in ((0.0, 230), (0.35, 190), (1.0, 0)):
                colour = QColor(LASER)
                colour.setAlpha(int(alpha * (1.0 - age / TRAIL)))
                glow.setColorAt(at, colour)
            painter.setBrush(glow)
            painter.drawEllipse(point, reach, reach)


def smooth(points: list[QPointF]) -> QPainterPath:
    """Return a curve through the points of a stroke; a single point is a dot."""
    path = QPainterPath(points[0])
    if len(points) == 1:
        path.lineTo(points[0] + QPointF(0.1, 0))
        return path
    for before, after in pairwise(points[1:]):
        path.quadTo(before, (before + after) / 2)
    path.lineTo(points[-1])
    return path
