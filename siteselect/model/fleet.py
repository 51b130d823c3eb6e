"""The machines: how much hash rate and power they have, and what they are worth."""

from dataclasses import dataclass
from math import isfinite, nan

from siteselect.errors import StudyError
from siteselect.language import later, say

ASSUMPTION = later("assumption")
"""What stands as the source of a figure that nobody has vouched for."""


@dataclass(frozen=True, slots=True)
class Machine:
    """One kind of mining machine."""

    model: str
    th_s: float
    """Hash rate of one, TH/s."""
    j_per_th: float
    """Efficiency at the wall, J/TH."""
    usd: float | None = None
    """What one is worth; None where not known."""
    source: str = ASSUMPTION
    usd_source: str = ""
    """Where the price is from, if it is from elsewhere."""

    def __post_init__(self) -> None:
        if not all(isfinite(each) and each > 0 for each in (self.th_s, self.j_per_th)):
            raise StudyError(
                say(
                    "The machine {model} wants a hash rate and an efficiency above 0: it "
                    "has {th_s:g} TH/s and {j_per_th:g} J/TH.",
                    model=self.model,
                    th_s=self.th_s,
                    j_per_th=self.j_per_th,
                )
            )
        if self.usd is not None and not (isfinite(self.usd) and self.usd >= 0):
            raise StudyError(
                say(
                    "The machine {model} is worth {usd:g}: give 0 or more.",
                    model=self.model,
                    usd=self.usd,
                )
            )

    @property
    def kw(self) -> float:
        """Power of one machine."""
        return self.th_s * self.j_per_th / 1000.0


@dataclass(frozen=True, slots=True)
class Lot:
    """Machines of one kind."""

    machine: Machine
    count: int = 1

    def __post_init__(self) -> None:
        if self.count < 1:
            raise StudyError(
                say(
                    "There are {count} machines {model}: give one or more.",
                    count=self.count,
                    model=self.machine.model,
                )
            )


@dataclass(frozen=True, slots=True)
class Fleet:
    """All machines, of one kind or several."""

    lots: tuple[Lot, ...]
    fills_load: bool = True
    """Whether counts are only proportions, and as many machines run as the wanted load carries."""

    def __post_init__(self) -> None:
        if not self.lots:
            raise StudyError(say("The fleet holds no machines: choose a kind and a number."))

    @property
    def machines(self) -> int:
        """How many there are; of a fleet that fills the load, the sum of its proportions."""
        return sum(lot.count for lot in self.lots)

    @property
    def ph_s(self) -> float:
        """Hash rate of all, PH/s."""
        return sum(lot.count * lot.machine.th_s for lot in self.lots) / 1000.0

    @property
    def it_mw(self) -> float:
        """Power of all machines, without cooling and losses."""
        return sum(lot.count * lot.machine.kw for lot in self.lots) / 1000.0

    @property
    def j_per_th(self) -> float:
        """Efficiency of the whole."""
        return self.it_mw * 1000.0 / self.ph_s

    @property
    def usd(self) -> float:
        """Value of all; NaN where that of one kind is not known."""
        values = [lot.machine.usd for lot in self.lots]
        if any(value is None for value in values):
            return nan
        return sum(lot.count * (lot.machine.usd or 0.0) for lot in self.lots)

    def running(self, load_mw: float, pue: float) -> float:
        """Return how many times the whole fleet runs within a load: 1 is all of it.

        A fleet that fills the load is multiplied; a counted one is cut down where it needs more.
        """
        times = load_mw / (pue * self.it_mw)
        return times if self.fills_load else min(1.0, times)
