"""The figures that money is reckoned with: title, unit, bounds, and what is assumed without better.

A default here is an assumption or a judgement, never a fact: a pack replaces it by a row with a
source, and a person by a figure of their own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf, isfinite

from siteselect.errors import StudyError
from siteselect.model.fleet import ASSUMPTION


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its source, and how far it may be off."""

    value: float
    source: str = ASSUMPTION
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        ends = (self.value, *(end for end in (self.low, self.high) if end is not None))
        if not all(isfinite(end) for end in ends):
            raise StudyError(f"A figure is {self.value:g}: give a finite number.")
        low = self.value if self.low is None else self.low
        high = self.value if self.high is None else self.high
        if not low <= self.value <= high:
            raise StudyError(
                f"A figure of {self.value:g} must lie between its low {low:g} and its "
                f"high {high:g}."
            )

    @property
    def assumed(self) -> bool:
        """Whether nobody vouches for it."""
        return self.source.startswith(ASSUMPTION)


@dataclass(frozen=True, slots=True)
class FigureInfo:
    """What a screen and a check need to know of one figure."""

    title: str
    unit: str
    """ "share" for numbers shown in per cent."""
    group: str
    default: Figure
    least: float = 0.0
    most: float = inf
    swing: float = 0.2
    """How far, as a share, it is moved in a tornado where no low and high are given."""
    about: str = ""

    def check(self, figure: Figure) -> None:
        """Raise StudyError for a figure beyond its bounds."""
        if not self.least <= figure.value <= self.most:
            top = f" and at most {self.most:g}" if isfinite(self.most) else ""
            raise StudyError(
                f"{self.title} is {figure.value:g} {self.unit}: give at least {self.least:g}{top}."
            )

    def ends(self, figure: Figure) -> tuple[float, float]:
        """Return the low and high to which a tornado moves the figure."""
        low = figure.value * (1 - self.swing) if figure.low is None else figure.low
        high = figure.value * (1 + self.swing) if figure.high is None else figure.high
        return max(min(low, high), self.least), min(max(low, high), self.most)


@dataclass(slots=True)
class _Table:
    rows: dict[str, FigureInfo] = field(default_factory=dict)
    group: str = ""

    def add(
        self,
        key: str,
        title: str,
        unit: str,
        value: float,
        source: str = ASSUMPTION,
        *,
        low: float | None = None,
        high: float | None = None,
        least: float = 0.0,
        most: float | None = None,
        swing: float = 0.2,
        about: str = "",
    ) -> None:
        top = most if most is not None else 1.0 if unit == "share" else inf
        default = Figure(value, source, low, high)
        self.rows[key] = FigureInfo(title, unit, self.group, default, least, top, swing, about)


def _figures() -> dict[str, FigureInfo]:
    table = _Table()
    for group, fill in (
        ("Earnings", _earnings), ("Running", _running), ("Building", _building),
        ("Moving", _moving), ("Risk", _risk), ("Loan", _loan), ("Spread", _spread),
    ):  # fmt: skip
        table.group = group
        fill(table)
    return table.rows


def _earnings(table: _Table) -> None:
    table.add("decay", "Decay of the hash price", "share", 0.01, low=0.0, high=0.02, least=-0.2,
              most=0.5, about="Lost each month; below zero it grows.")  # fmt: skip
    table.add("halvings", "Halvings counted beside the decay", "0 or 1", 0, most=1, swing=0)
    table.add("months", "Months reckoned with", "months", 48, least=1, most=240, swing=0.25)
    table.add("discount", "Discount rate a year", "share", 0.15, low=0.10, high=0.20)
    table.add("pool_fee", "Fee of the pool", "share", 0.02, low=0.0, high=0.04)
    table.add("profit_tax", "Tax on profit", "share", 0.0, f"{ASSUMPTION}: no rate in force known",
              low=0.0, high=0.2)  # fmt: skip
    table.add("machine_usd_th", "Value of machines without a price of their own", "USD/TH/s", 40)


