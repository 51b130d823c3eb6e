"""What a unit of hash rate earns a day, and the power price at which it earns nothing.

Hash rate is in PH/s, efficiency in J/TH (which is kW per PH/s), power prices in USD/MWh. Every
argument may be a number or an array over sites.
"""

import numpy as np
from numpy.typing import ArrayLike

from siteselect.model.arrays import Floats

SECONDS_A_DAY = 86_400.0
HASHES_A_BLOCK = 2.0**32
"""Expected hashes for one block at difficulty 1."""
HALVING_BLOCKS = 210_000
"""The subsidy halves every 210,000 blocks: the rule of the protocol, as in
`GetBlockSubsidy` of Bitcoin Core. No fact of a region."""
BLOCK_SECONDS = 600.0
"""The spacing that the protocol aims at by moving the difficulty."""
HALVING_DAYS = HALVING_BLOCKS * BLOCK_SECONDS / SECONDS_A_DAY
"""About 1,458 days from one halving to the next."""


def blocks_per_day(difficulty: ArrayLike) -> Floats:
    """Return the blocks that one PH/s is expected to find a day.

    Examples
    --------
    >>> f"{blocks_per_day(148.26e12):.4e}"
    '1.3568e-04'
    """
    found: Floats = 1e15 * SECONDS_A_DAY / (_floats(difficulty) * HASHES_A_BLOCK)
    return found


def hashprice_btc(difficulty: ArrayLike, subsidy: ArrayLike, fee_share: ArrayLike) -> Floats:
    """Return what one PH/s earns, in BTC a day, before the pool's fee.

    Parameters
    ----------
    difficulty
        Of the network.
    subsidy
        New coins in a block, BTC.
    fee_share
        Transaction fees as a share of the subsidy: 0.0054 is 0.54 per cent.

    Examples
    --------
    >>> round(float(hashprice_btc(148.26e12, 3.125, 0.0054)), 7)
    0.0004263
    """
    found: Floats = blocks_per_day(difficulty) * _floats(subsidy) * (1.0 + _floats(fee_share))
    return found


def halved(fee_share: ArrayLike) -> Floats:
    """Return what is left of the earnings of a block when the subsidy halves and fees stay.

    Examples
    --------
    >>> float(halved(0.0)), float(halved(1.0))
    (0.5, 0.75)
    """
    share = _floats(fee_share)
    left: Floats = (0.5 + share) / (1.0 + share)
    return left


def installed_ph(load_mw: ArrayLike, pue: ArrayLike, j_per_th: ArrayLike) -> Floats:
    """Return the hash rate in PH/s that a site's load carries, cooling and losses taken off.

    Examples
    --------
    >>> round(float(installed_ph(10, 1.08, 17.5)), 2)
    529.1
    """
    found: Floats = _floats(load_mw) * 1000.0 / (_floats(pue) * _floats(j_per_th))
    return found


def hashcost(j_per_th: ArrayLike, pue: ArrayLike, usd_per_mwh: ArrayLike) -> Floats:
    """Return the power that one PH/s uses in a day, in USD; mining pays below the hash price.

    Examples
    --------
    >>> round(float(hashcost(17.0, 1.0, 96.9)), 1)
    39.5
    """
    found: Floats = _floats(j_per_th) * 24.0 * _floats(pue) * _floats(usd_per_mwh) / 1000.0
    return found


def break_even(
    hashprice: ArrayLike,
    j_per_th: ArrayLike,
    pue: ArrayLike = 1.0,
    pool_fee: ArrayLike = 0.0,
    opex_usd_per_mwh: ArrayLike = 0.0,
) -> Floats:
    """Return the power price in USD/MWh at which revenue just pays power and running costs.

    With the defaults this is the energy-adjusted hash price.

    Parameters
    ----------
    hashprice
        USD per PH/s and day.
    j_per_th
        Efficiency of the machines.
    pue
        Power of the site over power of the machines.
    pool_fee
        As a share of revenue.
    opex_usd_per_mwh
        Running costs other than power, for each MWh consumed.

    Examples
    --------
    >>> break_even(39.53, [17, 22, 32]).round(1).tolist()
    [96.9, 74.9, 51.5]
    """
    earned = _floats(hashprice) * (1.0 - _floats(pool_fee)) * 1000.0
    found: Floats = earned / (_floats(j_per_th) * 24.0 * _floats(pue)) - _floats(opex_usd_per_mwh)
    return found


def _floats(values: ArrayLike) -> Floats:
    return np.asarray(values, dtype=np.float64)
