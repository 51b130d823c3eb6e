"""The ways by which power reaches a site, and what the user's own plant costs."""

from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

from siteselect.errors import StudyError
from siteselect.language import later, say

GRID_CASE = "grid"
NO_METER = "no meter"
"""Cases of the mining fee for power that is bought: by a meter of the site's own, or without."""


class RouteKind(StrEnum):
    """One way to buy or make power; the word that stands for it in a file and on the screen."""

    OFFER = "offer"
    """A contract that the user typed: it beats all that the pack knows."""
    SUPPLIER = "supplier"
    SUM = "sum"
    """Price and mining fee told as one sum: stands in where no supplier's price is known."""
    IMPORT = "import"
    OWN_PLANT = "own plant"
    OWN_RENEWABLE = "own renewable"
    WHOLESALE = "wholesale"
    """Producer, grid and losses: a floor, because margin and regional network are not in it."""

    @property
    def label(self) -> str:
        """The way in plain words."""
        return say(_TITLES[self])

    @property
    def own_power(self) -> bool:
        """Whether the user makes the power."""
        return self in {RouteKind.OWN_PLANT, RouteKind.OWN_RENEWABLE}

    @property
    def typed(self) -> bool:
        """Whether the user typed its price for this one site."""
        return self is RouteKind.OFFER or self.own_power

    def fee_case(self, *, metered: bool = True) -> str:
        """Return the case of the mining fee that it falls under, as the table of fees calls it."""
        if self.own_power:
            return self.value
        return GRID_CASE if metered else NO_METER


_TITLES = {
    RouteKind.OFFER: later("Own contract"),
    RouteKind.SUPPLIER: later("Supplier"),
    RouteKind.SUM: later("Price and fee in one sum"),
    RouteKind.IMPORT: later("Import"),
    RouteKind.OWN_PLANT: later("Own plant"),
    RouteKind.OWN_RENEWABLE: later("Own renewable plant"),
    RouteKind.WHOLESALE: later("Wholesale"),
}


@dataclass(frozen=True, slots=True)
class OwnPower:
    """A plant of the user's own at a site: what a kilowatt-hour from it costs, all counted."""

    cost: float
    """In `currency` per kWh; value added tax is not in it."""
    currency: str = "USD"
    renewable: bool = False
    note: str = ""
    """What it is and how the cost was reckoned."""

    def __post_init__(self) -> None:
        if not isfinite(self.cost) or self.cost < 0:
            raise StudyError(
                say(
                    "Power of one's own costs {cost:g} {currency}/kWh: give 0 or more.",
                    cost=self.cost,
                    currency=self.currency,
                )
            )

    @property
    def kind(self) -> RouteKind:
        """The route that it opens."""
        return RouteKind.OWN_RENEWABLE if self.renewable else RouteKind.OWN_PLANT
