"""The facts of a pack as typed rows: tariffs, rules, steps of a fee, rates, indicators."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from siteselect.model.fact import Confidence, Source, Validity
from siteselect.model.sites import Vat


class Route(StrEnum):
    """The way a price can be used: see "supply routes" in the manual."""

    SUPPLIER = "supplier"
    """Delivered price for legal entities, industry or mining."""
    PRODUCER = "producer"
    GRID = "grid"
    IMPORT = "import"
    """What miners themselves named."""
    SCALE = "scale"
    """For scale only: household, auction, purchase cost, averages; never a site's price."""
    SUM = "sum"
    """Price plus mining fee."""


class Status(StrEnum):
    """How far a rule has come."""

    IN_FORCE = "in force"
    ANNOUNCED = "announced"
    DRAFT = "draft"
    EVENT = "event"
    UNKNOWN = "unknown"


class Effect(StrEnum):
    """What a rule does to mining."""

    LAWFUL = "lawful"
    CONDITIONAL = "conditional"
    FAIL = "fail"
    COST = "cost"
    RISK = "risk"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Tariff:
    """One price of electricity, per kWh in local currency."""

    id: str
    jurisdiction: str
    regions: tuple[str, ...]
    """Codes of region polygons; empty means the whole jurisdiction."""
    area: str
    supplier: str
    consumer_class: str
    route: Route
    component: str
    miner: bool
    price: float
    price_high: float
    """NaN where the source gives one price."""
    currency: str
    vat: Vat
    validity: Validity
    confidence: Confidence
    source: Source
    note: str
    date_note: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule about mining: law, tax, ban, cut."""

    id: str
    jurisdiction: str
    area: str
    """Where the rule holds for a part of the jurisdiction only; there is no polygon for it."""
    kind: str
    status: Status
    effect: Effect
    value: float
    unit: str
    validity: Validity
    confidence: Confidence
    source: Source
    text: str
    date_note: str


@dataclass(frozen=True, slots=True)
class FeeStep:
    """One step of a mining fee: what is due per kWh when the price lies from one to the other."""

    id: str
    jurisdiction: str
    case: str
    price_from: float
    """Included; -inf where not given."""
    price_to: float
    """Not included; inf where not given."""
    fee: float
    """NaN where the step was not seen."""
    fee_high: float
    currency: str
    status: Status
    validity: Validity
    confidence: Confidence
    source: Source
    note: str


@dataclass(frozen=True, slots=True)
class Rate:
    """One exchange rate: units of a currency for one US dollar, over a day, month or year."""

    id: str
    currency: str
    units_per_usd: float
    validity: Validity
    """The period that the rate speaks of; both ends are known."""
    kind: str
    confidence: Confidence
    source: Source
    note: str

    @property
    def days(self) -> int:
        """How long the period is."""
        start, end = self.validity.start or date.min, self.validity.end or date.max
        return (end - start).days + 1


@dataclass(frozen=True, slots=True)
class Indicator:
    """One value of a slow indicator, and the time it was observed."""

    id: str
    indicator: str
    jurisdiction: str
    year: int
    observed: str
    """The year, month or day as written."""
    value: float
    unit: str
    confidence: Confidence
    source: Source
    note: str
    detail: str = ""
    """The part that it speaks of, where it is not the whole: the fuel of a capacity."""
