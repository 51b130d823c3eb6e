"""Figures of a reckoning as columns of the decision matrix."""

from collections.abc import Callable, Mapping
from functools import lru_cache

import numpy as np

from siteselect.criteria._cells import Cell, column
from siteselect.criteria._money import reckon, reckon_once
from siteselect.criteria._reckoning import TITLES, Reckoning
from siteselect.criteria._terms import terms
from siteselect.economics.amount import Amount
from siteselect.language import later, say
from siteselect.model.arrays import Floats
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.fact import Confidence
from siteselect.model.money import Money
from siteselect.model.places import Places, Reading
from siteselect.model.sites import Site, Sites
from siteselect.model.study import Context
from siteselect.packs.pack import Pack

SOURCE = later("Reckoned by the program from the figures in the note")
READS = frozenset({"day", "load", "money"})
"""What every such measure reads of the context."""
LAYERS = ("regions", "border_crossings", "substations")
FACTS = ("tariffs", "rules", "mining_fee", "rates", "network", "machines", "figures", "cuts")
_TOGETHER = 4_096
"""So many points of a surface are reckoned at once."""
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
            cells.append(Cell(amount, Provenance(say(SOURCE), "", confidence, told, badge)))
        else:
            cells.append(Cell(amount, Provenance(held.why[row])))
    return column(cells)


def read_figure(
    key: str,
    places: Places,
    pack: Pack,
    context: Context,
    turned: Turned = lambda found: found,
) -> Reading:
    """Return one figure at every point; what is asked for next at the same points is kept."""
    found = _figures_at(places, pack, context)[key]
    return Reading(*(turned(each) for each in found))


@lru_cache(maxsize=2)
def _figures_at(
    places: Places, pack: Pack, context: Context
) -> Mapping[str, tuple[Floats, Floats, Floats]]:
    """Return value, low and high of every figure, a few thousand points at a time."""
    parts = []
    for first in range(0, max(len(places), 1), _TOGETHER):
        rows = range(first, min(first + _TOGETHER, len(places)))
        sites = Sites(tuple(_bare_site(places, row) for row in rows))
        parts.append(reckon_once(sites, pack, context).estimates)
    return {
        key: (
            np.concatenate([part[key].value for part in parts]),
            np.concatenate([part[key].low for part in parts]),
            np.concatenate([part[key].high for part in parts]),
        )
        for key in TITLES
    }


def _bare_site(places: Places, row: int) -> Site:
    code = places.codes[places.country[row]]
    off = bool(places.off_map[row])
    return Site(str(row), code, float(places.lon[row]), float(places.lat[row]), off_map=off)


def months_reckoned(pack: Pack, context: Context) -> int:
    """Return for how many months cash is reckoned."""
    held = terms(Sites(()), pack, context.money or Money(), context.as_of)
    return round(held.whole["months"].value)


def millions(found: Floats) -> Floats:
    """Return dollars as millions of dollars."""
    return found / 1e6


def _basis(found: Reckoning, row: int) -> str:
    """Return the few inputs that decide, in words."""
    pieces = []
    if not np.isnan(found.price.value[row]):
        pieces.append(say("power at {value:.1f} USD/MWh", value=found.price.value[row]))
    if not np.isnan(found.hashprice):
        pieces.append(say("hash price {hashprice:.2f} USD/PH/day", hashprice=found.hashprice))
    if found.fleet is not None:
        pieces.append(say("machines of {j_per_th:.1f} J/TH", j_per_th=found.fleet.j_per_th))
    uptime, decay = found.case.yearly_uptime[row], found.terms.by_site[row]["decay"].value
    pieces.append(say("PUE {pue:.2f}", pue=found.pue[row]))
    pieces.append(say("uptime {share:.0f} %", share=100.0 * uptime))
    pieces.append(say("decay {share:.1f} % a month", share=100.0 * decay))
    return ", ".join(pieces)
