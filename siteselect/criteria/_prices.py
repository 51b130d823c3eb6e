"""The all-in price of power at a place on a day: the chosen supply route, as a cell of a column."""

from collections.abc import Sequence
from datetime import date
from math import isnan

from siteselect.criteria._cells import Cell, title_of_code, unknown
from siteselect.criteria._drafts import LOSSES
from siteselect.criteria._routes import routes_on
from siteselect.economics.amount import Amount
from siteselect.language import remembered, say
from siteselect.model.decision_matrix import Part, Provenance
from siteselect.model.route import Route, choose
from siteselect.model.sites import Offer
from siteselect.model.supply import OwnPower, RouteKind
from siteselect.packs.facts import Facts


@remembered(8192)
def price_on(
    facts: Facts,
    jurisdiction: str,
    region: str,
    day: date,
    offer: Offer | None = None,
    *,
    own: OwnPower | None = None,
    wanted: RouteKind | None = None,
    off_map: bool = False,
    metered: bool = True,
) -> Cell:
    """Return the all-in price at a place; unknown with its floor, or with the reason why."""
    routes = routes_on(
        facts, jurisdiction, region, day, offer, own, off_map=off_map, metered=metered
    )
    chosen = choose(routes, wanted)
    if chosen is None:
        place = f"{region or jurisdiction} ({title_of_code(facts.manifest, jurisdiction)})"
        return unknown(
            say(
                "No price of power for industry or miners is known for {place} on {day}.",
                place=place,
                day=day,
            )
        )
    return _cell(chosen, _choice_words(chosen, routes, wanted))


def _choice_words(chosen: Route, routes: Sequence[Route], wanted: RouteKind | None) -> str:
    """Return what a reader must know of the choice; "" where there was none."""
    if wanted is not None and chosen.kind is not wanted:
        return say(
            "nothing is known of the chosen route ({route}) on this day", route=wanted.label.lower()
        )
    others = [
        say("{route} {value:.1f} USD/MWh", route=each.title.lower(), value=each.value)
        for each in routes
        if each is not chosen and each.known
    ]
    return say("other routes: {others}", others=", ".join(others)) if others else ""


def _cell(route: Route, choice: str) -> Cell:
    source, notes = route.source, [route.note, choice]
    if not route.known:
        source, notes = route.why_unknown, [*notes, route.source]
    provenance = Provenance(
        source,
        route.observed,
        route.confidence,
        "; ".join(each for each in notes if each),
        route.badge,
        tuple(
            Part(each.title, each.value, each.note, each.source)
            for each in route.parts
            if each.title != LOSSES or not isnan(each.value)  # the note of the price says so
        ),
    )
    return Cell(Amount(route.value, route.low, route.high), provenance)