def _running(table: _Table) -> None:
    table.add("opex_usd_mwh", "Running cost beside power", "USD/MWh", 10)
    table.add("fixed_usd_year", "Staff and rent beyond that", "USD/year", 0)
    table.add("planned_outage", "Hours lost to maintenance and faults", "share", 0.02)
    table.add("stale_share", "Work that comes too late", "share", 0.005)
    table.add("quota_share", "Part of the load that may be bought", "share", 1.0)
    table.add("standby_share", "Load drawn while power is cut", "share", 0.0, swing=0)
    table.add("pue_base", "PUE in a cool place", "", 1.05, least=1.0, most=3.0, swing=0.03)
    table.add("pue_per_degree", "PUE for each degree of July above", "1/K", 0.004, most=0.1)
    table.add("pue_unknown", "PUE where the climate is not known", "", 1.08, least=1.0, most=3.0,
              swing=0.03)  # fmt: skip
    table.add("pue_from_c", "July mean from which cooling costs more", "°C", 18, least=-50, most=60)


def _building(table: _Table) -> None:
    table.add("building_usd_mw", "Building with its own connection", "USD/MW", 400_000)
    for kv, usd in ((10, 60_000), (35, 110_000), (110, 200_000), (220, 350_000)):
        table.add(f"line_{kv}_usd_km", f"Line of {kv} kV", "USD/km", usd, swing=0.5)
    table.add("bay_usd_mw", "Switchgear of a new line", "USD/MW", 30_000, swing=0.5)
    table.add("build_weeks", "Building time", "weeks", 26)
    table.add("transformer_weeks", "Wait for a transformer", "weeks", 100)
    table.add("resale_share", "Resale of the building at the end", "share", 0.0)


def _moving(table: _Table) -> None:
    table.add("days_to_move", "Days from switch-off to work", "days", 14, swing=0.5)
    table.add("container_machines", "Machines in a container", "machines", 800, least=1)
    table.add("freight_usd", "Freight of a container, fixed part", "USD", 1_500)
    table.add("freight_usd_km", "Freight of a container by distance", "USD/km", 2.0)
    table.add("freight_far_usd", "Freight of a container beyond the region", "USD", 9_000)
    table.add("detour", "Way by road over the straight line", "times", 1.3, least=1.0)
    table.add("packing_usd", "Packing of a machine", "USD", 8)
    table.add("insurance_share", "Insurance of the value", "share", 0.01)
    table.add("duty_share", "Duty on the value", "share", 0.0, f"{ASSUMPTION}: duty is not known",
              low=0.0, high=0.05)  # fmt: skip
    table.add("import_tax_share", "Import tax that is not recovered", "share", 0.12, low=0.0,
              high=0.16)  # fmt: skip
    table.add("breakage_share", "Broken on the way", "share", 0.02, low=0.0, high=0.05)


def _risk(table: _Table) -> None:
    for word, title, seized, stopped in (
        ("lawful", "lawful", 0.005, 0.02),
        ("conditional", "under conditions", 0.03, 0.15),
        ("unlawful", "unlawful", 0.5, 1.0),
    ):
        table.add(f"seizure_{word}", f"Seizure within a year, {title}", "share", seized, swing=0.5)
        table.add(f"stop_{word}", f"Stop within a year, {title}", "share", stopped, swing=0.5)
    table.add("stop_months", "Length of a stop", "months", 3)


def _loan(table: _Table) -> None:
    table.add("loan_share", "Part of the capital that is lent", "share", 0.0, swing=0)
    table.add("loan_interest", "Interest of the loan a year", "share", 0.12)
    table.add("loan_months", "Months of the loan", "months", 36, least=1, most=240)


def _spread(table: _Table) -> None:
    table.add("spread_price", "BTC price, by month", "share", 0.18, most=1.0)
    table.add("spread_difficulty", "Difficulty, by month", "share", 0.06, most=1.0)
    table.add("spread_tariff", "Price of power", "share", 0.08, most=1.0)
    table.add("spread_uptime", "Uptime", "share", 0.03, most=1.0)


FIGURES: Mapping[str, FigureInfo] = _figures()
"""Every figure by its key, in the order of the screen."""

LINE_MW: Mapping[int, float] = {10: 8.0, 35: 25.0, 110: 120.0, 220: 400.0}
"""The load in MW that one line of each voltage (kV) is taken to carry; judgement, rounded."""
