"""The ranked list as JSON, for programs."""

import json
from functools import lru_cache

from siteselect.export.exporter import Exporter
from siteselect.export.report import Cell, JudgedCriterion, Report, SiteRow
from siteselect.language import later


def make(report: Report) -> bytes:
    """Return `{"stamp": ..., "sites": [...]}`; unknown is null, and its source says why.

    One site stands on a line of its own: a long list is written as it goes, and what two lists say
    otherwise is seen line by line.
    """
    stamp = {"title": report.title, **report.stamp.as_dict()}
    head = json.dumps(stamp, indent=2, ensure_ascii=False, allow_nan=False).replace("\n", "\n  ")
    heads = [_head(each) for each in report.criteria]
    sites = ",\n".join(_site(row, heads) for row in report.rows)
    text = f'{{\n  "stamp": {head},\n  "sites": [\n{sites}\n  ]\n}}\n'
    return (text if report.rows else text.replace("[\n\n  ]", "[]")).encode()


def _head(each: JudgedCriterion) -> tuple[str, str, str]:
    """Return what stands around the numbers of one criterion, alike for every site."""
    return (
        f'{_text(each.key)}: {{"raw": ',
        f', "unit": {_text(each.unit)}, "value": ',
        f', "weight": {_number(each.weight)}, "contribution": ',
    )


def _site(row: SiteRow, heads: list[tuple[str, str, str]]) -> str:
    plain = {
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
    }
    start = _ENCODER.encode(plain)[:-1]
    cells = ", ".join([_cell(head, cell) for head, cell in zip(heads, row.cells, strict=True)])
    return f'    {start}, "criteria": {{{cells}}}}}'


def _cell(head: tuple[str, str, str], cell: Cell) -> str:
    key, unit, weight = head
    return (
        f'{key}{_number(cell.raw)}, "low": {_number(cell.low)}, "high": {_number(cell.high)}'
        f"{unit}{_number(cell.value)}{weight}{_number(cell.contribution)}"
        f', "source": {_text(cell.source)}}}'
    )


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def _number(value: float | None) -> str:
    """Return a number as JSON writes it; the values of a report are finite, or None."""
    return "null" if value is None else repr(value)


@lru_cache(maxsize=65_536)
def _text(text: str) -> str:
    """Return a text as JSON writes it: the same sources stand behind many sites."""
    return _ENCODER.encode(text)


EXPORTER = Exporter(title=later("list for programs"), suffix=".json", make=make, machine=True)
