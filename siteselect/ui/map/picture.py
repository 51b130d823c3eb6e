"""The kept picture of ground and names: painted when something changed, else only copied."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from siteselect.model.arrays import Floats
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.ground import Scene, paint_ground
from siteselect.ui.map.labels import Box, Spot
from siteselect.ui.map.naming import Name, PinName, names_of, paint_names, place_names
from siteselect.ui.strokes import strokes_wanted

MARGIN = 96
"""Pixels painted beyond each edge, so that a drag need not paint anew at once."""


class Picture:
    """Two pixmaps: the ground alone, and the ground with names."""

    def __init__(self) -> None:
        self.extent: Extent | None = None
        self.names: list[Name] = []
        self.spots: list[Spot | None] = []
        self._ground = QPixmap()
        self._whole = QPixmap()
        self._lettered = False
        self._scene: Scene | None = None
        self._own = 0
        """So many of the names are those of pins."""

    def forget(self) -> None:
        """Let everything be painted anew."""
        self.extent = None

    def forget_names(self) -> None:
        """Let the names be placed anew on the same ground."""
        self._lettered = False

    def covers(self, view: Extent) -> bool:
        """Return whether the picture holds all that this view shows, at its scale."""
        kept = self.extent
        if kept is None or not self._lettered:
            return False
        if kept.metres_per_pixel != view.metres_per_pixel or kept.ratio != view.ratio:
            return False
        x, y = self._offset(kept, view)
        return x <= 0 and y <= 0 and x + kept.width >= view.width and y + kept.height >= view.height

    def has_ground(self, view: Extent) -> bool:
        """Return whether only the names are out of date."""
        lettered, self._lettered = self._lettered, True
        covered = self.covers(view)
        self._lettered = lettered
        return covered

    def paint_anew(
        self, scene: Scene, pins: list[PinName], taken: Floats, glass: Floats, view: Box
    ) -> None:
        """Paint ground and names of a scene, whose extent is that of the picture.

        The names of pins, which come first, find their room here but are left to whoever paints
        the pins. Names keep off the boxes `taken`, and leave those of the `glass` free when they
        can; `view` is what is seen of the picture: names rather stand wholly in it.
        """
        if self.extent != scene.extent:
            self._ground = _blank(scene.extent)
            painter = QPainter(self._ground)
            paint_ground(painter, scene)
            painter.end()
            self.extent = scene.extent
        self.names = names_of(scene, pins)
        self.spots = place_names(scene, self.names, taken, glass, view)
        self._whole = self._ground.copy()
        painter = QPainter(self._whole)
        self._scene, self._own = scene, len(pins)
        self._paint_names(painter, scene)
        painter.end()
        self._lettered = True

    def copy_to(self, painter: QPainter, view: Extent) -> None:
        """Copy the picture to a view; stretched while the view's scale is another."""
        kept = self.extent
        if kept is None:
            return
        x, y = self._offset(kept, view)
        if strokes_wanted() and self._scene is not None:
            paint_ground(painter, replace(self._scene, extent=view))
            painter.resetTransform()
            painter.translate(round(x), round(y))
            self._paint_names(painter, self._scene)
            return
        if kept.metres_per_pixel == view.metres_per_pixel:
            painter.drawPixmap(QPointF(round(x), round(y)), self._whole)
            return
        factor = kept.metres_per_pixel / view.metres_per_pixel
        target = QRectF(x, y, kept.width * factor, kept.height * factor)
        painter.drawPixmap(target, self._whole, QRectF(self._whole.rect()))

    def _paint_names(self, painter: QPainter, scene: Scene) -> None:
        paint_names(painter, scene.theme, self.names[self._own :], self.spots[self._own :])

    @staticmethod
    def _offset(kept: Extent, view: Extent) -> tuple[float, float]:
        step = view.metres_per_pixel
        return (kept.left - view.left) / step, (kept.top - view.top) / step


def _blank(extent: Extent) -> QPixmap:
    pixmap = QPixmap(QSize(round(extent.width * extent.ratio), round(extent.height * extent.ratio)))
    pixmap.setDevicePixelRatio(extent.ratio)
    return pixmap
