"""Signs of the map: one shape a fuel, all of one area for one power; crossings and airports."""

import math
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from siteselect.language import later
from siteselect.ui.strokes import strokes_wanted
from siteselect.ui.theme import FUELS, FUELS_ON_DARK, Theme

SMALLEST = 5.2
"""Side in pixels of the square that stands for the smallest station."""
LARGEST = 26.0
PER_ROOT_MW = 0.30
"""Pixels of that square's side to the root of a MW, at the home view."""
SMALL = 16
"""Pixels across of the picture of a crossing or an airport."""
FUEL_TITLES = {
    "coal": later("Coal"),
    "gas": later("Gas"),
    "hydro": later("Hydro"),
    "wind": later("Wind"),
    "solar": later("Solar"),
    "nuclear": later("Nuclear"),
    "other": later("Other"),
}


def station_side(mw: float, growth: float = 1.0) -> float:
    """Return the side in pixels of the square whose area stands for `mw`."""
    known = mw if math.isfinite(mw) and mw > 0 else 0.0
    return min(max(PER_ROOT_MW * math.sqrt(known), SMALLEST) * growth, LARGEST * growth)


@cache
def fuel_shape(fuel: str) -> QPainterPath:
    """Return the shape of a fuel, of area 1, about the origin."""
    path = QPainterPath()
    if fuel == "coal":
        path.addRect(QRectF(-0.5, -0.5, 1.0, 1.0))
    elif fuel == "solar":
        path.addEllipse(QPointF(0, 0), 0.5642, 0.5642)
    elif fuel == "nuclear":
        path = _cross(0.26)
    elif fuel == "other":
        path = _polygon(5, -90.0)
    else:
        corners, turn = {
            "gas": (4, -90.0),
            "hydro": (3, 90.0),
            "wind": (3, -90.0),
        }[fuel]
        path = _polygon(corners, turn)
    return path


def _polygon(corners: int, turn: float) -> QPainterPath:
    """Return a regular polygon of area 1 with its first corner at `turn` degrees."""
    radius = math.sqrt(2.0 / (corners * math.sin(2 * math.pi / corners)))
    points = [
        QPointF(radius * math.cos(angle), radius * math.sin(angle))
        for angle in (math.radians(turn) + 2 * math.pi * each / corners for each in range(corners))
    ]
    path = QPainterPath()
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    return path


def _cross(half: float) -> QPainterPath:
    """Return an upright cross of area 1 whose arms are twice `half` wide."""
    reach = (1.0 + 4.0 * half**2) / (8.0 * half)
    path = QPainterPath()
    path.addRect(QRectF(-reach, -half, 2 * reach, 2 * half))
    upright = QPainterPath()
    upright.addRect(QRectF(-half, -reach, 2 * half, 2 * reach))
    return path.united(upright)


def fuel_colour(fuel: str, theme: Theme) -> QColor:
    """Return the colour of a fuel on the land of a look."""
    return QColor((FUELS_ON_DARK if theme.dark else FUELS)[fuel])


def paint_station(
    painter: QPainter, x: float, y: float, side: float, fuel: str, theme: Theme, *, hollow: bool
) -> None:
    """Paint one station: filled, or hollow where its coordinate is doubtful."""
    side = round(2 * side) / 2
    if strokes_wanted():
        reach = math.ceil(0.85 * side + 2)
        painter.save()
        painter.translate(round(x - reach) + reach, round(y - reach) + reach)
        _paint_shape(painter, fuel, side, theme, hollow=hollow)
        painter.restore()
        return
    ratio = _ratio(painter)
    sprite = station_sprite(fuel, side, theme, hollow, ratio)
    half = sprite.width() / ratio / 2
    painter.drawImage(QPointF(round(x - half), round(y - half)), sprite)


