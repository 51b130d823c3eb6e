"""How numbers are written in a table: which sign parts the decimals, which the thousands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

SPACES = re.compile(r"[\s'’\u00a0\u202f\u2009]")
_LONGEST = 60
_NUMBER = re.compile(r"[+\-−]?[\d.,\s'’\u00a0\u202f\u2009]*\d[\d.,\s'’\u00a0\u202f\u2009]*")
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")


@dataclass(frozen=True, slots=True)
class Numerals:
    """The decimal sign of a table, and how sure that is."""

    decimal: str = "."
    seen: bool = False
    """Whether some cell shows it; else it is only what most tables have."""
    mixed: bool = False
    """Whether other cells show the other sign."""

    def plain(self, text: str) -> str:
        """Return a number as text with a decimal point and no thousands; other text as it is.

        Examples
        --------
        >>> (
        ...     Numerals(",").plain("1 234,5"),
        ...     Numerals(".").plain("1,234.5"),
        ...     Numerals(",").plain("AB"),
        ... )
        ('1234.5', '1234.5', 'AB')
        """
        if len(text) > _LONGEST or not _NUMBER.fullmatch(text):
            return text
        bare = SPACES.sub("", text).replace("−", "-")
        other = "," if self.decimal == "." else "."
        commas, points = bare.count(","), bare.count(".")
        if commas and points:
            last = "," if bare.rfind(",") > bare.rfind(".") else "."
            bare = bare.replace("." if last == "," else ",", "")
            return bare.replace(",", ".") if bare.count(last) == 1 else text
        sign = "," if commas else "."
        if commas + points > 1:
            return bare.replace(sign, "") if _THOUSANDS.fullmatch(bare) else text
        if sign == other and self.seen and _THOUSANDS.fullmatch(bare):
            return bare.replace(sign, "")
        return bare.replace(",", ".")


def numerals_of(cells: Iterable[str]) -> Numerals:
    """Return how the numbers among `cells` are written.

    Examples
    --------
    >>> numerals_of(["75,32", "1 200"]).decimal
    ','
    """
    shown = {",": 0, ".": 0}
    for cell in cells:
        sign = _shows(cell)
        if sign:
            shown[sign] += 1
    seen = bool(shown[","] or shown["."])
    decimal = "," if shown[","] > shown["."] else "."
    return Numerals(decimal, seen, bool(shown[","] and shown["."]))


def is_ambiguous(text: str) -> bool:
    """Return whether the one comma or point in `text` could part thousands as well as decimals."""
    bare = SPACES.sub("", text)
    return bare.count(",") + bare.count(".") == 1 and _THOUSANDS.fullmatch(bare) is not None


def _shows(cell: str) -> str:
    """Return the decimal sign that a cell shows beyond doubt, or nothing."""
    if len(cell) > _LONGEST or not _NUMBER.fullmatch(cell):
        return ""
    bare = SPACES.sub("", cell)
    commas, points = bare.count(","), bare.count(".")
    if commas and points:
        last = "," if bare.rfind(",") > bare.rfind(".") else "."
        return last if bare.count(last) == 1 else ""
    if commas + points > 1 and _THOUSANDS.fullmatch(bare):
        return "." if commas else ","
    if commas + points != 1:
        return ""
    return "" if _THOUSANDS.fullmatch(bare) else ("," if commas else ".")
