"""Power stations: units of one station merged, duplicates and suspects marked, regions found.

How the table `tables/power_units.csv` was decided, and is turned into the layer:

- Units that bear the same name in the column `station` (blocks of one plant, steps of a cascade
  on one point) become one station with the sum of their MW, unless a unit came later than the
  first day of the pack's time line: then it stays by itself, because on an earlier day it is not
  there yet. The note names the units. The year is that of the first one.
- `counts` is no for a row that another row already holds: the sum of a cluster listed beside its
  parts, or the same plant in two lists (same capacity within some hundred metres). Such rows stay
  in the layer, so that nobody misses them, and say why.
- `coordinate` is `suspect` where the point cannot be right, and `placeholder` where several
  plants share a point that stands for a town. They are drawn, and counted, and flagged.
- `mw_quality` is `suspect` where the capacity looks like that of a whole cluster.
- The region is that of the polygon (regions as before 2022); a point just beyond its own
  country's line takes the nearest region of its country.
"""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

TABLE = Path(__file__).with_name("tables") / "power_units.csv"
COLUMNS = (
    "id",
    "name",
    "jurisdiction",
    "region",
    "fuel",
    "technology",
    "mw",
    "mw_quality",
    "year",
    "status",
    "coordinate",
    "counts",
    "source",
    "licence",
    "note",
)


def build_stations(regions: gpd.GeoDataFrame, first_year: int) -> gpd.GeoDataFrame:
    """Return the layer power_stations, by jurisdiction and id.

    Parameters
    ----------
    regions
        The region polygons, with `code` and `jurisdiction`.
    first_year
        The year in which the time line of the pack starts.
    """
    units = pd.read_csv(
        TABLE, dtype={"year": "Int64"}, keep_default_na=False, na_values={"year": ""}
    )
    merged = merge_units(units, first_year)
    frame = gpd.GeoDataFrame(
        merged, geometry=gpd.points_from_xy(merged["lon"], merged["lat"]), crs="EPSG:4326"
    )
    frame["region"] = name_regions(frame, regions)
    frame["counts"] = frame["counts"] == "yes"
    frame["year"] = frame["year"].astype("Int32")
    frame = frame.sort_values(["jurisdiction", "id"])
    return frame[[*COLUMNS, "geometry"]].reset_index(drop=True)


def merge_units(units: pd.DataFrame, first_year: int) -> pd.DataFrame:
    """Merge the units of each station that all stood before `first_year`."""
    late = (units["year"] >= first_year).fillna(value=False).astype(bool)
    alone = (units["station"] == "") | late
    stations = [_merge(group) for _, group in units[~alone].groupby("station", sort=True)]
    result: pd.DataFrame = pd.concat([units[alone], *stations], ignore_index=True)
    result["mw"] = result["mw"].round(2)
    return result


def _merge(group: pd.DataFrame) -> pd.DataFrame:
    group = group.sort_values("id")
    if len(group) == 1:
        return group
    parts = ", ".join(
        f"{row.name_} {row.mw:g} MW" for row in group.rename(columns={"name": "name_"}).itertuples()
    )
    notes = sorted({note for note in group["note"] if note})
    return group.iloc[[0]].assign(
        name=group["station"].iloc[0],
        mw=group["mw"].sum(),
        year=group["year"].min(),
        technology=", ".join(sorted({each for each in group["technology"] if each})),
        note="; ".join([f"{len(group)} units in one: {parts}", *notes]),
    )


def name_regions(frame: gpd.GeoDataFrame, regions: gpd.GeoDataFrame) -> NDArray[np.object_]:
    """Return the region each station lies in, or the nearest of its own jurisdiction."""
    points = np.asarray(frame.geometry.array, dtype=object)
    result = np.full(len(frame), "", dtype=object)
    for code, own in regions.groupby("jurisdiction"):
        here = (frame["jurisdiction"] == code).to_numpy()
        nearest = shapely.STRtree(own.geometry.to_numpy()).nearest(points[here])
        result[here] = own["code"].to_numpy()[nearest]
    return result
