"""The map: ground, names and candidate sites, painted in layers."""

from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QRect, QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from siteselect.economics.price_unit import PricesTold
from siteselect.language import say, say_name
from siteselect.model.evaluation import Evaluation
from siteselect.model.region_day import RegionDay
from siteselect.model.sites import Sites
from siteselect.ui.map.easel import Easel
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.graticule import graticule_of, paint_degrees
from siteselect.ui.map.ground import Scene, day_drawn, sign_growth
from siteselect.ui.map.legend import content_of
from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.ordering import order_of, room_for
from siteselect.ui.map.outline import Outline, paint_outline
from siteselect.ui.map.overlays import KEYS, OVERLAYS
from siteselect.ui.map.picking_view import PickingView
from siteselect.ui.map.picture import Order, Painted
from siteselect.ui.map.regions import tints_of
from siteselect.ui.map.surface_item import OverItem, SurfaceItem
from siteselect.ui.strokes import strokes_wanted
from siteselect.ui.tasks import Tasks
from siteselect.ui.theme import Theme

CALM = 160
"""Milliseconds without a new evaluation after which names and ramp follow the ranking."""
SIZED_MS = 200
"""Milliseconds at one size after which the picture, only stretched till then, is painted anew."""


class MapView(PickingView):
    """Shows a pack, a day and an evaluation."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        outline: Outline | None = None,
        tasks: Tasks | None = None,
    ) -> None:
        """`outline` is shown until there are data; without `tasks` all is painted at once."""
        super().__init__(theme, parent, tasks=tasks)
        self.setAccessibleName(say("Map"))
        self._outline = outline
        self.easel = Easel(self._order, self._bear, tasks)
        self.picture = self.easel.picture
        self._ordered: Sites | None = None
        self.surface = SurfaceItem()
        self.over = OverItem(self.picture)
        for item in (self.surface, self.over, self.pins):
            self.scene().addItem(item)
        self._asleep_with_news = False
        self._wire()
        self._calm = QTimer(self, interval=CALM, singleShot=True)
        self._calm.timeout.connect(self._follow)
        self._sized = QTimer(self, interval=SIZED_MS, singleShot=True)
        self._sized.timeout.connect(self._grown)
        self.moved.connect(self._look)
        if outline is not None:
            self.home_window = outline.home

    def _wire(self) -> None:
        """Connect the cards on the map, which none but a hand moves."""
        layers, buttons, tools = self.glass.layers, self.glass.buttons, self.glass.tools
        layers.show_overlays(self.shown)
        layers.switched.connect(self.set_overlay)
        layers.sought.connect(self.zoom_to_layer)
        buttons.closer.connect(lambda: self.zoom(0.7))
        buttons.farther.connect(lambda: self.zoom(-0.7))
        buttons.home.connect(self.home)
        tools.taken.connect(lambda tool, taken: self.take_tool(tool, taken=taken))
        self.in_hand.connect(tools.show_tool)
        self.glass.locator.sought.connect(self._seek)
        for card in (self.glass.legend, layers, self.glass.locator):
            card.folded.connect(self.viewport().update)

    @property
    def settled(self) -> bool:
        """Whether the map shows all as it now is, or will not until it is seen."""
        fresh = self.data is None or self.picture.covers(self.extent())
        return not self.isVisible() or (fresh and not self.easel.busy and not self.gliding)

    # values come down

    def show_data(self, data: MapData) -> None:
        """Show what was read of a pack, from its home view; of the same pack, from where it is."""
        if self.data is not None and data.countries is self.data.countries:
            self.show_own(data)
            return
        self.data = data
        self.home_window = data.home
        self.picture.drop()
        self.glass.locator.show_data(data)
        self.glass.layers.boxes["borders"].setToolTip(data.borders_told())
        self.glass.layers.boxes["regions"].setToolTip(say_name(data.regions_note))
        self.home()
        self._explain()

    def show_own(self, data: MapData) -> None:
        """Show the same pack with other layers or another backdrop; the view stays where it is."""
        self.data = data
        self.glass.layers.boxes["borders"].setToolTip(data.borders_told())
        self._repaint()

    def display(self, evaluation: Evaluation) -> None:
        """Show this evaluation, at once when visible."""
        self.evaluation = evaluation
        if not self.isVisible():
            self._asleep_with_news = True
            return
        if self.pins.display(evaluation):
            self._mark()
            self._follow()
        else:
            self._calm.start()

    def display_regions(self, region_day: RegionDay) -> None:
        """Tint and hatch the regions as of a day."""
        before = self.tints
        self.tints = tints_of(region_day, before.prices)
        if self.data is not None and day_drawn(self.data, before, self.theme) == day_drawn(
            self.data, self.tints, self.theme
        ):
            self._explain()
        else:
            self._repaint()

    def tell_prices(self, told: PricesTold) -> None:
        """Tell prices in other units from now on."""
        self.tints = replace(self.tints, prices=told)
        self._repaint()

    def show_selection(self, names: frozenset[str]) -> None:
        """Mark these sites; no signal follows."""
        if names == self.names:
            return
        self.names = names
        if self.isVisible():
            self._mark()
        else:
            self._asleep_with_news = True

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.theme = theme
        self.pins.apply_theme(theme)
        self.glass.apply_theme(theme)
        self._repaint()

    # overlays

    def overlays(self) -> list[tuple[str, str, bool]]:
        """Return key, title and whether it is visible of each overlay."""
        return [(each.key, say(each.title), each.key in self.shown) for each in OVERLAYS]

    def set_overlay(self, key: str, visible: bool) -> None:
        """Show or hide an overlay; KeyError when there is none of this key."""
        if key not in KEYS:
            raise KeyError(key)
        self.shown = self.shown | {key} if visible else self.shown - {key}
        self.pins.setVisible("sites" in self.shown)
        self.glass.layers.show_overlays(self.shown)
        self._repaint()

    # painting

    def drawBackground(self, painter: QPainter, rect: QRectF | Any) -> None:  # Any: Qt's QRect
        """Copy the kept picture, painted anew where it no longer holds."""
        if strokes_wanted():  # on paper nothing else keeps the map within its frame
            painter.setClipRect(rect)
        painter.save()
        painter.resetTransform()
        view = self.extent()
        if self.data is None:
            around = self.theme.water if self._outline is None else self.theme.neighbours
            painter.fillRect(QRectF(0, 0, view.width, view.height), QColor(around))
            if self._outline is not None:
                paint_outline(painter, self._outline, self.theme, view.transform)
        else:
            resting = not self.gliding and not self._sized.isActive()
            self.easel.show(painter, view, self.theme, resting=resting)
            self.rings.paint(painter, view, self.theme, self.place_of)
        painter.restore()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while hidden."""
        super().showEvent(event)
        if self._asleep_with_news:
            self._asleep_with_news = False
            if self.evaluation is not None:
                self.pins.display(self.evaluation)
            self._mark()
            self._follow()

    def _order(self, view: Extent) -> Order | None:
        """Return the order of a picture that covers a view."""
        if self.data is None:
            return None
        extent = room_for(self.picture, view)
        if extent is not self.picture.extent:
            self.pins.arrange(view)
        scene = Scene(self.data, self.tints, self.theme, self.shown, extent)
        self._ordered = self.pins.sites
        return order_of(
            scene, view, self.picture, self.pins, self.glass.boxes(), parted=self.over.isVisible()
        )

    def _bear(self, painted: Painted) -> None:
        """Let the pins bear the names that found room, when they are still of these sites."""
        if self._ordered is self.pins.sites:
            self.pins.bear(painted.order, painted.names, painted.spots)
        self.viewport().update()

    # between the land and the sites

    def show_surface(self, *, shown: bool) -> None:
        """Show the surface item, between the land and all that lies over it, or hide it."""
        if shown != self.over.isVisible():
            self.surface.setVisible(shown)
            self.over.setVisible(shown)
            self._repaint()

    # following

    def _follow(self) -> None:
        """Let ramp, crowding and names follow the ranking as it now stands."""
        self._calm.stop()
        self.pins.fit_domain()
        self.pins.arrange(self.extent())
        self.picture.forget_names()
        self.viewport().update()
        self._explain()

    def _repaint(self) -> None:
        self.picture.forget()
        self.viewport().update()
        self._explain()

    def _explain(self) -> None:
        """Let the legend speak of what is drawn now."""
        growth = sign_growth(self.extent())
        content = content_of(
            self.data, self.tints, self.evaluation, self.pins.domain, self.shown, growth
        )
        self.glass.explain(content)

    def _look(self) -> None:
        extent = self.extent()
        for item in (self.surface, self.over, self.pins):
            item.look(extent)
        self.glass.look(extent)
        self._tell_middle()

    def _seek(self, x: float, y: float) -> None:
        """Stand over a point that was sought in the overview."""
        self.at_home = False
        self.look_at(x, y, self.metres_per_pixel)

    # what lies on the map

    def reserve_foot(self, pixels: int) -> None:
        """Keep so many pixels at the foot free: something of the window lies there."""
        self.glass.foot = pixels
        self.glass.lay()
        if self.at_home:
            self.home()
        self.viewport().update()

    def free(self) -> QRect:
        """Return the part of the view in which pins and names have room at home."""
        return self.glass.free()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards anew; on a small map they fold, unless a hand has said otherwise."""
        if self.isVisible() and self.easel.waits:
            self._sized.start()
        super().resizeEvent(event)
        self.glass.fold()
        if self._sized.isActive():
            self.glass.lay()
        else:
            self._explain()

    def _grown(self) -> None:
        """Paint anew what was only stretched while a hand made the view larger or smaller."""
        self._explain()
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF | Any) -> None:  # Any: Qt's QRect
        """Paint scale bar, north arrow and attribution on the glass."""
        del rect
        if self.data is None:
            return
        painter.save()
        painter.resetTransform()
        self.paint_hands(painter, self.theme)
        extent = self.extent()
        self.glass.paint(painter, extent, self.attribution())
        if "graticule" in self.shown:
            self._tell_degrees(painter, extent)
        painter.restore()

    def _tell_degrees(self, painter: QPainter, extent: Extent) -> None:
        """Write degrees at the edges, of the lines as they are on the picture."""
        kept = self.picture.extent or extent
        lines = graticule_of(extent, kept.metres_per_pixel)
        frame = (0.0, 0.0, float(extent.width), float(extent.height - self.glass.foot))
        pins = self.pins.taken() if "sites" in self.shown else np.empty((0, 4))
        taken = np.vstack(
            (self.glass.boxes(), self.glass.lines(), pins, self.picture.taken(extent))
        )
        paint_degrees(painter, self.theme, lines, frame, taken)

    def _mark(self) -> None:
        """Mark the picked sites; their names find room anew."""
        super()._mark()
        self.picture.forget_names()
