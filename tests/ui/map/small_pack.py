"""A pack of three countries on whole degrees, laid out so that a person can check by eye.

KZ is 60..80 E, 45..55 N in two regions that meet at 70 E; CN is 80..100 E, 35..50 N, of which
CN-XJ is the western half; RU lies north of 55 N. North is up, so RU is above KZ.
"""

from datetime import date
from types import SimpleNamespace

import geopandas as gpd
import numpy as np
from shapely.geometry import LineString, Point, box

from siteselect.model.gate import Verdict
from siteselect.model.tint import AS_SHIPPED
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.ground import Scene
from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.overlays import SHOWN_AT_FIRST
from siteselect.ui.map.projection import scene_point
from siteselect.ui.map.regions import NO_TINTS, tints_of
from siteselect.ui.theme import LIGHT

BOUNDS = (60.0, 40.0, 90.0, 55.0)


def _table(geometry, **columns):
    return gpd.GeoDataFrame(columns, geometry=geometry, crs=4326)


def _layers():
    kz, cn, ru = box(60, 45, 80, 55), box(80, 35, 100, 50), box(50, 55, 100, 60)
    return {
        "countries": _table(
            [kz, cn, ru],
            code=["KZ", "CN", "RU"],
            name=["Kazakhstan", "China", "Russia"],
            main=[True, True, False],
        ),
        "regions": _table(
            [box(60, 45, 70, 55), box(70, 45, 80, 55), box(80, 40, 90, 50)],
            code=["KZ-A", "KZ-B", "CN-XJ"],
            jurisdiction=["KZ", "KZ", "CN-XJ"],
            name=["West", "East", "Xinjiang"],
        ),
        "lakes": _table([box(62, 48, 66, 49.5)], name=["Long Lake"]),
        "disputed": _table([LineString([(82, 42), (84, 43)])], name=["a"], note=["claim"]),
        "power_stations": _table(
            [Point(65, 51), Point(66, 51), Point(75, 52), Point(85, 45)],
            name=["Great", "Small", "Doubtful", "Late"],
            fuel=["coal", "solar", "hydro", "oil"],
            technology=["steam", "PV", "", ""],
            mw=[4000.0, 10.0, 300.0, 100.0],
            year=["1980", None, 1990.0, 2020],
            status=["operating"] * 4,
            coordinate=["as given", "as given", "suspect", "as given"],
            source=["list A"] * 4,
        ),
        "places": _table(
            [Point(62, 47), Point(70, 57)],
            name=["Bigtown", "Farcity"],
            jurisdiction=["KZ", "RU"],
            population=[500_000, 3_000_000],
        ),
        "airports": _table([Point(63, 53)], name=["Field"], iata=["FLD"], elevation_m=[300.0]),
        "border_crossings": _table(
            [Point(80, 47), Point(70, 55)],
            name=["Gate", "Pass"],
            sides=["KZ-CN", "KZ-RU"],
            road=["yes", True],
            rail=["no", False],
            opened=["", "1991-01-01"],
            closed=["2020-12-31", None],
            open_status=["closed for good", "in use"],
        ),
    }


class SmallPack:
    """Layers and manifest as the map asks for them."""

    def __init__(self, *, without: tuple[str, ...] = ()) -> None:
        self.layers = {key: value for key, value in _layers().items() if key not in without}
        source = SimpleNamespace(attribution="Made by hand")
        other = SimpleNamespace(attribution="Stations: list A")
        self.manifest = SimpleNamespace(
            bounds=BOUNDS,
            jurisdictions={
                "KZ": SimpleNamespace(title="Kazakhstan"),
                "CN-XJ": SimpleNamespace(title="Xinjiang"),
                "CN": SimpleNamespace(title="China"),
            },
            sources={"hand": source, "list": other},
            layers={
                key: SimpleNamespace(sources=("list",) if key == "power_stations" else ("hand",))
                for key in self.layers
            },
            borders_note="As drawn.",
            regions_note="As before 2022.",
        )

    def has_layer(self, name):
        return name in self.layers

    def layer(self, name):
        return self.layers[name]


def make_data():
    return MapData.of(SmallPack())


def state(code, name, jurisdiction, price, verdict, badge=""):
    return SimpleNamespace(
        code=code,
        name=name,
        jurisdiction=jurisdiction,
        price=price,
        low=price,
        high=price,
        badge=badge,
        note="a note",
        source="T001: a list",
        verdict=verdict,
        law="R21: a rule.",
    )


def make_day(tint=AS_SHIPPED, **changes):
    """Return a day on which West costs 40, East is unknown and Xinjiang unlawful at 60."""
    states = {
        "KZ-A": state("KZ-A", "West", "KZ", 40.0, Verdict.CONDITIONAL),
        "KZ-B": state("KZ-B", "East", "KZ", np.nan, Verdict.CONDITIONAL),
        "CN-XJ": state("CN-XJ", "Xinjiang", "CN-XJ", 60.0, Verdict.FAIL, "low"),
    }
    for code, values in changes.items():
        vars(states[code.replace("_", "-")]).update(values)
    return SimpleNamespace(
        as_of=date(2021, 6, 2), regions=tuple(states.values()), headline="", tint=tint
    )


def make_tints(tint=AS_SHIPPED, **changes):
    return tints_of(make_day(tint, **changes))


def make_extent(lon=75.0, lat=50.0, metres_per_pixel=6_000.0, width=600, height=400):
    """Return an extent whose middle lies at lon, lat."""
    x, y = scene_point(lon, lat)
    return Extent(
        x - metres_per_pixel * width / 2,
        y - metres_per_pixel * height / 2,
        metres_per_pixel,
        width,
        height,
    )


def make_scene(*, tints=NO_TINTS, shown=SHOWN_AT_FIRST, extent=None, theme=LIGHT):
    return Scene(make_data(), tints, theme, frozenset(shown), extent or make_extent())


def pixel_of(extent, lon, lat):
    x, y = scene_point(lon, lat)
    return extent.pixels(np.array([x]), np.array([y]))[0]
