"""Supply routes: what power costs on each way that is known, part by part, and whether it is open.

All amounts are in US dollars per MWh, without value added tax unless a part says otherwise; NaN
is unknown. A part known only by its floor has the floor as value and no upper end.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import isnan, nan

from siteselect.model.fact import Confidence
from siteselect.model.sites import Vat
from siteselect.model.supply import RouteKind


@dataclass(frozen=True, slots=True)
class RoutePart:
    """One part of a price: energy, a part of the grid, losses, the mining fee, a tax."""

    title: str
    value: float
    low: float
    high: float
    source: str = ""
    observed: str = ""
    """The validity of the fact it stands on, as text."""
    confidence: Confidence | None = None
    vat: Vat | None = None
    """How the source treats value added tax; None where the part bears none."""
    note: str = ""
    rows: tuple[str, ...] = ()
    """Ids of the facts it is made of; empty for what the user typed at the site."""


@dataclass(frozen=True, slots=True)
class Route:
    """One way to power at one place on one day: its parts, their sum, and whether it is open."""

    kind: RouteKind
    value: float
    """All-in price; NaN where it is not known, and then `why_unknown` tells why."""
    low: float
    high: float
    parts: tuple[RoutePart, ...] = ()
    lawful: bool = True
    """Whether the rules of supply leave it open; whether one may mine at all, the law tells."""
    reason: str = ""
    """The rule that closes it, quoted; empty where it is open."""
    source: str = ""
    observed: str = ""
    confidence: Confidence | None = None
    note: str = ""
    badge: str = ""
    why_unknown: str = ""
    stale: bool = False
    """It stands on a row last seen long ago: never chosen over a fresher one."""
    currency: str = ""
    """The money in which its energy is sold; empty where it is not known."""

    @property
    def title(self) -> str:
        """The way in plain words."""
        return self.kind.label

    @property
    def known(self) -> bool:
        """Whether the all-in price is known, be it as an interval."""
        return not isnan(self.value)

    def part(self, title: str) -> RoutePart | None:
        """Return the part that bears `title`; None where there is none."""
        return next((each for each in self.parts if each.title == title), None)


def choose(routes: Iterable[Route], wanted: RouteKind | None = None) -> Route | None:
    """Return the route that a price is read from.

    The one wanted, where it is known of at all; else the user's own contract; else the cheapest
    that is open. Where none is open a closed one stands in, for reference. A fresh price comes
    before a stale one, any price before a mere floor, and a sum of price and fee is asked only
    where no supplier's fresh price is known.

    Examples
    --------
    >>> dear, cheap = Route(RouteKind.IMPORT, 90, 90, 90), Route(RouteKind.SUPPLIER, 45, 42, 47)
    >>> choose((dear, cheap)).kind.value
    'supplier'
    >>> choose((dear, cheap), RouteKind.IMPORT).value
    90
    """
    held = list(routes)
    for kind in (wanted, RouteKind.OFFER):
        found = next((each for each in held if each.kind is kind), None)
        if found is not None:
            return found
    supplied = any(
        each.kind is RouteKind.SUPPLIER and each.known and not each.stale for each in held
    )
    asked = [each for each in held if each.kind is not RouteKind.SUM or not supplied]
    order = list(RouteKind)
    return min(
        asked,
        key=lambda each: (
            not each.known,
            not each.lawful if each.known else False,
            each.stale,
            each.value if each.known else 0.0,
            order.index(each.kind),
        ),
        default=None,
    )


def unknown_route(kind: RouteKind, reason: str) -> Route:
    """Return a route whose price cannot be told; `reason` is a whole sentence."""
    return Route(kind, nan, nan, nan, why_unknown=reason)
