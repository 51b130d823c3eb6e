"""The map of the Find place: the surface under borders and names, suggested places on top."""

from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtWidgets import QWidget

from siteselect.scan.region import Region
from siteselect.scan.surface import Arrangement
from siteselect.ui.finding.colours import colour_table
from siteselect.ui.finding.found import DOT, HATCH, SHUT, Found, Suggested, codes_of_levels
from siteselect.ui.finding.pixels import Gather, Index, cell_table, cells_under, index_of, slots_of
from siteselect.ui.finding.places_item import PlacesItem
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.hand_tools import TAPE
from siteselect.ui.map.map_view import MapView
from siteselect.ui.map.picture import MARGIN
from siteselect.ui.tasks import Tasks
from siteselect.ui.theme import Theme

OVERLAYS = frozenset({"borders", "regions", "disputed", "lakes"})
"""What is shown with a surface: tints would mix with its colours, and names with its pins."""
SETTLE_MS = 40
TASK = "cells under pixels"
Wanted = tuple[Extent, Arrangement, Theme]
"""What an index is made for, and the look of its patterns."""
_NEAR_M = 900.0


@dataclass(frozen=True, eq=False, slots=True)
class Ground:
    """Which cell and which pattern lie under each pixel of an extent."""

    region: Region
    table: Index
    """The number of the cell at each place of the grid."""
    extent: Extent
    cells: Index
    index: Gather

    def serves(self, region: Region, view: Extent) -> bool:
        """Return whether it holds all that a view shows, at its scale."""
        same = self.region is region and self.extent.metres_per_pixel == view.metres_per_pixel
        return same and _holds(self.extent, view)


class SurfaceView(MapView):
    """A map that colours cells.

    `place_picked` is emitted with the row of a suggested place that a hand picks, -1 for none.
    """

    place_picked = Signal(int)

    def __init__(
        self, theme: Theme, tasks: Tasks | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent, tasks=tasks)
        self.found: Found | None = None
        self.above = 0.0
        self.span: tuple[float, float] | None = None
        self.places = PlacesItem(theme)
        self.scene().addItem(self.places)
        self.glass.tools.keep_only(TAPE)  # cells are not picked by a frame
        self.glass.legend.hide()  # the panel beside the map explains the colours
        for key, _, visible in self.overlays():
            if visible != (key in OVERLAYS):
                self.set_overlay(key, key in OVERLAYS)
        self._brush = tasks
        self._ground: Ground | None = None
        self._laid: Wanted | None = None
        self._codes = np.empty(0, np.uint8)
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._lay)
        self.moved.connect(self._moved)

    @property
    def drawn(self) -> bool:
        """Whether what was found last is on the screen, at the scale of the map."""
        if self.found is None or self._laid is None or not self.settled:
            return False
        extent, arrangement, _ = self._laid
        same = extent.metres_per_pixel == self.metres_per_pixel
        return same and arrangement is self.found.surface.arrangement

    def show_found(self, found: Found) -> None:
        """Colour the cells; the ramp keeps its ends while a hand moves a weight."""
        before, self.found = self.found, found
        moved = before is None or before.surface.arrangement is not found.surface.arrangement
        if moved or self.span is None:
            self.span = found.span
        self.show_surface(shown=True)
        if moved:
            self._lay()
        else:
            self.recolour()

    def show_above(self, score: float) -> None:
        """Colour only cells that score so much."""
        if score != self.above:
            self.above = score
            self.recolour()

    def fit_span(self) -> None:
        """Stretch the ramp over the scores as they are now: the hand rests."""
        if self.found is not None and self.span != self.found.span:
            self.span = self.found.span
            self.recolour()

    def show_places(self, suggested: Suggested) -> None:
        """Show suggested places."""
        self.places.show_places(suggested.places)

    def mark_place(self, row: int, *, near: bool = False) -> None:
        """Mark a place; `near` brings it into the middle."""
        self.places.chosen = row
        self.places.update()
        if near and row >= 0:
            x, y = self.places.point(row)
            self.look_at(x, y, min(self.metres_per_pixel, _NEAR_M))
            self.at_home = False

    def recolour(self) -> None:
        """Bring the scores on the screen: what every tick does."""
        found = self.found
        if found is None or self.span is None or self._laid is None:
            return
        if self._laid[1] is not found.surface.arrangement:
            return  # its index is on its way
        count = len(found.levels)
        if len(self._codes) != count + 3:
            self._codes = np.empty(count + 3, np.uint8)
            self._codes[count:] = (SHUT, HATCH, DOT)
        np.take(
            codes_of_levels(self.span, self.above), found.levels, out=self._codes[:count],
            mode="clip",
        )  # fmt: skip
        self.surface.recolour(self._codes)

    def clear(self) -> None:
        """Show no surface."""
        self.found = None
        self.show_surface(shown=False)
        self.surface.clear()
        self.places.show_places(())

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        super().apply_theme(theme)
        self.places.theme = theme
        self._laid = None
        self._lay()

    def click(self, pixel: QPointF, *, adding: bool) -> None:
        """Pick a suggested place."""
        del adding
        row = self.places.at(pixel)
        self.mark_place(row)
        self.place_picked.emit(row)

    def _moved(self) -> None:
        self.places.look(self.extent())
        if self.found is not None and (
            self._ground is None or not self._ground.serves(self.found.region, self.extent())
        ):
            self._settle.start()

    def _lay(self) -> None:
        """Find the cell under each pixel anew where the map has moved, and colour them."""
        found, view = self.found, self.extent()
        if found is None or view.width < 2 or view.height < 2:
            return
        kept = self._ground
        extent = (
            kept.extent
            if kept is not None and kept.serves(found.region, view)
            else (view.grown(MARGIN))
        )
        wanted = (extent, found.surface.arrangement, self.theme)
        self.surface.look(view)
        if wanted == self._laid:
            self.recolour()
            return
        if self._brush is None:
            self._take(wanted, lay_ground(kept, found, extent))
            return
        self._brush.start(
            TASK, lambda _: lay_ground(kept, found, extent), partial(self._arrived, wanted), _raise
        )

    def _arrived(self, wanted: Wanted, value: object) -> None:
        if isinstance(value, Ground) and self.found is not None:
            self._take(wanted, value)

    def _take(self, wanted: Wanted, ground: Ground) -> None:
        """Show cells through an index that was made for them."""
        extent, arrangement, theme = wanted
        self._ground = ground
        if self.found is None or self.found.surface.arrangement is not arrangement:
            return  # others are on their way
        self.surface.lay(ground.index, extent, colour_table(theme))
        self._laid = wanted
        self.surface.look(self.extent())
        self.recolour()


def lay_ground(kept: Ground | None, found: Found, extent: Extent) -> Ground:
    """Return the index of an extent; what the last one found out is used as far as it holds."""
    region, arrangement = found.region, found.surface.arrangement
    same = kept is not None and kept.region is region
    table = kept.table if kept is not None and same else cell_table(region)
    if kept is not None and same and kept.extent == extent:
        cells = kept.cells
    else:
        cells = cells_under(region, table, extent)
    slots = slots_of(arrangement, len(region))
    return Ground(region, table, extent, cells, index_of(cells, slots, arrangement, extent))


def _raise(fault: Exception) -> None:
    raise fault


def _holds(kept: Extent, view: Extent) -> bool:
    left, top, right, foot = view.window
    west, north, east, south = kept.window
    return west <= left and north <= top and right <= east and foot <= south
