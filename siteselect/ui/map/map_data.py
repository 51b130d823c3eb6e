"""All that the map draws of a pack, projected and sorted: made once, on any thread."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

import numpy as np
import shapely

from siteselect.language import say, say_name
from siteselect.model.arrays import Floats
from siteselect.model.user_layer import Role, UserLayer
from siteselect.packs.manifest import Jurisdiction
from siteselect.packs.own_layers import credit_of, redraws_borders
from siteselect.packs.pack import Pack
from siteselect.ui.map.backdrop import Backdrop
from siteselect.ui.map.borders import Borders, borders_of
from siteselect.ui.map.levels import Shapes, Window
from siteselect.ui.map.map_rows import (
    Airport,
    Area,
    Crossing,
    Place,
    Station,
    airport_of,
    crossing_of,
    place_of,
    station_of,
    text_of,
)
from siteselect.ui.map.own_data import OwnDrawn, own_data_of
from siteselect.ui.map.paths import Geometries, projected
from siteselect.ui.map.projection import to_scene

if TYPE_CHECKING:  # pandas comes with the pack, after the first window
    import pandas as pd
from siteselect.ui.map.rooms import Rooms

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, eq=False)
class Points(Generic[Row]):
    """Points of the plane and what is known of each."""

    x: Floats
    y: Floats
    rows: tuple[Row, ...]

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, slots=True, eq=False)
class MapData:
    """A pack as the map draws it. Holds no widget and no pixmap."""

    home: Window
    reach: Window
    """How far the data goes: what lies beyond is nobody's sea."""
    countries: Shapes
    country_rows: tuple[Area, ...]
    regions: Shapes
    region_rows: tuple[Area, ...]
    region_areas: Geometries
    """The whole polygon of each region, for asking in which one a point lies."""
    realms: Shapes
    """The regions of each jurisdiction as one area: what the pack is about."""
    realm_rows: tuple[Area, ...]
    realm_rooms: Rooms
    region_rooms: Rooms
    lake_rooms: Rooms
    abroad_rooms: Rooms
    """Of the countries, without what belongs to a realm."""
    lakes: Shapes
    lake_names: tuple[str, ...]
    borders: Borders
    stations: Points[Station]
    places: Points[Place]
    airports: Points[Airport]
    crossings: Points[Crossing]
    jurisdictions: dict[str, str]
    """Titles of jurisdictions by code."""
    attributions: dict[str, tuple[str, ...]]
    """Who must be named, by layer."""
    borders_note: str
    regions_note: str
    own: tuple[OwnDrawn, ...] = ()
    """The user's own layers that are visible."""
    backdrop: Backdrop | None = None
    """What lies beneath the land; None for nothing."""

    def named_for(self, layers: Iterable[str]) -> tuple[str, ...]:
        """Return who must be named for these layers, each once."""
        beneath = self.backdrop.attribution if self.backdrop is not None else ""
        own = [(who,) for each in self.own if (who := credit_of(each.layer))]
        named = [
            (beneath,) if beneath else (),
            *own,
            *(self.attributions.get(layer, ()) for layer in layers),
        ]
        return tuple(dict.fromkeys(each for names in named for each in names))

    def borders_told(self) -> str:
        """Return whose borders are drawn, and what the pack says of points of view."""
        note = say_name(self.borders_note)
        layers = [each.layer for each in self.own]
        if not redraws_borders(layers):
            return note
        titles = [each.title for each in layers if each.role is Role.BORDERS]
        own = say(
            "Borders are drawn as your layer {title} has them, in place of those of the region. "
            "Sites, prices and law keep the region's jurisdictions.",
            title=", ".join(titles),
        )
        return "\n\n".join(part for part in (own, note) if part)

    def with_own(self, layers: Iterable[UserLayer]) -> "MapData":
        """Return the same with these layers of the user's, as far as they are visible and here."""
        return replace(self, own=own_data_of(layers))

    @classmethod
    def of(cls, pack: Pack) -> Self:
        """Read, project and sort the layers of a pack; a layer that is missing stays empty."""
        manifest = pack.manifest
        lon_min, lat_min, lon_max, lat_max = manifest.bounds
        x, y = to_scene(np.array([lon_min, lon_max]), np.array([lat_max, lat_min]))
        countries, regions = _frame(pack, "countries"), _frame(pack, "regions")
        lakes, disputed = _frame(pack, "lakes"), _frame(pack, "disputed")
        country_areas, region_areas = _geometries(countries), _geometries(regions)
        country_rows = tuple(
            Area(text_of(row.code), text_of(row.name), text_of(row.code), bool(row.main))
            for row in countries.itertuples(index=False)
        )
        region_rows = tuple(
            Area(text_of(row.code), text_of(row.name), text_of(row.jurisdiction))
            for row in regions.itertuples(index=False)
        )
        realm_areas, realm_rows = _realms(
            region_areas, region_rows, country_areas, country_rows, manifest.jurisdictions
        )
        realms, region_shapes = Shapes(realm_areas), Shapes(region_areas)
        lake_shapes = Shapes(_geometries(lakes))
        shapely.prepare(region_areas)
        return cls(
            home=(float(x[0]), float(y[0]), float(x[1]), float(y[1])),
            reach=_reach(country_areas),
            countries=Shapes(country_areas),
            country_rows=country_rows,
            regions=region_shapes,
            region_rows=region_rows,
            region_areas=region_areas,
            realms=realms,
            realm_rows=realm_rows,
            realm_rooms=Rooms.of(realms, len(realm_rows)),
            region_rooms=Rooms.of(region_shapes, len(region_rows)),
            lake_rooms=Rooms.of(lake_shapes, len(lakes)),
            abroad_rooms=Rooms.of(
                Shapes(_abroad(country_areas, country_rows, realm_areas)), len(country_rows)
            ),
            lakes=lake_shapes,
            lake_names=tuple(text_of(name) for name in lakes["name"]) if len(lakes) else (),
            borders=borders_of(
                country_areas, country_rows, region_areas, region_rows, _geometries(disputed)
            ),
            stations=_points(_frame(pack, "power_stations"), station_of, "mw"),
            places=_points(
                _frame(pack, "places"),
                partial(place_of, {row.code for row in realm_rows}),
                "population",
            ),
            airports=_points(_frame(pack, "airports"), airport_of),
            crossings=_points(_frame(pack, "border_crossings"), crossing_of),
            jurisdictions={code: each.title for code, each in manifest.jurisdictions.items()},
            attributions={
                key: tuple(manifest.sources[source].attribution for source in layer.sources)
                for key, layer in manifest.layers.items()
            },
            borders_note=manifest.borders_note,
            regions_note=manifest.regions_note,
        )


