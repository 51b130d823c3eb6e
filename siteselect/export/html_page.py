"""One HTML page that a consultant can send: everything in it, nothing fetched.

The one script sorts tables. The policy of the page allows it by its hash, and no other.
"""

import base64
import math
from collections import defaultdict
from typing import Any

from siteselect.export import _svg_map, money_words
from siteselect.export._drawn_layers import drawn_layers
from siteselect.export._html import render
from siteselect.export._svg_layers import swatch
from siteselect.export.brand import kind_of
from siteselect.export.exporter import Exporter
from siteselect.export.report import Report, SiteRow
from siteselect.export.words import POLICIES, figure, plain, points, verdict_word
from siteselect.language import later, say
from siteselect.model.gate import Verdict

_TOLD = 100
"""So many sites are told value by value: more belongs into a table."""
_BAR = 260.0
"""Pixels of a full score."""


def make(report: Report) -> bytes:
    """Return the page: map, ranking with contributions, why, who failed, sources, stamp."""
    from markupsafe import Markup

    ranked = [_bars(report, row) for row in report.rows if row.verdict.ranks]
    unknown = [_bars(report, row) for row in report.rows if row.verdict is Verdict.UNKNOWN]
    failed = [_bars(report, row) for row in report.rows if row.verdict is Verdict.FAIL]
    values = {
        "report": report,
        "map": Markup(_svg_map.draw(report)),  # noqa: S704 - every text in it is escaped there
        "legend": _legend(report),
        "ranked": ranked,
        "unknown": unknown,
        "told": (ranked + unknown + failed)[:_TOLD],
        "whys": [
            (
                say("Who failed, and why"),
                "fail",
                verdict_word(Verdict.FAIL),
                _by_reason(report, Verdict.FAIL),
            ),
            (
                say("Where not enough is known"),
                "unknown",
                verdict_word(Verdict.UNKNOWN),
                _by_reason(report, Verdict.UNKNOWN),
            ),
            (
                say("Under which conditions"),
                "conditional",
                verdict_word(Verdict.CONDITIONAL),
                _by_reason(report, Verdict.CONDITIONAL, 2),
            ),
        ],
        "groups": _groups(report),
        "policy": say(POLICIES[report.stamp.unknown]),
        "settings": ", ".join(
            f"{key} {plain(value)}" for key, value in report.stamp.method_parameters.items()
        ),
        "verdict_words": {each.value: verdict_word(each) for each in Verdict},
        "fuel_word": _svg_map.fuel_word,
        "logo": _logo(report),
        "money_heads": money_words.heads(report),
        "money_rows": money_words.rows(report, _TOLD),
        "assumed": money_words.assumed,
        "between": money_words.between,
    }
    return render("page.html", values, script="page.js", accent=report.brand.accent)


def _logo(report: Report) -> str:
    """Return the logo as an address that holds it; empty where there is none."""
    held = report.brand.logo
    return f"data:{kind_of(held)};base64,{base64.b64encode(held).decode()}" if held else ""


def _groups(report: Report) -> dict[str, int]:
    """Return the colour number of each group of criteria, in the order of their appearance."""
    names = dict.fromkeys(each.group for each in report.criteria)
    return {name: place % 7 for place, name in enumerate(names)}


def _bars(report: Report, row: SiteRow) -> dict[str, Any]:
    """Return a row with its bar: one piece a criterion, and the whisker of its interval."""
    groups, pieces, start = _groups(report), [], 0.0
    for each, cell in zip(report.criteria, row.cells, strict=True):
        length = _BAR * (cell.contribution or 0.0)
        if length > 0:
            told = say(
                "{title}: {points} of {all}",
                title=each.title,
                points=points(cell.contribution),
                all=points(each.share),
            )
            pieces.append(
                {"x": f"{start:.1f}", "width": f"{length:.1f}", "group": groups[each.group],
                 "open": cell.raw is None, "title": told}
            )  # fmt: skip
        start += length
    whisker = None
    if row.low is not None and row.high is not None and row.high - row.low > 0.001:
        whisker = (f"{_BAR * row.low:.1f}", f"{_BAR * row.high:.1f}")
    return {"row": row, "pieces": pieces, "whisker": whisker, "cells": _cells(report, row)}


def _cells(report: Report, row: SiteRow) -> list[dict[str, Any]]:
    return [
        {"criterion": each, "cell": cell, "range": _range(cell.low, cell.high, each.unit)}
        for each, cell in zip(report.criteria, row.cells, strict=True)
    ]


def _range(low: float | None, high: float | None, unit: str) -> str:
    if low is None and high is None:
        return ""
    if low is None or high is None:
        return (
            say("at least {low}", low=figure(low, unit))
            if high is None
            else say("at most {high}", high=figure(high, unit))
        )
    return "" if low == high else say("{low} to {high}", low=figure(low), high=figure(high, unit))


def _by_reason(report: Report, verdict: Verdict, least: int = 1) -> list[tuple[str, list[SiteRow]]]:
    """Return each deciding reason with the sites it holds for, where these are `least` or more."""
    found: dict[str, list[SiteRow]] = defaultdict(list)
    for row in report.rows:
        if row.verdict is verdict:
            for reason in row.reasons[: row.decisive]:
                found[reason].append(row)
    return [(reason, rows) for reason, rows in found.items() if len(rows) >= least]


def _legend(report: Report) -> dict[str, Any]:
    from markupsafe import Markup

    prices = _svg_map.price_span(report.regions)
    scores = _svg_map.score_span(report.rows)
    sizes = [(mw, f"{_svg_map.station_radius(mw):.1f}") for mw in _svg_map.SIZES]
    ramp = [_svg_map.score_colour(step / 11, (0.0, 1.0)) for step in range(12)]
    shades = _svg_map.Shades.of(report)
    paints, classes = shades.keys() if shades else ([], [])
    return {
        "paints": [Markup(each) for each in paints],  # noqa: S704 - colours alone
        "classes": classes,
        "prices": prices, "scores": scores, "sizes": sizes, "ramp": ramp,
        "fuels": [*_svg_map.FUELS, "other"],
        "banned": any(each.verdict is Verdict.FAIL for each in report.regions),
        "unpriced": any(math.isnan(each.price) for each in report.regions),
        "own": [(each.layer.title, Markup(swatch(each)))  # noqa: S704 - paths and colours alone
                for each in drawn_layers(report)],
    }  # fmt: skip


EXPORTER = Exporter(
    title=later("page to send"), suffix=".html", make=make, money=True, firm=True, pictures=True
)
