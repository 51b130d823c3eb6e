"""Layers of a user's in the toy pack's land: the grid, roads, a railway and a banned area."""

from dataclasses import replace
from datetime import date

import geopandas
import shapely

from siteselect.model.user_layer import Role, UserLayer
from siteselect.packs.layer_room import keep_layer
from tests.export.making import made_report

OSM = ("grid.osm.pbf", "ODbL 1.0", "© OpenStreetMap contributors", date(2026, 11, 1))


def layer_of(folder, title, role, shapes, plain=(), **columns):
    count = len(shapes)
    told = {"name": [""] * count, "kind": [""] * count, "kv": [float("nan")] * count, **columns}
    frame = geopandas.GeoDataFrame(told, geometry=shapes, crs="EPSG:4326")
    path = folder / "made.fgb"
    frame.to_file(path, driver="FlatGeobuf")
    return UserLayer(title, title.title(), role, keep_layer(path.read_bytes()), *(plain or OSM))


def made_layers(folder):
    """Return five layers: two substations (one an area), two lines, roads, a railway, an area."""
    box = shapely.box(1.0, 0.1, 1.02, 0.12)
    return (
        layer_of(folder, "avoided", Role.AVOIDED, [shapely.box(0.2, -0.5, 0.6, 0.0)],
                 ("own.kml", "", ""), name=["Reserve <1>"]),
        layer_of(folder, "roads", Role.ROADS,
                 [shapely.LineString([(0, 0.3), (1, 0.3)]), shapely.LineString([(1, .3), (2, .3)])],
                 kind=["motorway", "tertiary"], name=["A1", ""]),
        layer_of(folder, "rail", Role.RAILWAYS, [shapely.LineString([(0, -0.3), (3, -0.3)])]),
        layer_of(folder, "lines", Role.POWER_LINES,
                 [shapely.LineString([(0, 0.6), (3, 0.6)]), shapely.LineString([(0, .7), (3, .7)])],
                 kv=[500.0, 110.0]),
        layer_of(folder, "stations", Role.SUBSTATIONS, [shapely.Point(0.5, 0.4), box],
                 kv=[110.0, 500.0], name=["Low", "High & far"]),
    )  # fmt: skip


def report_with_layers(folder, change=lambda layers: layers):
    return replace(made_report(), layers=change(made_layers(folder)))
