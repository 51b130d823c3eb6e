"""The drawings on the buttons of the map: 16 pixels wide, in the ink of the look."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from siteselect.ui.theme import Theme

SIDE = 16


def icon_of(kind: str, theme: Theme, ratio: float) -> QIcon:
    """Return one drawing; where its button is pressed it lies on the accent."""
    icon = QIcon(_picture(kind, theme.text, ratio))
    pressed = _picture(kind, theme.on_accent, ratio)
    icon.addPixmap(pressed, QIcon.Mode.Normal, QIcon.State.On)
    return icon


def _picture(kind: str, ink: str, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(SIDE * ratio), round(SIDE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(ink), 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    _DRAWINGS[kind](painter, pen)
    painter.end()
    return pixmap


def _closer(painter: QPainter, _: QPen) -> None:
    painter.drawLine(QLineF(3, 8, 13, 8))
    painter.drawLine(QLineF(8, 3, 8, 13))


def _farther(painter: QPainter, _: QPen) -> None:
    painter.drawLine(QLineF(3, 8, 13, 8))


def _home(painter: QPainter, _: QPen) -> None:
    roof = [QPointF(2, 8.2), QPointF(8, 2.6), QPointF(14, 8.2)]
    walls = [QPointF(4, 7.5), QPointF(4, 13.5), QPointF(12, 13.5), QPointF(12, 7.5)]
    painter.drawPolyline(QPolygonF(roof))
    painter.drawPolyline(QPolygonF(walls))


def _tape(painter: QPainter, pen: QPen) -> None:
    """Draw a ruler that lies aslant."""
    painter.translate(8, 8)
    painter.rotate(-45)
    pen.setWidthF(1.5)
    painter.setPen(pen)
    painter.drawRoundedRect(QRectF(-7.4, -2.9, 14.8, 5.8), 1, 1)
    for x in (-3.8, 0.0, 3.8):
        painter.drawLine(QLineF(x, -2.9, x, -0.2))


def _rectangle(painter: QPainter, pen: QPen) -> None:
    """Draw a dashed frame."""
    pen.setDashPattern([1.6, 1.7])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawRect(QRectF(2.4, 3.4, 11.2, 9.2))


def _lasso(painter: QPainter, _: QPen) -> None:
    """Draw a noose with its end hanging out."""
    path = QPainterPath(QPointF(5.2, 10.6))
    path.cubicTo(0.2, 9.6, 0.6, 2.6, 8.4, 2.4)
    path.cubicTo(15.6, 2.4, 16.0, 10.0, 8.8, 10.6)
    path.cubicTo(7.2, 10.7, 5.6, 10.7, 5.2, 10.6)
    path.cubicTo(3.6, 11.6, 5.6, 13.2, 3.4, 14.6)
    painter.drawPath(path)


def _pencil(painter: QPainter, pen: QPen) -> None:
    """Draw a pencil that writes."""
    pen.setWidthF(1.4)
    painter.setPen(pen)
    outline = [QPointF(3, 13), QPointF(3.8, 9.8), QPointF(10.6, 3), QPointF(13, 5.4),
               QPointF(6.2, 12.2)]  # fmt: skip
    painter.drawPolygon(QPolygonF(outline))
    painter.drawLine(QLineF(8.9, 4.7, 11.3, 7.1))


_DRAWINGS = {
    "closer": _closer,
    "farther": _farther,
    "home": _home,
    "tape": _tape,
    "rectangle": _rectangle,
    "lasso": _lasso,
    "pencil": _pencil,
}
