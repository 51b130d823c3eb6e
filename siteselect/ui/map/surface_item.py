"""A surface on the map: cells coloured through a table, above the land and below the sites."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from siteselect.ui.map.extent import Extent
from siteselect.ui.map.picture import Picture, copy_image

Codes = NDArray[np.uint8]
Index = NDArray[np.intp]
"""As wide as the machine counts: numpy widens narrower ones anew at every gather."""
NOTHING = 0
"""The code of what is not drawn: no cell there, or a hole cut by a gate."""
CODES = 256
WHOLE_PLANE = QRectF(-4e7, -4e7, 8e7, 8e7)
BELOW_SITES = -1.0
BETWEEN = -2.0
"""Heights in the scene: sites stand at nought, the surface and what lies over it below them."""


def cells_on_pixels(codes: Codes, index: Index, out: Codes | None = None) -> Codes:
    """Return the code of each pixel; `index` holds its cell, -1 where there is none.

    One gather, and nothing else: a million cells over a large window in two milliseconds. A buffer
    of the right size may be given to be filled.
    """
    with_none = np.empty(len(codes) + 1, np.uint8)
    with_none[:-1] = codes
    with_none[-1] = NOTHING
    pixels: Codes = np.take(with_none, index, mode="wrap", out=out)  # -1 is the last, which is none
    return pixels


class SurfaceItem(QGraphicsItem):
    """Shows an image of a part of the plane, or cells through an index of pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(BETWEEN)
        self.setVisible(False)
        self.extent: Extent | None = None
        self._view: Extent | None = None
        self._image = QImage()
        self._index: Index = np.empty((0, 0), np.intp)
        self._colours: list[int] = []
        self._pixels: Codes = np.empty((0, 0), np.uint8)

    def boundingRect(self) -> QRectF:
        """Return the whole plane: the item is painted in pixels, wherever the view is."""
        return WHOLE_PLANE

    def look(self, view: Extent) -> None:
        """Take note of which part of the plane is on which pixels of the view."""
        self._view = view

    def show_image(self, image: QImage, extent: Extent) -> None:
        """Show an image that lies on this part of the plane."""
        self._image, self.extent = image, extent
        self._index = np.empty((0, 0), np.intp)
        self.setVisible(True)
        self.update()

    def lay(self, index: Index, extent: Extent, colours: Sequence[int]) -> None:
        """Take which cell lies under each pixel of an extent, and the colour of each code.

        `index` is height x width, -1 where no cell is; `colours` are at most 256 as 0xAARRGGBB.
        Nothing is shown until `recolour`.
        """
        if index.shape != (extent.height, extent.width):
            raise ValueError(
                f"The index has {index.shape} pixels, the extent {(extent.height, extent.width)}"
            )
        self._index, self.extent = np.ascontiguousarray(index, np.intp), extent
        self._pixels = np.empty(index.shape, np.uint8)
        self._colours = list(colours)[:CODES]

    def recolour(self, codes: Codes) -> None:
        """Show these codes, one a cell: what a slider does many times a second."""
        if self.extent is None or not self._index.size:
            return
        cells_on_pixels(codes, self._index, self._pixels)
        high, wide = self._pixels.shape
        image = QImage(self._pixels.data, wide, high, wide, QImage.Format.Format_Indexed8)
        image.setColorTable(self._colours)
        self._image = image
        self.setVisible(True)
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self.setVisible(False)
        self._image, self.extent = QImage(), None
        self._index = np.empty((0, 0), np.intp)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Copy the image to where it lies in the view."""
        del option, widget
        if self.extent is None or self._view is None or self._image.isNull():
            return
        painter.save()
        painter.resetTransform()
        copy_image(painter, self._image, self.extent, self._view)
        painter.restore()


class OverItem(QGraphicsItem):
    """Paints lines, signs and names over a surface."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self.setZValue(BELOW_SITES)
        self.setVisible(False)
        self._picture = picture
        self._view: Extent | None = None

    def look(self, view: Extent) -> None:
        """Take note of which part of the plane is on which pixels of the view."""
        self._view = view

    def boundingRect(self) -> QRectF:
        """Return the whole plane."""
        return WHOLE_PLANE

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Copy what lies over the surface."""
        del option, widget
        painter.save()
        painter.resetTransform()
        if self._view is not None:
            self._picture.copy_over(painter, self._view)
        painter.restore()
