"""The glass before the map: cards, buttons, scale bar, north arrow, attribution."""

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from siteselect.model.arrays import Floats
from siteselect.ui.map.button_card import ButtonCard
from siteselect.ui.map.card import Card
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.furniture import paint_attribution, paint_north, paint_scale_bar
from siteselect.ui.map.hand_tools import HandTools
from siteselect.ui.map.hover import HoverCard
from siteselect.ui.map.layers_card import LayersCard
from siteselect.ui.map.legend import Content, Legend, brief_of
from siteselect.ui.map.locator import Locator
from siteselect.ui.map.zoom_buttons import ZoomButtons
from siteselect.ui.strokes import strokes_wanted
from siteselect.ui.tasks import Tasks
from siteselect.ui.theme import Theme

EDGE = 12
"""Pixels between the cards and the edge of the map."""
ATTRIBUTION = 30
"""Pixels that the lines of attribution may take above the edge."""
NORTH = 46
"""Pixels above the buttons that the arrow to the north takes."""
GAP = 8
"""Pixels that cards keep between each other."""
NARROW = 190
"""Pixels that the tools leave free at their left."""
FREE = (8, 22, -44, -26)
"""Pixels kept free at home: above for pins, to the right for buttons, below for the scale."""
MIDDLING, ROOMY = (700, 500), (1000, 690)
"""From these sizes on the legend lies open at first: in brief, then whole, with the layers."""
COLUMNS = 440
"""Pixels from which on the legend has two columns."""


