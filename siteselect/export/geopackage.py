"""The sites with the map around them as a GeoPackage that QGIS opens dressed."""

import sqlite3
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from siteselect.drivers import bound_drivers
from siteselect.export import _qgis_style
from siteselect.export._gpkg_layers import own_tables
from siteselect.export._svg_map import price_span, score_span
from siteselect.export._xlsx_tables import stamp_lines
from siteselect.export.exporter import Exporter
from siteselect.export.geojson import properties
from siteselect.export.report import Report
from siteselect.language import later

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

_WORDS = ("name", "country", "verdict", "reasons", "note")


def make(report: Report) -> bytes:
    """Return the layers sites, stations, borders, regions and the user's, styles, and stamp."""
    bound_drivers()
    import pyogrio
    from pyogrio.errors import DataLayerError, DataSourceError, FeatureError

    tables = own_tables(report)
    layers = {
        "regions": _regions(report),
        "borders": _borders(report),
        **{name: own.frame for name, own in tables.items()},
        "stations": _layer(report, "power_stations"),
        "sites": _sites(report),
    }
    there = {name: frame for name, frame in layers.items() if frame is not None}
    with tempfile.TemporaryDirectory(prefix="siteselect-") as folder:
        path = Path(folder) / "map.gpkg"
        try:
            for place, (name, frame) in enumerate(there.items()):
                options = {"VERSION": "1.2"} if place == 0 else {}  # which older programs know too
                pyogrio.write_dataframe(
                    frame, path, layer=name, driver="GPKG", append=place > 0,
                    dataset_options=options,
                )  # fmt: skip
            styles = _styles(report) | {name: own.style for name, own in tables.items()}
            told = {name: own.about for name, own in tables.items()}
            _finish(path, report, styles, list(there), told)
        except (DataSourceError, DataLayerError, FeatureError, sqlite3.Error) as error:
            raise OSError(f"the room for temporary files, {folder}, does not take it") from error
        return path.read_bytes()


def _sites(report: Report) -> "GeoDataFrame":
    import geopandas

    lines: list[dict[str, Any]] = [properties(report, row) for row in report.rows]
    frame = geopandas.GeoDataFrame(
        lines,
        columns=None if lines else ["rank", *_WORDS],
        geometry=geopandas.points_from_xy(
            [row.lon for row in report.rows], [row.lat for row in report.rows]
        ),
        crs="EPSG:4326",
    )
    numbers = ["score", "low", "high", "coverage", "lon", "lat"]
    for each in report.criteria:
        numbers += [each.key, f"{each.key}_value", f"{each.key}_weight", f"{each.key}_contribution"]
    kinds = {name: "float64" for name in numbers if name in frame}
    return frame.astype({**kinds, "rank": "Int64"})


def _layer(report: Report, name: str) -> "GeoDataFrame | None":
    if not report.pack.has_layer(name):
        return None
    frame = report.pack.layer(name)
    return frame if len(frame) else None


def _regions(report: Report) -> "GeoDataFrame | None":
    """Return the regions with price and law of the day."""
    frame = _layer(report, "regions")
    if frame is None:
        return None
    states = {each.code: each for each in report.regions}
    known = [states.get(code) for code in frame["code"]]
    return frame.assign(
        price=[float("nan") if each is None else each.price for each in known],
        verdict=["" if each is None else each.verdict.value for each in known],
        law=["" if each is None else each.law for each in known],
        price_note=["" if each is None else each.note for each in known],
    )


def _borders(report: Report) -> "GeoDataFrame | None":
    """Return borders as lines; those in dispute apart, with the pack's note."""
    import geopandas
    import pandas as pd

    parts = []
    for name, kind in (("countries", "border"), ("disputed", "disputed")):
        frame = _layer(report, name)
        if frame is not None:
            shapes = frame.geometry.boundary if kind == "border" else frame.geometry
            notes = frame.get("note", report.stamp.borders_note)
            held = {"name": frame["name"], "kind": kind, "note": notes}
            parts.append(geopandas.GeoDataFrame(held, geometry=shapes, crs="EPSG:4326"))
    return geopandas.GeoDataFrame(pd.concat(parts, ignore_index=True)) if parts else None


def _styles(report: Report) -> dict[str, str]:
    return {
        "sites": _qgis_style.sites(score_span(report.rows)),
        "stations": _qgis_style.stations(),
        "borders": _qgis_style.borders(),
        "regions": _region_style(report),
    }


def _region_style(report: Report) -> str:
    prices, ramp = price_span(report.regions), report.tint.ramp
    if prices is None:
        return _qgis_style.regions(None)
    edges = report.tint.edges((each.price for each in report.regions), *prices)
    return _qgis_style.regions(prices, edges, ramp)


def _finish(
    path: Path, report: Report, styles: dict[str, str], layers: list[str], told: dict[str, str]
) -> None:
    """Add styles, stamp and who must be named, and let the file bear the day of the facts.

    Two runs write the same.
    """
    day = f"{report.stamp.as_of}T00:00:00.000Z"
    held = sqlite3.connect(path)
    try:
        held.executescript(_TABLES)
        for name in layers:
            held.execute(
                "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, "
                "f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, "
                "owner, update_time) VALUES ('', '', ?, 'geom', ?, ?, '', 1, ?, '', ?)",
                (name, name, styles[name], f"As siteselect draws {name}", day),
            )
        held.executemany(
            "INSERT INTO stamp (key, value) VALUES (?, ?)",
            [(key, str(value)) for key, value in stamp_lines(report)]
            + [(f"layers.{name}", about) for name, about in told.items()],
        )
        held.executemany(
            "UPDATE gpkg_contents SET description = ? WHERE table_name = ?",
            [(about, name) for name, about in told.items()],
        )
        held.execute("UPDATE gpkg_contents SET last_change = ?", (day,))
        held.commit()
        held.execute("VACUUM")
    finally:
        held.close()


_TABLES = """
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
  f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
  styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT,
  owner TEXT(30), ui TEXT(30),
  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
CREATE TABLE stamp (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, key TEXT, value TEXT);
INSERT INTO gpkg_contents (table_name, data_type, identifier)
  VALUES ('layer_styles', 'attributes', 'layer_styles'), ('stamp', 'attributes', 'stamp');
"""

EXPORTER = Exporter(title=later("map for QGIS"), suffix=".gpkg", make=make, machine=True)
