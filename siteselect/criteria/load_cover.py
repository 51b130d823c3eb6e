"""Power for the wanted load: offered in writing, or installed near."""

import numpy as np

from siteselect.criteria._cells import Cell, column, known, unknown
from siteselect.criteria._letters import in_writing, letter_badge, letter_words
from siteselect.criteria._stations import LAYER, capacity, read_capacity
from siteselect.criteria.measure import Measure
from siteselect.language import later, say
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.fact import Confidence
from siteselect.model.gate import Verdict
from siteselect.model.places import Places, Reading
from siteselect.model.sites import Offer, Sites
from siteselect.model.study import Context
from siteselect.model.value_function import Linear
from siteselect.packs.pack import Pack
from siteselect.progress import Progress

RADIUS_KM = 50.0


def measure(sites: Sites, pack: Pack, context: Context, progress: Progress) -> Column:
    """Return how many times the wanted load is offered, or else installed within 50 km."""
    near = capacity(sites, pack, context.as_of, RADIUS_KM)
    cells: list[Cell] = []
    for row, site in enumerate(sites.items):
        if site.offer is not None and site.offer.power_mw is not None:
            cells.append(_offered(site.offer, site.offer.power_mw, context))
        else:
            cells.append(_installed(float(near.value[row]), near.provenance[row], context.load_mw))
    return column(cells)


def _offered(offer: Offer, power: float, context: Context) -> Cell:
    day, load = context.as_of, context.load_mw
    note = say(
        "{power:g} MW offered ({letter}) for {load:g} MW wanted",
        power=power,
        letter=letter_words(offer, day),
        load=load,
    )
    provenance = Provenance(
        say("Offer of the user"),
        f"{offer.letter_date or ''}",
        Confidence.USER,
        note,
        letter_badge(offer, day),
        at_best=None if in_writing(offer, day) else Verdict.CONDITIONAL,
    )
    return known(power / load, provenance)


def _installed(power: float, near: Provenance, load: float) -> Cell:
    if np.isnan(power):
        return unknown(
            say(
                "No power is offered in writing, and none is known near: {source}",
                source=near.source,
            )
        )
    if power < load:
        what = (
            say("only {power:,.0f} MW are", power=power)
            if power > 0
            else say("no station of the pack is")
        )
        return unknown(
            say(
                "No power is offered in writing, and {what} installed within "
                "{radius_km:g} km for {load:g} MW wanted. What the lines can bring "
                "is not known: ask for a dated letter.",
                what=what,
                radius_km=RADIUS_KM,
                load=load,
            )
        )
    note = say(
        "No power is offered in writing; {power:,.0f} MW are installed "
        "within {radius_km:g} km for {load:g} MW wanted ({note})",
        power=power,
        radius_km=RADIUS_KM,
        load=load,
        note=near.note,
    )
    provenance = Provenance(
        near.source, near.observed, near.confidence, note, "no offer", (), Verdict.CONDITIONAL
    )
    return known(power / load, provenance)


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point, where nobody has offered anything."""
    near = read_capacity(places, pack, context.as_of, RADIUS_KM).value
    return Reading(np.where(near < context.load_mw, np.nan, near / context.load_mw))


MEASURE = Measure(
    title=later("Power for the wanted load"),
    unit="times",
    group=later("Grid"),
    about=(
        later(
            "A gate: how many times the wanted load is offered in writing. "
            "Without an offer the capacity installed within 50 km stands in, and "
            "gives CONDITIONAL at best; where less is installed than wanted the "
            "gate is UNKNOWN, as power also comes over lines."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=0, best=2),
    layers=(LAYER,),
    reads=frozenset({"day", "load"}),
)
