"""The kept picture of ground and names: painted when something changed, else only copied."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from siteselect.model.arrays import Floats
from siteselect.progress import Progress, silent
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.ground import Scene, paint_ground, paint_land, paint_over
from siteselect.ui.map.labels import Box, Spot
from siteselect.ui.map.naming import Name, PinName, names_of, paint_names, place_names
from siteselect.ui.strokes import strokes_wanted

MARGIN = 160
"""Pixels painted beyond each edge, so that a drag need not paint anew at once."""
SPARE = 60
"""Pixels beyond the view that are to be there before a drag uncovers them."""
Stamp = tuple[int, int]
"""How often ground and names were forgotten before a picture was ordered."""


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """All that a picture is painted from; whoever paints it asks for nothing else."""

    scene: Scene
    rows: tuple[int, ...]
    """The sites whose names `pins` are."""
    pins: tuple[PinName, ...]
    """The names of pins find their room here but are left to whoever paints the pins."""
    taken: Floats
    """Boxes that no name may touch: those of pins."""
    glass: Floats
    """Boxes that names leave free when they can: cards before the map."""
    seen: Box
    """What is seen of the picture: names rather stand wholly in it."""
    parted: bool = False
    """Whether something is to be painted between the land and what lies over it."""
    ground: "Ground | None" = None
    """A ground of this very scene that still holds."""
    stamp: Stamp = (0, 0)


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """Land and what lies over it in one picture, or in two when something goes between."""

    land: QImage
    over: QImage | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Painted:
    """A picture that was ordered."""

    order: Order
    ground: Ground
    whole: QImage
    """With names; what lies over the land when that is parted."""
    names: list[Name]
    spots: list[Spot | None]


def paint_order(order: Order, progress: Progress = silent) -> Painted:
    """Paint what was ordered, on any thread: nothing here but images and values."""
    scene = order.scene
    ground = order.ground or _ground(order, progress)
    progress(0.6, "")
    pins = list(order.pins)
    names = names_of(scene, pins)
    spots = place_names(scene, names, order.taken, order.glass, order.seen)
    progress(0.8, "")
    whole = (ground.over or ground.land).copy()
    own = len(pins)
    with painting(whole) as painter:
        paint_names(painter, scene.theme, names[own:], spots[own:])
    return Painted(order, ground, whole, names, spots)


def _ground(order: Order, progress: Progress) -> Ground:
    extent = order.scene.extent
    land = blank(extent, QImage.Format.Format_RGB32)
    if not order.parted:
        with painting(land) as painter:
            paint_ground(painter, order.scene, progress)
        return Ground(land)
    with painting(land) as painter:
        paint_land(painter, order.scene, progress)
    over = blank(extent, QImage.Format.Format_ARGB32_Premultiplied)
    over.fill(0)
    with painting(over) as painter:
        paint_over(painter, order.scene, progress)
    return Ground(land, over)


@contextmanager
def painting(image: QImage) -> Iterator[QPainter]:
    """Paint on an image, which must not die while a painter is on it, whatever is raised."""
    painter = QPainter(image)
    try:
        yield painter
    finally:
        painter.end()


class Picture:
    """What was painted last, and whether it still holds."""

    def __init__(self) -> None:
        self.painted: Painted | None = None
        self.stamp: Stamp = (0, 0)

    @property
    def extent(self) -> Extent | None:
        """The part of the plane that is on the picture; None while there is none."""
        return None if self.painted is None else self.painted.order.scene.extent

    @property
    def names(self) -> list[Name]:
        """The names that asked for room, those of pins first."""
        return [] if self.painted is None else self.painted.names

    @property
    def spots(self) -> list[Spot | None]:
        """Where each name stands; None where it found no room."""
        return [] if self.painted is None else self.painted.spots

    def forget(self) -> None:
        """Let everything be painted anew; until then what there is may be shown."""
        self.stamp = (self.stamp[0] + 1, self.stamp[1])

    def forget_names(self) -> None:
        """Let the names be placed anew on the same ground."""
        self.stamp = (self.stamp[0], self.stamp[1] + 1)

    def drop(self) -> None:
        """Show nothing of it any more: it is of another pack."""
        self.forget()
        self.painted = None

    def holds(self, view: Extent, spare: int = 0) -> bool:
        """Return whether all that a view shows is on the picture, at its scale, stale or not."""
        kept = self.extent
        if kept is None:
            return False
        if kept.metres_per_pixel != view.metres_per_pixel or kept.ratio != view.ratio:
            return False
        x, y = offset(kept, view)
        across, down = x + kept.width - view.width, y + kept.height - view.height
        return max(x, y) <= -spare and min(across, down) >= spare

    def covers(self, view: Extent, spare: int = 0) -> bool:
        """Return whether the picture holds all that this view shows, as it now is."""
        fresh = self.painted is not None and self.painted.order.stamp == self.stamp
        return fresh and self.holds(view, spare)

    def has_ground(self, view: Extent, spare: int = 0) -> bool:
        """Return whether at most the names are out of date."""
        fresh = self.painted is not None and self.painted.order.stamp[0] == self.stamp[0]
        return fresh and self.holds(view, spare)

    def taken(self, view: Extent) -> Floats:
        """Return the boxes of the names on the picture, in pixels of a view of its scale."""
        kept = self.extent
        if self.painted is None or kept is None or kept.metres_per_pixel != view.metres_per_pixel:
            return np.empty((0, 4))
        own = len(self.painted.order.pins)
        found = [spot.box for spot in self.painted.spots[own:] if spot is not None]
        boxes: Floats = np.array(found).reshape(-1, 4) + np.tile(offset(kept, view), 2)
        return boxes

    def take(self, painted: Painted) -> None:
        """Show this from now on."""
        self.painted = painted

    def copy_to(self, painter: QPainter, view: Extent) -> None:
        """Copy the picture to a view; stretched while the view's scale is another."""
        painted = self.painted
        if painted is None:
            return
        parted = painted.ground.over is not None
        if strokes_wanted():
            paint = paint_land if parted else paint_ground
            paint(painter, replace(painted.order.scene, extent=view))
            painter.resetTransform()
            if not parted:
                _paint_names_of(painter, painted, view)
            return
        image = painted.ground.land if parted else painted.whole
        copy_image(painter, image, painted.order.scene.extent, view)

    def copy_over(self, painter: QPainter, view: Extent) -> None:
        """Copy what lies over the land when something goes between."""
        painted = self.painted
        if painted is None or painted.ground.over is None:
            return
        if strokes_wanted():
            paint_over(painter, replace(painted.order.scene, extent=view))
            _paint_names_of(painter, painted, view)
            return
        copy_image(painter, painted.whole, painted.order.scene.extent, view)


