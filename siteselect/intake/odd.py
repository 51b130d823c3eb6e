"""What is odd about a whole table, though each row may be sound: told, and left to the person."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from siteselect.intake.cells import shown
from siteselect.intake.draft import Draft
from siteselect.intake.report import Finding
from siteselect.intake.said import Reading
from siteselect.language import say, say_count
from siteselect.model.sites import Site

_IDS = ("id", "fid", "gid", "code", "no", "nr", "№", "номер", "код", "编号", "number")
_MOJIBAKE = re.compile(r"[ÐÑÃÂ][\x80-\xbf°±²³´µ¶·¸¹º»¼½¾¿]|Ã[\x80-\xff]|\ufffd")
_NEAR_ZERO = 1e-6
_APART = 30.0
"""Prices of one table and currency so many times apart are hardly in one unit."""


def table_findings(draft: Draft, reading: Reading, sites: Iterable[Site]) -> list[Finding]:
    """Return what is odd about the table: ids twice, prices in two units, points that are none."""
    held = tuple(sites)
    return [*_ids(draft), *_metres(draft, reading), *_points(held), *_prices(held), *_names(held)]


def _ids(draft: Draft) -> list[Finding]:
    found = []
    for at, heading in enumerate(draft.header):
        if heading.casefold() not in _IDS or at in draft.fields.values():
            continue
        cells = [row[at] for _, row in draft.rows if at < len(row) and row[at]]
        twice = [cell for cell, often in Counter(cells).items() if often > 1]
        if twice:
            found.append(Finding(_told_twice(heading, twice)))
    return found


def _told_twice(heading: str, twice: Sequence[str]) -> str:
    told = {"heading": shown(heading), "cells": ", ".join(shown(cell) for cell in twice[:3])}
    if len(twice) <= 3:
        return say("In the column {heading} {cells} stands twice.", **told)
    return say_count(
        "In the column {heading} {cells} and {count} more stands twice.",
        "In the column {heading} {cells} and {count} more stand twice.",
        len(twice) - 3,
        **told,
    )


def _metres(draft: Draft, reading: Reading) -> list[Finding]:
    if reading.reference is not None or draft.choices.crs or not draft.rows:
        return []
    beyond = 0
    for _, row in draft.rows:
        said, _ = reading.said(row)
        beyond += any(_size(said.get(field, "")) > 360 for field in ("lon", "lat"))
    if beyond <= len(draft.rows) / 2:
        return []
    return [
        Finding(
            say(
                "The coordinates are no degrees: say in which reference system they "
                "are, as EPSG:32643."
            )
        )
    ]


def _size(text: str) -> float:
    try:
        return abs(float(text))
    except ValueError:
        return math.nan


def _points(sites: Iterable[Site]) -> list[Finding]:
    return [
        Finding(say("{name} stands at longitude 0, latitude 0, where nothing is.", name=site.name))
        for site in sites
        if abs(site.lon) < _NEAR_ZERO and abs(site.lat) < _NEAR_ZERO
    ]


def _prices(sites: Iterable[Site]) -> list[Finding]:
    by_currency: dict[str, list[tuple[float, str]]] = {}
    for site in sites:
        if site.offer and site.offer.price:
            by_currency.setdefault(site.offer.currency, []).append((site.offer.price, site.name))
    found = []
    for currency, prices in by_currency.items():
        middle = median(price for price, _ in prices)
        far = [
            (price, name)
            for price, name in prices
            if len(prices) > 2 and not middle / _APART < price < middle * _APART
        ]
        found += [
            Finding(
                say(
                    "The price of {name}, {price:g} {currency} per kWh, is far from the "
                    "others (about {middle:g}): is it in another unit?",
                    name=name,
                    price=price,
                    currency=currency,
                    middle=middle,
                )
            )
            for price, name in far
        ]
    return found


def _names(sites: Iterable[Site]) -> list[Finding]:
    found = [
        Finding(
            say(
                "{name} holds signs that were read wrong: is the encoding right?",
                name=shown(site.name),
            )
        )
        for site in sites
        if _MOJIBAKE.search(site.name)
    ]
    low = Counter(site.name.casefold() for site in sites)
    alike = [
        Finding(say("{name} differs from another name only in capitals.", name=shown(site.name)))
        for site in sites
        if low[site.name.casefold()] > 1
    ]
    return [*found, *alike]
