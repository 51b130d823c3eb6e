"""A price of power in the unit that a person reads: a currency, per MWh or kWh, at a day's rate."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import isnan


class Per(StrEnum):
    """For how much power a price is told."""

    MWH = "MWh"
    KWH = "kWh"
    CENTS = "cents/kWh"
    """Hundredths of the currency per kWh."""


_OF_A_MWH = {Per.MWH: 1.0, Per.KWH: 1e-3, Per.CENTS: 0.1}


@dataclass(frozen=True, slots=True)
class PriceUnit:
    """Turns US dollars per MWh into another unit; an unknown rate gives an unknown price.

    Examples
    --------
    >>> round(PriceUnit("KZT", Per.KWH, 425.9).of(44.61), 6)
    18.999399
    >>> round(PriceUnit(per=Per.CENTS).of(44.61), 3)
    4.461
    """

    currency: str = "USD"
    per: Per = Per.MWH
    units_per_usd: float = 1.0
    """NaN where no rate is known for the day."""
    note: str = ""
    """The rate in words, or why none is known."""

    @property
    def known(self) -> bool:
        """Whether a rate is known; where it is not, `note` says so."""
        return not isnan(self.units_per_usd)

    @property
    def title(self) -> str:
        """The unit in words: KZT/kWh, US cents/kWh."""
        if self.per is Per.CENTS:
            return f"{'US' if self.currency == 'USD' else self.currency} {self.per.value}"
        return f"{self.currency}/{self.per.value}"

    def of(self, usd_per_mwh: float) -> float:
        """Return a price of US dollars per MWh in this unit."""
        return usd_per_mwh * self.units_per_usd * _OF_A_MWH[self.per]

    def back(self, price: float) -> float:
        """Return a price in this unit in US dollars per MWh."""
        return price / (self.units_per_usd * _OF_A_MWH[self.per])


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