class Glass(QObject):
    """Lays what stands before the map, in pixels of the view, and paints what is no widget."""

    def __init__(self, theme: Theme, view: QWidget, tasks: Tasks | None = None) -> None:
        super().__init__(view)
        self.theme = theme
        self.view = view
        self.legend = Legend(theme, view)
        self.layers = LayersCard(theme, view)
        self.buttons = ZoomButtons(theme, view)
        self.tools = HandTools(theme, view)
        self.locator = Locator(theme, view, tasks)
        self.card = HoverCard(theme, view)
        self.foot = 0
        """Pixels at the foot on which something of the window lies."""
        self.named = QRectF()
        """Where the attribution stands."""
        self.bar = QRectF()
        """Where the scale bar stands."""
        self.covered: tuple[QRect, ...] = ()
        """Parts of the view on which something of the window lies; names leave them free."""
        self._folds_alone = True
        self._undressed = False
        self._far = True
        """Whether the overview tells nothing that the map does not."""
        for card in (self.legend, self.layers):
            card.folded.connect(self._keep_folds)
        self.locator.folded.connect(self.lay)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.theme = theme
        for each in (*self._cards(), self.card):
            each.apply_theme(theme)

    def explain(self, content: Content) -> None:
        """Let the legend speak of this content."""
        told = content if self._holds(ROOMY) else brief_of(content)
        self.legend.show_content(told, 2 if self.view.width() >= COLUMNS else 1)
        self.lay()

    def fold(self) -> None:
        """Open the cards where there is room, unless a hand has said otherwise."""
        if self._folds_alone:
            self.legend.open(self._holds(MIDDLING))
            self.layers.open(self._holds(ROOMY))

    def _holds(self, size: tuple[int, int]) -> bool:
        """Return whether the view is at least of this size."""
        return self.view.width() >= size[0] and self.view.height() - self.foot >= size[1]

    def free(self) -> QRect:
        """Return the part of the view in which pins and names have room at home."""
        left, top, right, foot = FREE
        return QRect(
            left,
            top,
            self.view.width() - left + right,
            self.view.height() - top + foot - self.foot,
        )

    def lay(self) -> None:
        """Legend at the lower left, layers at the upper right, buttons at the lower right."""
        self.legend.fit()
        self.layers.fit()
        self.buttons.adjustSize()
        right, foot = self.view.width() - EDGE, self.view.height() - self.foot - EDGE
        self.legend.move(EDGE, max(foot - self.legend.height(), EDGE))
        self.layers.move(right - self.layers.width(), EDGE)
        self.buttons.move(right - self.buttons.width(), foot - self.buttons.height() - ATTRIBUTION)

        self._lay_tools(right)
        self._lay_locator()

    def look(self, view: Extent) -> None:
        """Follow the view: the overview comes and goes with it."""
        far = not self.locator.look(view)
        if far != self._far:
            self._far = far
            self._lay_locator()

    def _lay_locator(self) -> None:
        """Lay the overview at the upper left, where it meets no other card."""
        self.locator.fit()
        self.locator.move(EDGE, EDGE)
        taken = self.locator.geometry().adjusted(-GAP, -GAP, GAP, GAP)
        others = [each for each in self._cards() if each is not self.locator]
        free = not any(taken.intersects(each.geometry()) for each in others if not each.isHidden())
        roomy = taken.bottom() <= self.view.height() - self.foot - ATTRIBUTION
        offered = not (self._far or (self._undressed and not self.locator.opened))
        self.locator.setVisible(offered and free and roomy)

    def _cards(self) -> tuple[Card | ButtonCard, ...]:
        return (self.legend, self.layers, self.buttons, self.tools, self.locator)

    def _lay_tools(self, right: int) -> None:
        """Lay the tools beside the layers, where the map is wide enough for them."""
        self.tools.adjustSize()
        end = right if self.layers.isHidden() else self.layers.x() - GAP
        self.tools.move(end - self.tools.width(), EDGE)
        self.tools.setVisible(not self._undressed and self.tools.x() >= NARROW)

    def undress(self) -> None:
        """Show the map as a picture: without what only a hand needs."""
        self._undressed = True
        for each in (self.layers, self.buttons, self.tools):
            each.hide()

    def for_hands(self) -> list[QWidget]:
        """Return what is seen and only a hand needs: a picture of the map does without."""
        cards: list[QWidget] = [self.layers, self.buttons, self.tools]
        if not self.locator.opened:
            cards.append(self.locator)
        if self.legend.edit is not None:
            cards.append(self.legend.edit)
        return [each for each in cards if each.isVisible()]

    def boxes(self) -> Floats:
        """Return the boxes of the cards, which names leave free when they can."""
        rects = [card.geometry().getRect() for card in self._cards() if card.isVisible()]
        if self.buttons.isVisible():
            rects.append((self.buttons.x(), self.buttons.y() - NORTH, self.buttons.width(), NORTH))
        rects += [each.getRect() for each in self.covered]
        table: Floats = np.array(rects, dtype=float).reshape(-1, 4)
        table[:, 2:] += table[:, :2]
        return table

    def lines(self) -> Floats:
        """Return the boxes of the scale bar and the attribution, as last painted."""
        rects = [each.getRect() for each in (self.bar, self.named) if not each.isEmpty()]
        table: Floats = np.array(rects, dtype=float).reshape(-1, 4)
        table[:, 2:] += table[:, :2]
        return table

    def paint(self, painter: QPainter, extent: Extent, attribution: tuple[str, ...]) -> None:
        """Paint scale bar, north arrow and attribution, in pixels."""
        foot = extent.height - self.foot - EDGE
        left = self.legend.geometry().right() + 2 * EDGE
        self.bar = paint_scale_bar(painter, self.theme, extent, left, foot)
        over = self.buttons.geometry()
        paint_north(painter, self.theme, QPointF(over.center().x() + 0.5, over.top() - 18))
        right = extent.width - EDGE
        room = right - self.bar.right() - 24
        whole = strokes_wanted() and not self.buttons.isVisibleTo(self.view)
        self.named = paint_attribution(
            painter, self.theme, attribution, right, foot + 6, room, whole=whole
        )

    def _keep_folds(self) -> None:
        self._folds_alone = False
        self.lay()
