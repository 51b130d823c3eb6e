"""A map of sites under a hand: what the pointer is over is told, what it clicks is picked."""

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from siteselect.geo.notation import DECIMAL
from siteselect.language import say
from siteselect.model.arrays import Floats
from siteselect.model.evaluation import Evaluation
from siteselect.ui.map.cluster_story import plain, tell_cluster
from siteselect.ui.map.extent import window_about
from siteselect.ui.map.glass import Glass
from siteselect.ui.map.handed_view import HandedView, within
from siteselect.ui.map.hover import region_at, story_at
from siteselect.ui.map.layer_reach import own_key, reach_of
from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.overlays import OVERLAYS, SHOWN_AT_FIRST, layers_of
from siteselect.ui.map.plane_view import NEAREST
from siteselect.ui.map.projection import position_text, scale
from siteselect.ui.map.regions import NO_TINTS
from siteselect.ui.map.rings import Place, Rings
from siteselect.ui.map.sites_item import SitesItem
from siteselect.ui.map.stops import Stop, after, stops_of
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
        self.notation = DECIMAL
        self.rings = Rings()
        self.pins = SitesItem(theme)
        self.glass = Glass(theme, self, tasks)
        self.setAccessibleDescription(
            say(
                "The ranking is the table of this map: it lists every site with its place, score "
                "and reasons. Arrows move the map, plus and minus zoom, Home shows the whole "
                "region. Page down and Page up go from site to site, Enter looks closer at a "
                "group of sites."
            )
        )

    # where to look

    def tell_in(self, notation: str) -> None:
        """Tell places in another notation from now on."""
        self.notation = notation
        self._tell_middle()

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
        rows = self.pins.pickable()
        found = rows[within(self.pins.at[rows], inside)].tolist() if "sites" in self.shown else []
        self._pick(frozenset(map(self._name, found)) | (self.names if adding else frozenset()))

    def click(self, pixel: QPointF, *, adding: bool) -> None:
        """Choose the site under the pointer, with Ctrl add it or take it away; or lay the tape."""
        if self.tape is not None:
            self.tape.set_point(*self.plane_at(pixel))
            self.viewport().update()
            return
        row, place = self._site_at(pixel), self._cluster_at(pixel)
        if row < 0 <= place:
            self.open_cluster(place, adding=adding)
            return
        name = self._name(row)
        names = frozenset({name}) if name else frozenset()
        self._pick(self.names ^ names if adding else names)

    def open_cluster(self, place: int, *, adding: bool = False) -> None:
        """Look closer at a cluster; pick its sites when `adding`, or when no nearer view helps."""
        clusters = self.pins.crowd.clusters
        rows = clusters.of(place)
        nearest = self.metres_per_pixel <= NEAREST
        if adding or nearest:
            names = frozenset(map(self._name, rows.tolist()))
            self._pick(self.names | names if adding else names)
            return
        x, y, half = clusters.x[place], clusters.y[place], self.metres_per_pixel / 2
        reach = max(float(np.ptp(self.pins.east[rows])), float(np.ptp(self.pins.south[rows])))
        free = self.free()
        wanted = 1.3 * reach / max(min(free.width(), free.height()), 40)
        self.at_home = False
        middle = (
            float(self.pins.east[rows].min() + self.pins.east[rows].max()) / 2,
            float(self.pins.south[rows].min() + self.pins.south[rows].max()) / 2,
        )
        self.look_at(*(middle if reach else (float(x), float(y))), min(max(wanted, NEAREST), half))

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
        self._tell_place(*self.plane_at(pixel))
        row = self._site_at(pixel)
        place = self._cluster_at(pixel) if row < 0 else -1
        if (row, place) != (self.pins.hovered, self.pins.crowd.hovered):
            self.pins.hovered, self.pins.crowd.hovered = row, place
            self.pins.update()
            if max(row, place) >= 0:
                self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            else:
                self._point()
        story, soon = self._story(row, pixel)
        self.glass.card.tell(story, pixel.toPoint(), soon=soon, foot=self.glass.foot)

    def leave(self) -> None:
        """Ring nothing; tell of the middle of the map."""
        self.glass.card.tell(None, QPoint(), soon=True)
        if max(self.pins.hovered, self.pins.crowd.hovered) >= 0:
            self.pins.hovered = self.pins.crowd.hovered = -1
            self.pins.update()
        self._tell_middle()

    def paint_hands(self, painter: QPainter, theme: Theme) -> None:
        """Tell the radii of the rings, and paint what is in hand, in pixels of the view."""
        self.rings.tell(painter, self.extent(), theme, self.place_of)
        super().paint_hands(painter, theme)

    def place_of(self, name: str) -> Place | None:
        """Return where a site lies; None when there is none of this name."""
        sites = self.pins.sites
        if sites is None or name not in sites.names:
            return None
        site = sites.items[sites.index(name)]
        return site.lon, site.lat

    def attribution(self) -> tuple[str, ...]:
        """Return who must be named for what is drawn."""
        return () if self.data is None else self.data.named_for(layers_of(self.shown))

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from mark to mark, the best first; Enter looks closer at a cluster."""
        key, crowd = event.key(), self.pins.crowd
        if key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp} and "sites" in self.shown:
            self._step_to(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and crowd.focused >= 0:
            self.open_cluster(crowd.focused)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _step_to(self, way: int) -> None:
        """Go to the next mark in view, or to the one before, and tell of it."""
        stops = stops_of(self.pins, self.extent())
        picked = self._rows(self.names)
        here = Stop(row=picked[0]) if len(picked) == 1 else None
        if self.pins.crowd.focused >= 0:
            here = Stop(cluster=self.pins.crowd.focused)
        there = after(stops, here, way)
        if there is None or self.evaluation is None:
            return
        self.pins.crowd.focused = there.cluster
        if there.row >= 0:
            self._pick(frozenset({self._name(there.row)}))
            story, at = (
                tell_site(self.evaluation, there.row, self.data, self.tints.prices),
                self.pins.at[there.row],
            )
        else:
            rows = self.pins.crowd.clusters.of(there.cluster)
            story, at = tell_cluster(self.evaluation, rows), self.pins.crowd.at[there.cluster]
        self.viewport().update()
        pixel = QPointF(*at.tolist()).toPoint()
        self.glass.card.tell(story, pixel, soon=True, foot=self.glass.foot)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, plain(story)))

    # what is where

    def _story(self, row: int, pixel: QPointF) -> tuple[Story | None, bool]:
        if row >= 0 and self.evaluation is not None:
            return tell_site(self.evaluation, row, self.data, self.tints.prices), True
        place = self._cluster_at(pixel)
        if place >= 0 and self.evaluation is not None:
            return tell_cluster(self.evaluation, self.pins.crowd.clusters.of(place)), True
        if self.data is None:
            return None, False
        if self.glass.named.contains(pixel):
            return Story(say("Sources"), (), self.attribution()), True
        at = (pixel.x(), pixel.y())
        return story_at(self.data, self.tints, self.shown, self.extent(), at)

    def _tell_middle(self) -> None:
        self._tell_place(*self.centre)

    def _tell_place(self, x: float, y: float) -> None:
        denominator = scale(y, self.metres_per_pixel)
        self.position.emit(position_text(x, y, denominator, self.notation))

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

    def _cluster_at(self, pixel: QPointF) -> int:
        return self.pins.crowd.hit(pixel.x(), pixel.y()) if "sites" in self.shown else -1

    def _name(self, row: int) -> str:
        return self.pins.sites.items[row].name if row >= 0 and self.pins.sites is not None else ""
