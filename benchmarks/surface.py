"""The surface: slider ticks at 1e3, 1e5 and 1e6 cells, geodesic measures, scan throughput.

Peers and ours work on the same numbers in alternating rounds of one run. Peers get values ready
made, as ours does; both give ranks. The share of bandwidth is that of reading the matrix once.
"""

import tempfile
import time
from datetime import date
from pathlib import Path

import geopandas as gpd
import numpy as np
import pymcdm
from pymcdm.helpers import rankdata
from pyproj import Geod
from skcriteria import mkdm
from skcriteria.agg import simple

from benchmarks.timing import alternate, milliseconds, table
from siteselect.criteria import MEASURES
from siteselect.model.places import Places
from siteselect.model.study import Context
from siteselect.packs.catalogue import open_pack
from siteselect.scan.cache import Cache
from siteselect.scan.cluster import ClusterEngine
from siteselect.scan.columns import measured
from siteselect.scan.engine import Engine, HereEngine
from siteselect.scan.region import region_of
from siteselect.scan.surface import Best, falling

CRITERIA = 12
PACK, DAY = "central-asia", date(2021, 6, 2)
KM = 10.0
KEYS = ("station_distance", "capacity_150km", "xinjiang_distance", "power_price")
PLANE = "+proj=laea +lat_0=45 +lon_0=72 +datum=WGS84 +units=m"


def main() -> None:
    """Print ticks, measures and throughput."""
    ticks()
    geodesics()
    throughput()


def ticks() -> None:
    """Compare one tick: score all, then the best hundred, or every rank."""
    rows = [("cells", "score + top 100", "score + ranks", "pymcdm", "scikit-criteria", "ratios",
             "of bandwidth")]  # fmt: skip
    most = bandwidth()
    rows += [tick(count, most) for count in (1_000, 100_000, 1_000_000)]
    table(f"A tick of the surface, {CRITERIA} criteria; memory reads {most / 1e9:.1f} GB/s", rows)


def tick(count: int, most: float) -> tuple[str, ...]:
    """Return the row of one size."""
    values = np.random.default_rng(count).random((CRITERIA, count), dtype=np.float32)
    shares = np.full(CRITERIA, 1 / CRITERIA, dtype=np.float32)
    out, best = np.empty(count, np.float32), Best(100)
    theirs = np.ascontiguousarray(values.T, dtype=np.float64)
    types, wide = np.ones(CRITERIA), shares.astype(float)
    matrix = mkdm(theirs, [max] * CRITERIA, weights=wide)
    pym, skc = pymcdm.methods.WSM(), simple.WeightedSumModel()
    ours = alternate(
        {
            "score": lambda: np.dot(shares, values, out=out),
            "top": lambda: best.of(np.dot(shares, values, out=out)),
            "rank": lambda: falling(np.dot(shares, values, out=out)),
        },
        rounds=9,
    )
    peers = alternate(
        {
            "pymcdm": lambda: rankdata(pym(theirs, wide, types, validation=False), reverse=True),
            "skcriteria": lambda: skc.evaluate(matrix).rank_,
        },
        rounds=3 if count < 1_000_000 else 1,
    )
    read = values.nbytes / ours["score"] / most
    return (
        f"{count:,}",
        milliseconds(ours["top"]),
        milliseconds(ours["rank"]),
        milliseconds(peers["pymcdm"]),
        milliseconds(peers["skcriteria"]),
        f"x{peers['pymcdm'] / ours['rank']:.0f}, x{peers['skcriteria'] / ours['rank']:.0f}",
        f"{read:.0%}" if count >= 1_000_000 else "in cache",
    )


def bandwidth() -> float:
    """Return bytes a second that one thread reads of an array far larger than the cache."""
    held = np.ones(64_000_000, dtype=np.float32)
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        held.max()
        taken.append(time.perf_counter() - start)
    return held.nbytes / min(taken)


