"""What lies beneath the map: tiles or a picture, composed for one part of the plane.

Composing happens on whichever thread paints. The bytes of a tile are unpacked here, and only after
their head was found to be of a form and a size that a tile has.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from siteselect.backdrops.image_head import DamagedTileError, form_of
from siteselect.backdrops.tiles import (
    MOST_SIDE,
    Box,
    TileAt,
    TileFile,
    count_over,
    tiles_over,
    zoom_for,
)
from siteselect.progress import Progress, silent
from siteselect.ui.map.extent import Extent

MOST_TILES = 400
"""A view that would want more shows none: it stands too far back."""
HELD = 64 * 2**20
"""Bytes of unpacked tiles that are held."""
STEPS = 6
"""From so many zooms farther out a part is shown large, where the tile itself is not there."""


class Composes(Protocol):
    """What can show a part of the plane."""

    def compose(self, extent: Extent, progress: Progress = silent) -> QImage | None:
        """Return a picture of a part of the plane, clear where nothing is; None for nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Backdrop:
    """What lies beneath the map now."""

    shows: Composes
    title: str
    attribution: str = ""
    strength: float = 1.0
    """How much of it is seen, in (0, 1]."""


class TileShow:
    """Composes tiles of a file or a server; any thread may ask."""

    def __init__(self, tiles: TileFile, damaged: Callable[[TileAt], object]) -> None:
        """`damaged` is told of each tile that cannot be shown, once."""
        self._tiles, self._damaged = tiles, damaged
        self._lock = threading.Lock()
        self._held: OrderedDict[TileAt, tuple[bytes, QImage]] = OrderedDict()
        self._bytes = 0
        self._spoilt: dict[TileAt, bytes | None] = {}

    def compose(self, extent: Extent, progress: Progress = silent) -> QImage | None:
        """Return a picture of a part of the plane, clear where no tile is; None without any."""
        zoom = zoom_for(extent.metres_per_pixel, self._tiles.info)
        if not 0 < count_over(extent.window, zoom) <= MOST_TILES:
            return None
        image = _clear(extent)
        painter = QPainter(image)
        try:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            places, painted = tiles_over(extent.window, zoom), 0
            for number, at in enumerate(places):
                progress(number / len(places), "")
                painted += self._paint(painter, at, extent)
        finally:
            painter.end()
        image.setDevicePixelRatio(extent.ratio)
        return image if painted else None

    def _paint(self, painter: QPainter, at: TileAt, extent: Extent) -> bool:
        """Paint a tile, or the part of a farther one that stands for it; False without both."""
        target = pixels_of(at.box, extent)
        for step in range(min(STEPS, at.zoom - self._tiles.info.least) + 1):
            image = self._image(at.above(step), asked=step == 0)
            if image is not None:
                share = 1 << step
                wide, high = image.width() / share, image.height() / share
                part = QRectF((at.x % share) * wide, (at.y % share) * high, wide, high)
                painter.drawImage(QRectF(target), image, part)
                return True
            if at.above(step) in self._spoilt:
                return False
        return False

    def _image(self, at: TileAt, *, asked: bool) -> QImage | None:
        """Return a tile unpacked; a farther one only where it is at hand without asking."""
        steady = self._tiles.steady
        with self._lock:
            held = self._held.get(at)
            if held is not None:
                self._held.move_to_end(at)
        if held is not None and (steady or not asked):
            return held[1]
        if steady and at in self._spoilt:
            return None
        data: bytes | None = None
        try:
            data = self._tiles.tile(at) if asked else self._tiles.at_hand(at)
            if data is None:
                return None
            if held is not None and held[0] == data:
                return held[1]
            image = unpacked(data)
        except DamagedTileError:
            self._spoil(at, data)
            return None
        self._spoilt.pop(at, None)
        self._hold(at, data, image)
        return image

    def _spoil(self, at: TileAt, data: bytes | None) -> None:
        known = at in self._spoilt
        self._spoilt[at] = data
        if not known:
            self._damaged(at)

    def _hold(self, at: TileAt, data: bytes, image: QImage) -> None:
        with self._lock:
            before = self._held.pop(at, None)
            self._bytes += image.sizeInBytes() - (before[1].sizeInBytes() if before else 0)
            self._held[at] = (data, image)
            while self._bytes > HELD and len(self._held) > 1:
                _, (_, gone) = self._held.popitem(last=False)
                self._bytes -= gone.sizeInBytes()


