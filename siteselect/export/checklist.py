"""What nobody knows yet of a site, as a list for the person who finds out."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from siteselect.export.report import Cell, GateCell, JudgedCriterion, JudgedGate, Report, SiteRow
from siteselect.export.words import figure, verdict_word
from siteselect.language import later, say
from siteselect.model.gate import Verdict


class Kind(Enum):
    """Why a line stands in the list."""

    GATE = "gate"
    """A gate is not passed, or cannot be judged."""
    UNKNOWN = "unknown"
    WEAK = "weak"
    """Known only by an estimate, an old row, or within an interval."""
    OFFER = "offer"
    """Not in writing."""
    MONEY = "money"

    @property
    def word(self) -> str:
        """What stands beside the line."""
        return say(_KINDS[self])


_KINDS = {
    Kind.GATE: later("gate"),
    Kind.UNKNOWN: later("unknown"),
    Kind.WEAK: later("weak"),
    Kind.OFFER: later("offer"),
    Kind.MONEY: later("money"),
}


@dataclass(frozen=True, slots=True)
class Open:
    """One thing to find out."""

    kind: Kind
    what: str
    known: str
    """What is known of it, or why it is not."""
    settles: str
    """What would settle it."""
    matters: str
    """Why anybody should care: the gate, or the share of the weight."""


_SETTLES = {
    "legal_status": later(
        "The opinion of a lawyer of the country: which licence or notice, "
        "who may hold it, how long it takes, what may change."
    ),
    "power_price": later(
        "A written tariff or offer of the supplier: price without tax, every "
        "charge on top, how long it holds, how it is adjusted."
    ),
    "load_cover": later(
        "A letter of the utility or the grid operator: free power in MW at a "
        "named substation, from which day, under which limits."
    ),
    "capacity_50km": later("A list of the grid operator: plants and their free power."),
    "capacity_150km": later("A list of the grid operator: plants and their free power."),
    "station_distance": later("A visit, or a plan of the plant with its busbars."),
    "substation_distance": later(
        "A map or a letter of the grid operator: the nearest substation, its "
        "voltage and its free bays. Or import a layer of substations."
    ),
    "road_distance": later("A survey of access for heavy loads. Or import a layer of roads."),
    "railway_distance": later("A survey of the nearest siding. Or import a layer of railways."),
    "july_temperature": later("Hourly readings of the nearest weather station, for the cooling."),
    "annual_temperature": later("Hourly readings of the nearest weather station, for the cooling."),
    "elevation": later("A survey of the plot."),
}
"""By measure: whose word would end the doubt."""
_ANY = later("A document with date and author that says it; enter it as a fact of your own.")
_FIGURE = later("Type the figure that lacks among those of money, with its source.")
_WEAK_BADGES = ("carried", "estimate", "low", "stale", "national", "suspect", "placeholder")


def checklist(report: Report, row: SiteRow) -> tuple[Open, ...]:
    """Return what is to be found out of a site: gates, then by weight, offer and money last."""
    order = sorted(zip(report.criteria, row.cells, strict=True), key=lambda pair: -pair[0].weight)
    return (
        *_gates(report, row),
        *(_unknown(each, cell) for each, cell in order if cell.raw is None),
        *(_weak(each, cell) for each, cell in order if _is_weak(cell)),
        *_offer(row),
        *_money(report, row),
    )


def _gates(report: Report, row: SiteRow) -> Iterator[Open]:
    for gate, cell in zip(report.gates, row.gates, strict=True):
        if cell.verdict is not Verdict.PASS:
            yield Open(
                Kind.GATE,
                gate.title,
                cell.reason,
                say(_SETTLES.get(gate.measure, _ANY)),
                _why(gate, cell),
            )


def _why(gate: JudgedGate, cell: GateCell) -> str:
    word = verdict_word(cell.verdict)
    if gate.coded:
        return say("Gate, {verdict}.", verdict=word)
    return say("Gate, {verdict}: {wanted}.", verdict=word, wanted=gate.wanted)


def _unknown(each: JudgedCriterion, cell: Cell) -> Open:
    ends = [
        say("at least {low}", low=figure(cell.low, each.unit)) if cell.low is not None else "",
        say("at most {high}", high=figure(cell.high, each.unit)) if cell.high is not None else "",
    ]
    known = ", ".join(text for text in ends if text)
    why = f"{known[:1].upper()}{known[1:]}. {cell.source}" if known else cell.source
    return Open(Kind.UNKNOWN, each.title, why, _settles(each), _weight(each))


def _is_weak(cell: Cell) -> bool:
    if cell.raw is None:
        return False
    wide = cell.low != cell.raw or cell.high != cell.raw
    badge = cell.badge.lower()
    return wide or cell.confidence == "low" or any(word in badge for word in _WEAK_BADGES)


def _weak(each: JudgedCriterion, cell: Cell) -> Open:
    known = f"{figure(cell.raw, each.unit)}."
    if cell.low != cell.high and cell.low is not None and cell.high is not None:
        known = say(
            "{value}, between {low} and {high}.",
            value=figure(cell.raw, each.unit),
            low=figure(cell.low),
            high=figure(cell.high, each.unit),
        )
    return Open(Kind.WEAK, each.title, f"{known} {cell.source}", _settles(each), _weight(each))


def _settles(each: JudgedCriterion) -> str:
    return say(_SETTLES.get(each.measure, _ANY))


def _weight(each: JudgedCriterion) -> str:
    if each.share > 0:
        return say("{share:.1f} % of the weight.", share=100 * each.share)
    return say("Weight {weight:g}, without effect as long as no site knows it.", weight=each.weight)


def _offer(row: SiteRow) -> Iterator[Open]:
    if row.offer_lacks:
        yield Open(
            Kind.OFFER,
            say("Offer of power") if row.offer else say("No offer of power is in writing"),
            say("Said: {offer}.", offer=row.offer) if row.offer else say("Nothing is typed in."),
            say("A letter that says {what}.", what=_listed(row.offer_lacks)),
            say("An offer beats every tariff and estimate of the pack."),
        )


def _listed(words: tuple[str, ...]) -> str:
    if len(words) == 1:
        return words[0]
    return say("{several} and {last}", several=", ".join(words[:-1]), last=words[-1])


def _money(report: Report, row: SiteRow) -> Iterator[Open]:
    if report.money is None:
        return
    cells = report.money.rows.get(row.name, ())
    by_why: dict[str, list[str]] = {}
    for each, cell in zip(report.money.figures, cells, strict=False):
        if cell.value is None and not cell.never and cell.why:
            by_why.setdefault(cell.why, []).append(each.title)
    for why, titles in by_why.items():
        yield Open(
            Kind.MONEY, ", ".join(titles), why, say(_FIGURE), say("These figures wait for it.")
        )
