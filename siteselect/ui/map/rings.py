"""Rings about sites and places: what lies within a distance, measured on the ellipsoid."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from siteselect.geo.crs import GEOD
from siteselect.language import say, say_number
from siteselect.model.arrays import Floats
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.lettering import Style, write
from siteselect.ui.map.projection import to_scene
from siteselect.ui.theme import SIZES, Theme

CORNERS = 180
"""A ring of so many corners lies within 0.02 % of its radius of the circle."""
BESIDE, MARGIN = 12, 48
"""Pixels between a ring and its radius; and at the foot of the view, where the scale bar is."""

Place = tuple[float, float]
"""Longitude and latitude in degrees."""
PlaceOf = Callable[[str], Place | None]
"""Tells where a site lies by its name; None when there is none."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring about a site, which it follows, or about a place when there is no name."""

    name: str
    place: Place
    km: float


class Rings:
    """The rings that a person drew; they are part of the view, not of the study."""

    def __init__(self) -> None:
        self.drawn: tuple[Ring, ...] = ()

    def draw(self, places: Mapping[str, Place], km: float) -> None:
        """Draw a ring about each of these; one of the same size there already is left as it is."""
        fresh = [Ring(name, place, km) for name, place in places.items()]
        self.drawn = tuple(dict.fromkeys((*self.drawn, *fresh)))

    def paint(self, painter: QPainter, extent: Extent, theme: Theme, place_of: PlaceOf) -> None:
        """Paint the rings, in pixels; a site that is gone has none."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for _, at in self._at(extent, place_of):
            polygon = QPolygonF([QPointF(*each) for each in at.tolist()])
            painter.setBrush(_pale(theme))
            for colour, width in ((theme.panel, 4.0), (theme.accent, 1.8)):
                painter.setPen(QPen(QColor(colour), width))
                painter.drawPolygon(polygon)
                painter.setBrush(Qt.BrushStyle.NoBrush)

    def tell(self, painter: QPainter, extent: Extent, theme: Theme, place_of: PlaceOf) -> None:
        """Write the radius at the foot of each ring: pins stand above the place they mark.

        Where the foot lies at the scale bar or beyond the view, it is written at the head.
        """
        style = Style(SIZES["text"], QFont.Weight.DemiBold, theme.text, theme.panel)
        for ring, at in self._at(extent, place_of):
            (x, y), below = at[np.argmax(at[:, 1])].tolist(), BESIDE
            if y + BESIDE > extent.height - MARGIN:
                (x, y), below = at[np.argmin(at[:, 1])].tolist(), -BESIDE
            write(painter, radius_words(ring.km), style, x, y + below)

    def _at(self, extent: Extent, place_of: PlaceOf) -> Iterator[tuple[Ring, Floats]]:
        """Return each ring whose place is known, and its corners in pixels."""
        for ring in self.drawn:
            place = place_of(ring.name) if ring.name else ring.place
            if place is not None:
                yield ring, extent.pixels(*circle(*place, ring.km))


@lru_cache(maxsize=64)
def circle(lon: float, lat: float, km: float) -> tuple[Floats, Floats]:
    """Return x and y in the plane of the points of the ellipsoid that lie `km` from a point."""
    bearings = np.linspace(0, 360, CORNERS, endpoint=False)
    same = np.ones(CORNERS)
    east, north, _ = GEOD.fwd(lon * same, lat * same, bearings, 1_000 * km * same)
    east = lon + (np.asarray(east) - lon + 180) % 360 - 180  # a ring over the date line stays whole
    return to_scene(east, np.asarray(north))


def radius_words(km: float) -> str:
    """Return a radius as it is told: no figure after the point that was not typed."""
    return say("{radius} km", radius=say_number(km, 0 if km == round(km) else 1))


def _pale(theme: Theme) -> QColor:
    pale = QColor(theme.accent)
    pale.setAlphaF(0.08)
    return pale