def geodesics(count: int = 1_000_000, checked: int = 200) -> None:
    """Compare distances of a million cells with geopandas on the plane of the grid."""
    pack = open_pack(PACK)
    region = region_of(pack, 2.0)
    cells = np.arange(0, len(region), max(1, len(region) // count))[:count]
    lon, lat = region.lon_lat(cells)
    codes = np.asarray(region.country[cells], dtype=np.intp)
    places = Places(lon, lat, region.codes, codes, np.zeros(len(lon), bool))
    context = Context(DAY)
    stations = pack.layer("power_stations")
    large = stations[(stations["mw"] >= 100) & stations["counts"] & ~(stations["year"] > 2021)]
    frame = pack.layer("regions")
    origin = frame[frame["jurisdiction"] == pack.manifest.origin]
    points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(lon, lat), crs=4326).to_crs(PLANE)
    there = gpd.GeoDataFrame(geometry=large.geometry).to_crs(PLANE)
    area = gpd.GeoDataFrame(geometry=origin.geometry).to_crs(PLANE)
    rows = [("measure of cells", "ours", "geopandas", "ratio", "our error", "theirs")]
    for key, target in (("station_distance", there), ("xinjiang_distance", area)):
        read = MEASURES[key].read
        start = time.perf_counter()
        found = read(places, pack, context).value
        mine = time.perf_counter() - start
        start = time.perf_counter()
        joined = points.sjoin_nearest(target, distance_col="metres")
        theirs = time.perf_counter() - start
        peer = joined["metres"].groupby(level=0).first().to_numpy() / 1000
        ours_off = theirs_off = "-"
        if key == "station_distance":
            at = np.random.default_rng(1).choice(len(lon), checked, replace=False)
            true = np.array([least(lon[row], lat[row], large.geometry) for row in at])
            ours_off = f"{np.max(np.abs(found[at] - true) / true):.4%}"
            theirs_off = f"{np.max(np.abs(peer[at] - true) / true):.2%}"
        rows.append((f"{len(lon):,} {key}", f"{mine:.2f} s", f"{theirs:.2f} s",
                     f"x{theirs / mine:.1f}", ours_off, theirs_off))  # fmt: skip
    table("Geodesic measures of cells", rows)


def least(lon: float, lat: float, there: gpd.GeoSeries) -> float:
    """Return the least geodesic distance in km, asked of every point."""
    x, y = there.x.to_numpy(), there.y.to_numpy()
    ones = np.ones(len(x))
    return float(Geod(ellps="WGS84").inv(lon * ones, lat * ones, x, y)[2].min() / 1000)


def throughput() -> None:
    """Compare the same blocks in this process and on Dask, threads and processes."""
    from distributed import LocalCluster

    pack = open_pack(PACK)
    region = region_of(pack, KM)
    rows = [("where", "seconds", "cells a second", "us a cell")]

    def timed(name: str, engine: Engine) -> None:
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            measured(region, pack, KEYS, Context(DAY), engine, Cache(Path(folder)))
            taken = time.perf_counter() - start
        rows.append((name, f"{taken:.2f}", f"{len(region) / taken:,.0f}",
                     f"{1e6 * taken / len(region):.1f}"))  # fmt: skip

    timed("here, one thread (first)", HereEngine(pack, 1))
    timed("here, one thread", HereEngine(pack, 1))
    timed("here, all threads", HereEngine(pack))
    for name, processes in (("dask, threads", False), ("dask, processes", True)):
        with LocalCluster(
            n_workers=2 if processes else 1,
            processes=processes,
            threads_per_worker=1 if processes else 2,
            dashboard_address=":0",
            host="127.0.0.1",
            protocol="tcp",
            silence_logs=50,
        ) as cluster:
            engine = ClusterEngine(cluster.scheduler_address)
            timed(f"{name} (first)", engine)
            timed(name, engine)
            engine.close()
    table(f"Scan of {len(region):,} cells of {KM:g} km, {len(KEYS)} measures", rows)


if __name__ == "__main__":
    main()