def _frame(pack: Pack, layer: str) -> "pd.DataFrame":
    """Return the table of a layer, without rows where the pack has none."""
    import pandas as pd

    frame: pd.DataFrame = (
        pack.layer(layer) if pack.has_layer(layer) else pd.DataFrame({"geometry": []})
    )
    return frame


def _geometries(frame: "pd.DataFrame") -> Geometries:
    return projected(np.asarray(frame["geometry"], dtype=object))


def _reach(countries: Geometries) -> Window:
    left, top, right, foot = shapely.total_bounds(countries).tolist()
    return (left, top, right, foot) if len(countries) else (0.0, 0.0, 0.0, 0.0)


def _realms(
    regions: Geometries,
    rows: tuple[Area, ...],
    countries: Geometries,
    country_rows: tuple[Area, ...],
    jurisdictions: Mapping[str, Jurisdiction],
) -> tuple[Geometries, tuple[Area, ...]]:
    """Return the regions of each jurisdiction as one area; without regions, the main countries."""
    if not rows:
        chief = np.array([row.main for row in country_rows], dtype=bool)
        return countries[chief], tuple(row for row in country_rows if row.main)
    codes = list(dict.fromkeys(row.jurisdiction for row in rows))
    areas = [
        shapely.union_all(regions[[row.jurisdiction == code for row in rows]], grid_size=1.0)
        for code in codes
    ]
    titles = [jurisdictions[code].title if code in jurisdictions else code for code in codes]
    return np.array(areas, dtype=object), tuple(
        Area(code, title, code) for code, title in zip(codes, titles, strict=True)
    )


def _abroad(countries: Geometries, rows: tuple[Area, ...], realms: Geometries) -> Geometries:
    """Return the countries, the main ones without the realms within them."""
    areas = countries.copy()
    chief = np.array([row.main for row in rows], dtype=bool)
    if chief.any() and len(realms):
        whole = shapely.union_all(shapely.simplify(realms, 1_000.0), grid_size=1.0)
        coarse = shapely.simplify(areas[chief], 1_000.0)
        areas[chief] = shapely.difference(coarse, shapely.buffer(whole, 5_000.0, quad_segs=2))
    return areas


def _points(frame: "pd.DataFrame", row: Callable[[Any], Row], largest: str = "") -> Points[Row]:
    """Return the points of a table, the largest first."""
    if largest and len(frame):
        frame = frame.sort_values(largest, ascending=False, kind="stable")
    points = np.asarray(frame["geometry"], dtype=object)
    x, y = to_scene(shapely.get_x(points), shapely.get_y(points))
    return Points(x, y, tuple(row(each) for each in frame.itertuples(index=False)))
