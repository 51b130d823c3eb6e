"""Strokes as SVG: words stay words, clips and patterns hold, nothing but attributes of SVG 1.1.

Qt's own writer leaves out every clip, and so lets a map run over its frame.
"""

import base64
from collections.abc import Callable, Iterable
from functools import wraps
from html import escape
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QPen,
    QPicture,
    QPixmap,
    QPolygonF,
    QTextItem,
    QTransform,
)

from siteselect.ui.svg_paints import Paints, colour_of, matrix_words, number, png_bytes

FAMILIES = "'Siteselect Sans', Inter, 'Noto Sans', 'Noto Sans CJK SC', 'Segoe UI', sans-serif"
_CAPS = {Qt.PenCapStyle.RoundCap: "round", Qt.PenCapStyle.SquareCap: "square"}
_JOINS = {Qt.PenJoinStyle.RoundJoin: "round", Qt.PenJoinStyle.BevelJoin: "bevel"}
_CLIPS = (
    QPaintEngine.DirtyFlag.DirtyClipPath
    | QPaintEngine.DirtyFlag.DirtyClipRegion
    | QPaintEngine.DirtyFlag.DirtyClipEnabled
)


def svg_of(
    strokes: QPicture, width: int, height: int, title: str = "", scale: float = 1.0, mark: str = "s"
) -> str:
    """Return strokes as one SVG element.

    Parameters
    ----------
    strokes
        What was painted on `width` x `height` pixels.
    title
        What the picture is called, for those who cannot see it.
    scale
        Pixels of the element to one of the strokes.
    mark
        What the names of its parts begin with: no two pictures of a page may share it.
    """
    device = _Paper(width, height, mark)
    painter = QPainter(device)
    painter.setClipRect(QRectF(0, 0, width, height))
    painter.drawPicture(QPointF(0, 0), strokes)
    painter.end()
    engine = device.engine
    if engine.fault is not None:
        raise engine.fault
    size = f'width="{number(width * scale)}" height="{number(height * scale)}"'
    defs = "".join(engine.paints.defs)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'{size} viewBox="0 0 {width} {height}" role="img" font-family="{FAMILIES}">'
        f"<title>{escape(title)}</title>\n<defs>{defs}</defs>\n"
        + "\n".join(engine.parts())
        + "\n</svg>\n"
    )


Given = ParamSpec("Given")


def _kept(
    stroke: "Callable[Concatenate[_Engine, Given], None]",
) -> "Callable[Concatenate[_Engine, Given], None]":
    """Keep a fault for later: Qt, which calls these strokes, would end the program."""

    @wraps(stroke)
    def careful(engine: "_Engine", /, *given: Given.args, **named: Given.kwargs) -> None:
        try:
            stroke(engine, *given, **named)
        except Exception as fault:
            engine.fault = engine.fault or fault

    return careful


class _Paper(QPaintDevice):
    """So many pixels that take strokes."""

    def __init__(self, width: int, height: int, mark: str) -> None:
        super().__init__()
        self._size = (width, height)
        self.engine = _Engine(mark)

    def paintEngine(self) -> QPaintEngine:
        """Return what writes the strokes down."""
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        """Return sizes as a screen of 96 dots to the inch has them."""
        kinds = QPaintDevice.PaintDeviceMetric
        wide, high = self._size
        held = {
            kinds.PdmWidth: wide,
            kinds.PdmHeight: high,
            kinds.PdmWidthMM: round(wide * 25.4 / 96),
            kinds.PdmHeightMM: round(high * 25.4 / 96),
            kinds.PdmNumColors: 2**24,
            kinds.PdmDepth: 24,
            kinds.PdmDevicePixelRatio: 1,
            kinds.PdmDevicePixelRatioScaled: 65536,
        }
        return held.get(metric, 96)


