"""The user's own layers painted: areas, lines from the least to the greatest, signs on top."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from siteselect.language import say
from siteselect.model.user_layer import Role, UserLayer
from siteselect.packs.layer_look import COLOURS, HIGH_KV, VEIL, width_of
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.own_data import OwnDrawn
from siteselect.ui.map.telling import Story
from siteselect.ui.theme import Theme

if TYPE_CHECKING:
    from siteselect.ui.map.levels import Shapes

_SIDE, _LARGE_SIDE = 7.0, 9.0
REACH = 6.0
"""Pixels within which the pointer meets a feature."""


def colour_of(layer: UserLayer, theme: Theme) -> QColor:
    """Return the colour of a layer: its own, or that of its role."""
    light, dark = COLOURS[layer.role]
    return QColor(layer.colour or (dark if theme.dark else light))


def paint_own_shapes(
    painter: QPainter, own: tuple[OwnDrawn, ...], extent: Extent, theme: Theme
) -> None:
    """Paint areas and lines, in metres of the plane."""
    for drawn in own:
        _paint_areas(painter, drawn, extent, theme)
    for drawn in own:
        for tier in drawn.features.lines:
            if extent.metres_per_pixel <= tier.farthest:
                pen = _pen(drawn.layer, theme, tier.weight)
                _stroke(painter, tier.shapes, extent, pen)


def paint_own_signs(
    painter: QPainter, own: tuple[OwnDrawn, ...], extent: Extent, theme: Theme
) -> None:
    """Paint points and substations, in pixels; those of high voltage are larger and on top."""
    for drawn in own:
        held = drawn.features
        seen = extent.visible(held.x, held.y, 12.0) & (extent.metres_per_pixel <= held.far)
        rows = np.flatnonzero(seen)
        kv = np.nan_to_num(held.kv[held.signs[rows]])
        order = rows[np.argsort(kv, kind="stable")]
        colour = colour_of(drawn.layer, theme)
        for row, (x, y) in zip(
            order.tolist(), extent.pixels(held.x[order], held.y[order]).tolist(), strict=True
        ):
            high = bool(held.kv[held.signs[row]] >= HIGH_KV)
            paint_sign(painter, QPointF(x, y), drawn.layer.role, colour, theme, high=high)


def paint_sign(
    painter: QPainter, at: QPointF, role: Role, colour: QColor, theme: Theme, *, high: bool
) -> None:
    """Paint one point: a substation is a square with a bolt in it, anything else a diamond."""
    painter.save()
    painter.translate(round(at.x()) + 0.5, round(at.y()) + 0.5)
    painter.setPen(QPen(QColor(theme.panel), 1.0))
    painter.setBrush(colour)
    if role is Role.SUBSTATIONS:
        side = _LARGE_SIDE if high else _SIDE
        painter.drawRect(QRectF(-side / 2, -side / 2, side, side))
        painter.setPen(QPen(QColor(theme.panel), 1.2))
        bolt = [(0.14, -0.34), (-0.14, 0.04), (0.14, -0.04), (-0.14, 0.34)]
        painter.drawPolyline(QPolygonF([QPointF(x * side, y * side) for x, y in bolt]))
    else:
        half = 4.4
        corners = [QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)]
        painter.drawPolygon(QPolygonF(corners))
    painter.restore()


def paint_swatch(painter: QPainter, theme: Theme, box: QRectF, drawn: OwnDrawn) -> None:
    """Paint what stands for a layer in the legend."""
    layer, held = drawn.layer, drawn.features
    colour = colour_of(layer, theme)
    if len(held.signs):
        paint_sign(painter, box.center(), layer.role, colour, theme, high=True)
    elif held.lines:
        painter.setPen(_pen(layer, theme, held.lines[-1].weight))
        middle = round(box.center().y()) + 0.5
        painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))
    else:
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(_veiled(colour))
        painter.drawRoundedRect(box, 2, 2)


def story_of_own(
    own: tuple[OwnDrawn, ...], extent: Extent, pixel: tuple[float, float]
) -> Story | None:
    """Return what is told of the feature at a pixel; None where there is none."""
    step = extent.metres_per_pixel
    x, y = extent.left + pixel[0] * step, extent.top + pixel[1] * step
    for drawn in reversed(own):
        row = _feature_at(drawn, x, y, step)
        if row >= 0:
            return _tell(drawn, row)
    return None


def _feature_at(drawn: OwnDrawn, x: float, y: float, step: float) -> int:
    held, reach = drawn.features, REACH * step
    if len(held.signs):
        away = np.hypot(held.x - x, held.y - y)
        away = np.where(step <= held.far, away, np.inf)
        nearest = int(np.argmin(away))
        if away[nearest] <= reach * 1.3:
            return int(held.signs[nearest])
    import shapely

    near = np.sort(held.tree.query(shapely.box(x - reach, y - reach, x + reach, y + reach)))
    if not len(near):
        return -1
    away = shapely.distance(held.geometry[near], shapely.Point(x, y))
    best = int(np.argmin(away))
    return int(near[best]) if away[best] <= reach else -1


def _tell(drawn: OwnDrawn, row: int) -> Story:
    layer, held = drawn.layer, drawn.features
    kv, kind, name = float(held.kv[row]), held.kinds[row], held.names[row]
    lines = [(say("Layer"), layer.title)] if name else []
    if kv > 0:
        lines.append((say("Voltage"), say("{kv:g} kV", kv=kv)))
    if kind:
        lines.append((say("Class"), kind.replace("_", " ")))
    day = layer.observed.isoformat() if layer.observed else ""
    source = ", ".join(part for part in (layer.source, day, layer.licence) if part)
    return Story(name or layer.title, tuple(lines), (), source)


def _paint_areas(painter: QPainter, drawn: OwnDrawn, extent: Extent, theme: Theme) -> None:
    colour = colour_of(drawn.layer, theme)
    pen = QPen(colour, drawn.layer.width or 1.2)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(_veiled(colour))
    for _, path in drawn.features.areas.paths(extent.metres_per_pixel, extent.window):
        painter.drawPath(path)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _stroke(painter: QPainter, shapes: "Shapes", extent: Extent, pen: QPen) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    for _, path in shapes.paths(extent.metres_per_pixel, extent.window):
        painter.drawPath(path)


def _pen(layer: UserLayer, theme: Theme, weight: float) -> QPen:
    width = width_of(layer) * weight
    pen = QPen(colour_of(layer, theme), width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if layer.role is Role.RAILWAYS:
        pen.setDashPattern((5.0, 2.0))
    return pen


def _veiled(colour: QColor) -> QColor:
    veil = QColor(colour)
    veil.setAlphaF(VEIL)
    return veil
