"""Any view as a picture: the one way out to PNG, SVG and PDF, at a given size.

A view is painted once, by strokes, into a `Drawing`; whatever becomes of it, a page, a file or the
clipboard, is made from that one drawing, and so shows what the screen shows.
"""

import math
from dataclasses import dataclass

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSizeF,
)
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter, QPicture, QRegion
from PySide6.QtWidgets import QWidget

from siteselect.errors import ExportError
from siteselect.language import say
from siteselect.ui.strokes import by_strokes
from siteselect.ui.svg import svg_of
from siteselect.ui.svg_paints import png_bytes

SCREEN_DPI = 96.0
"""Pixels of a view to the inch."""
FORMATS = ("png", "svg", "pdf")
_MOST = 16_000
"""Pixels along one side beyond which no picture is made."""


@dataclass(frozen=True, eq=False, slots=True)
class Drawing:
    """What a view showed, as strokes, `width` x `height` pixels of the screen."""

    strokes: QPicture
    width: int
    height: int
    title: str = ""

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paint the whole into a box, as large as its shape allows, in the middle."""
        scale = min(box.width() / self.width, box.height() / self.height)
        painter.save()
        painter.translate(
            box.left() + (box.width() - scale * self.width) / 2,
            box.top() + (box.height() - scale * self.height) / 2,
        )
        painter.scale(scale, scale)
        painter.setClipRect(QRectF(0, 0, self.width, self.height))
        painter.drawPicture(QPointF(0, 0), self.strokes)
        painter.restore()

    def image(self, scale: float = 1.0) -> QImage:
        """Return the drawing in pixels, so many to a pixel of the screen along each side."""
        wide, high = round(self.width * scale), round(self.height * scale)
        if max(wide, high) > _MOST:
            raise ExportError(
                say(
                    "A picture of {wide} x {high} pixels is too large: ask for at most {most}.",
                    wide=wide,
                    high=high,
                    most=_MOST,
                )
            )
        image = QImage(wide, high, QImage.Format.Format_RGB32)
        image.fill(QColor("#FFFFFF"))
        dots = round(SCREEN_DPI * scale / 0.0254)
        painter = QPainter(image)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        self.paint(painter, QRectF(0, 0, wide, high))
        painter.end()
        image.setDotsPerMeterX(dots)
        image.setDotsPerMeterY(dots)
        return image

    def png(self, scale: float = 1.0) -> bytes:
        """Return the drawing as PNG."""
        data = png_bytes(self.image(scale))
        if not data:
            raise ExportError(
                say("The picture could not be made: there is no room for it in memory.")
            )
        return data

    def svg(self, scale: float = 1.0, mark: str = "s") -> str:
        """Return the drawing as SVG, its words as words; no two of a page may share a `mark`."""
        return svg_of(self.strokes, self.width, self.height, self.title, scale, mark)

    def pdf(self, scale: float = 1.0) -> bytes:
        """Return the drawing as a PDF of one page, its words as words."""
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(self.title)
        writer.setCreator("siteselect")
        writer.setResolution(round(SCREEN_DPI))
        points = 72.0 / SCREEN_DPI * scale
        size = QSizeF(self.width * points, self.height * points)
        writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy(2)))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        painter = QPainter(writer)
        self.paint(painter, QRectF(0, 0, self.width * scale, self.height * scale))
        painter.end()
        return bytes(data.data())

    def as_format(self, form: str, scale: float = 1.0) -> bytes:
        """Return the bytes of a file in one of the `FORMATS`."""
        if form == "png":
            return self.png(scale)
        if form == "svg":
            return self.svg(scale).encode()
        if form == "pdf":
            return self.pdf(scale)
        raise ExportError(
            say(
                "There are no pictures in the format {form}: use {formats}.",
                form=form,
                formats=", ".join(FORMATS),
            )
        )


def draw(widget: QWidget, title: str = "") -> Drawing:
    """Return what a widget shows, as strokes; it need not be seen, but must have been shown."""
    strokes = QPicture()
    painter = QPainter(strokes)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    with by_strokes():
        _render(widget, painter, QPoint(0, 0), widget.rect(), _GROUND)
    painter.end()
    return Drawing(strokes, widget.width(), widget.height(), title or widget.accessibleName())


_GROUND, _BARE = QWidget.RenderFlag.DrawWindowBackground, QWidget.RenderFlag(0)


def _render(
    widget: QWidget, painter: QPainter, at: QPoint, seen: QRect, flags: QWidget.RenderFlag
) -> None:
    """Paint a widget and what lies in it, each within the part of its parents that is seen.

    On the screen Qt keeps each widget within its frame; strokes would run on.
    """
    painter.save()
    painter.setClipRect(seen)
    QWidget.render(widget, painter, seen.topLeft(), QRegion(seen.translated(-at)), flags)
    painter.restore()
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisibleTo(widget) and not child.isWindow():
            place = at + child.pos()
            part = seen & QRect(place, child.size())
            if not part.isEmpty():
                _render(child, painter, place, part, _BARE)


def fitted(size: tuple[int, int], dpi: float) -> tuple[int, int, float]:
    """Return width and height of the view, and the scale, that give `size` pixels at `dpi`."""
    scale = dpi / SCREEN_DPI
    return math.ceil(size[0] / scale), math.ceil(size[1] / scale), scale
