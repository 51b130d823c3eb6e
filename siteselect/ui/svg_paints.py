"""What SVG fills with: colours, gradients, hatches, tiles, and the clips around them."""

import base64

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGradient,
    QImage,
    QImageWriter,
    QLinearGradient,
    QRadialGradient,
    QTransform,
)

_HATCHES = {
    Qt.BrushStyle.HorPattern: "M0 4H8",
    Qt.BrushStyle.VerPattern: "M4 0V8",
    Qt.BrushStyle.CrossPattern: "M0 4H8M4 0V8",
    Qt.BrushStyle.BDiagPattern: "M-2 2L2 -2M0 8L8 0M6 10L10 6",
    Qt.BrushStyle.FDiagPattern: "M-2 6L2 10M0 0L8 8M6 -2L10 2",
    Qt.BrushStyle.DiagCrossPattern: "M0 0L8 8M0 8L8 0",
}


_GRADIENTS = {
    Qt.BrushStyle.LinearGradientPattern,
    Qt.BrushStyle.RadialGradientPattern,
    Qt.BrushStyle.ConicalGradientPattern,
}


def png_bytes(image: QImage) -> bytes:
    """Return an image as PNG; empty where there is no room for it in memory."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(data.data())


def number(value: float, places: int = 2) -> str:
    """Return a number without more signs than are seen."""
    text = f"{value:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def matrix_words(matrix: QTransform) -> str:
    """Return a matrix as SVG writes it."""
    parts = (matrix.m11(), matrix.m12(), matrix.m21(), matrix.m22(), matrix.dx(), matrix.dy())
    return f"matrix({' '.join(number(each, 6) for each in parts)})"


def colour_of(what: str, colour: QColor, opacity: float = 1.0) -> str:
    """Return the attributes of a colour, for `fill` or `stroke`."""
    told = f' {what}="{colour.name()}"'
    seen = colour.alphaF() * opacity
    return told if seen >= 0.999 else f'{told} {what}-opacity="{number(seen, 3)}"'


class Paints:
    """Gradients, patterns and clips that one picture needs, each told once."""

    def __init__(self, mark: str) -> None:
        self._mark = mark
        self.defs: list[str] = []
        self._known: dict[str, str] = {}

    def fill(self, brush: QBrush, matrix: QTransform, opacity: float) -> str:
        """Return the attributes of a brush under a matrix."""
        style = brush.style()
        if style == Qt.BrushStyle.NoBrush:
            return ' fill="none"'
        if style == Qt.BrushStyle.SolidPattern:
            if brush.color().alpha() == 0:
                return ' fill="none"'
            return colour_of("fill", brush.color(), opacity)
        faint = f' fill-opacity="{number(opacity, 3)}"' if opacity < 0.999 else ""
        if style in _GRADIENTS:
            name = self._gradient(brush.gradient(), brush.transform() * matrix)
        elif style == Qt.BrushStyle.TexturePattern:
            name = self._tile(brush.textureImage(), brush.transform() * matrix)
        elif style in _HATCHES:
            name = self._define(
                'pattern width="8" height="8" patternUnits="userSpaceOnUse"',
                f'<path d="{_HATCHES[style]}" fill="none"{colour_of("stroke", brush.color())}/>',
            )
        else:
            return colour_of("fill", brush.color(), 0.5 * opacity)
        return f' fill="url(#{name})"{faint}'

    def clip(self, data: str) -> str:
        """Return the name of a clip."""
        return self._define("clipPath", f'<path d="{data}" clip-rule="evenodd"/>')

    def _gradient(self, gradient: QGradient, matrix: QTransform) -> str:
        stops = "".join(
            f'<stop offset="{number(at, 4)}" stop-color="{colour.name()}" '
            f'stop-opacity="{number(colour.alphaF(), 3)}"/>'
            for at, colour in gradient.stops()
        )
        moved = matrix_words(matrix)
        where = f'gradientUnits="userSpaceOnUse" gradientTransform="{moved}"'
        if isinstance(gradient, QRadialGradient):
            middle, focus = gradient.center(), gradient.focalPoint()
            head = (
                f'radialGradient cx="{number(middle.x())}" cy="{number(middle.y())}" '
                f'r="{number(gradient.radius())}" fx="{number(focus.x())}" fy="{number(focus.y())}"'
            )
        elif isinstance(gradient, QLinearGradient):
            start, end = gradient.start(), gradient.finalStop()
            head = (
                f'linearGradient x1="{number(start.x())}" y1="{number(start.y())}" '
                f'x2="{number(end.x())}" y2="{number(end.y())}"'
            )
        else:
            head = 'linearGradient x1="0" y1="0" x2="1" y2="0"'
        return self._define(f"{head} {where}", stops)

    def _tile(self, image: QImage, matrix: QTransform) -> str:
        wide = number(image.width() / image.devicePixelRatio())
        high = number(image.height() / image.devicePixelRatio())
        moved = matrix_words(matrix)
        coded = base64.b64encode(png_bytes(image)).decode()
        return self._define(
            f'pattern width="{wide}" height="{high}" patternUnits="userSpaceOnUse" '
            f'patternTransform="{moved}"',
            f'<image width="{wide}" height="{high}" xlink:href="data:image/png;base64,{coded}"/>',
        )

    def _define(self, head: str, inner: str) -> str:
        """Return the name of a definition, the same for the same."""
        whole = f"{head}>{inner}"
        if whole not in self._known:
            name = f"{self._mark}{len(self._known)}"
            self._known[whole] = name
            kind, _, rest = head.partition(" ")
            self.defs.append(f'<{kind} id="{name}" {rest}>{inner}</{kind}>')
        return self._known[whole]
