"""Short words of a figure and its parts: English in the data, said as the reader speaks on show."""

import re

from siteselect.language import later, say

_KNOWN = (
    later("carried"), later("coordinate"), later("day unknown"), later("estimate"), later("floor"),
    later("later letter"), later("low"), later("lower end"), later("national"),
    later("national estimate"), later("no offer"), later("not corrected"), later("placeholder"),
    later("reference"), later("stale"), later("suspect"), later("the nearest known"),
    later("transit"), later("unknown"), later("without fee"), later("year unknown"), later("yours"),
)  # fmt: skip
"""Marked for the catalogues; each is a part of a badge."""
_OBSERVED = re.compile(r"observed (\d{4})")


def badge_words(badge: str) -> str:
    """Return a badge in the reader's language.

    Examples
    --------
    >>> badge_words("lower end, carried")
    'lower end, carried'
    """
    return ", ".join(_part(each) for each in badge.split(", ")) if badge else ""


def is_stale(badge: str) -> bool:
    """Return whether a badge says that its figure is stale.

    Examples
    --------
    >>> is_stale("observed 2019, stale"), is_stale("observed 2019")
    (True, False)
    """
    return badge == "stale" or ", stale" in badge or badge.startswith("stale, ")


def part_words(title: str) -> str:
    """Return the title of a part of a price, as in "Grid: transit", in the reader's language."""
    head, mark, tail = title.partition(": ")
    return f"{say(head)}: {say(tail)}" if mark else say(title)


def _part(text: str) -> str:
    found = _OBSERVED.fullmatch(text)
    return say("observed {year}", year=found[1]) if found else say(text)
