"""Prices of power before fee and tax, one for each supply route that is known.

A contract and a plant that the user typed; a supplier's price, or price and fee in one sum; what
miners paid for imports; and the wholesale sum, which is a floor. For comparators off the map the
nearest known year stands in where no row holds.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from math import isnan, nan

from siteselect.criteria._charges import Charges, charges_on, in_dollars, no_rate, rate_words
from siteselect.criteria._letters import letter_badge, letter_words
from siteselect.criteria._quotes import (
    LOWER_END,
    Wholesale,
    best_quotes,
    is_estimate,
    nearest_known,
    wholesale,
)
from siteselect.economics.amount import Amount
from siteselect.economics.tariff import NONE, without_vat
from siteselect.language import decimal_mark, later, remembered, say
from siteselect.model.fact import Confidence
from siteselect.model.route import RoutePart
from siteselect.model.sites import Offer, Vat
from siteselect.model.supply import OwnPower, RouteKind
from siteselect.packs.facts import Facts
from siteselect.packs.prices import TariffOnDay
from siteselect.packs.rows import Route, Tariff


@dataclass(frozen=True, slots=True)
class Draft:
    """A price before fee and tax, in USD/MWh, and what a reader must know of it."""

    energy: Amount
    source: str
    observed: str
    confidence: Confidence
    badges: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    grid: Amount = NONE
    parts: tuple[RoutePart, ...] = ()
    vat: Vat = Vat.EXCLUDED
    holds_fee: bool = False
    why_unknown: str = ""
    """Why the energy itself is not known, where only a floor is."""
    stale: bool = False
    dearest: float = nan
    """The dearest of the producers that a wholesale sum could take."""
    rows: tuple[str, ...] = ()
    """Ids of the rows that the energy stands on, the leading one first."""
    currency: str = ""
    """The money in which the energy is sold."""


@dataclass(frozen=True, slots=True)
class Ask:
    """The question: the facts, the place and the day."""

    facts: Facts
    jurisdiction: str
    region: str
    day: date
    off_map: bool = False


LOSSES = later("Losses")
GRID = later("Grid")

_PACK_ROUTES = (
    (RouteKind.SUPPLIER, Route.SUPPLIER),
    (RouteKind.SUM, Route.SUM),
    (RouteKind.IMPORT, Route.IMPORT),
)


def drafts_of(
    ask: Ask, offer: Offer | None = None, own: OwnPower | None = None
) -> Iterator[tuple[RouteKind, Draft | str]]:
    """Yield each route that is known; a sentence where its price cannot be turned into dollars."""
    charges = charges_on(ask.facts, ask.jurisdiction, ask.day)
    if offer is not None and offer.price is not None:
        yield RouteKind.OFFER, _offered(ask, offer, charges)
    if own is not None:
        yield own.kind, _own(ask, own)
    quoted = False
    for kind, route in _PACK_ROUTES:
        found = _quoted(ask, route)
        if found is not None:
            quoted = True
            yield kind, found
    if ask.off_map and not quoted and (near := _nearest(ask)) is not None:
        yield RouteKind.SUPPLIER, near
    sold = wholesale(ask.facts, ask.jurisdiction, ask.region, ask.day)
    floor = _floor(ask.facts, ask.jurisdiction, ask.day, sold) if sold else None
    if floor is not None:
        yield RouteKind.WHOLESALE, floor


def _offered(ask: Ask, offer: Offer, charges: Charges) -> Draft | str:
    turned = in_dollars(ask.facts, Amount.exactly(offer.price or 0.0), offer.currency, ask.day)
    if turned is None:
        return say(
            "The offer is in {currency}. {missing}",
            currency=offer.currency,
            missing=no_rate(offer.currency, ask.day),
        )
    amount, rate = turned
    letter = letter_words(offer, ask.day)
    return _net_of_vat(
        Draft(
            amount,
            say("Offer given by the user ({contact})", contact=offer.contact)
            if offer.contact
            else say("Offer of the user"),
            f"{offer.letter_date or ''}",
            Confidence.USER,
            (letter_badge(offer, ask.day),),
            (
                say(
                    "offer of {price:g} {currency}/kWh, {letter}",
                    price=offer.price,
                    currency=offer.currency,
                    letter=letter,
                ),
                rate_words(rate),
            ),
            vat=offer.vat,
            currency=offer.currency,
        ),
        charges,
    )


def _own(ask: Ask, own: OwnPower) -> Draft | str:
    turned = in_dollars(ask.facts, Amount.exactly(own.cost), own.currency, ask.day)
    if turned is None:
        return say(
            "The own plant's cost is in {currency}. {missing}",
            currency=own.currency,
            missing=no_rate(own.currency, ask.day),
        )
    amount, rate = turned
    words = say("own power at {cost:g} {currency}/kWh", cost=own.cost, currency=own.currency)
    notes = (words, own.note, rate_words(rate))
    return Draft(amount, say("Cost typed by the user"), "", Confidence.USER, ("yours",), notes,
                 currency=own.currency)  # fmt: skip


def _quoted(ask: Ask, route: Route) -> Draft | str | None:
    quotes = best_quotes(ask.facts, ask.jurisdiction, ask.region, ask.day, (route,))
    return _draft_on(ask.facts, ask.jurisdiction, ask.day, quotes) if quotes else None


@remembered(2048)
def _draft_on(
    facts: Facts, jurisdiction: str, day: date, quotes: tuple[TariffOnDay, ...]
) -> Draft | str:
    """Return the price that rows tell; many regions share the same ones."""
    lead, row = quotes[0], quotes[0].tariff
    turned = in_dollars(facts, _per_kwh(row), row.currency, day)
    if turned is None:
        return say(
            "{id} gives {price:g} {currency}/kWh. {missing}",
            id=row.id,
            price=row.price,
            currency=row.currency,
            missing=no_rate(row.currency, day),
        )
    amount, rate = turned
    beside = [
        (each.tariff, other[0])
        for each in quotes[1:]
        if (other := in_dollars(facts, _per_kwh(each.tariff), each.tariff.currency, day))
    ]
    estimate = is_estimate(facts, jurisdiction, row)
    lowest = row.component == LOWER_END
    yours = row.confidence is Confidence.USER
    badges = (
        "yours" if yours else "",
        "lower end" if lowest else "",
        "national estimate" if estimate and not yours else "",
        lead.badge,
    )
    draft = Draft(
        Amount.at_least(amount.low) if lowest else amount.spanning(*(one for _, one in beside)),
        str(row.source),
        str(row.validity),
        Confidence.LOW if estimate and not yours else lead.confidence,
        badges,
        (
            _quote_words(row),
            row.note,
            lead.note,
            *(
                say("{id} says {value:.1f} USD/MWh", id=other.id, value=found.value)
                for other, found in beside
            ),
            rate_words(rate),
        ),
        vat=row.vat,
        holds_fee=row.route is Route.SUM,
        stale=lead.stale,
        rows=(row.id, *(other.id for other, _ in beside)),
        currency=row.currency,
        why_unknown=(
            say(
                "Only the lower end of the price is known: {low:.1f} USD/MWh ({id}).",
                low=amount.low,
                id=row.id,
            )
            if lowest
            else ""
        ),
    )
    return _net_of_vat(draft, charges_on(facts, jurisdiction, day))


def _nearest(ask: Ask) -> Draft | None:
    facts, day = ask.facts, ask.day
    rows = nearest_known(facts, ask.jurisdiction, day)
    found = [
        (row, turned)
        for row in rows
        if (turned := in_dollars(facts, _per_kwh(row), row.currency, day))
    ]
    if not found or found[0][0] is not rows[0]:
        return None
    (row, (amount, rate)), beside = found[0], found[1:]
    year = f"{row.validity.start:%Y}" if row.validity.start else ""
    words = [
        say(
            "{id} ({validity}) says {value:.1f} USD/MWh",
            id=other.id,
            validity=other.validity,
            value=value.value,
        )
        for other, (value, _) in beside
    ]
    return Draft(
        amount.spanning(*(value for _, (value, _) in beside)),
        str(row.source),
        str(row.validity),
        Confidence.LOW,
        (f"{year}, the nearest known",),
        (
            say("{year}, the nearest known: {row}", year=year, row=_quote_words(row)),
            *words,
            rate_words(rate),
        ),
        vat=row.vat,
        rows=(row.id, *(other.id for other, _ in beside)),
        currency=row.currency,
    )


@remembered(2048)
def _floor(facts: Facts, jurisdiction: str, day: date, sold: Wholesale) -> Draft | None:
    charges = charges_on(facts, jurisdiction, day)
    turned = [
        (each, in_dollars(facts, _per_kwh(each.tariff), each.tariff.currency, day))
        for each in (sold.producer, *sold.grid)
    ]
    (producer, energy), grid = turned[0], turned[1:]
    if energy is None:
        return None
    known = [(each, value[0]) for each, value in grid if value is not None]
    losses = _losses(charges, energy[0].low)
    lines = sum(value.low for _, value in known) + (0.0 if isnan(losses.low) else losses.low)
    others = [
        (each.tariff, value[0].value)
        for each in sold.others
        if (value := in_dollars(facts, _per_kwh(each.tariff), each.tariff.currency, day))
    ]
    return Draft(
        Amount.at_least(energy[0].low),
        str(producer.tariff.source),
        str(producer.tariff.validity),
        Confidence.LOW,
        ("floor", producer.badge),
        (
            _quote_words(producer.tariff),
            producer.tariff.note,
            producer.note,
            say(
                "dearest within reach {id}: {price:.1f} USD/MWh",
                id=others[-1][0].id,
                price=others[-1][1],
            )
            if others
            else "",
            rate_words(energy[1]),
        ),
        Amount.exactly(lines),
        (*(_grid_part(each, value) for each, value in known), losses),
        vat=producer.tariff.vat,
        dearest=max((value for _, value in others), default=nan),
        rows=(producer.tariff.id,),
        currency=producer.tariff.currency,
        why_unknown=(
            say(
                "No delivered price is known here on {day}. The wholesale sum of "
                "{low:.1f} USD/MWh is a floor: regional network, supplier's margin, "
                "capacity and VAT are not in it.",
                day=day,
                low=energy[0].low + lines,
            )
            if charges.loss_rule
            else say(
                "No delivered price is known here on {day}. The wholesale sum of "
                "{low:.1f} USD/MWh is a floor: regional network, supplier's margin, "
                "capacity, losses and VAT are not in it.",
                day=day,
                low=energy[0].low + lines,
            )
        ),
    )


def _losses(charges: Charges, energy: float) -> RoutePart:
    """Return what is lost on the way; unknown where no rule tells its share."""
    rule = charges.loss_rule
    if rule is None:
        return RoutePart(LOSSES, nan, nan, nan, note=say("share not known: not in the sum"))
    lost = energy * rule.value / 100.0
    return RoutePart(
        LOSSES,
        lost,
        lost,
        lost,
        str(rule.source),
        str(rule.validity),
        rule.confidence,
        note=f"{rule.value:g} {rule.unit}",
        rows=(rule.id,),
    )


def _net_of_vat(draft: Draft, charges: Charges) -> Draft:
    """Return the draft without value added tax where its share is known."""
    if draft.vat is Vat.INCLUDED and charges.vat > 0:
        return replace(draft, energy=without_vat(draft.energy, charges.vat))
    return draft


def _grid_part(each: TariffOnDay, value: Amount) -> RoutePart:
    row = each.tariff
    note = "; ".join(told((row.supplier, each.note)))
    return RoutePart(
        f"{GRID}: {row.component}",
        value.low,
        value.low,
        value.high,
        str(row.source),
        str(row.validity),
        each.confidence,
        row.vat,
        note,
        (row.id,),
    )


def _quote_words(row: Tariff) -> str:
    price = f"{row.price:g}".replace(".", decimal_mark())
    if row.price_high == row.price_high and row.price_high > row.price:  # not NaN
        price = say("{low:g} to {high:g}", low=row.price, high=row.price_high)
    whose = ", ".join(told((row.supplier, row.consumer_class)))
    return say(
        "{place}: {price} {currency}/kWh ({whose})",
        place=row.area or row.jurisdiction,
        price=price,
        currency=row.currency,
        whose=whose,
    )


def _per_kwh(row: Tariff) -> Amount:
    return Amount.between(row.price, row.price_high)


def told(texts: Iterable[str]) -> list[str]:
    """Return the texts that say something."""
    return [each for each in texts if each]
