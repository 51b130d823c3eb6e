"""Distance to the nearest station: ours against geopandas, and the error of each."""

import geopandas as gpd
import numpy as np
from pyproj import Geod

from benchmarks.timing import alternate, milliseconds, table
from siteselect.geo.proximity import nearest_point
from siteselect.packs.catalogue import open_pack

SITES = 20_000
CHECKED = 300
PROJECTION = "+proj=laea +lat_0=45 +lon_0=72 +datum=WGS84 +units=m"


def main() -> None:
    """Print times and errors against the geodesic to every station."""
    stations = open_pack("central-asia").layer("power_stations").geometry
    x, y = stations.x.to_numpy(), stations.y.to_numpy()
    generator = np.random.default_rng(2)
    lon, lat = generator.uniform(50, 95, SITES), generator.uniform(37, 54, SITES)
    points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(lon, lat), crs=4326).to_crs(PROJECTION)
    there = gpd.GeoDataFrame(geometry=stations).to_crs(PROJECTION)
    works = {
        "ours": lambda: nearest_point(lon, lat, x, y),
        "geopandas": lambda: points.sjoin_nearest(there, distance_col="metres"),
    }
    times = alternate(works, rounds=3)
    true = np.array([geodesic(lon[row], lat[row], x, y) for row in range(CHECKED)])
    ours = nearest_point(lon[:CHECKED], lat[:CHECKED], x, y).km
    theirs = points.iloc[:CHECKED].sjoin_nearest(there, distance_col="metres")
    peer = theirs["metres"].groupby(level=0).first().to_numpy() / 1000
    rows = [("way", "time", "largest error")]
    for name, found in (("ours", ours), ("geopandas", peer)):
        worst = np.abs(found - true).max(where=true > 0, initial=0)
        relative = (np.abs(found - true) / true).max()
        rows.append((name, milliseconds(times[name]), f"{relative:.4%} ({worst:.2f} km)"))
    table(f"Nearest of {len(x)} stations for {SITES:,} sites", rows)


def geodesic(lon: float, lat: float, x: np.ndarray, y: np.ndarray) -> float:
    """Return the least geodesic distance in km, asked of every station."""
    ones = np.ones(len(x))
    return float(Geod(ellps="WGS84").inv(lon * ones, lat * ones, x, y)[2].min() / 1000)


if __name__ == "__main__":
    main()
