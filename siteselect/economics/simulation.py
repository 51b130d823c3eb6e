"""A seeded Monte Carlo of price, difficulty, tariff and uptime: bands instead of one line.

Price and difficulty walk at random from month 1 on and are shared by all sites of a run; what a
hash earns moves with price over difficulty, around the decayed path of the case: the walks have a
mean of one. Tariff and uptime are drawn once a run for each site. With no spread at all every run
is the case itself.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from siteselect.economics.case import Case, monthly_flows
from siteselect.economics.cash_flow import cumulative, npv, payback_month
from siteselect.model.arrays import Floats

_SHARED = 0
"""The stream of the market; a site has a stream of its own, by its key."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How far the four inputs scatter; all as shares."""

    price: float = 0.0
    """Standard deviation of the monthly change of the logarithm of the BTC price."""
    difficulty: float = 0.0
    """The same for the difficulty."""
    tariff: float = 0.0
    """Standard deviation of the price of power, beside its interval."""
    uptime: float = 0.0


@dataclass(frozen=True, eq=False, slots=True)
class Bands:
    """What became of one site in all runs."""

    runs: int
    seed: int
    levels: tuple[float, ...]
    """The shares of runs that end below each band: 0.1, 0.5, 0.9."""
    cash: Floats
    """Levels x months + 1: cumulative cash, USD; NaN where the site's case is unknown."""
    npv: Floats
    """One a run, sorted."""
    npv_at: Floats
    """One a level."""
    payback: Floats
    """One a run, sorted; inf for never."""

    @property
    def never(self) -> float:
        """The share of runs that never pay back; NaN where unknown."""
        return float(np.isinf(self.payback).mean()) if np.isfinite(self.npv).all() else np.nan

    @property
    def loses(self) -> float:
        """The share of runs with a net present value below zero; NaN where unknown."""
        return float((self.npv < 0).mean()) if np.isfinite(self.npv).all() else np.nan


def market(months: int, spread: Spread, runs: int, seed: int) -> Floats:
    """Return what the hash price of each month is multiplied with, one row a run; mean one.

    Examples
    --------
    >>> market(3, Spread(), runs=2, seed=1).tolist()
    [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0]]
    """
    generator = np.random.default_rng([seed, _SHARED])
    steps = generator.standard_normal((2, runs, months - 1))
    variance = spread.price**2 + spread.difficulty**2
    moves = spread.price * steps[0] - spread.difficulty * steps[1] - variance / 2.0
    walk = np.concatenate([np.zeros((runs, 1)), np.cumsum(moves, axis=1)], axis=1)
    path: Floats = np.exp(walk)
    return path


def simulate(
    case: Case,
    spread: Spread,
    *,
    power_low: float = np.nan,
    power_high: float = np.nan,
    runs: int = 2000,
    seed: int = 1,
    key: int = 1,
    levels: tuple[float, ...] = (0.1, 0.5, 0.9),
) -> Bands:
    """Return the bands of one site.

    Parameters
    ----------
    case
        The terms of one site: plain numbers, or arrays of one.
    spread
        How far the inputs scatter.
    power_low, power_high
        Ends of the price of power where facts disagree: drawn from a triangle around the price.
    runs, seed
        The same seed gives the same runs.
    key
        Number of the site's own stream, 1 or more: a site keeps its runs when others come and go.
    levels
        Which bands.

    Examples
    --------
    >>> case = Case(10, 529.1, 17.5, 1.08, 39.53 / 91132, 91132, 45, 4.3e6, uptime=0.92)
    >>> found = simulate(case, Spread(price=0.1), runs=200)
    >>> bool((found.cash[0] <= found.cash[2]).all())
    True
    """
    generator = np.random.default_rng([seed, key])
    price = float(np.squeeze(case.power_usd_per_mwh))
    power = _within(generator, price, power_low, power_high, runs)
    scatter = spread.tariff * generator.standard_normal(runs) - spread.tariff**2 / 2.0
    power = power * np.exp(scatter)
    up = 1.0 + spread.uptime * generator.standard_normal(runs)
    up = np.clip(np.atleast_1d(np.squeeze(case.uptime)) * up[:, None], 0.0, 1.0)
    share = np.broadcast_to(up, (runs, case.months)) if up.shape[1] == 1 else up
    drawn = replace(case, power_usd_per_mwh=power, uptime=share)
    flows = monthly_flows(drawn, price_path=market(case.months, spread, runs, seed))
    paid = np.asarray(case.capital, dtype=np.float64) - np.asarray(case.loan, dtype=np.float64)
    cash = cumulative(np.squeeze(paid), flows)
    worth = npv(np.squeeze(paid), flows, case.discount, np.squeeze(case.resale))
    return Bands(
        runs,
        seed,
        levels,
        np.quantile(cash, levels, axis=0),
        np.sort(worth),
        np.quantile(worth, levels),
        np.sort(payback_month(cash)),
    )


def _within(
    generator: np.random.Generator, value: float, low: float, high: float, runs: int
) -> NDArray[np.float64]:
    draws = generator.random(runs)  # drawn in every case: the streams behind stay in step
    if not (low < high and low <= value <= high):
        return np.full(runs, value)
    bend = (value - low) / (high - low)
    rising = low + np.sqrt(draws * (high - low) * (value - low))
    falling = high - np.sqrt((1.0 - draws) * (high - low) * (high - value))
    return np.asarray(np.where(draws < bend, rising, falling))
