"""A mining site as a business case: all that its cash flow is made from, and what comes of it.

A field is a number, or one number a site; `uptime` may also be one row a site with one column a
month. NaN is unknown, and all that hangs on it with it.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from siteselect.economics.capital import capital_recovery_factor
from siteselect.economics.cash_flow import (
    DAYS_A_YEAR,
    MONTHS_A_YEAR,
    annual_mwh,
    annual_revenue,
    cumulative,
    discounted,
    growth,
    irr,
    npv,
    payback_month,
)
from siteselect.economics.hashprice import break_even, hashcost
from siteselect.model.arrays import Floats

FloatOrFloats = float | Floats


@dataclass(frozen=True, eq=False, slots=True)
class Case:
    """The terms of one business case, or of one a site."""

    load_mw: FloatOrFloats
    """Power drawn at the meter while running."""
    ph_s: FloatOrFloats
    j_per_th: FloatOrFloats
    pue: FloatOrFloats
    hash_btc: FloatOrFloats
    """BTC per PH/s and day, before the pool's fee."""
    btc_usd: FloatOrFloats
    power_usd_per_mwh: FloatOrFloats
    capital: FloatOrFloats
    """USD paid at time 0."""
    uptime: FloatOrFloats = 1.0
    pool_fee: FloatOrFloats = 0.0
    opex_usd_per_mwh: FloatOrFloats = 0.0
    """For each MWh drawn."""
    fixed_usd_per_year: FloatOrFloats = 0.0
    standby_share: FloatOrFloats = 0.0
    decay: FloatOrFloats = 0.0
    """Share of the hash price lost a month."""
    power_drift: FloatOrFloats = 0.0
    """Share a year that the money of the power price loses against the dollar."""
    months: int = 48
    discount: FloatOrFloats = 0.0
    """A year."""
    resale: FloatOrFloats = 0.0
    profit_tax: FloatOrFloats = 0.0
    """Share of each month's margin above zero; nothing is written off or carried forward."""
    halvings: tuple[int, ...] = ()
    halving_left: float = 0.5
    loan: FloatOrFloats = 0.0
    """Part of the capital that is lent."""
    loan_payment: FloatOrFloats = 0.0
    """A month."""
    loan_months: int = 0

    @property
    def hashprice_usd(self) -> Floats:
        """USD per PH/s and day."""
        return _floats(self.hash_btc) * _floats(self.btc_usd)

    @property
    def yearly_uptime(self) -> Floats:
        """Mean uptime of the first twelve months, or of all where there are fewer."""
        share = _floats(self.uptime)
        return share if share.ndim < 2 else np.asarray(share[:, :12].mean(axis=1))

    def at_power(self, usd_per_mwh: ArrayLike) -> "Case":
        """Return this case at another price of power."""
        return replace(self, power_usd_per_mwh=_floats(usd_per_mwh))


@dataclass(frozen=True, eq=False, slots=True)
class Outcome:
    """What comes of a case; yearly figures are of a first year without decay."""

    revenue: Floats
    power: Floats
    opex: Floats
    margin: Floats
    """Revenue less power and running costs, before tax, interest and capital: EBITDA."""
    btc: Floats
    """Mined a year, after the pool's fee."""
    hashcost: Floats
    """Power, USD per PH/s and day."""
    break_even: Floats
    """USD/MWh at which revenue just pays power and running costs."""
    power_per_btc: Floats
    cash_per_btc: Floats
    """Power and running costs."""
    cost_per_btc: Floats
    """All in: with tax, and the capital spread over the months of the case."""
    flows: Floats
    """One column a month."""
    cash: Floats
    """Cumulative, from time 0 on."""
    payback: Floats
    payback_discounted: Floats
    npv: Floats
    irr: Floats


