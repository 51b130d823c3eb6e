"""The sites as points for a map program: GeoJSON as in RFC 7946, the stamp as a foreign member."""

import json
from typing import Any

from siteselect.export.exporter import Exporter
from siteselect.export.report import Report, SiteRow
from siteselect.language import later


def make(report: Report) -> bytes:
    """Return a collection of points in longitude and latitude (WGS 84), flat properties."""
    plain = {
        "type": "FeatureCollection",
        "stamp": {"title": report.title, **report.stamp.as_dict()},
        "features": [_feature(report, row) for row in report.rows],
    }
    return (json.dumps(plain, indent=1, ensure_ascii=False, allow_nan=False) + "\n").encode()


def properties(report: Report, row: SiteRow) -> dict[str, Any]:
    """Return what is told of a site, flat: a map program knows no lists."""
    told: dict[str, Any] = {
        "rank": row.rank,
        "name": row.name,
        "country": row.country,
        "lon": row.lon,
        "lat": row.lat,
        "score": row.score,
        "low": row.low,
        "high": row.high,
        "coverage": row.coverage,
        "verdict": row.verdict.value,
        "reasons": " | ".join(row.reasons),
        "note": row.note,
    }
    for each, cell in zip(report.criteria, row.cells, strict=True):
        told |= {
            each.key: cell.raw,
            f"{each.key}_unit": each.unit,
            f"{each.key}_value": cell.value,
            f"{each.key}_weight": each.weight,
            f"{each.key}_contribution": cell.contribution,
            f"{each.key}_source": cell.source,
        }
    return told


def _feature(report: Report, row: SiteRow) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [row.lon, row.lat]},
        "properties": properties(report, row),
    }


EXPORTER = Exporter(title=later("points for a map"), suffix=".geojson", make=make, machine=True)
