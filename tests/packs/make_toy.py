"""Writes the geometry of the toy pack: everything lies on whole kilometres east and north of 0, 0.

Run it after a change: `python -m tests.packs.make_toy`. The tables in `toy/facts` are by hand.
"""

import json
import math
from pathlib import Path

import numpy as np

TOY = Path(__file__).parent / "toy"
EAST = 180 / (math.pi * 6378.137)
"""Degrees in one kilometre along the equator of WGS 84."""
NORTH = 1 / 110.5743
"""Degrees in one kilometre along a meridian there, to a metre in a hundred kilometres."""


def at(east: float, north: float) -> list[float]:
    """Return longitude and latitude of a point in kilometres."""
    return [round(east * EAST, 9), round(north * NORTH, 9)]


def box(west: float, south: float, east: float, north: float) -> dict[str, object]:
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return {"type": "Polygon", "coordinates": [[at(*corner) for corner in corners]]}


def point(east: float, north: float) -> dict[str, object]:
    return {"type": "Point", "coordinates": at(east, north)}


def line(*corners: tuple[float, float]) -> dict[str, object]:
    return {"type": "LineString", "coordinates": [at(*corner) for corner in corners]}


def station(code, jurisdiction, region, fuel, mw, year, where, coordinate="as given", counts=True):
    return {
        "id": code,
        "name": f"Station {code}",
        "jurisdiction": jurisdiction,
        "region": region,
        "fuel": fuel,
        "technology": "",
        "mw": mw,
        "year": year,
        "status": "operating",
        "coordinate": coordinate,
        "counts": counts,
        "source": "invented",
        "licence": "CC0-1.0",
        "note": "",
    }, point(*where)


def place(name, jurisdiction, population, where):
    return {
        "id": name[0],
        "name": name,
        "name_ru": "",
        "name_zh": "",
        "jurisdiction": jurisdiction,
        "population": population,
    }, point(*where)


def airport(code, country, elevation, where):
    return {
        "id": code,
        "name": f"{code} airport",
        "iata": code,
        "country": country,
        "kind": "airport",
        "elevation_m": elevation,
    }, point(*where)


def crossing(code, opened, closed, where):
    return {
        "id": code,
        "name": f"Crossing {code}",
        "sides": "AA-BB",
        "road": "yes",
        "rail": "no",
        "precision": "exact",
        "note": "",
        "opened": opened,
        "closed": closed,
        "open_status": "",
    }, point(*where)


LAYERS = {
    "countries": [
        ({"code": "AA", "name": "Alphaland", "main": True}, box(0, -100, 300, 100)),
        ({"code": "BB", "name": "Betaland", "main": True}, box(300, -100, 500, 100)),
    ],
    "regions": [
        ({"code": "AA-W", "jurisdiction": "AA", "name": "West"}, box(0, -100, 150, 100)),
        ({"code": "AA-E", "jurisdiction": "AA", "name": "East"}, box(150, -100, 300, 100)),
        ({"code": "BB-1", "jurisdiction": "BB", "name": "Beta"}, box(300, -100, 500, 100)),
    ],
    "disputed": [({"name": "North gate", "note": "both claim it"}, line((300, 60), (300, 80)))],
    "lakes": [({"name": "Long Lake"}, box(250, 40, 260, 50))],
    "power_stations": [
        station("S1", "AA", "AA-W", "coal", 400.0, 2000, (100, 0)),
        station("S2", "AA", "AA-W", "hydro", 60.0, 2022, (140, 0)),
        station("S3", "AA", "AA-E", "gas", 150.0, None, (200, 0)),
        station("S4", "BB", "BB-1", "wind", 90.0, 2010, (400, 0)),
        station("S5", "AA", "AA-W", "solar", 50.0, 2015, (120, 30), "placeholder"),
        station("S6", "AA", "AA-W", "coal", 999.0, 2000, (10, 0), "suspect", counts=False),
    ],
    "places": [
        place("Alpha City", "AA", 100_000, (80, 0)),
        place("Beta Town", "BB", 60_000, (420, 0)),
        place("Hamlet", "AA", 5_000, (130, 0)),
    ],
    "airports": [airport("AAX", "AA", 100.0, (60, 0)), airport("BBX", "BB", 200.0, (450, 0))],
    "border_crossings": [
        crossing("C1", "2015-01-01", "", (300, 0)),
        crossing("C2", "2015-01-01", "2020-12-31", (300, 50)),
    ],
}


def write(folder: Path) -> None:
    """Write layers and grids below `folder`."""
    for name in ("layers", "grids"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, features in LAYERS.items():
        told = [
            {"type": "Feature", "properties": properties, "geometry": geometry}
            for properties, geometry in features
        ]
        rows = ",\n".join(json.dumps(feature) for feature in told)
        text = f'{{"type": "FeatureCollection", "features": [\n{rows}\n]}}\n'
        (folder / "layers" / f"{name}.geojson").write_text(text, encoding="utf-8")
    lon, lat = np.arange(0.0, 5.0), np.arange(-1.0, 2.0)
    east, north = np.meshgrid(lon, lat)
    july = 20.0 + east  # 20 degrees at longitude 0, one more at each degree east
    july[0, 4] = np.nan
    flat = np.full(july.shape, 500.0)
    np.savez(
        folder / "grids" / "climate.npz",
        lon=lon,
        lat=lat,
        annual_c=july - 10,
        july_c=july,
        cell_elevation_m=flat,
    )
    height = (500 + 100 * np.abs(north)).astype(np.int16)  # 500 m on the equator
    height[2, 4] = -32768
    np.savez(folder / "grids" / "elevation.npz", lon=lon, lat=lat, elevation_m=height)


if __name__ == "__main__":
    write(TOY)
