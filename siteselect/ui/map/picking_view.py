"""A map of sites under a hand: what the pointer is over is told, what it clicks is picked."""

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from siteselect.language import say
from siteselect.model.arrays import Floats
from siteselect.model.evaluation import Evaluation
from siteselect.ui.map.extent import window_about
from siteselect.ui.map.glass import Glass
from siteselect.ui.map.handed_view import HandedView, within
from siteselect.ui.map.hover import region_at, story_at
from siteselect.ui.map.layer_reach import own_key, reach_of
from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.overlays import OVERLAYS, SHOWN_AT_FIRST, layers_of
from siteselect.ui.map.projection import position_text, scale
from siteselect.ui.map.regions import NO_TINTS
from siteselect.ui.map.sites_item import SitesItem
from siteselect.ui.map.telling import Story, tell_site
from siteselect.ui.tasks import Tasks
from siteselect.ui.theme import Theme


class PickingView(HandedView):
    """Knows the sites and the ground beneath them; MapView paints both.

    `selected` is emitted when a hand picks sites, with the frozenset of their names. `position`
    is emitted when the pointer or the view moves, with coordinates and scale as text.
    """

    selected = Signal(object)
    position = Signal(str)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, tasks: Tasks | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.data: MapData | None = None
        self.tints = NO_TINTS
        self.evaluation: Evaluation | None = None
        self.names: frozenset[str] = frozenset()
        self.shown = SHOWN_AT_FIRST
        self.pins = SitesItem(theme)
        self.glass = Glass(theme, self, tasks)

    # where to look

    def zoom_to(self, names: frozenset[str]) -> None:
        """Show these sites, with some land around them."""
        rows = [row for row in self._rows(names) if self.pins.on_map(row)]
        if not rows:
            return
        self.fit(window_about(self.pins.east[rows], self.pins.south[rows]), 40)

    def layers(self) -> list[tuple[str, str]]:
        """Return key and title of each layer that can be looked at, those of the user's last."""
        own = () if self.data is None else self.data.own
        return [(each.key, say(each.title)) for each in OVERLAYS] + [
            (own_key(each), each.layer.title) for each in own
        ]

    def zoom_to_layer(self, key: str) -> None:
        """Show the whole of a layer; nothing happens where nothing of it is there."""
        window = None if self.data is None else reach_of(key, self.data, self.pins)
        if window == self.home_window:
            self.home()
        elif window is not None:
            self.fit(window, 24)

    # what a hand does

    def picked(self) -> frozenset[str]:
        """Return the names of the picked sites."""
        return self.names

    def picked_pin(self, pixel: QPointF) -> str:
        """Return the name of the picked site whose pin is at a pixel; empty when there is none."""
        name = self._name(self._site_at(pixel))
        return name if name in self.names else ""

    def jurisdiction_at(self, pixel: QPointF) -> str:
        """Return whose law holds at a pixel; empty beyond the pack's regions."""
        if self.data is None:
            return ""
        row = region_at(self.data, self.extent(), (pixel.x(), pixel.y()))
        return self.data.region_rows[row].jurisdiction if row >= 0 else ""

    def pick_where(self, inside: Floats, *, adding: bool) -> None:
        """Pick the sites whose pins lie in a polygon of n x 2 pixels."""
        rows = self.pins.drawn
        found = rows[within(self.pins.at[rows], inside)].tolist() if "sites" in self.shown else []
        self._pick(frozenset(map(self._name, found)) | (self.names if adding else frozenset()))

    def click(self, pixel: QPointF, *, adding: bool) -> None:
        """Choose the site under the pointer, with Ctrl add it or take it away; or lay the tape."""
        if self.tape is not None:
            self.tape.set_point(*self.plane_at(pixel))
            self.viewport().update()
            return
        name = self._name(self._site_at(pixel))
        names = frozenset({name}) if name else frozenset()
        self._pick(self.names ^ names if adding else names)

    def _pick(self, names: frozenset[str]) -> None:
        if names != self.names:
            self.names = names
            self._mark()
            self.selected.emit(names)

    def site_under(self, at: QPoint) -> str:
        """Return the name of the site at a place of the view; empty where there is none."""
        return self._name(self._site_at(QPointF(at)))

    def hover(self, pixel: QPointF) -> None:
        """Ring the site under the pointer, and tell coordinates and scale."""
        x, y = self.plane_at(pixel)
        self.position.emit(position_text(x, y, scale(y, self.metres_per_pixel)))
        row = self._site_at(pixel)
        if row != self.pins.hovered:
            self.pins.hovered = row
            self.pins.update()
            if row >= 0:
                self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            else:
                self._point()
        story, soon = self._story(row, pixel)
        self.glass.card.tell(story, pixel.toPoint(), soon=soon, foot=self.glass.foot)

    def leave(self) -> None:
        """Ring nothing; tell of the middle of the map."""
        self.glass.card.tell(None, QPoint(), soon=True)
        if self.pins.hovered >= 0:
            self.pins.hovered = -1
            self.pins.update()
        self._tell_middle()

    def attribution(self) -> tuple[str, ...]:
        """Return who must be named for what is drawn."""
        return () if self.data is None else self.data.named_for(layers_of(self.shown))

    # what is where

    def _story(self, row: int, pixel: QPointF) -> tuple[Story | None, bool]:
        if row >= 0 and self.evaluation is not None:
            return tell_site(self.evaluation, row, self.data, self.tints.prices), True
        if self.data is None:
            return None, False
        if self.glass.named.contains(pixel):
            return Story(say("Sources"), (), self.attribution()), True
        at = (pixel.x(), pixel.y())
        return story_at(self.data, self.tints, self.shown, self.extent(), at)

    def _tell_middle(self) -> None:
        x, y = self.centre
        self.position.emit(position_text(x, y, scale(y, self.metres_per_pixel)))

    def _mark(self) -> None:
        """Mark the picked sites."""
        self.pins.selected = np.array(self._rows(self.names), np.intp)
        self.pins.arrange(self.extent())
        self.viewport().update()

    def _rows(self, names: frozenset[str]) -> list[int]:
        items = self.pins.sites.items if self.pins.sites is not None else ()
        return [row for row, site in enumerate(items) if site.name in names]

    def _site_at(self, pixel: QPointF) -> int:
        return self.pins.hit(pixel.x(), pixel.y()) if "sites" in self.shown else -1

    def _name(self, row: int) -> str:
        return self.pins.sites.items[row].name if row >= 0 and self.pins.sites is not None else ""