class _Engine(QPaintEngine):
    """Writes each stroke as an element; those under one clip stand together."""

    def __init__(self, mark: str) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.paints = Paints(mark)
        self._groups: list[tuple[str, list[str]]] = []
        self._clip = ""
        self._clip_changed = True
        self.fault: Exception | None = None

    def parts(self) -> list[str]:
        """Return every element, in the order of painting."""
        return [
            f'<g clip-path="url(#{clip})">{"".join(each)}</g>' if clip else "".join(each)
            for clip, each in self._groups
        ]

    def begin(self, device: QPaintDevice) -> bool:
        """Begin to paint."""
        del device
        return True

    def end(self) -> bool:
        """Have painted."""
        return True

    def type(self) -> QPaintEngine.Type:
        """Return that this engine is our own."""
        return QPaintEngine.Type.User

    @_kept
    def updateState(self, state: QPaintEngineState) -> None:
        """Take note of another clip; everything else is asked for when something is painted."""
        if state.state() & _CLIPS:
            self._clip_changed = True

    @_kept
    def drawPath(self, path: QPainterPath) -> None:
        """Write a path, filled and stroked."""
        self._shape(path, filled=True)

    @_kept
    def drawPolygon(self, points: Iterable[QPointF], mode: QPaintEngine.PolygonDrawMode) -> None:
        """Write a polygon, or a line that stays open."""
        open_line = mode == QPaintEngine.PolygonDrawMode.PolylineMode
        path = QPainterPath()
        path.addPolygon(QPolygonF(list(points)))
        if not open_line:
            path.closeSubpath()
            if mode == QPaintEngine.PolygonDrawMode.WindingMode:
                path.setFillRule(Qt.FillRule.WindingFill)
        self._shape(path, filled=not open_line)

    @_kept
    def drawTextItem(self, at: QPointF | QPoint | QPainterPath.Element, item: QTextItem) -> None:
        """Write words as words, as wide as they are on the screen."""
        painter, text = self.painter(), item.text()
        if not text.strip():
            return
        font, matrix = item.font(), painter.combinedTransform()
        size = font.pixelSize() if font.pixelSize() > 0 else font.pointSizeF() * 96 / 72
        plain = matrix.m12() == matrix.m21() == 0.0 and matrix.m11() == matrix.m22()
        factor = matrix.m22() if plain else 1.0
        start = QPointF(at.x, at.y) if isinstance(at, QPainterPath.Element) else QPointF(at)
        spot = matrix.map(start) if plain else start
        colour = painter.pen().color()
        more = "" if plain else f' transform="{matrix_words(matrix)}"'
        if font.weight() != QFont.Weight.Normal:
            more += f' font-weight="{int(font.weight())}"'
        if font.italic():
            more += ' font-style="italic"'
        wide = f' textLength="{number(item.width() * factor)}"' if len(text) > 1 else ""
        if font.letterSpacing():
            more += f' letter-spacing="{number(font.letterSpacing() * factor)}"'
        elif wide:
            wide += ' lengthAdjust="spacingAndGlyphs"'
        self._add(
            f'<text x="{number(spot.x())}" y="{number(spot.y())}" '
            f'font-size="{number(size * factor)}"{more}{wide}'
            f' xml:space="preserve"{colour_of("fill", colour, painter.opacity())}>'
            f"{escape(text)}</text>"
        )

    @_kept
    def drawPixmap(
        self, box: QRectF | QRect, pixmap: QPixmap | QImage, part: QRectF | QRect
    ) -> None:
        """Write what is made of pixels anyhow."""
        image = pixmap.toImage() if isinstance(pixmap, QPixmap) else pixmap
        self._image(QRectF(box), image, QRectF(part))

    @_kept
    def drawImage(
        self,
        box: QRectF | QRect,
        image: QImage,
        part: QRectF | QRect,
        flags: Qt.ImageConversionFlag = Qt.ImageConversionFlag.AutoColor,
    ) -> None:
        """Write an image."""
        del flags
        self._image(QRectF(box), image, QRectF(part))

    def _image(self, box: QRectF, image: QImage, part: QRectF) -> None:
        cut = image.copy(part.toRect()) if part.toRect() != image.rect() else image
        coded = base64.b64encode(png_bytes(cut)).decode()
        matrix = matrix_words(self.painter().combinedTransform())
        self._add(
            f'<image x="{number(box.x())}" y="{number(box.y())}" width="{number(box.width())}" '
            f'height="{number(box.height())}" preserveAspectRatio="none" transform="{matrix}" '
            f'xlink:href="data:image/png;base64,{coded}"/>'
        )

    def _shape(self, path: QPainterPath, *, filled: bool) -> None:
        painter = self.painter()
        matrix, opacity = painter.combinedTransform(), painter.opacity()
        fill = self.paints.fill(painter.brush(), matrix, opacity) if filled else ' fill="none"'
        stroke = _stroke(painter.pen(), matrix, opacity)
        if fill == ' fill="none"' and not stroke:
            return
        data = path_data(matrix.map(path))
        if data:
            rule = ' fill-rule="evenodd"' if path.fillRule() == Qt.FillRule.OddEvenFill else ""
            self._add(f'<path d="{data}"{fill}{rule}{stroke}/>')

    def _add(self, element: str) -> None:
        if self._clip_changed:
            self._clip_changed = False
            painter = self.painter()
            self._clip = ""
            if painter.hasClipping():
                shape = painter.combinedTransform().map(painter.clipPath())
                self._clip = self.paints.clip(path_data(shape))
        if not self._groups or self._groups[-1][0] != self._clip:
            self._groups.append((self._clip, []))
        self._groups[-1][1].append(element)


def path_data(path: QPainterPath) -> str:
    """Return the data of a path."""
    words = []
    kinds = QPainterPath.ElementType
    count, place = path.elementCount(), 0
    start: tuple[float, float] | None = None
    last = ""
    while place < count:
        element = path.elementAt(place)
        x, y = element.x, element.y
        if element.type == kinds.CurveToElement:
            two, three = path.elementAt(place + 1), path.elementAt(place + 2)
            spots = ((x, y), (two.x, two.y), (three.x, three.y))
            words.append("C" + " ".join(f"{number(a)} {number(b)}" for a, b in spots))
            place += 3
            last = ""
            continue
        told = f"{number(x)} {number(y)}"
        if element.type == kinds.MoveToElement:
            words.append(f"M{told}")
            start = (x, y)
        elif (x, y) == start and place > 1:
            words.append("Z")
        elif told != last:
            words.append(f"L{told}")
        last = told
        place += 1
    return "".join(words)


def _stroke(pen: QPen, matrix: QTransform, opacity: float) -> str:
    """Return the attributes of a pen; nothing for one that draws nothing."""
    if pen.style() == Qt.PenStyle.NoPen or pen.color().alpha() == 0:
        return ""
    wide = pen.widthF() or 1.0
    if not pen.isCosmetic():
        wide *= abs(matrix.determinant()) ** 0.5
    told = colour_of("stroke", QColor(pen.color()), opacity) + f' stroke-width="{number(wide)}"'
    if pen.capStyle() in _CAPS:
        told += f' stroke-linecap="{_CAPS[pen.capStyle()]}"'
    if pen.joinStyle() in _JOINS:
        told += f' stroke-linejoin="{_JOINS[pen.joinStyle()]}"'
    if pen.style() != Qt.PenStyle.SolidLine:
        dashes = " ".join(number(each * wide) for each in pen.dashPattern())
        told += f' stroke-dasharray="{dashes}"'
    return told
