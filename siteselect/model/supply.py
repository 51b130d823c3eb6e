"""The ways by which power reaches a site, and what the user's own plant costs."""

from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

from siteselect.errors import StudyError


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
        return _TITLES[self]

    @property
    def own_power(self) -> bool:
        """Whether the user makes the power."""
        return self in {RouteKind.OWN_PLANT, RouteKind.OWN_RENEWABLE}

    @property
    def typed(self) -> bool:
        """Whether the user typed its price for this one site."""
        return self is RouteKind.OFFER or self.own_power

    @property
    def fee_case(self) -> str:
        """The case of the mining fee that it falls under, as the table of fees calls it."""
        return self.value if self.own_power else "grid"


_TITLES = {
    RouteKind.OFFER: "Own contract",
    RouteKind.SUPPLIER: "Supplier",
    RouteKind.SUM: "Price and fee in one sum",
    RouteKind.IMPORT: "Import",
    RouteKind.OWN_PLANT: "Own plant",
    RouteKind.OWN_RENEWABLE: "Own renewable plant",
    RouteKind.WHOLESALE: "Wholesale",
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
                f"Power of one's own costs {self.cost:g} {self.currency}/kWh: give 0 or more."
            )

    @property
    def kind(self) -> RouteKind:
        """The route that it opens."""
        return RouteKind.OWN_RENEWABLE if self.renewable else RouteKind.OWN_PLANT
