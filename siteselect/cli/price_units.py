"""What commands that show prices of power let a person choose: for how much, in which money."""

from datetime import date
from enum import StrEnum
from math import ceil, isnan, log10
from typing import TYPE_CHECKING, Annotated

import typer

from siteselect.errors import StudyError

if TYPE_CHECKING:
    from siteselect.economics.price_unit import PricesTold, PriceUnit
    from siteselect.packs.pack import Pack


class Power(StrEnum):
    """For how much power a price is told."""

    mwh = "MWh"
    kwh = "kWh"
    cents = "cents"
    """US cents per kWh; of other money the whole unit per kWh."""


Unit = Annotated[
    Power,
    typer.Option("--unit", case_sensitive=False, help="Prices for one MWh, one kWh, or in cents."),
]
Currency = Annotated[
    str,
    typer.Option(
        "--currency",
        metavar="CODE",
        help="Money of the prices, at the day's rate: USD, KZT, KGS, CNY ..., or local.",
    ),
]


def told_in(pack: "Pack", currency: str, power: Power, day: date) -> "PricesTold":
    """Return how prices are told; `pack` holds the user's facts too."""
    from siteselect.economics.price_unit import LOCAL, Per
    from siteselect.project.prices_told import currencies, prices_told

    code = LOCAL if currency.casefold() == LOCAL else currency.upper()
    known = currencies(pack)
    if code != LOCAL and code not in known:
        raise StudyError(
            f"--currency {currency} is no money of the pack's lands: choose {LOCAL}, "
            f"{', '.join(known)}."
        )
    per = {Power.mwh: Per.MWH, Power.kwh: Per.KWH, Power.cents: Per.CENTS}[power]
    return prices_told(pack, code, per, day)


def decimals(unit: "PriceUnit") -> int:
    """Return with how many decimals prices in a unit are read: a tenth of a cent or so."""
    cent = unit.of(10.0)
    return 1 if isnan(cent) else max(0, ceil(1.7 - log10(cent)))


def span(unit: "PriceUnit", value: float, low: float, high: float, between: str = " to ") -> str:
    """Return a price of US dollars per MWh in a unit; its floor where that is all that is known."""
    if not unit.known and not all(isnan(each) for each in (value, low)):
        return f"no rate of {unit.currency}"
    places = decimals(unit)
    shown, first, last = (f"{unit.of(each):.{places}f}" for each in (value, low, high))
    if isnan(value):
        return "unknown" if isnan(low) else f"unknown, at least {first}"
    if isnan(high):
        return f"at least {first}"
    return shown if low == high else f"{shown} ({first}{between}{last})"
