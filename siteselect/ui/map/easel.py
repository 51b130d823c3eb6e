"""Where the picture of the map is painted: on another thread, while the last one is shown."""

import logging
from collections.abc import Callable
from functools import partial
from weakref import WeakMethod

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from siteselect.progress import Progress, silent
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.ground import Scene, paint_ground
from siteselect.ui.map.levels import Window
from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.picture import (
    SPARE,
    Order,
    Painted,
    Picture,
    blank,
    copy_image,
    paint_order,
    painting,
)
from siteselect.ui.strokes import strokes_wanted
from siteselect.ui.tasks import Tasks
from siteselect.ui.theme import Theme

LOG = logging.getLogger(__name__)
KEY = "map picture"
FAR = 900
"""Pixels across of the picture of the whole region that is stretched under a view."""

OrderOf = Callable[[Extent], Order | None]
"""From a view to the order of a picture that covers it; None while there is nothing to paint."""


class Easel:
    """Keeps the picture of the map fresh; without `tasks` it paints at once, on this thread.

    One picture is painted at a time. What changes meanwhile is painted next, so that a hand that
    moves on and on sees each picture as soon as it is ready, and never waits for one.
    """

    def __init__(
        self, order_of: OrderOf, arrived: Callable[[Painted], object], tasks: Tasks | None
    ) -> None:
        self.picture = Picture()
        self.pictures = 0
        """How many were painted."""
        self._order_of = WeakMethod(order_of)  # the view that shows the easel owns it
        self._arrived = WeakMethod(arrived)
        self._tasks = tasks
        self._far: tuple[Extent, QImage] | None = None
        self._far_of: tuple[MapData, Theme, frozenset[str]] | None = None

    @property
    def waits(self) -> bool:
        """Whether pictures come later, from another thread."""
        return self._tasks is not None

    @property
    def busy(self) -> bool:
        """Whether a picture is being painted."""
        return self._tasks is not None and KEY in self._tasks.running

    def show(self, painter: QPainter, view: Extent, theme: Theme, *, resting: bool) -> None:
        """Copy the picture to a view, and see to a fresh one; none while the scale glides."""
        picture = self.picture
        at_once = self._tasks is None or strokes_wanted()  # paper waits for nobody
        if at_once and not picture.covers(view) and (resting or picture.painted is None):
            self._paint(view)
        wanted = resting and not at_once and not self.busy
        if wanted and not picture.covers(view, min(SPARE, view.width // 8)):
            self._send(view)
        if not picture.holds(view) and not strokes_wanted():
            self._paint_under(painter, view, theme)
        picture.copy_to(painter, view)

    def _order(self, view: Extent) -> Order | None:
        order_of = self._order_of()
        return None if order_of is None else order_of(view)

    def _paint(self, view: Extent) -> None:
        order = self._order(view)
        if order is not None:
            self._take(paint_order(order))

    def _take(self, painted: object) -> None:
        if isinstance(painted, Painted):
            self.pictures += 1
            self.picture.take(painted)
            arrived = self._arrived()
            if arrived is not None:
                arrived(painted)
            self._see_far(painted.order.scene)

    def _send(self, view: Extent) -> None:
        order = self._order(view)
        if order is not None and self._tasks is not None:
            self._tasks.start(KEY, partial(paint_order, order), self._take, _tell)

    # the whole region, small, for what is not painted yet

    def _see_far(self, scene: Scene) -> None:
        """Order the whole region as it now looks."""
        known = (scene.data, scene.theme, scene.shown)
        if self._tasks is None or self._far_of == known:
            return
        self._far_of = known
        work = partial(_paint_far, scene)
        self._tasks.start("far picture", work, self._take_far, _tell)

    def _take_far(self, far: object) -> None:
        if isinstance(far, tuple):
            self._far = far

    def _paint_under(self, painter: QPainter, view: Extent, theme: Theme) -> None:
        painter.fillRect(QRectF(0, 0, view.width, view.height), QColor(theme.neighbours))
        if self._far is not None:
            extent, image = self._far
            copy_image(painter, image, extent, view)


def _paint_far(scene: Scene, progress: Progress = silent) -> tuple[Extent, QImage]:
    """Return the whole region without its signs, so large that a view may be stretched from it."""
    left, top, right, foot = _around(scene.data.home)
    step = (right - left) / FAR
    extent = Extent(left, top, step, FAR, max(round((foot - top) / step), 1))
    image = blank(extent, QImage.Format.Format_RGB32)
    bare = scene.shown - {"stations", "crossings", "airports", "graticule"}
    with painting(image) as painter:
        paint_ground(painter, Scene(scene.data, scene.tints, scene.theme, bare, extent), progress)
    return extent, image


def _around(home: Window) -> Window:
    """Return the window that a view can reach when it stands farthest back."""
    left, top, right, foot = home
    wide, high = 0.4 * (right - left), 0.4 * (foot - top)
    return left - wide, top - high, right + wide, foot + high


def _tell(fault: Exception) -> None:
    """Let a picture that failed be a fault of the program, told once and not every frame."""
    LOG.error("The map could not be painted", exc_info=fault)
