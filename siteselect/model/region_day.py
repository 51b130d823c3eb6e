"""What held in every region of a pack on one day: a frozen value that maps and reports show."""

from dataclasses import dataclass
from datetime import date

from siteselect.model.gate import Verdict
from siteselect.model.tint import AS_SHIPPED, Tint


@dataclass(frozen=True, slots=True)
class RegionState:
    """One region on the day; NaN where a price is unknown."""

    code: str
    name: str
    jurisdiction: str
    price: float
    """All-in price in USD/MWh, without an offer."""
    low: float
    high: float
    badge: str
    note: str
    source: str
    """Where the price is from, or why it is unknown."""
    verdict: Verdict
    law: str
    """The rules in words."""


@dataclass(frozen=True, slots=True)
class RegionDay:
    """All regions of a pack on one day, and the day in one line."""

    as_of: date
    regions: tuple[RegionState, ...]
    headline: str
    """Kyrgyzstan: mining suspended · Xinjiang: crackdown announced · Kazakhstan: ..."""
    tint: Tint = AS_SHIPPED
    """With which classes and colours the prices are drawn."""
