"""One row of a draft as plain cells by field: decimal points, degrees, MW, and a price per kWh."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from siteselect.economics.price_unit import Per, PriceUnit
from siteselect.intake import coordinates, fields, numerals
from siteselect.intake.cells import CURRENCIES, shown
from siteselect.intake.draft import Bounds, Draft, currency_in
from siteselect.intake.reference import Reference
from siteselect.language import say

Remark = tuple[str, str]
"""Column, and what is to be said of it."""
_NUMBERS = ("price", "power_mw", "voltage_kv", "contract_months")
_LONGEST = 60
_WITH_UNIT = re.compile(r"([+\-−]?\d[\d.,\s'’\u00a0\u202f]*)\s*([^\d\s.,'’].*)")
_POWER = {
    "mw": 1.0, "мвт": 1.0, "兆瓦": 1.0, "kw": 1e-3, "квт": 1e-3, "千瓦": 1e-3, "gw": 1e3,
    "гвт": 1e3, "mva": 1.0, "мва": 1.0,
}  # fmt: skip
_VOLTAGE = {"kv": 1.0, "кв": 1.0, "千伏": 1.0, "v": 1e-3, "в": 1e-3}


@dataclass(frozen=True, slots=True)
class Reading:
    """How the rows of one draft are read, worked out once for all of them."""

    draft: Draft
    per: Per = Per.KWH
    currency: str = ""
    vat: str = ""
    lat_first: bool = True
    """Whether a cell with both coordinates begins with the latitude."""
    reference: Reference | None = None
    """The system of the coordinates; None for degrees of WGS 84."""

    def said(self, row: Sequence[str]) -> tuple[dict[str, str], list[Remark]]:
        """Return the cells of a row by field, and what is to be remarked on them."""
        places = self.draft.fields
        said = {field: row[at] if at < len(row) else "" for field, at in places.items()}
        remarks: list[Remark] = []
        for field in _NUMBERS:
            if said.get(field):
                said[field] = self._number(field, said, remarks)
        self._price(said)
        self._point(said)
        return said, remarks

    def _number(self, field: str, said: dict[str, str], remarks: list[Remark]) -> str:
        raw = said[field]
        plain = self.draft.numerals.plain(raw)
        found = _WITH_UNIT.fullmatch(raw) if len(raw) <= _LONGEST else None
        if found:
            plain = self._without_unit(field, found, said, remarks)
        if plain != raw and numerals.is_ambiguous(raw):
            remarks.append((field, say("{raw} was read as {plain}.", raw=shown(raw), plain=plain)))
        return plain

    def _without_unit(
        self, field: str, found: re.Match[str], said: dict[str, str], remarks: list[Remark]
    ) -> str:
        """Return the number of a cell that tells its unit, in the unit of the column."""
        raw, number = found[0], self.draft.numerals.plain(found[1].strip())
        unit = found[2].casefold().strip(" .")
        if field == "price":
            words = fields.price_words(f"{found[2]} ", CURRENCIES)
            if words.currency and said.get("currency") in (None, "", words.currency):
                said["currency"] = words.currency
            per = words.per or self.per
            if words.currency or words.per:
                return _per_kwh(number, per) if per is not self.per else number
            return raw
        factor = (_POWER if field == "power_mw" else _VOLTAGE).get(unit)
        if factor is None or field == "contract_months":
            return number if unit.startswith(("мес", "month", "月", "ай")) else raw
        if factor == 1.0:
            return number
        try:
            value = format(float(number) * factor, ".12g")
        except ValueError:
            return raw
        remarks.append(
            (
                field,
                say(
                    "{raw} was read as {value}, for the column is in larger units.",
                    raw=shown(raw),
                    value=value,
                ),
            )
        )
        return value

    def _price(self, said: dict[str, str]) -> None:
        if not said.get("price"):
            return
        said["price"] = _per_kwh(said["price"], self.per)
        if not said.get("currency") and self.currency:
            said["currency"] = self.currency
        if not said.get("vat") and self.vat:
            said["vat"] = self.vat

    def _point(self, said: dict[str, str]) -> None:
        both = said.pop(fields.PAIR, "")
        if both and not (said.get("lon") and said.get("lat")):
            self._pair(both, said)
        if self.draft.choices.swap:
            said["lon"], said["lat"] = said.get("lat", ""), said.get("lon", "")
        for field in ("lon", "lat"):
            if said.get(field):
                said[field] = self._degrees(said[field])
        if self.reference is not None and said.get("lon") and said.get("lat"):
            self._turn(said, self.reference)

    def _pair(self, both: str, said: dict[str, str]) -> None:
        found = coordinates.pair(both)
        if found is None:
            said["lon"] = said["lat"] = both
            return
        first, second = found
        lat_first = self.lat_first
        if first.axis or second.axis:
            lat_first = first.axis == "lat" or second.axis == "lon"
        lat, lon = (first, second) if lat_first else (second, first)
        said["lon"], said["lat"] = repr(lon.degrees), repr(lat.degrees)

    def _degrees(self, text: str) -> str:
        plain = self.draft.numerals.plain(text)
        try:
            float(plain)
        except ValueError:
            try:
                found = coordinates.angle(text)
            except ValueError:
                return text
            return repr(found.degrees)
        return plain

    def _turn(self, said: dict[str, str], reference: Reference) -> None:
        try:
            point = np.array([[float(said["lon"]), float(said["lat"])]])
        except ValueError:
            return
        lon, lat = reference.to_wgs84(point)[0]
        if math.isfinite(lon) and math.isfinite(lat):
            said["lon"], said["lat"] = repr(round(float(lon), 9)), repr(round(float(lat), 9))
        else:
            said["lon"] = said["lat"] = say("outside its reference system")


def reading_of(draft: Draft, bounds: Bounds) -> Reading:
    """Return how the rows of `draft` are read: units and reference system as chosen or as told."""
    at = draft.fields.get("price")
    told = currency_in(draft.header[at]) if at is not None else fields.PriceWords()
    choices = draft.choices
    vat = choices.vat or told.vat
    crs = "" if draft.source.is_layer else choices.crs
    reference = Reference.named(crs) if crs else None
    return Reading(
        draft,
        choices.per or told.per or Per.KWH,
        choices.currency or told.currency,
        vat.value if vat is not None else "",
        _lat_first(draft, bounds),
        None if reference is None or reference.is_wgs84 else reference,
    )


def _lat_first(draft: Draft, bounds: Bounds) -> bool:
    """Return whether pairs begin with the latitude: by the heading, else by where they lie."""
    at = draft.fields.get(fields.PAIR)
    if at is None:
        return True
    if fields.says_lon_first(draft.header[at]):
        return False
    west, south, east, north = bounds
    votes = 0
    for _, row in draft.rows[:500]:
        found = coordinates.pair(row[at]) if at < len(row) else None
        if found is None:
            continue
        one, other = found[0].degrees, found[1].degrees
        lat_first = south <= one <= north and west <= other <= east
        lon_first = west <= one <= east and south <= other <= north
        votes += lat_first - lon_first
    return votes >= 0


def _per_kwh(text: str, per: Per) -> str:
    """Return a price told per MWh, kWh or in cents as one per kWh."""
    if per is Per.KWH:
        return text
    try:
        price = float(text)
    except ValueError:
        return text
    return format(PriceUnit(per=per).back(price) * 1e-3, ".12g")
