"""The alternatives: places a person may ask about, and what was offered there."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from siteselect.errors import StudyError
from siteselect.language import later, say
from siteselect.model.arrays import Floats, frozen_floats
from siteselect.model.supply import OwnPower, RouteKind


class Vat(Enum):
    """Whether a price holds value added tax."""

    EXCLUDED = later("excluded")
    INCLUDED = later("included")
    NOT_STATED = later("not stated")


@dataclass(frozen=True, slots=True)
class Offer:
    """What somebody offers at a site, in writing or by word; it beats the pack's facts."""

    price: float | None = None
    """Price of energy delivered, in `currency` per kWh."""
    currency: str = "USD"
    vat: Vat = Vat.NOT_STATED
    power_mw: float | None = None
    """Power offered, in MW."""
    letter_date: date | None = None
    contract_months: int | None = None
    voltage_kv: float | None = None
    ready_date: date | None = None
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """One alternative: a named point, and what the user said of it."""

    name: str
    country: str
    """The jurisdiction whose law holds: KZ, KG, CN-XJ, US-TX ..."""
    lon: float
    lat: float
    note: str = ""
    """What the point is: a town centre, the mean of stations, a surveyed plot."""
    source: str = ""
    off_map: bool = False
    """A comparator beyond the pack's region: ranked in the same list, not drawn."""
    offer: Offer | None = None
    values: tuple[tuple[str, float], ...] = ()
    """Values typed or imported by the user, by column name."""
    pinned: bool = False
    """Kept in the ranking in spite of a failed gate, visibly."""
    own_power: OwnPower | None = None
    """A plant of the user's own: one more supply route."""
    route: RouteKind | None = None
    """The supply route that the user chose; None takes the cheapest that is open."""
    metered: bool = True
    """Whether a meter of its own counts the power; without one the mining fee is another."""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise StudyError(say("A site has no name: give every site one of its own."))
        if not (abs(self.lon) <= 180 and abs(self.lat) <= 90):  # NaN is no point either
            raise StudyError(
                say(
                    "The point of {name} is longitude {lon:g}, latitude {lat:g}: "
                    "longitude lies within 180 degrees of zero, latitude within 90.",
                    name=self.name,
                    lon=self.lon,
                    lat=self.lat,
                )
            )


@dataclass(frozen=True, eq=False, slots=True)
class Sites:
    """The sites of a study as columns; names are unique."""

    items: tuple[Site, ...]
    lon: Floats = field(init=False)
    lat: Floats = field(init=False)
    names: tuple[str, ...] = field(init=False)
    """The names in the order of every column."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", tuple(site.name for site in self.items))
        object.__setattr__(self, "lon", frozen_floats([site.lon for site in self.items]))
        object.__setattr__(self, "lat", frozen_floats([site.lat for site in self.items]))

    def __len__(self) -> int:
        return len(self.items)

    def index(self, name: str) -> int:
        """Return the row of the site called `name`; ValueError when there is none."""
        return self.names.index(name)
