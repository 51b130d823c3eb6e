"""The units in which prices of power are told on a day: one for all sites, or each land's own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from siteselect.economics.price_unit import Per, PriceUnit
from siteselect.packs.pack import Pack
from siteselect.packs.rates import DOLLAR
from siteselect.project.routes import price_unit

LOCAL = "local"
"""Stands for the money of each site's own land."""
CENTS = PriceUnit(per=Per.CENTS)


@dataclass(frozen=True, slots=True)
class PricesTold:
    """How prices are told: values stay in US dollars per MWh, only their words change.

    What is judged (value functions, gates) stays in US money, so that no bound moves with a rate.
    """

    whole: PriceUnit = CENTS
    """For what speaks of no land, such as the ramp of a map."""
    lands: Mapping[str, PriceUnit] = field(default_factory=dict, hash=False)
    """By jurisdiction; empty where all are told in one unit."""

    def of(self, country: str = "") -> PriceUnit:
        """Return the unit for a site of a land."""
        return self.lands.get(country, self.whole)

    @property
    def local(self) -> bool:
        """Whether each land has a unit of its own."""
        return bool(self.lands)

    @property
    def missing(self) -> str:
        """Why a rate is missing, a sentence for each currency; empty where all are known."""
        units = (self.whole, *self.lands.values())
        return " ".join(dict.fromkeys(each.note for each in units if not each.known))

    @property
    def rates(self) -> str:
        """The rates of the day in words; empty for US money."""
        units = (self.whole, *self.lands.values())
        return ", ".join(
            dict.fromkeys(
                each.note.removeprefix("at ") for each in units if each.known and each.note
            )
        )


PLAIN = PricesTold()
"""US cents per kWh."""


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
