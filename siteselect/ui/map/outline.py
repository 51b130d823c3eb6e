"""A region in outline: few paths of Qt's own, read and painted before anything else is imported."""

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from siteselect.ui.map.map_cache import MapCache
from siteselect.ui.theme import Theme

Box = tuple[float, float, float, float]
"""Least x, least y, greatest x, greatest y of the plane, in metres."""
AREAS = ("countries", "realms", "lakes")
LINES = ("quiet", "regions", "provinces", "strong")
LAYERS = AREAS + LINES


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """What a map shows of a pack before the pack is read."""

    digest: str
    """Of the pack from which it was drawn."""
    home: Box
    reach: Box
    paths: dict[str, QPainterPath]


def packed(outline: Outline) -> bytes:
    """Return an outline as bytes."""
    held = QByteArray()
    stream = QDataStream(held, QIODevice.OpenModeFlag.WriteOnly)
    stream.setVersion(QDataStream.Version.Qt_6_0)
    stream.writeQString(outline.digest)
    for value in (*outline.home, *outline.reach):
        stream.writeDouble(value)
    for name in LAYERS:
        stream << outline.paths[name]
    return bytes(held.data())


def unpacked(data: bytes) -> Outline | None:
    """Return the outline that bytes hold; None when they hold none."""
    stream = QDataStream(QByteArray(data))
    stream.setVersion(QDataStream.Version.Qt_6_0)
    digest = stream.readQString()
    values = [stream.readDouble() for _ in range(8)]
    paths = {}
    for name in LAYERS:
        path = QPainterPath()
        stream >> path
        paths[name] = path
    if stream.status() is not QDataStream.Status.Ok:
        return None
    return Outline(
        digest,
        (values[0], values[1], values[2], values[3]),
        (values[4], values[5], values[6], values[7]),
        paths,
    )


def kept_outline(cache: MapCache, reference: str) -> Outline | None:
    """Return the outline kept of a pack; None when there is none."""
    data = cache.read(key_of(reference))
    return None if data is None else unpacked(data)


def key_of(reference: str) -> str:
    """Return the name under which the outline of a pack is kept."""
    return f"outline-{reference}"


def fitting(home: Box, box: QRectF) -> QTransform:
    """Return the transform from the plane to pixels that shows all of `home` within a box."""
    left, top, right, foot = home
    step = max((right - left) / max(box.width(), 1.0), (foot - top) / max(box.height(), 1.0))
    scale = 1.0 / max(step, 1e-9)
    middle = box.center()
    return QTransform(
        scale,
        0.0,
        0.0,
        scale,
        middle.x() - scale * (left + right) / 2,
        middle.y() - scale * (top + foot) / 2,
    )


def paint_outline(painter: QPainter, outline: Outline, theme: Theme, to_pixels: QTransform) -> None:
    """Paint land, water and borders; the painter's own transform is in pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setWorldTransform(to_pixels, combine=True)
    left, top, right, foot = outline.reach
    painter.fillRect(QRectF(left, top, right - left, foot - top), QColor(theme.water))
    painter.setPen(Qt.PenStyle.NoPen)
    for name, colour in zip(AREAS, (theme.neighbours, theme.land, theme.water), strict=True):
        painter.setBrush(QColor(colour))
        painter.drawPath(outline.paths[name])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pale = QColor(theme.window if theme.dark else "#FFFFFF")
    quiet = QColor(theme.border)
    quiet.setAlphaF(0.4)
    border = QColor(theme.border)
    inks = {"quiet": (quiet, 0.8), "regions": (pale, 1.1), "provinces": (border, 1.4)}
    for name in LINES:
        ink, width = inks.get(name, (border, 1.6))
        pen = QPen(ink, width)
        pen.setCosmetic(True)
        if name == "provinces":
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([4.5, 3.0])
        painter.setPen(pen)
        for piece in outline.paths[name].toSubpathPolygons():
            painter.drawPolyline(piece)  # much quicker than all in one stroke
    painter.restore()
