"""Revenue, cost, cash by month, payback, net present value, internal rate of return, shares.

Conventions, on which every number here rests: month k = 1 .. N ends the month; a month is a twelfth
of a year of 365 days; revenue of month k is that of month 1 times (1 - g)^(k - 1); costs stay;
capital is paid at time 0; the monthly rate is (1 + r)^(1/12) - 1; months that lose money are not
left out; payback is undiscounted unless it says so. Arrays have one row a site and one column a
month; NaN is unknown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike

from siteselect.model.arrays import Floats, frozen_floats

HOURS_A_YEAR = 8760.0
DAYS_A_YEAR = 365.0
MONTHS_A_YEAR = 12.0

_GRID = np.linspace(-4.0, 3.0, 1401)
"""Logarithms of monthly growth among which roots are looked for: -98 % to +1,900 % a month."""
_HALVINGS = 46
"""Bisections of one cell of the grid: to the resolution of a float."""


def annual_revenue(
    ph_s: ArrayLike, hashprice_usd: ArrayLike, uptime: ArrayLike, pool_fee: ArrayLike
) -> Floats:
    """Return the revenue of a year after the pool's fee, in USD, at today's hash price.

    Examples
    --------
    >>> round(float(annual_revenue(529.1005291, 39.53, 0.92, 0.02)))
    6882905
    """
    gross = _floats(ph_s) * _floats(hashprice_usd) * DAYS_A_YEAR * _floats(uptime)
    net: Floats = gross * (1.0 - _floats(pool_fee))
    return net


def annual_mwh(load_mw: ArrayLike, uptime: ArrayLike, standby_share: ArrayLike = 0.0) -> Floats:
    """Return the power drawn in a year; `standby_share` of the load is drawn while cut.

    Examples
    --------
    >>> round(float(annual_mwh(10, 0.92)), 6)
    80592.0
    """
    share = _floats(uptime) + _floats(standby_share) * (1.0 - _floats(uptime))
    drawn: Floats = _floats(load_mw) * HOURS_A_YEAR * share
    return drawn


def growth(
    decay: ArrayLike, months: int, halvings: Sequence[int] = (), left: float = 0.5
) -> Floats:
    """Return what the revenue of each month is worth against month 1.

    Parameters
    ----------
    decay
        Share of the hash price lost a month; one number or one a site. Below zero it grows.
    months
        How many.
    halvings
        Months (from 1) from which on the subsidy has halved once more.
    left
        What a halving leaves of the earnings, see `hashprice.halved`.

    Examples
    --------
    >>> growth(0.01, 3).round(4).tolist()
    [1.0, 0.99, 0.9801]
    >>> growth(0.0, 3, halvings=[3]).tolist()
    [1.0, 1.0, 0.5]
    """
    passed = np.arange(months, dtype=np.float64)
    kept = (1.0 - _floats(decay))[..., None] ** passed
    times = np.array([sum(month <= each for month in halvings) for each in range(1, months + 1)])
    found: Floats = kept * float(left) ** times
    return found


def cumulative(capital: ArrayLike, flows: Floats) -> Floats:
    """Return the cash since time 0: the first column is minus the capital.

    Examples
    --------
    >>> cumulative(100.0, np.array([60.0, 60.0])).tolist()
    [-100.0, -40.0, 20.0]
    """
    table = _from_start(capital, flows)
    return np.cumsum(table, axis=-1)


def payback_month(cash: Floats) -> Floats:
    """Return the first month that ends with the capital back; inf for never, NaN for unknown.

    Parameters
    ----------
    cash
        From `cumulative`.

    Examples
    --------
    >>> payback_month(np.array([[-100.0, -40.0, 20.0], [-100.0, -90.0, -80.0]])).tolist()
    [2.0, inf]
    """
    back = cash[..., 1:] >= 0.0
    first = np.where(back.any(axis=-1), back.argmax(axis=-1) + 1.0, np.inf)
    return np.where(np.isnan(cash).any(axis=-1), np.nan, first)


def monthly_rate(yearly: ArrayLike) -> Floats:
    """Return the monthly rate that compounds to a yearly one.

    Examples
    --------
    >>> round(float(monthly_rate(0.15)), 7)
    0.0117149
    """
    found: Floats = (1.0 + _floats(yearly)) ** (1.0 / MONTHS_A_YEAR) - 1.0
    return found


def discounted(flows: Floats, yearly_rate: ArrayLike) -> Floats:
    """Return flows of months 1 .. N at their worth of time 0."""
    months = np.arange(1, flows.shape[-1] + 1, dtype=np.float64)
    found: Floats = flows * (1.0 + monthly_rate(yearly_rate)[..., None]) ** -months
    return found


def npv(
    capital: ArrayLike, flows: Floats, yearly_rate: ArrayLike, resale: ArrayLike = 0.0
) -> Floats:
    """Return the net present value; `resale` is what the plant brings at the end of month N.

    Examples
    --------
    >>> float(npv(100.0, np.array([60.0, 60.0]), 0.0, resale=10.0))
    30.0
    """
    found: Floats = -_floats(capital) + discounted(_with_resale(flows, resale), yearly_rate).sum(-1)
    return found


def irr(capital: ArrayLike, flows: Floats, resale: ArrayLike = 0.0) -> Floats:
    """Return the internal rate of return a year; NaN where there is none or a flow is unknown.

    Where flows change sign more than once and several rates solve it, the one nearest to zero is
    returned.

    Examples
    --------
    >>> flows = np.full(24, 60.0)
    >>> rate = irr(1000.0, flows)
    >>> bool(abs(npv(1000.0, flows, rate)) < 1e-6)
    True
    """
    ended = _with_resale(flows, resale)
    table = _from_start(capital, ended)
    monthly = _roots(np.atleast_2d(table))
    yearly: Floats = (1.0 + monthly) ** MONTHS_A_YEAR - 1.0
    return yearly.reshape(table.shape[:-1])


@dataclass(frozen=True, eq=False, slots=True)
class Shared:
    """What falls to one partner."""

    capital: Floats
    flows: Floats
    npv: Floats
    irr: Floats
    payback: Floats


def shared(
    capital: ArrayLike,
    flows: Floats,
    yearly_rate: ArrayLike,
    cost_share: float,
    profit_share: float,
    resale: ArrayLike = 0.0,
) -> Shared:
    """Return one partner's part: `cost_share` of the capital, `profit_share` of what comes in.

    Losses of a month and the resale are shared as profits are.

    Examples
    --------
    >>> part = shared(100.0, np.array([60.0, 60.0]), 0.0, cost_share=0.8, profit_share=0.6)
    >>> round(float(part.npv), 6)
    -8.0
    """
    own_capital, own_flows = _floats(capital) * cost_share, flows * profit_share
    own_resale = _floats(resale) * profit_share
    return Shared(
        own_capital,
        own_flows,
        npv(own_capital, own_flows, yearly_rate, own_resale),
        irr(own_capital, own_flows, own_resale),
        payback_month(cumulative(own_capital, own_flows)),
    )


def _from_start(capital: ArrayLike, flows: Floats) -> Floats:
    """Return flows with minus the capital before them."""
    shape = np.broadcast_shapes(_floats(capital).shape, flows.shape[:-1])
    start = -np.broadcast_to(_floats(capital), shape)[..., None]
    return np.concatenate([start, np.broadcast_to(flows, (*shape, flows.shape[-1]))], axis=-1)


def _with_resale(flows: Floats, resale: ArrayLike) -> Floats:
    shape = np.broadcast_shapes(_floats(resale).shape, flows.shape[:-1])
    ended = np.broadcast_to(flows, (*shape, flows.shape[-1])).copy()
    ended[..., -1] += _floats(resale)
    return ended


def _roots(table: Floats) -> Floats:
    """Return the monthly rate nearest to zero at which each row of flows is worth nothing."""
    months = np.arange(table.shape[1], dtype=np.float64)
    worth = table @ _worth_on_grid(table.shape[1])
    crossing = (np.sign(worth[:, :-1]) * np.sign(worth[:, 1:]) <= 0.0) & (worth[:, :-1] != 0.0)
    solved = np.flatnonzero(crossing.any(axis=1))
    found = np.full(len(table), np.nan)
    flows, worth = table[solved], worth[solved]
    distance = np.where(crossing[solved], np.abs(_GRID[:-1] + _GRID[1:]), np.inf)
    cell = distance.argmin(axis=1)
    low, high = _GRID[cell], _GRID[cell + 1]
    rising = np.sign(worth[np.arange(len(solved)), cell])
    for _ in range(_HALVINGS):
        middle = (low + high) / 2.0
        value = (flows * np.exp(-np.outer(middle, months))).sum(axis=1)
        same = np.sign(value) == rising
        low, high = np.where(same, middle, low), np.where(same, high, middle)
    found[solved] = np.expm1((low + high) / 2.0)
    return found


@lru_cache(maxsize=8)
def _worth_on_grid(months: int) -> Floats:
    """Return what one unit of each month is worth at each rate of the grid."""
    return frozen_floats(np.exp(-np.outer(np.arange(months, dtype=np.float64), _GRID)))


def _floats(values: ArrayLike) -> Floats:
    return np.asarray(values, dtype=np.float64)
