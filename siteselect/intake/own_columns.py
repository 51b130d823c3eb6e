"""Columns that the program has no word for: their numbers are kept as the sites' own values."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from siteselect.intake import cells
from siteselect.intake.numerals import Numerals
from siteselect.intake.report import Finding
from siteselect.language import say, say_count

_LONGEST = 60
_LARGEST = 1e300
_NUMERALS = Numerals()
_NO_VALUE = frozenset({-9999.0, -99999.0, -999999.0, -32768.0, -2147483648.0})
"""Numbers by which map programs say that there is none."""


def own_columns(header: Sequence[str], known: Iterable[int]) -> dict[str, int]:
    """Return the columns with a name of their own and where they stand; the first of equals."""
    taken = set(known)
    found: dict[str, int] = {}
    for place, cell in enumerate(header):
        name = unicodedata.normalize("NFC", " ".join(cell.split()))[:_LONGEST]
        if name and place not in taken:
            found.setdefault(name, place)
    return found


def own_values(
    row: Sequence[str], columns: Mapping[str, int], numerals: Numerals = _NUMERALS
) -> tuple[tuple[str, float], ...]:
    """Return the numbers of a row by column; what is empty or no number is left out."""
    read = (
        (name, _number(row[at] if at < len(row) else "", numerals)) for name, at in columns.items()
    )
    return tuple((name, value) for name, value in read if value is not None)


def with_own(
    before: tuple[tuple[str, float], ...], now: tuple[tuple[str, float], ...]
) -> tuple[tuple[str, float], ...]:
    """Return the values that a site had, with those of a new table in their place."""
    return tuple({**dict(before), **dict(now)}.items())


def findings(
    rows: Sequence[tuple[int, Sequence[str]]],
    columns: Mapping[str, int],
    numerals: Numerals = _NUMERALS,
) -> list[Finding]:
    """Return what became of each column, and each cell in it that is no number."""
    told = []
    for name, at in columns.items():
        filled = [(number, row[at]) for number, row in rows if at < len(row) and row[at].strip()]
        wrong = [(number, text) for number, text in filled if _number(text, numerals) is None]
        count = len(filled) - len(wrong)
        if not filled:
            told.append(Finding(say("The column {name} is empty.", name=cells.shown(name))))
            continue
        if not count:
            told.append(
                Finding(
                    say("The column {name} is not known and was not read.", name=cells.shown(name))
                )
            )
            continue
        told.append(
            Finding(
                say_count(
                    "The column {name} was kept as the sites' own values ({count} number).",
                    "The column {name} was kept as the sites' own values ({count} numbers).",
                    count,
                    name=cells.shown(name),
                )
            )
        )
        told += [Finding(_why_not(text), number, name) for number, text in wrong]
    return told


def _number(text: str, numerals: Numerals) -> float | None:
    try:
        value = cells.number(numerals.plain(text))
    except ValueError:
        return None
    return value if abs(value) <= _LARGEST and value not in _NO_VALUE else None


def _why_not(text: str) -> str:
    try:
        unknown = cells.number(text) in _NO_VALUE
    except ValueError:
        unknown = False
    told = cells.shown(text)
    if unknown:
        return say("{cell} is what programs write for not known and was not kept.", cell=told)
    return say("{cell} is no number and was not kept.", cell=told)
