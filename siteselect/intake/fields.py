"""What the columns of a table hold: by headings in five languages, else by what is in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from siteselect.economics.price_unit import Per
from siteselect.intake.coordinates import angle, pair
from siteselect.intake.numerals import Numerals
from siteselect.language import later
from siteselect.model.sites import Vat

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("site", "site name", "place", "title", "название", "имя", "площадка", "наименование",
             "объект", "атауы", "аты", "аталышы", "名称", "名稱", "站点", "地点", "场址"),
    "lon": ("longitude", "long", "lng", "x", "easting", "lon x", "долгота", "бойлық", "узундук",
            "经度", "經度"),
    "lat": ("latitude", "y", "northing", "lat y", "широта", "ендік", "кеңдик", "纬度", "緯度"),
    "country": ("jurisdiction", "country code", "страна", "ел", "өлкө", "мемлекет", "国家", "國家"),
    "price": ("price per kwh", "power price", "tariff", "rate", "energy price", "цена", "тариф",
              "бағасы", "баға", "баасы", "баа", "价格", "電價", "电价", "單價", "单价"),
    "currency": ("price currency", "ccy", "валюта", "货币", "貨幣", "币种"),
    "vat": ("vat treatment", "ндс", "ққс", "кнс", "增值税"),
    "power_mw": ("power", "mw", "capacity", "capacity mw", "offered mw", "мощность", "мвт", "қуаты",
                 "қуат", "кубаттуулугу", "功率", "容量"),
    "letter_date": ("letter", "date of letter", "offer date", "дата письма", "хат күні",
                    "каттын күнү", "报价日期"),
    "contract_months": ("contract", "months", "term months", "срок", "мерзімі", "мөөнөтү",
                        "合同期限"),
    "voltage_kv": ("voltage", "kv", "напряжение", "кернеу", "чыңалуу", "电压", "電壓"),
    "ready_date": ("ready", "ready by", "available from", "готовность", "дайын", "даяр",
                   "可用日期"),
    "contact": ("contact person", "phone", "email", "контакт", "байланыс", "联系人", "聯繫人"),
    "note": ("notes", "remark", "remarks", "comment", "description", "примечание", "ескерту",
             "эскертүү", "备注", "備註", "说明"),
}  # fmt: skip
"""The columns of the template, each with other names under which it is known."""
PAIR = "point"
PAIRS = (
    "coordinates", "coords", "coordinate", "location", "lat lon", "lat long", "latlon", "gps",
    "wkt", "geometry", "координаты", "координаттар", "坐标", "座標",
)  # fmt: skip
LON_FIRST = ("lon lat", "lonlat", "xy", "x y", "经纬度", "經緯度", "долгота широта")
FIELDS = (*COLUMNS, PAIR)
TITLES = {
    "name": later("Name"),
    "lon": later("Longitude"),
    "lat": later("Latitude"),
    PAIR: later("Coordinates in one cell"),
    "country": later("Country"),
    "price": later("Price of power"),
    "currency": later("Currency"),
    "vat": "VAT",
    "power_mw": later("Power, MW"),
    "letter_date": later("Date of the letter"),
    "contract_months": later("Months"),
    "voltage_kv": later("Voltage, kV"),
    "ready_date": later("Ready on"),
    "contact": later("Contact"),
    "note": later("Note"),
}
"""What a person reads for each field."""

_FOLD = str.maketrans("әғқңөұүһіё", "агкноуухие")
_UNITS = re.compile(r"[\[(（](.*?)[\])）]")
_PER = re.compile(r"\s+\S*/.*$")
_MONEY = re.compile(r"\s+(usd|kzt|kgs|cny|rub|eur|kz|kg)$")
_BEHIND = re.compile(r"[,;]\s*(.+)$")
_PER_MWH = re.compile(r"/\s*(mwh|мвт[\s·*.-]*ч|兆瓦时)", re.IGNORECASE)
_PER_KWH = re.compile(r"/\s*(kwh|квт[\s·*.-]*ч|кв[\s.]*ч|千瓦时|度)", re.IGNORECASE)
_CENTS = re.compile(r"\b(cents?|ct|центы?|тиын|тыйын|коп\w*)\b|¢", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PriceWords:
    """What the heading of a price column says of its unit."""

    currency: str = ""
    per: Per | None = None
    vat: Vat | None = None


def field_of(heading: str) -> str:
    """Return the field that a heading names; empty where it names none."""
    return next((_KNOWN[word] for word in _wordings(heading) if word in _KNOWN), "")


def _folded(word: str) -> str:
    """Return a word as it is typed where a keyboard has only Russian letters."""
    return word.translate(_FOLD)


_KNOWN = {
    _folded(word): field
    for field, others in (*COLUMNS.items(), (PAIR, (*PAIRS, *LON_FIRST)))
    for word in (field.replace("_", " "), *others)
}


def recognised(header: Sequence[str]) -> int:
    """Return how many headings name a field."""
    return sum(bool(field_of(cell)) for cell in header)


def says_lon_first(heading: str) -> bool:
    """Return whether the heading of a column of pairs puts longitude first."""
    first = {_folded(word) for word in LON_FIRST}
    return any(word in first for word in _wordings(heading))


def price_words(heading: str, currency_of: "dict[str, str]") -> PriceWords:
    """Return currency, unit and VAT as a heading tells them: "Price, KZT/kWh (excl. VAT)"."""
    low = heading.casefold()
    per = Per.CENTS if _CENTS.search(low) else Per.MWH if _PER_MWH.search(low) else None
    if per is None and _PER_KWH.search(low):
        per = Per.KWH
    found = ""
    for token in re.findall(r"[^\W\d_]+|[$€¥₸₽]", heading):
        upper = token.upper()
        code = currency_of.get(upper, upper if upper in currency_of.values() else "")
        if code:
            found = code
            break
    vat = None
    if re.search(r"без\s+ндс|excl\w*\.?\s+vat|w/o vat|net of vat|不含税", low):
        vat = Vat.EXCLUDED
    elif re.search(r"с\s+ндс|incl\w*\.?\s+vat|with vat|含税", low):
        vat = Vat.INCLUDED
    return PriceWords(found, per, vat)


def guess_by_content(
    rows: Sequence[Sequence[str]],
    width: int,
    numerals: Numerals,
    bounds: tuple[float, float, float, float],
) -> dict[str, int]:
    """Return where names and points stand in a table whose headings say nothing."""
    found: dict[str, int] = {}
    columns = [[row[at] for row in rows if at < len(row) and row[at]] for at in range(width)]
    for at, cells in enumerate(columns):
        if cells and sum(pair(cell) is not None for cell in cells) > len(cells) / 2:
            found.setdefault(PAIR, at)
    if PAIR not in found:
        found.update(_two_columns(columns, numerals, bounds))
    for at, cells in enumerate(columns):
        words = [cell for cell in cells if any(map(str.isalpha, cell))]
        if at not in found.values() and len(words) > len(cells) / 2:
            found["name"] = at
            break
    return found


def _two_columns(
    columns: Sequence[Sequence[str]],
    numerals: Numerals,
    bounds: tuple[float, float, float, float],
) -> dict[str, int]:
    """Return the two columns of numbers most of which lie in the home view."""
    west, south, east, north = bounds
    lon, lat = {}, {}
    for at, cells in enumerate(columns):
        values = [value for cell in cells if (value := _degrees(cell, numerals)) is not None]
        if len(values) < max(1, len(cells) * 0.8):
            continue
        whole = all(value == int(value) for value in values)
        if not whole and sum(west <= value <= east for value in values) > len(values) / 2:
            lon[at] = True
        if not whole and sum(south <= value <= north for value in values) > len(values) / 2:
            lat[at] = True
    pairs = [(one, other) for one in lon for other in lat if one != other]
    pairs.sort(key=lambda each: (abs(each[0] - each[1]), each[0] in lat, each))
    return {} if not pairs else {"lon": pairs[0][0], "lat": pairs[0][1]}


def _degrees(cell: str, numerals: Numerals) -> float | None:
    try:
        return angle(numerals.plain(cell)).degrees
    except ValueError:
        return None


def _wordings(heading: str) -> tuple[str, ...]:
    """Return a heading as words, without a unit in brackets or behind a comma."""
    whole = " ".join(heading.casefold().replace("_", " ").replace("-", " ").split()).strip(" :*")
    without = _UNITS.sub("", whole).strip()
    shorter = _BEHIND.sub("", without).strip()
    plain = _PER.sub("", shorter)
    bare = _MONEY.sub("", plain)
    wordings = (whole, without, shorter, plain, bare)
    return tuple(dict.fromkeys(_folded(word) for word in wordings))
