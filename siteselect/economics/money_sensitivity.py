"""What moves the money: each input to its low and its high, all others as they are."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from siteselect.economics.case import Case, FloatOrFloats, outcome
from siteselect.economics.hashprice import installed_ph


@dataclass(frozen=True, slots=True)
class Swing:
    """One input and the ends it is moved to."""

    key: str
    """A field of `Case`, or "difficulty": a factor on what the network holds."""
    title: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Bar:
    """What one swing does to one site."""

    swing: Swing
    npv_low: float
    """Net present value with the input at its low end, USD."""
    npv_high: float
    cost_low: float
    """Cost per BTC with the input at its low end, USD."""
    cost_high: float

    @property
    def npv_width(self) -> float:
        """How far the net present value moves; NaN where unknown."""
        return abs(self.npv_high - self.npv_low)


def moved(case: Case, key: str, value: float) -> Case:
    """Return the case with one input at `value`.

    Difficulty is a factor: what a hash earns is divided by it. A change of `pue` leaves the load
    and moves the hash rate that it carries.

    Examples
    --------
    >>> case = Case(10, 529.1, 17.5, 1.08, 0.0004, 91132, 45, 4.3e6)
    >>> float(moved(case, "difficulty", 2.0).hash_btc)
    0.0002
    """
    if key == "difficulty":
        return replace(case, hash_btc=np.asarray(case.hash_btc, dtype=np.float64) / value)
    if key == "pue":
        before = installed_ph(case.load_mw, case.pue, case.j_per_th)
        after = installed_ph(case.load_mw, value, case.j_per_th)
        return replace(case, pue=value, ph_s=np.asarray(case.ph_s) * after / before)
    if key == "months":
        return replace(case, months=round(value), uptime=_over(case.uptime, round(value)))
    changed: dict[str, FloatOrFloats] = {key: value}
    return replace(case, **changed)  # type: ignore[arg-type] # months has its own way above


def tornado(case: Case, swings: Iterable[Swing]) -> tuple[Bar, ...]:
    """Return what each swing does to one site, the widest first; unknown ones last.

    Examples
    --------
    >>> case = Case(10, 529.1, 17.5, 1.08, 39.53 / 91132, 91132, 45, 4.3e6, uptime=0.92)
    >>> bars = tornado(
    ...     case,
    ...     [Swing("opex_usd_per_mwh", "Opex", 0, 5), Swing("power_usd_per_mwh", "Power", 35, 55)],
    ... )
    >>> [bar.swing.title for bar in bars]
    ['Power', 'Opex']
    """
    bars = [_bar(case, swing) for swing in swings]
    return tuple(sorted(bars, key=lambda bar: -np.nan_to_num(bar.npv_width, nan=-1.0)))


def _over(uptime: FloatOrFloats, months: int) -> FloatOrFloats:
    """Return uptime by month over more or fewer months: the first year comes again."""
    table = np.asarray(uptime, dtype=np.float64)
    if table.ndim < 2:
        return uptime
    return table[:, np.arange(months) % min(table.shape[1], 12)]


def _bar(case: Case, swing: Swing) -> Bar:
    ends = [outcome(moved(case, swing.key, value)) for value in (swing.low, swing.high)]
    npvs = [float(np.squeeze(end.npv)) for end in ends]
    costs = [float(np.squeeze(end.cost_per_btc)) for end in ends]
    return Bar(swing, *npvs, *costs)