def _paint_names_of(painter: QPainter, painted: Painted, view: Extent) -> None:
    """Write the names of a picture as strokes."""
    scene, own = painted.order.scene, len(painted.order.pins)
    x, y = offset(scene.extent, view)
    painter.translate(round(x), round(y))
    paint_names(painter, scene.theme, painted.names[own:], painted.spots[own:])
    painter.resetTransform()


def copy_image(painter: QPainter, image: QImage, kept: Extent, view: Extent) -> None:
    """Copy an image of one part of the plane to a view, stretched when the scales differ."""
    x, y = offset(kept, view)
    if kept.metres_per_pixel == view.metres_per_pixel:
        painter.drawImage(QPointF(round(x), round(y)), image)
        return
    factor = kept.metres_per_pixel / view.metres_per_pixel
    target = QRectF(x, y, kept.width * factor, kept.height * factor)
    painter.drawImage(target, image, QRectF(image.rect()))


def offset(kept: Extent, view: Extent) -> tuple[float, float]:
    """Return at which pixel of a view a picture begins."""
    step = view.metres_per_pixel
    return (kept.left - view.left) / step, (kept.top - view.top) / step


def blank(extent: Extent, form: QImage.Format) -> QImage:
    """Return an image for an extent; its pixels are whatever was in memory."""
    image = QImage(round(extent.width * extent.ratio), round(extent.height * extent.ratio), form)
    image.setDevicePixelRatio(extent.ratio)
    return image
