"""Single cells of a table of offers: text to numbers, days, currencies; faults as ValueError."""

import math
import re
from datetime import date

from siteselect.language import say
from siteselect.model.sites import Vat
from siteselect.model.text import plain_text

_SPACES = re.compile(r"[\s'\u00a0\u202f\u2009]")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3}){2,}|[+-]?\d{1,3}(\.\d{3}){2,}")
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
CURRENCIES = {
    "₸": "KZT", "TENGE": "KZT", "ТЕНГЕ": "KZT", "ТГ": "KZT", "$": "USD", "US$": "USD", "€": "EUR",
    "¥": "CNY", "RMB": "CNY", "YUAN": "CNY", "元": "CNY", "SOM": "KGS", "СОМ": "KGS", "₽": "RUB",
    "РУБ": "RUB", "C$": "CAD", "ТЕҢГЕ": "KZT", "坚戈": "KZT", "美元": "USD", "人民币": "CNY",
}  # fmt: skip
"""Words and signs for currencies, and their codes."""
_VAT = {
    Vat.EXCLUDED: ("excluded", "excl", "excl.", "excluding", "without", "no", "net", "без ндс"),
    Vat.INCLUDED: ("included", "incl", "incl.", "including", "with", "yes", "gross", "с ндс"),
    Vat.NOT_STATED: ("", "not stated", "unknown", "?", "-"),
}


def number(text: str) -> float:
    """Return the number in `text`; decimal point or comma, spaces between thousands."""
    plain = _SPACES.sub("", text).replace("−", "-")
    comma, point = plain.rfind(","), plain.rfind(".")
    if _THOUSANDS.fullmatch(plain):
        plain = plain.replace(",", "").replace(".", "")
    elif comma >= 0 and point >= 0:
        thousands = "," if point > comma else "."
        plain = plain.replace(thousands, "").replace(",", ".")
    else:
        plain = plain.replace(",", ".")
    try:
        value = float(plain) if re.fullmatch(r"[-+0-9.eE]+", plain) else math.nan
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise ValueError(say("{cell} is no number", cell=shown(text)))
    return value


def ambiguous(text: str) -> bool:
    """Return whether the comma in `text` could part thousands as well as decimals."""
    return bool(_AMBIGUOUS.fullmatch(_SPACES.sub("", text)))


def positive(text: str) -> float:
    """Return the number in `text`, which must be above zero."""
    value = number(text)
    if value <= 0:
        raise ValueError(say("{cell} is not above 0", cell=shown(text)))
    return value


def not_negative(text: str) -> float:
    """Return the number in `text`, which must be zero or more."""
    value = number(text)
    if value < 0:
        raise ValueError(say("{cell} is below 0", cell=shown(text)))
    return value


def longitude(text: str) -> float:
    """Return a longitude in degrees."""
    value = number(text)
    if abs(value) > 180.0:
        told = say("{cell} is no longitude: it lies between -180 and 180", cell=shown(text))
        raise ValueError(told)
    return value


def latitude(text: str) -> float:
    """Return a latitude in degrees."""
    value = number(text)
    if abs(value) > 90.0:
        told = say("{cell} is no latitude: it lies between -90 and 90", cell=shown(text))
        raise ValueError(told)
    return value


def months(text: str) -> int:
    """Return a whole number of months, one or more."""
    value = positive(text)
    if not value.is_integer() or value > 1200:
        raise ValueError(say("{cell} is no whole number of months", cell=shown(text)))
    return int(value)


def day(text: str) -> date:
    """Return a day written as 2021-06-02, 2021/06/02 or 02.06.2021."""
    for pattern, order in (
        (r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})([ T].*)?", (1, 2, 3)),
        (r"(\d{1,2})\.(\d{1,2})\.(\d{4})", (3, 2, 1)),
    ):
        found = re.fullmatch(pattern, text)
        if found:
            year, month, number_of_day = (int(found[place]) for place in order)
            try:
                return date(year, month, number_of_day)
            except ValueError:
                break
    raise ValueError(say("{cell} is no day such as 2021-06-02", cell=shown(text)))


def currency(text: str) -> str:
    """Return the three letters of a currency."""
    word = text.upper().removesuffix("/KWH").removesuffix(".").strip()
    code = CURRENCIES.get(word, word)
    if not re.fullmatch(r"[A-Z]{3}", code):
        raise ValueError(
            say("{cell} is no currency such as KZT, KGS, CNY or USD", cell=shown(text))
        )
    return code


def vat(text: str) -> Vat:
    """Return whether a price holds value added tax."""
    for kind, words in _VAT.items():
        if text.lower() in words:
            return kind
    raise ValueError(say("{cell} is not excluded, included or empty", cell=shown(text)))


def words(text: str) -> str:
    """Return free text, at most a thousand signs of it and none that steers a screen."""
    if len(text) > 1000:
        raise ValueError(say("the text has {count} signs, 1000 are taken at most", count=len(text)))
    return plain_text(text)


def shown(text: str) -> str:
    """Return the cell as a message quotes it."""
    return f'"{text}"' if len(text) <= 40 else f'"{text[:37]}..."'
