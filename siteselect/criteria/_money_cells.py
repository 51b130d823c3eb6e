"""Figures of a reckoning as columns of the decision matrix."""

from collections.abc import Callable

import numpy as np

from siteselect.criteria._cells import Cell, column
from siteselect.criteria._money import reckon
from siteselect.criteria._reckoning import Reckoning
from siteselect.economics.amount import Amount
from siteselect.model.arrays import Floats
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.fact import Confidence
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.packs.pack import Pack

SOURCE = "Reckoned by the program from the figures in the note"
READS = frozenset({"day", "load", "money"})
"""What every such measure reads of the context."""
LAYERS = ("regions", "border_crossings")
FACTS = ("tariffs", "rules", "mining_fee", "rates", "network", "machines", "figures", "cuts")
Turned = Callable[[Floats], Floats]


def figure_column(
    key: str,
    sites: Sites,
    pack: Pack,
    context: Context,
    turned: Turned = lambda found: found,
    note: Callable[[float], str] = lambda _: "",
) -> Column:
    """Return one figure of all sites.

    Parameters
    ----------
    key
        Of `TITLES`.
    sites, pack, context
        What is asked for.
    turned
        Brings the figure into the unit of the measure; the result is finite or NaN.
    note
        What a reader must know of one value, before it was turned.
    """
    found = reckon(sites, pack, context)
    held = found.estimates[key]
    value, low, high = (turned(each) for each in (held.value, held.low, held.high))
    cells = []
    for row in range(len(sites)):
        amount = Amount(*(float(each[row]) for each in (value, low, high)))
        if amount.known:
            told = "; ".join(each for each in (note(float(held.value[row])), _basis(found, row))
                             if each)  # fmt: skip
            trust = found.price.provenance[row].confidence or Confidence.LOW
            confidence = trust if trust is Confidence.USER else Confidence.LOW
            badge = "never" if np.isinf(held.value[row]) else "reckoned"
            cells.append(Cell(amount, Provenance(SOURCE, "", confidence, told, badge)))
        else:
            cells.append(Cell(amount, Provenance(held.why[row])))
    return column(cells)


def months_reckoned(sites: Sites, pack: Pack, context: Context) -> int:
    """Return for how many months cash is reckoned."""
    return reckon(sites, pack, context).case.months


def millions(found: Floats) -> Floats:
    """Return dollars as millions of dollars."""
    return found / 1e6


def _basis(found: Reckoning, row: int) -> str:
    """Return the few inputs that decide, in words."""
    pieces = []
    if not np.isnan(found.price.value[row]):
        pieces.append(f"power at {found.price.value[row]:.1f} USD/MWh")
    if not np.isnan(found.hashprice):
        pieces.append(f"hash price {found.hashprice:.2f} USD/PH/day")
    if found.fleet is not None:
        pieces.append(f"machines of {found.fleet.j_per_th:.1f} J/TH")
    pieces.append(f"PUE {found.pue[row]:.2f}")
    pieces.append(f"uptime {found.case.yearly_uptime[row]:.0%}".replace("%", " %"))
    pieces.append(f"decay {found.terms.by_site[row]['decay'].value:.1%} a month".replace("%", " %"))
    return ", ".join(pieces)
