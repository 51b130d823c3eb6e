"""The units in which prices of power are told on a day: one for all sites, or each land's own."""

from datetime import date

from siteselect.economics.price_unit import LOCAL, Per, PricesTold, PriceUnit
from siteselect.packs.pack import Pack
from siteselect.packs.rates import DOLLAR
from siteselect.project.routes import price_unit


def prices_told(pack: Pack, currency: str, per: Per, day: date) -> PricesTold:
    """Return how prices are told in a currency at the day's rate.

    Parameters
    ----------
    pack
        The pack, with the facts of the user laid over it.
    currency
        USD, KZT, KGS ..., or `LOCAL` for the money of each site's own land.
    per
        For how much power; hundredths are told of US dollars alone, other money per kWh.
    day
        The day of the rates.
    """

    def unit(code: str) -> PriceUnit:
        fits = Per.KWH if per is Per.CENTS and code != DOLLAR else per
        return price_unit(pack, code, fits, day)

    if currency != LOCAL:
        return PricesTold(unit(currency))
    lands = pack.manifest.jurisdictions
    return PricesTold(
        unit(DOLLAR), {code: unit(land.currency or DOLLAR) for code, land in lands.items()}
    )


def currencies(pack: Pack) -> tuple[str, ...]:
    """Return the currencies of the pack's lands, US dollars first."""
    found = [land.currency for land in pack.manifest.jurisdictions.values() if land.currency]
    return tuple(dict.fromkeys((DOLLAR, *found)))