class PictureShow:
    """Composes one picture that lies on a part of the plane."""

    def __init__(self, image: QImage, box: Box) -> None:
        self._image, self._box = image, box

    def compose(self, extent: Extent, progress: Progress = silent) -> QImage | None:
        """Return a picture of a part of the plane, clear beyond the picture."""
        del progress
        left, top, right, foot = extent.window
        box = self._box
        seen = (max(left, box[0]), max(top, box[1]), min(right, box[2]), min(foot, box[3]))
        if seen[0] >= seen[2] or seen[1] >= seen[3]:
            return None
        across, down = (
            self._image.width() / (box[2] - box[0]),
            self._image.height() / (box[3] - box[1]),
        )
        part = QRectF(
            (seen[0] - box[0]) * across, (seen[1] - box[1]) * down,
            (seen[2] - seen[0]) * across, (seen[3] - seen[1]) * down,
        )  # fmt: skip
        step = extent.metres_per_pixel / extent.ratio
        target = QRectF(
            (seen[0] - left) / step, (seen[1] - top) / step,
            (seen[2] - seen[0]) / step, (seen[3] - seen[1]) / step,
        )  # fmt: skip
        image = _clear(extent)
        painter = QPainter(image)
        try:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, *_near(self._image, part, target))
        finally:
            painter.end()
        image.setDevicePixelRatio(extent.ratio)
        return image


def image_of(pixels: NDArray[np.uint8]) -> QImage:
    """Return rows x columns of premultiplied RGBA as an image of its own."""
    high, wide = pixels.shape[:2]
    form = QImage.Format.Format_RGBA8888_Premultiplied
    held = np.ascontiguousarray(pixels)
    image = QImage(held.data, wide, high, 4 * wide, form)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _near(image: QImage, part: QRectF, target: QRectF) -> tuple[QImage, QRectF]:
    """Return the part of an image in about the size in which it is shown, so that none is lost."""
    less = min(part.width() / max(target.width(), 1), part.height() / max(target.height(), 1))
    if less <= 1.5:
        return image, part
    cut = part.toAlignedRect().intersected(image.rect())
    small = image.copy(cut).scaled(
        max(round(cut.width() / less), 1), max(round(cut.height() / less), 1),
        Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation,
    )  # fmt: skip
    across, down = small.width() / cut.width(), small.height() / cut.height()
    moved = QRectF(
        (part.x() - cut.x()) * across, (part.y() - cut.y()) * down,
        part.width() * across, part.height() * down,
    )  # fmt: skip
    return small, moved


def pixels_of(box: Box, extent: Extent) -> QRect:
    """Return the device pixels of a box, on whole ones: neighbours meet without a seam."""
    step = extent.metres_per_pixel / extent.ratio
    left, right = (round((each - extent.left) / step) for each in (box[0], box[2]))
    top, foot = (round((each - extent.top) / step) for each in (box[1], box[3]))
    return QRect(left, top, right - left, foot - top)


def unpacked(data: bytes) -> QImage:
    """Return the picture that the bytes of a tile are.

    Raises
    ------
    DamagedTileError
        If they are none, or one of another size than their head says.
    """
    form = form_of(data)
    if form is None:
        raise DamagedTileError("it is no PNG, JPEG or WebP")
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(form.value.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setDecideFormatFromContent(False)
    size = reader.size()
    if not (0 < size.width() <= MOST_SIDE and 0 < size.height() <= MOST_SIDE):
        raise DamagedTileError(f"it claims {size.width()} x {size.height()} pixels")
    image = reader.read()
    if image.isNull() or max(image.width(), image.height()) > MOST_SIDE:
        raise DamagedTileError(reader.errorString()[:80])
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _clear(extent: Extent) -> QImage:
    image = QImage(
        max(round(extent.width * extent.ratio), 1),
        max(round(extent.height * extent.ratio), 1),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.fill(0)
    return image
