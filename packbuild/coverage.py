"""How much of the official installed capacity the station layer holds, by jurisdiction and fuel."""

from pathlib import Path

import geopandas as gpd
import pandas as pd

INDICATOR = "installed_capacity_mw"


def coverage_table(stations: gpd.GeoDataFrame, indicators: Path) -> pd.DataFrame:
    """Return one row for each official figure: counted MW, official MW, per cent, year.

    A figure of the whole jurisdiction has an empty `detail`; one of a fuel names it there.
    """
    table = pd.read_csv(indicators, keep_default_na=False)
    table = table[table["indicator"] == INDICATOR]
    counted = stations[stations["counts"]]
    rows = []
    for code, fuel, year, value in zip(
        table["jurisdiction"], table["detail"], table["year"], table["value"], strict=True
    ):
        own = counted[counted["jurisdiction"] == code]
        if fuel:
            own = own[own["fuel"] == fuel]
        total, official = float(own["mw"].sum()), float(value)
        rows.append(
            {
                "jurisdiction": str(code),
                "fuel": str(fuel) or "all",
                "year": int(year),
                "counted_mw": round(total, 1),
                "official_mw": official,
                "per_cent": round(100 * total / official, 1),
            }
        )
    return pd.DataFrame(rows).sort_values(["jurisdiction", "fuel", "year"], ignore_index=True)
