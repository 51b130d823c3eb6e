"""The figures that money is reckoned with: title, unit, bounds, and what is assumed without better.

A default here is an assumption or a judgement, never a fact: a pack replaces it by a row with a
source, and a person by a figure of their own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf, isfinite

from siteselect.errors import StudyError
from siteselect.language import later, say
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
            raise StudyError(say("A figure is {value:g}: give a finite number.", value=self.value))
        low = self.value if self.low is None else self.low
        high = self.value if self.high is None else self.high
        if not low <= self.value <= high:
            raise StudyError(
                say(
                    "A figure of {value:g} must lie between its low {low:g} and its high {high:g}.",
                    value=self.value,
                    low=low,
                    high=high,
                )
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
            top = say(" and at most {most:g}", most=self.most) if isfinite(self.most) else ""
            raise StudyError(
                say(
                    "{title} is {value:g} {unit}: give at least {least:g}{top}.",
                    title=self.title,
                    value=figure.value,
                    unit=self.unit,
                    least=self.least,
                    top=top,
                )
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
        (later("Earnings"), _earnings), (later("Running"), _running),
        (later("Building"), _building), (later("Moving"), _moving), (later("Risk"), _risk),
        (later("Loan"), _loan), (later("Spread"), _spread),
    ):  # fmt: skip
        table.group = group
        fill(table)
    return table.rows


def _earnings(table: _Table) -> None:
    table.add("decay", later("Decay of the hash price"), "share", 0.01, low=0.0, high=0.02,
              least=-0.2, most=0.5,
              about=later("Lost each month; below zero it grows."))  # fmt: skip
    table.add("halvings", later("Halvings counted beside the decay"), "0 or 1", 0, most=1, swing=0)
    table.add("months", later("Months reckoned with"), "months", 48, least=1, most=240, swing=0.25)
    table.add("discount", later("Discount rate a year"), "share", 0.15, low=0.10, high=0.20)
    table.add("pool_fee", later("Fee of the pool"), "share", 0.02, low=0.0, high=0.04)
    table.add("profit_tax", later("Tax on profit"), "share", 0.0,
              later("assumption: no rate in force known"), low=0.0, high=0.2)  # fmt: skip
    table.add(
        "machine_usd_th", later("Value of machines without a price of their own"), "USD/TH/s", 40
    )


def _running(table: _Table) -> None:
    table.add("opex_usd_mwh", later("Running cost beside power"), "USD/MWh", 10)
    table.add("fx_drift", later("Yearly loss of local money against the dollar"), "share", 0.0,
              later("assumption: no change"), low=0.0, high=0.1, least=-0.5, most=2.0,
              about=later("A tariff in local money costs so much less in dollars from year to "
                          "year; below zero it costs more."))  # fmt: skip
    table.add("fixed_usd_year", later("Staff and rent beyond that"), "USD/year", 0)
    table.add("planned_outage", later("Hours lost to maintenance and faults"), "share", 0.02)
    table.add("stale_share", later("Work that comes too late"), "share", 0.005)
    table.add("quota_share", later("Part of the load that may be bought"), "share", 1.0)
    table.add("standby_share", later("Load drawn while power is cut"), "share", 0.0, swing=0)
    table.add("pue_base", later("PUE in a cool place"), "", 1.05, least=1.0, most=3.0, swing=0.03)
    table.add("pue_per_degree", later("PUE for each degree of July above"), "1/K", 0.004, most=0.1)
    table.add("pue_unknown", later("PUE where the climate is not known"), "", 1.08, least=1.0,
              most=3.0, swing=0.03)  # fmt: skip
    table.add(
        "pue_from_c", later("July mean from which cooling costs more"), "°C", 18, least=-50, most=60
    )


LAND_KEYS = ("profit_tax", "fx_drift", "duty_share", "import_tax_share")
"""Figures that a person may give for one land alone: taxes, duty, the way its money goes."""


def _building(table: _Table) -> None:
    table.add("building_usd_mw", later("Building with its own connection"), "USD/MW", 400_000)
    for kv, usd, title in (
        (10, 60_000, later("Line of 10 kV")),
        (35, 110_000, later("Line of 35 kV")),
        (110, 200_000, later("Line of 110 kV")),
        (220, 350_000, later("Line of 220 kV")),
    ):
        table.add(f"line_{kv}_usd_km", title, "USD/km", usd, swing=0.5)
    table.add("bay_usd_mw", later("Switchgear of a new line"), "USD/MW", 30_000, swing=0.5)
    table.add("build_weeks", later("Building time"), "weeks", 26)
    table.add("transformer_weeks", later("Wait for a transformer"), "weeks", 100)
    table.add("resale_share", later("Resale of the building at the end"), "share", 0.0)


def _moving(table: _Table) -> None:
    table.add("days_to_move", later("Days from switch-off to work"), "days", 14, swing=0.5)
    table.add("container_machines", later("Machines in a container"), "machines", 800, least=1)
    table.add("freight_usd", later("Freight of a container, fixed part"), "USD", 1_500)
    table.add("freight_usd_km", later("Freight of a container by distance"), "USD/km", 2.0)
    table.add("freight_far_usd", later("Freight of a container beyond the region"), "USD", 9_000)
    table.add("detour", later("Way by road over the straight line"), "times", 1.3, least=1.0)
    table.add("packing_usd", later("Packing of a machine"), "USD", 8)
    table.add("insurance_share", later("Insurance of the value"), "share", 0.01)
    table.add("duty_share", later("Duty on the value"), "share", 0.0,
              later("assumption: duty is not known"), low=0.0, high=0.05)  # fmt: skip
    table.add("import_tax_share", later("Import tax that is not recovered"), "share", 0.12, low=0.0,
              high=0.16)  # fmt: skip
    table.add("breakage_share", later("Broken on the way"), "share", 0.02, low=0.0, high=0.05)


def _risk(table: _Table) -> None:
    for word, seized, seized_title, stopped, stopped_title in (
        ("lawful", 0.005, later("Seizure within a year, lawful"),
         0.02, later("Stop within a year, lawful")),
        ("conditional", 0.03, later("Seizure within a year, under conditions"),
         0.15, later("Stop within a year, under conditions")),
        ("unlawful", 0.5, later("Seizure within a year, unlawful"),
         1.0, later("Stop within a year, unlawful")),
    ):  # fmt: skip
        table.add(f"seizure_{word}", seized_title, "share", seized, swing=0.5)
        table.add(f"stop_{word}", stopped_title, "share", stopped, swing=0.5)
    table.add("stop_months", later("Length of a stop"), "months", 3)


def _loan(table: _Table) -> None:
    table.add("loan_share", later("Part of the capital that is lent"), "share", 0.0, swing=0)
    table.add("loan_interest", later("Interest of the loan a year"), "share", 0.12)
    table.add("loan_months", later("Months of the loan"), "months", 36, least=1, most=240)


def _spread(table: _Table) -> None:
    table.add("spread_price", later("BTC price, by month"), "share", 0.18, most=1.0)
    table.add("spread_difficulty", later("Difficulty, by month"), "share", 0.06, most=1.0)
    table.add("spread_tariff", later("Price of power"), "share", 0.08, most=1.0)
    table.add("spread_uptime", later("Uptime"), "share", 0.03, most=1.0)


FIGURES: Mapping[str, FigureInfo] = _figures()
"""Every figure by its key, in the order of the screen."""

LINE_MW: Mapping[int, float] = {10: 8.0, 35: 25.0, 110: 120.0, 220: 400.0}
"""The load in MW that one line of each voltage (kV) is taken to carry; judgement, rounded."""