def outcome(case: Case) -> Outcome:
    """Return what comes of a case.

    Examples
    --------
    >>> case = Case(
    ...     10,
    ...     529.1005291,
    ...     17.5,
    ...     1.08,
    ...     39.53 / 91132,
    ...     91132,
    ...     45,
    ...     4.3e6,
    ...     uptime=0.92,
    ...     pool_fee=0.02,
    ...     opex_usd_per_mwh=10.5,
    ...     discount=0.15,
    ... )
    >>> found = outcome(case)
    >>> round(float(found.npv) / 1e6, 4), float(found.payback)
    (3.0417, 22.0)
    """
    up, price = case.yearly_uptime, case.hashprice_usd
    revenue = annual_revenue(case.ph_s, price, up, case.pool_fee)
    mwh = annual_mwh(case.load_mw, up, case.standby_share)
    power = mwh * _floats(case.power_usd_per_mwh)
    opex = mwh * _floats(case.opex_usd_per_mwh) + _floats(case.fixed_usd_per_year)
    btc = annual_revenue(case.ph_s, case.hash_btc, up, case.pool_fee)
    margin = revenue - power - opex
    tax = np.maximum(margin, 0.0) * _floats(case.profit_tax)
    capital = _floats(case.capital)
    years = case.months / MONTHS_A_YEAR
    spread = capital * capital_recovery_factor(case.discount, years)
    flows = monthly_flows(case)
    paid = capital - _floats(case.loan)
    cash = cumulative(paid, flows)
    worth = cumulative(paid, discounted(flows, case.discount))
    fixed = _floats(case.fixed_usd_per_year)
    with np.errstate(divide="ignore", invalid="ignore"):
        fixed_share = np.where(fixed == 0.0, 0.0, fixed / mwh)
    energy_only = break_even(price, case.j_per_th, case.pue, case.pool_fee, case.opex_usd_per_mwh)
    return Outcome(
        revenue=revenue,
        power=power,
        opex=opex,
        margin=margin,
        btc=btc,
        hashcost=hashcost(case.j_per_th, case.pue, case.power_usd_per_mwh),
        break_even=energy_only - fixed_share,
        power_per_btc=_per(power, btc),
        cash_per_btc=_per(power + opex, btc),
        cost_per_btc=_per(power + opex + spread + tax, btc),
        flows=flows,
        cash=cash,
        payback=payback_month(cash),
        payback_discounted=payback_month(worth),
        npv=npv(paid, flows, case.discount, case.resale),
        irr=irr(paid, flows, case.resale),
    )


def monthly_flows(case: Case, price_path: ArrayLike = 1.0, power_path: ArrayLike = 1.0) -> Floats:
    """Return cash by month, after tax and loan.

    Parameters
    ----------
    case
        The terms.
    price_path, power_path
        What hash price and power price are multiplied with in each month, beside the decay.
    """
    up = _floats(case.uptime)
    share = up if up.ndim == 2 else up[..., None]
    earned = annual_revenue(
        _column(case.ph_s), _column(case.hashprice_usd), share, _column(case.pool_fee)
    )
    path = growth(case.decay, case.months, case.halvings, case.halving_left)
    mwh = annual_mwh(_column(case.load_mw), share, _column(case.standby_share))
    passed = np.arange(case.months) / MONTHS_A_YEAR
    cheaper = (1.0 + _column(case.power_drift)) ** -passed
    power = mwh * _column(case.power_usd_per_mwh) * cheaper * _floats(power_path)
    fixed = _column(case.fixed_usd_per_year)
    cost = power + mwh * _column(case.opex_usd_per_mwh) + fixed
    margin = (earned * path * _floats(price_path) - cost) / MONTHS_A_YEAR
    taxed = margin - np.maximum(margin, 0.0) * _column(case.profit_tax)
    paying = np.arange(1, case.months + 1) <= case.loan_months
    return np.asarray(taxed - _column(case.loan_payment) * paying)


def daily_revenue(case: Case) -> Floats:
    """Return what a day earns at today's hash price, after the pool's fee, in USD."""
    year = annual_revenue(case.ph_s, case.hashprice_usd, case.yearly_uptime, case.pool_fee)
    return np.asarray(year / DAYS_A_YEAR)


def _per(cost: Floats, btc: Floats) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(btc > 0.0, cost / btc, np.nan))


def _floats(values: ArrayLike) -> Floats:
    return np.asarray(values, dtype=np.float64)


def _column(values: ArrayLike) -> Floats:
    return _floats(values)[..., None]
