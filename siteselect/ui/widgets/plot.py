"""A picture on numeric axes in our colours; pyqtgraph draws, and is imported with the first one."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from siteselect.ui.theme import SIZES, Theme
from siteselect.ui.widgets.painting import face


class Plot:
    """A plot without mouse and menu, dressed in a theme."""

    def __init__(self, parent: QWidget, theme: Theme, name: str) -> None:
        import pyqtgraph

        self.pg: Any = pyqtgraph  # ships no types
        self.theme = theme
        self._label = ""
        self.widget: Any = pyqtgraph.PlotWidget(parent, enableMenu=False)
        menu = self.widget.getPlotItem().ctrlMenu  # made in any case; let it go with the plot
        menu.setParent(self.widget, Qt.WindowType.Popup)
        self.widget.setAccessibleName(name)
        self.widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.widget.hideButtons()
        self.widget.setMouseEnabled(False, False)
        self.widget.setFrameShape(self.widget.Shape.NoFrame)
        self.widget.viewport().setMouseTracking(True)
        for side in ("left", "bottom"):
            self.widget.getAxis(side).enableAutoSIPrefix(False)
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """Take on other colours; what is drawn takes them when it is drawn anew."""
        self.theme = theme
        self.widget.setBackground(QColor(theme.panel))
        for side in ("left", "bottom"):
            axis = self.widget.getAxis(side)
            axis.setPen(QColor(theme.line))
            axis.setTextPen(QColor(theme.muted))
            axis.setStyle(tickFont=face("small"), tickTextOffset=4, tickLength=-4)

        self.label(self._label)

    def label(self, text: str) -> None:
        """Write what the lower axis measures."""
        self._label = text
        style = {"color": self.theme.muted, "font-size": f"{SIZES['small']}px"}
        self.widget.setLabel("bottom", text or None, **style)

    def clear(self) -> None:
        """Take everything out."""
        self.widget.clear()

    def pen(self, colour: str | QColor, width: float = 1.0, *, dashed: bool = False) -> Any:
        """Return a pen of pyqtgraph."""
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        return self.pg.mkPen(QColor(colour), width=width, style=style)

    def words(self, text: str, colour: str, x: float, y: float, anchor: tuple[float, float]) -> Any:
        """Write words at a point; `anchor` tells which corner of them lies there."""
        item = self.pg.TextItem(text, color=QColor(colour), anchor=anchor)
        item.setFont(face("small", bold=True))
        item.setPos(x, y)
        self.widget.addItem(item, ignoreBounds=True)
        return item

    def values_at(self, x: float, y: float) -> tuple[float, float]:
        """Return the values at a place of the widget, in pixels."""
        scene = self.widget.mapToScene(round(x), round(y))
        view = self.widget.getViewBox().mapSceneToView(scene)
        return float(view.x()), float(view.y())
