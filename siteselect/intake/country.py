"""What a pack tells a reader of tables: jurisdictions, their polygons, the home view."""

from dataclasses import dataclass

from siteselect.geo.overlay import holding_polygon
from siteselect.intake.offers import Region
from siteselect.packs.pack import Pack

_SHORE_KM = 5.0
"""Simplified coasts and borders leave towns on the edge outside by so much."""


def region_of(pack: Pack) -> Region:
    """Return the region of `pack`: polygons are read when a row first asks for them."""
    titles = {code: entry.title for code, entry in pack.manifest.jurisdictions.items()}
    return Region(titles, _CountryAt(pack, frozenset(titles)), pack.manifest.bounds)


@dataclass(frozen=True, slots=True)
class _CountryAt:
    """The jurisdiction at a point: first-level regions first, then whole countries."""

    pack: Pack
    codes: frozenset[str]

    def __call__(self, lon: float, lat: float) -> str | None:
        for layer, column in (("regions", "jurisdiction"), ("countries", "code")):
            if not self.pack.has_layer(layer):
                continue
            frame = self.pack.layer(layer)
            row = int(holding_polygon([lon], [lat], frame.geometry.to_numpy(), _SHORE_KM).index[0])
            code = str(frame[column].iloc[row]) if row >= 0 else ""
            if code in self.codes:
                return code
        return None
