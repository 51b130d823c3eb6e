"""The map of a stage: no cards on it, drawn at the stage's magnification, flown over smoothly."""

import math
import sys
import time
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap

from siteselect.model.scene import Bounds
from siteselect.ui.map.bounds import bounds_of, window_of
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.ground import Scene, paint_ground
from siteselect.ui.map.map_view import MapView
from siteselect.ui.present.flight import Flight, Pose
from siteselect.ui.theme import Theme

FRAME_MS = 15
TOO_SLOW_MS = 150.0
"""Two frames in a row that take longer end a flight: a cut is better than a stutter."""
EVEN_S, SWIFT_S = 0.005, 0.0005
"""How soon the interpreter turns to another thread: sooner in flight, so that frames wait less."""
MOST_PIXELS = 2_500_000
"""The ground of a flight has at most so many: fine enough where it lands, soon painted."""


class StageMap(MapView):
    """Shows one part of the map in what is free of words. `landed` is emitted after a flight."""

    landed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.ratio = 1.0
        """Device pixels to a pixel of this view, the stage's magnification among them."""
        self.room = QRect()
        """What headline, card and foot leave free; empty is all."""
        self.bounds: Bounds | None = None
        self.frames_ms: list[float] = []
        """How long after the one before each frame of the last flight came."""
        self._flight: Flight | None = None
        self._began = 0.0
        self._last = 0.0
        self._far = QPixmap()
        self._far_extent: Extent | None = None
        self._wing = QTimer(self, interval=FRAME_MS)
        self._wing.timeout.connect(self._beat)
        self.glass.undress()
        self.glass.legend.hide()
        self.glass.locator.open(opened=False)  # folded it stays out of pictures

    # where to look

    @property
    def flying(self) -> bool:
        """Whether the view is on its way to a scene."""
        return self._wing.isActive()

    @property
    def gliding(self) -> bool:
        """Whether the scale is on its way to another."""
        return super().gliding or self.flying

    def extent(self) -> Extent:
        """Return the part of the plane that is seen, at the stage's own density of pixels."""
        return replace(super().extent(), ratio=self.ratio)

    def free(self) -> QRect:
        """Return what headline, card and foot leave free."""
        return self.room if self.room.isValid() else self.viewport().rect()

    def seen(self) -> Bounds | None:
        """Return what is free of words, in degrees; None while the whole region is shown."""
        return self.bounds if self.at_home else bounds_of(self, self.free())

    def show_bounds(self, bounds: Bounds | None, *, smooth: bool) -> None:
        """Go to a part of the map, None for the whole region; by flight when that is wanted."""
        self._stop()
        self._wing.stop()
        self.bounds = bounds
        target = self.pose_of(bounds)
        flight = Flight(self.pose(), target, float(max(self.viewport().width(), 1)))
        if not smooth or self.data is None or flight.milliseconds == 0:
            self._land(target)
            return
        self._flight = flight
        self._prepare(flight)
        self.frames_ms = []
        self._began = self._last = time.perf_counter()
        sys.setswitchinterval(SWIFT_S)
        self._wing.start()

    def pose(self) -> Pose:
        """Return where the view stands."""
        return Pose(*self.centre, self.metres_per_pixel)

    def pose_of(self, bounds: Bounds | None) -> Pose:
        """Return from where a part of the map is seen whole in what is free."""
        left, top, right, foot = self.home_window if bounds is None else window_of(bounds)
        free, middle = self.free(), self.viewport().rect().center()
        wide, high = max(free.width(), 40), max(free.height(), 40)
        step = self._held(max((right - left) / wide, (foot - top) / high))
        aside = free.center() - middle
        x, y = (left + right) / 2 - aside.x() * step, (top + foot) / 2 - aside.y() * step
        return Pose(x, y, step)

    def home(self) -> None:
        """Show the part of the map that the scene wants."""
        self._land(self.pose_of(self.bounds))

    def refresh(self) -> None:
        """Place names and pins anew at once, as they stand at rest."""
        self.settle()
        self._mark()
        self._follow()

    def settle(self) -> None:
        """End a flight where it leads."""
        if self._flight is not None and self.flying:
            self._land(self._flight.end)

    def _land(self, pose: Pose) -> None:
        was_flying = self.flying
        self._wing.stop()
        sys.setswitchinterval(EVEN_S)
        self._flight = None
        self._far = QPixmap()
        self._far_extent = None
        self.look_at(pose.x, pose.y, pose.metres_per_pixel)
        self.at_home = True  # of this scene: a hand that moves the map leaves it
        if was_flying:
            self._follow()
            self.landed.emit()

    def _beat(self) -> None:
        """Take one step of the flight."""
        now = time.perf_counter()
        self.frames_ms.append(1000 * (now - self._last))
        self._last = now
        if self._flight is None:
            self._wing.stop()
            return
        share = 1000 * (now - self._began) / self._flight.milliseconds
        pose = self._flight.at(share)
        stutters = len(self.frames_ms) > 1 and min(self.frames_ms[-2:]) > TOO_SLOW_MS
        if share >= 1.0 or stutters:
            self._land(self._flight.end)
        else:
            self.look_at(pose.x, pose.y, pose.metres_per_pixel)

    # painting

    def _prepare(self, flight: Flight) -> None:
        """Paint once the ground that the flight will pass over, without names."""
        if self.data is None:
            return
        size = self.viewport().size()
        step = min(flight.start.metres_per_pixel, flight.end.metres_per_pixel)
        ends = [flight.at(each / 8) for each in range(9)]
        half = [(p.metres_per_pixel * size.width() / 2, p.metres_per_pixel * size.height() / 2)
                for p in ends]  # fmt: skip
        left = min(p.x - h[0] for p, h in zip(ends, half, strict=True))
        right = max(p.x + h[0] for p, h in zip(ends, half, strict=True))
        top = min(p.y - h[1] for p, h in zip(ends, half, strict=True))
        foot = max(p.y + h[1] for p, h in zip(ends, half, strict=True))
        step = max(step, math.sqrt((right - left) * (foot - top) / MOST_PIXELS))
        across, down = math.ceil((right - left) / step), math.ceil((foot - top) / step)
        extent = Extent(left, top, step, across, down)
        self._far = QPixmap(QSize(across, down))
        painter = QPainter(self._far)
        paint_ground(painter, Scene(self.data, self.tints, self.theme, self.shown, extent))
        painter.end()
        self._far_extent = extent

    def drawBackground(self, painter: QPainter, rect: QRectF | Any) -> None:  # Any: Qt's QRect
        """Copy the kept picture; in flight, stretch the ground that was painted for it."""
        if not self.flying or self._far_extent is None:
            super().drawBackground(painter, rect)
            return
        view, far = self.extent(), self._far_extent
        factor = far.metres_per_pixel / view.metres_per_pixel
        target = QRectF(
            (far.left - view.left) / view.metres_per_pixel,
            (far.top - view.top) / view.metres_per_pixel,
            far.width * factor,
            far.height * factor,
        )
        painter.save()
        painter.resetTransform()
        painter.fillRect(QRectF(0, 0, view.width, view.height), QColor(self.theme.neighbours))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, self._far, QRectF(self._far.rect()))
        painter.restore()

    def drawForeground(self, painter: QPainter, rect: QRectF | Any) -> None:  # Any: Qt's QRect
        """Leave the glass free: the stage tells sources and scale."""
        del painter, rect

    def _repaint(self) -> None:
        super()._repaint()
        if self._flight is not None and self.flying:
            self._prepare(self._flight)

    def _explain(self) -> None:
        """Tell nothing: a stage has no legend card."""
