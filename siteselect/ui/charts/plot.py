"""A plot with numeric axes, drawn by pyqtgraph in the program's own look.

Only charts that are shown import this module: pyqtgraph is not part of the start.
"""

import math
from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from siteselect.ui import figures
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.painting import face
from siteselect.ui.widgets.tips import tip

pg.setConfigOptions(antialias=True)
GRID = 255
"""Opacity of grid lines: they bear the theme's quietest colour already."""


class Plot(QWidget):
    """Two axes and what is laid between them.

    `clicked` is emitted with a point in values and whether Ctrl was held; `doubled` after a double
    click; `moved` when another part is seen.
    """

    clicked = Signal(QPointF, bool)
    doubled = Signal()
    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, movable: bool = False) -> None:
        super().__init__(parent)
        self.widget: Any = pg.PlotWidget(parent=self, background=None, enableMenu=False)
        """pyqtgraph carries no types."""
        item = self.widget.getPlotItem()
        item.hideButtons()
        item.setContentsMargins(0, 2, 8, 0)
        item.setMouseEnabled(x=movable, y=movable)
        self.box: Any = item.getViewBox()
        self.box.setDefaultPadding(0.0)
        self.box.disableAutoRange()
        self.left: Any = item.getAxis("left")
        self.foot: Any = item.getAxis("bottom")
        self.movable = movable
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if movable else Qt.FocusPolicy.NoFocus)
        self.widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.widget.setFrameShape(self.widget.Shape.NoFrame)
        self.widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.widget.viewport().installEventFilter(self)
        self.widget.scene().sigMouseClicked.connect(self._clicked)
        self.box.sigRangeChanged.connect(lambda *_: self.moved.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.widget)
        self.setMinimumSize(180, 80)
        self._set_up_axes()
        self.dress(theme)

    def explain(self, point: QPointF) -> str:
        """Return what a tool tip says of a point in values; each plot has its own words."""
        del point
        return ""

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self.theme = theme
        self.widget.setBackground(theme.panel)
        for axis in (self.left, self.foot):
            axis.setPen(QPen(QColor(theme.line), 1.0))
            axis.setTextPen(QColor(theme.muted))
        self.redraw()

    def redraw(self) -> None:
        """Paint what stands within the axes anew."""
        self.widget.viewport().update()

    def name_axes(self, across: str, up: str) -> None:
        """Write titles, with units, at the axes; an empty one takes no room."""
        for axis, title in ((self.foot, across), (self.left, up)):
            axis.setLabel(title, **{"font-size": "11px", "color": self.theme.muted})
            axis.showLabel(bool(title))

    def name_steps(self, side: str, steps: Sequence[tuple[float, str]]) -> None:
        """Write words in place of numbers along one axis."""
        (self.left if side == "left" else self.foot).setTicks([list(steps), []])

    def show_range(self, across: tuple[float, float], up: tuple[float, float]) -> None:
        """Show this part of the plane."""
        if [list(across), list(up)] != self.box.viewRange():
            self.box.setRange(xRange=across, yRange=up, padding=0.0)

    def seen(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return the part of the plane that is shown: across, and upwards."""
        (left, right), (low, high) = self.box.viewRange()
        return (left, right), (low, high)

    def frame(self) -> QRectF:
        """Return where the space between the axes lies, in pixels of the plot."""
        frame: QRectF = self.box.sceneBoundingRect()
        return frame

    def zoom(self, factor: float) -> None:
        """Show more or less about the middle."""
        self.box.scaleBy((factor, factor))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell what is under the pointer, and follow double clicks."""
        if isinstance(event, QHelpEvent):
            words = self.explain(self.value_at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), tip(words), self)
            return True
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.doubled.emit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with + and -, show all with Home."""
        if not self.movable:
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom(0.8)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(1.25)
        elif event.key() == Qt.Key.Key_Home:
            self.home()
        else:
            super().keyPressEvent(event)

    def home(self) -> None:
        """Show what is shown at first; a plot that can be moved has its own way."""

    def value_at(self, pixel: QPointF) -> QPointF:
        """Return the values at a pixel of the plot."""
        value: QPointF = self.box.mapSceneToView(pixel)
        return value

    def _clicked(self, event: Any) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not event.double():
            together = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.clicked.emit(self.value_at(event.scenePos()), together)

    def _set_up_axes(self) -> None:
        for axis in (self.left, self.foot):
            axis.setStyle(
                tickFont=face("small"),
                tickLength=0,
                tickTextOffset=4,
                autoExpandTextSpace=True,
                autoReduceTextSpace=False,
                hideOverlappingLabels=False,
                maxTextLevel=0,
                maxTickLevel=0,
            )
            axis.tickStrings = _figures
            axis.enableAutoSIPrefix(False)
            axis.setGrid(GRID)
            axis.setZValue(-1)  # beneath what stands between the axes
            axis.setTickDensity(0.7)


def _figures(values: Sequence[float], scale: float, spacing: float) -> list[str]:
    """Return ticks as numbers are written everywhere else."""
    places = max(0, math.ceil(-math.log10(spacing * scale) - 1e-9))
    return [figures.number(value * scale, places) for value in values]
