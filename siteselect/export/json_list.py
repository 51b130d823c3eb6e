"""The ranked list as JSON, for programs."""

import json
from typing import Any

from siteselect.export.exporter import Exporter
from siteselect.export.report import Cell, JudgedCriterion, Report, SiteRow


def make(report: Report) -> bytes:
    """Return `{"stamp": ..., "sites": [...]}`; unknown is null, and its source says why."""
    plain = {
        "stamp": {"title": report.title, **report.stamp.as_dict()},
        "sites": [_site(report, row) for row in report.rows],
    }
    return (json.dumps(plain, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()


def _site(report: Report, row: SiteRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "country": row.country,
        "lon": row.lon,
        "lat": row.lat,
        "rank": row.rank,
        "score": row.score,
        "low": row.low,
        "high": row.high,
        "coverage": row.coverage,
        "verdict": row.verdict.value,
        "reasons": list(row.reasons),
        "criteria": {
            each.key: _criterion(each, cell)
            for each, cell in zip(report.criteria, row.cells, strict=True)
        },
    }


def _criterion(each: JudgedCriterion, cell: Cell) -> dict[str, Any]:
    return {
        "raw": cell.raw,
        "low": cell.low,
        "high": cell.high,
        "unit": each.unit,
        "value": cell.value,
        "weight": each.weight,
        "contribution": cell.contribution,
        "source": cell.source,
    }


EXPORTER = Exporter(title="list for programs", suffix=".json", make=make)
