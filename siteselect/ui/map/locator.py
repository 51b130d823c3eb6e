"""The overview: the whole region small, and on it what the map shows of it."""

import logging
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from siteselect.language import say
from siteselect.progress import Progress, silent
from siteselect.ui.map.card import Card
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.ground import Scene, paint_ground
from siteselect.ui.map.levels import Window
from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.picture import blank, painting
from siteselect.ui.map.regions import NO_TINTS
from siteselect.ui.tasks import Tasks
from siteselect.ui.theme import Theme

LOG = logging.getLogger(__name__)
WIDE, HIGH = 136, 104
"""Pixels that the picture of the region may take."""
DENSE = 2.0
"""Device pixels to a pixel, so that it is sharp on paper too."""
PART = 0.55
"""The overview is of use when at most this share of the region is seen."""
LEAST = 7.0
"""Pixels of the frame along a side, however little is seen."""
KEY = "overview"
SHOWN = frozenset({"borders", "lakes"})


@dataclass(frozen=True, slots=True, eq=False)
class _Small:
    """The whole region in one look."""

    data: MapData
    theme: Theme
    extent: Extent
    image: QImage


class Locator(Card):
    """Shows where the view is; `sought` is emitted with a point of the plane that a hand seeks."""

    sought = Signal(float, float)

    def __init__(self, theme: Theme, parent: QWidget, tasks: Tasks | None = None) -> None:
        """Without `tasks` the region is painted at once."""
        self.small = _SmallMap()
        super().__init__(say("Overview"), theme, parent)
        self._tasks = tasks
        self._data: MapData | None = None
        column = QVBoxLayout(self.body)
        column.setContentsMargins(4, 0, 0, 2)
        column.addWidget(self.small)
        self.small.setParent(self.body)
        self.small.sought.connect(self.sought)
        self.hide()

    def show_data(self, data: MapData) -> None:
        """Show the region of these data."""
        self._data = data
        self.small.setFixedSize(size_of(data.home))
        self.fit()

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        super().apply_theme(theme)
        self.small.theme = theme
        self.small.update()

    def look(self, view: Extent) -> bool:
        """Note what is seen; return whether the overview tells anything that the map does not."""
        self.small.view = view
        if self._data is None or share_seen(self._data.home, view) > PART:
            return False
        self._see_to_it(self._data)
        self.small.update()
        return True

    def _see_to_it(self, data: MapData) -> None:
        """Have the region painted, once for each look."""
        wanted = (data, self.theme)
        if wanted == self.small.ordered:
            return
        self.small.ordered = wanted
        work = partial(_paint, data, self.theme)
        if self._tasks is None:
            self.small.take(work())
        else:
            key = f"{KEY} {id(self)}"  # maps that share their tasks have an overview each
            self._tasks.start(key, work, self.small.take, _tell)


class _SmallMap(QWidget):
    """The picture in the card. `sought` is emitted when a hand clicks or drags on it."""

    sought = Signal(float, float)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("Where the map is in the region"))
        self.setToolTip(say("Click or drag to move the map"))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFixedSize(WIDE, HIGH)
        self.theme: Theme | None = None
        self.view: Extent | None = None
        self.ordered: tuple[MapData, Theme] | None = None
        self._small: _Small | None = None

    def take(self, small: object) -> None:
        """Show this from now on, when it is still what was ordered."""
        if isinstance(small, _Small) and (small.data, small.theme) == self.ordered:
            self._small = small
            self.update()

    def frame(self) -> QRectF:
        """Return where the view is, in pixels; empty while nothing is known."""
        if self._small is None or self.view is None:
            return QRectF()
        left, top, right, foot = self.view.window
        seen = self._small.extent.transform.mapRect(QRectF(left, top, right - left, foot - top))
        middle = seen.center()
        seen.setSize(seen.size().expandedTo(QRectF(0, 0, LEAST, LEAST).size()))
        seen.moveCenter(middle)
        return seen

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along with the hand."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek(event)

    def _seek(self, event: QMouseEvent) -> None:
        event.accept()
        if self._small is not None and event.button() is not Qt.MouseButton.RightButton:
            extent, at = self._small.extent, event.position()
            step = extent.metres_per_pixel
            self.sought.emit(extent.left + at.x() * step, extent.top + at.y() * step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the region, and the frame of the view on it."""
        del event
        if self._small is None or self.theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        image = self._small.image
        painter.drawImage(box, image, QRectF(image.rect()))
        painter.setClipRect(box)
        accent, seen = QColor(self.theme.accent), self.frame()
        pale = QColor(accent)
        pale.setAlphaF(0.18)
        painter.setPen(QPen(QColor(self.theme.panel), 3.6))
        painter.setBrush(pale)
        painter.drawRect(seen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, 1.8))
        painter.drawRect(seen)
        painter.setClipping(False)
        painter.setPen(QPen(QColor(self.theme.line), 1.0))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


def size_of(home: Window) -> QSize:
    """Return the pixels in which a region is shown whole."""
    left, top, right, foot = home
    step = max((right - left) / WIDE, (foot - top) / HIGH)
    return QSize(round((right - left) / step), round((foot - top) / step))


def share_seen(home: Window, view: Extent) -> float:
    """Return which share of a region is seen."""
    left, top, right, foot = home
    seen = view.window
    wide = max(min(right, seen[2]) - max(left, seen[0]), 0.0)
    high = max(min(foot, seen[3]) - max(top, seen[1]), 0.0)
    return wide * high / ((right - left) * (foot - top))


def _paint(data: MapData, theme: Theme, progress: Progress = silent) -> _Small:
    """Paint the whole region: on any thread, for there is nothing here but images and values."""
    left, top, right, foot = data.home
    size = size_of(data.home)
    step = max((right - left) / size.width(), (foot - top) / size.height())
    extent = Extent(left, top, step, size.width(), size.height(), DENSE)
    image = blank(extent, QImage.Format.Format_RGB32)
    with painting(image) as painter:
        paint_ground(painter, Scene(data, NO_TINTS, theme, SHOWN, extent), progress)
    image.setDevicePixelRatio(1.0)
    return _Small(data, theme, extent, image)


def _tell(fault: Exception) -> None:
    LOG.error("The overview could not be painted", exc_info=fault)
