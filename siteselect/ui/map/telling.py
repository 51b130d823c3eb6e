"""What the hover card tells of a site, a region, a station: value, then source."""

import math
from dataclasses import dataclass

from siteselect.economics.price_unit import PLAIN, PricesTold
from siteselect.language import later, say, say_as, say_name, say_names
from siteselect.model.badge import badge_words
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Verdict
from siteselect.model.region_day import RegionState
from siteselect.ui.figures import PRICE, number, points, span
from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.map_rows import Airport, Crossing, Place, Station
from siteselect.ui.map.symbols import FUEL_TITLES
from siteselect.ui.price_words import whole_price

MOST = 150
"""Letters of a note or source on the card."""
VERDICTS = {
    Verdict.PASS: later("passes"),
    Verdict.CONDITIONAL: later("conditional"),
    Verdict.UNKNOWN: later("not known"),
    Verdict.FAIL: later("fails"),
}


@dataclass(frozen=True, slots=True)
class Story:
    """What is told: a title, lines of label and value, notes, a source."""

    title: str
    lines: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    source: str = ""


def brief(text: str, most: int = MOST) -> str:
    """Return a text cut at a word: a hover card is a glance, the site card tells all."""
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(' ', 1)[0].rstrip(' ,;:([')} …"


def tell_site(
    evaluation: Evaluation, row: int, data: MapData | None, prices: PricesTold = PLAIN
) -> Story:
    """Return rank, score, price and verdict of a site, with the reason."""
    site = evaluation.matrix.sites.items[row]
    rank, verdict = int(evaluation.ranks[row]), evaluation.verdicts[row]
    name = say_name(site.name)
    title = f"{rank} · {name}" if rank else name
    lines = []
    if math.isfinite(evaluation.scores[row]):
        score = points(float(evaluation.scores[row]))
        low, high = (
            100 * float(each[row]) for each in (evaluation.scores_low, evaluation.scores_high)
        )
        wide = "" if number(low, 1) == number(high, 1) else f"  ({span(low, high, 1)})"
        lines.append((say("Score"), score + wide))
    source = ""
    if any(info.key == PRICE for info in evaluation.matrix.infos):
        column = evaluation.matrix.column(PRICE)
        value, low, high = (float(each[row]) for each in (column.value, column.low, column.high))
        where = column.provenance[row]
        unit = prices.of(site.country)
        lines.append((say("Power price"), whole_price(unit, value, low, high)))
        source = where.source
    lines.append((say("Gates"), say(VERDICTS[verdict])))
    place = say_name(data.jurisdictions.get(site.country, site.country) if data else site.country)
    notes = tuple(brief(reason) for reason in evaluation.reasons(row)[:2])
    return Story(title, ((say("Country"), place), *lines), notes, brief(source))


def tell_region(state: RegionState, data: MapData, prices: PricesTold = PLAIN) -> Story:
    """Return price and law of a region on the day."""
    told = whole_price(prices.of(state.jurisdiction), state.price, state.low, state.high)
    if math.isfinite(state.price) and state.badge:
        told += f"  ({badge_words(state.badge)})"
    realm = say_name(data.jurisdictions.get(state.jurisdiction, state.jurisdiction))
    name = say_name(state.name)
    title = name if name == realm else f"{name}, {realm}"
    lines = ((say("Power price"), told), (say("Law"), say(VERDICTS_OF_LAW[state.verdict])))
    notes = tuple(brief(part) for part in (state.note, state.law) if part)
    return Story(title, lines, notes, brief(state.source))


VERDICTS_OF_LAW = {
    Verdict.PASS: later("mining lawful"),
    Verdict.CONDITIONAL: later("lawful on conditions"),
    Verdict.UNKNOWN: later("not known"),
    Verdict.FAIL: later("mining unlawful"),
}


def tell_station(station: Station) -> Story:
    """Return fuel, power and year of a station."""
    kind = say(FUEL_TITLES[station.fuel])
    if station.technology and station.technology.lower() != station.fuel:
        kind = f"{kind}, {say_name(station.technology).lower()}"
    power = f"{number(station.mw, 0 if station.mw >= 10 else 1)} {say_name('MW')}"
    lines = (
        (say("Kind"), kind),
        (say_as("of a station", "Power"), power if math.isfinite(station.mw) else say("unknown")),
        (say("Since"), str(station.year) if station.year else say("year unknown")),
        (say("Status"), say_name(station.status) if station.status else say("unknown")),
    )
    doubt = (say("The place is uncertain: a town, or a doubtful coordinate."),)
    return Story(station.name, lines, doubt if station.suspect else (), station.source)


def tell_crossing(crossing: Crossing, day: str) -> Story:
    """Return the ways of a border crossing, and whether it is open on the day."""
    told = {True: say("open"), False: say("closed"), None: say("not dated")}[crossing.is_open(day)]
    lines = (
        (say_as("sides", "Between"), crossing.sides),
        (say("By"), _ways(crossing.ways) or say("unknown")),
        (say("On the day"), told),
    )
    status = brief(say_name(crossing.status)) if crossing.status else ""
    return Story(crossing.name, lines, (status,) if status else ())


def _ways(ways: str) -> str:
    known = {"road": say("road"), "rail": say("railway")}
    return say_names(known.get(each, each) for each in ways.split(" and ") if each)


def tell_place(place: Place) -> Story:
    """Return the population of a town."""
    people = say("unknown") if place.population is None else number(float(place.population), 0)
    return Story(place.told, ((say_as("of a town", "People"), people),))


def tell_airport(airport: Airport) -> Story:
    """Return code and height of an airport."""
    height = (
        f"{number(airport.elevation_m, 0)} {say_name('m')}"
        if math.isfinite(airport.elevation_m)
        else say("unknown")
    )
    return Story(
        airport.name, ((say("Code"), airport.iata or say("none")), (say("Height"), height))
    )