@lru_cache(maxsize=2048)
def station_sprite(fuel: str, side: float, theme: Theme, hollow: bool, ratio: float) -> QImage:
    """Return the picture of a station, drawn once for each fuel and size."""
    across = 2 * math.ceil(0.85 * side + 2)
    image = QImage(
        round(across * ratio), round(across * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(across / 2, across / 2)
    _paint_shape(painter, fuel, side, theme, hollow=hollow)
    painter.end()
    return image


def _paint_shape(painter: QPainter, fuel: str, side: float, theme: Theme, *, hollow: bool) -> None:
    """Paint the shape of a fuel about the origin."""
    colour = fuel_colour(fuel, theme)
    painter.scale(side, side)
    if hollow:
        pen = QPen(colour, 1.5)
        ground = QColor(theme.panel)
        ground.setAlphaF(0.65)
        painter.setBrush(ground)
    else:
        pen = QPen(QColor(theme.panel), 1.0)
        colour.setAlphaF(0.92)
        painter.setBrush(colour)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawPath(fuel_shape(fuel))


def paint_crossing(
    painter: QPainter, x: float, y: float, theme: Theme, *, is_open: bool | None
) -> None:
    """Paint a border crossing: a gate of two posts, barred when closed, pale when not known."""
    if strokes_wanted():
        _draw_crossing(painter, x, y, theme, is_open)
    else:
        sprite = _small_sprite("crossing", theme, is_open, _ratio(painter))
        painter.drawImage(QPointF(round(x - SMALL / 2), round(y - SMALL / 2)), sprite)


def _draw_crossing(
    painter: QPainter, x: float, y: float, theme: Theme, is_open: bool | None
) -> None:
    colour = QColor(theme.warn if is_open is False else theme.text)
    if is_open is None:
        colour = QColor(theme.muted)
    painter.save()
    painter.translate(x, y)
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(QColor(theme.panel))
    painter.drawRoundedRect(QRectF(-5.5, -5.5, 11, 11), 2.5, 2.5)
    painter.setPen(QPen(colour, 1.4))
    painter.drawLine(QPointF(-2, -2.6), QPointF(-2, 2.6))
    painter.drawLine(QPointF(2, -2.6), QPointF(2, 2.6))
    if is_open is False:
        painter.drawLine(QPointF(-4, 4), QPointF(4, -4))
    painter.restore()


@cache
def _plane() -> QPainterPath:
    """Return an aeroplane that flies north-east, some 10 pixels long."""
    path = QPainterPath()
    outline = (
        (0, -5.2), (0.9, -4.2), (0.9, -1.6), (5, 1.0), (5, 2.2), (0.9, 1.0), (0.7, 3.4),
        (2, 4.4), (2, 5.2), (0, 4.7), (-2, 5.2), (-2, 4.4), (-0.7, 3.4), (-0.9, 1.0),
        (-5, 2.2), (-5, 1.0), (-0.9, -1.6), (-0.9, -4.2),
    )  # fmt: skip
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in outline]))
    path.closeSubpath()
    return path


def paint_airport(painter: QPainter, x: float, y: float, theme: Theme) -> None:
    """Paint an airport."""
    if strokes_wanted():
        _draw_airport(painter, x, y, theme)
    else:
        sprite = _small_sprite("airport", theme, None, _ratio(painter))
        painter.drawImage(QPointF(round(x - SMALL / 2), round(y - SMALL / 2)), sprite)


def _draw_airport(painter: QPainter, x: float, y: float, theme: Theme) -> None:
    painter.save()
    painter.translate(x, y)
    painter.rotate(45)
    painter.setPen(QPen(QColor(theme.panel), 0.8))
    painter.setBrush(QColor(theme.muted))
    painter.drawPath(_plane())
    painter.restore()


def _ratio(painter: QPainter) -> float:
    device = painter.device()
    return device.devicePixelRatioF() if device is not None else 1.0


@lru_cache(maxsize=64)
def _small_sprite(kind: str, theme: Theme, is_open: bool | None, ratio: float) -> QImage:
    """Return the picture of a crossing or an airport, drawn once for each look."""
    across = round(SMALL * ratio)
    image = QImage(across, across, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kind == "airport":
        _draw_airport(painter, SMALL / 2, SMALL / 2, theme)
    else:
        _draw_crossing(painter, SMALL / 2, SMALL / 2, theme, is_open)
    painter.end()
    return image
