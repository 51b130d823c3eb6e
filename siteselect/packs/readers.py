"""How a row of each fact table is read: the columns it must have, and what its cells must hold."""

import math
from collections.abc import Callable
from enum import StrEnum

from siteselect.language import say
from siteselect.model.fact import Confidence, Source
from siteselect.model.sites import Vat
from siteselect.packs.rows import Effect, FeeStep, Indicator, Rate, Route, Rule, Status, Tariff
from siteselect.packs.table import Cells


class _Trust(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class _VatText(StrEnum):
    EXCLUDED = "excluded"
    INCLUDED = "included"
    NOT_STATED = "not stated"


TARIFF_COLUMNS = ("id", "jurisdiction", "region", "route", "component", "price", "price_high",
                  "currency", "vat", "valid_from", "valid_to", "confidence", "source")  # fmt: skip
RULE_COLUMNS = ("id", "jurisdiction", "area", "kind", "status", "effect", "value", "unit",
                "valid_from", "valid_to", "confidence", "source", "text")  # fmt: skip
FEE_COLUMNS = ("id", "jurisdiction", "case", "price_from", "price_to", "fee", "fee_high",
               "currency", "status", "valid_from", "valid_to", "confidence", "source")  # fmt: skip
RATE_COLUMNS = ("id", "currency", "units_per_usd", "start", "end", "kind", "confidence", "source")
INDICATOR_COLUMNS = ("id", "indicator", "jurisdiction", "year", "value", "unit",
                     "confidence", "source")  # fmt: skip


def read_source(row: Cells) -> Source:
    """Read who says so."""
    return Source(row.text("source", required=True), row.text("licence"), row.id)


def read_confidence(row: Cells) -> Confidence:
    """Read how sure it is."""
    return Confidence(row.one_of("confidence", _Trust).value)


def _high(row: Cells, column: str, low: float) -> float:
    high = row.number(column, least=0)
    if high < low:
        row.fault(
            say(
                "column {column} is {high:g}, below the {low:g} it should top.",
                column=column,
                high=high,
                low=low,
            )
        )
    return high


def tariff(row: Cells) -> Tariff:
    """Read one row of the table of tariffs."""
    price = row.number("price", required=True, least=0)
    return Tariff(
        id=row.text("id", required=True),
        jurisdiction=row.text("jurisdiction", required=True),
        regions=tuple(row.text("region").split()),
        area=row.text("area"),
        supplier=row.text("supplier"),
        consumer_class=row.text("consumer_class"),
        route=row.one_of("route", Route),
        component=row.text("component"),
        miner=row.yes("miner"),
        price=price,
        price_high=_high(row, "price_high", price),
        currency=row.text("currency", required=True),
        vat=Vat(row.one_of("vat", _VatText, _VatText.NOT_STATED).value),
        validity=row.validity(),
        confidence=read_confidence(row),
        source=read_source(row),
        note=row.text("note"),
        date_note=row.text("date_note"),
    )


def rule(row: Cells) -> Rule:
    """Read one row of the table of rules."""
    return Rule(
        id=row.text("id", required=True),
        jurisdiction=row.text("jurisdiction", required=True),
        area=row.text("area"),
        kind=row.text("kind", required=True),
        status=row.one_of("status", Status),
        effect=row.one_of("effect", Effect),
        value=row.number("value"),
        unit=row.text("unit"),
        validity=row.validity(),
        confidence=read_confidence(row),
        source=read_source(row),
        text=row.text("text", required=True),
        date_note=row.text("date_note"),
    )


def fee_step(row: Cells) -> FeeStep:
    """Read one row of the table of mining fees."""
    low, high = row.number("price_from", least=0), row.number("price_to", least=0)
    if high <= low:
        row.fault(say("the step runs from {low:g} to {high:g}: it is empty.", low=low, high=high))
    fee = row.number("fee", least=0)
    return FeeStep(
        id=row.text("id", required=True),
        jurisdiction=row.text("jurisdiction", required=True),
        case=row.text("case", required=True),
        price_from=-math.inf if math.isnan(low) else low,
        price_to=math.inf if math.isnan(high) else high,
        fee=fee,
        fee_high=_high(row, "fee_high", fee),
        currency=row.text("currency", required=True),
        status=row.one_of("status", Status),
        validity=row.validity(),
        confidence=read_confidence(row),
        source=read_source(row),
        note=row.text("note"),
    )


def rate(row: Cells) -> Rate:
    """Read one row of the table of exchange rates."""
    units = row.number("units_per_usd", required=True, least=0)
    if units == 0:
        row.fault(say("column units_per_usd is 0: a rate lies above 0."))
    for column in ("start", "end"):
        row.text(column, required=True)
    return Rate(
        id=row.text("id", required=True),
        currency=row.text("currency", required=True),
        units_per_usd=units,
        validity=row.validity("start", "end"),
        kind=row.text("kind"),
        confidence=read_confidence(row),
        source=read_source(row),
        note=row.text("note"),
    )


def indicator(row: Cells) -> Indicator:
    """Read one row of the table of indicators."""
    observed = row.text("year", required=True)
    year = observed[:4]
    if observed and not (year.isdecimal() and observed[4:5] in {"", "-"}):
        row.fault(
            say("column year holds {observed!r}, which is not a year like 2022.", observed=observed)
        )
        year = ""
    return Indicator(
        id=row.text("id", required=True),
        indicator=row.text("indicator", required=True),
        jurisdiction=row.text("jurisdiction", required=True),
        year=int(year or 0),
        observed=observed,
        value=row.number("value", required=True),
        unit=row.text("unit"),
        confidence=read_confidence(row),
        source=read_source(row),
        note=row.text("note"),
        detail=row.text("detail"),
    )


Reader = Callable[[Cells], Tariff | Rule | FeeStep | Rate | Indicator]
READERS: dict[str, tuple[tuple[str, ...], Reader]] = {
    "tariffs": (TARIFF_COLUMNS, tariff),
    "rules": (RULE_COLUMNS, rule),
    "mining_fee": (FEE_COLUMNS, fee_step),
    "rates": (RATE_COLUMNS, rate),
    "indicators": (INDICATOR_COLUMNS, indicator),
}
"""The tables whose rows the program reads by the day: columns they must have, and the reader."""
