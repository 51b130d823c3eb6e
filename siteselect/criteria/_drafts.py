"""A price of power before fee and tax: from an offer, a row of the pack, or the wholesale sum.

An offer beats everything. Else a delivered price of the pack leads; else, for comparators off the
map, the nearest known year; else the wholesale sum stands as a floor under an unknown price.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from siteselect.criteria._charges import Charges, in_dollars, no_rate, rate_words
from siteselect.criteria._quotes import (
    LOWER_END,
    best_quotes,
    is_estimate,
    nearest_known,
    wholesale,
)
from siteselect.economics.amount import Amount
from siteselect.economics.tariff import NONE, without_vat
from siteselect.model.decision_matrix import Part
from siteselect.model.fact import Confidence
from siteselect.model.sites import Offer, Vat
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
    parts: tuple[Part, ...] = ()
    vat: Vat = Vat.EXCLUDED
    holds_fee: bool = False
    closed_by_auction: bool = True
    why_unknown: str = ""
    """Why the energy itself is not known, where only a floor is."""


@dataclass(frozen=True, slots=True)
class Ask:
    """The question: the facts, the place and the day."""

    facts: Facts
    jurisdiction: str
    region: str
    day: date
    off_map: bool = False


def draft_of(ask: Ask, offer: Offer | None, charges: Charges) -> Draft | str | None:
    """Return the price before fee and tax; a sentence where it cannot be turned into dollars."""
    if offer is not None and offer.price is not None:
        return _offered(ask, offer, charges)
    found = _quoted(ask, charges)
    if found is None and ask.off_map:
        found = _nearest(ask)
    return _floor(ask) if found is None else found


def _offered(ask: Ask, offer: Offer, charges: Charges) -> Draft | str:
    turned = in_dollars(ask.facts, Amount.exactly(offer.price or 0.0), offer.currency, ask.day)
    if turned is None:
        return f"The offer is in {offer.currency}. {no_rate(offer.currency, ask.day)}"
    amount, rate = turned
    letter = f"letter of {offer.letter_date}" if offer.letter_date else "no letter dated"
    return _net_of_vat(
        Draft(
            amount,
            f"Offer given by the user ({offer.contact})" if offer.contact else "Offer of the user",
            f"{offer.letter_date or ''}",
            Confidence.USER,
            ("yours",),
            (f"offer of {offer.price:g} {offer.currency}/kWh, {letter}", rate_words(rate)),
            vat=offer.vat,
            closed_by_auction=False,
        ),
        charges,
    )


def _quoted(ask: Ask, charges: Charges) -> Draft | str | None:
    facts, day = ask.facts, ask.day
    quotes = best_quotes(facts, ask.jurisdiction, ask.region, day)
    if not quotes:
        return None
    lead, row = quotes[0], quotes[0].tariff
    turned = in_dollars(facts, _per_kwh(row), row.currency, day)
    if turned is None:
        return f"{row.id} gives {row.price:g} {row.currency}/kWh. {no_rate(row.currency, day)}"
    amount, rate = turned
    beside = [
        (each.tariff, other[0])
        for each in quotes[1:]
        if (other := in_dollars(facts, _per_kwh(each.tariff), each.tariff.currency, day))
    ]
    estimate = is_estimate(facts, ask.jurisdiction, row)
    lowest = row.component == LOWER_END
    badges = ("lower end" if lowest else "", "national estimate" if estimate else "", lead.badge)
    draft = Draft(
        Amount.at_least(amount.low) if lowest else amount.spanning(*(one for _, one in beside)),
        str(row.source),
        str(row.validity),
        Confidence.LOW if estimate else lead.confidence,
        badges,
        (
            _quote_words(row),
            row.note,
            lead.note,
            *(f"{other.id} says {found.value:.1f} USD/MWh" for other, found in beside),
            rate_words(rate),
        ),
        vat=row.vat,
        holds_fee=row.route is Route.SUM,
        closed_by_auction=row.route is not Route.IMPORT,
        why_unknown=(
            f"Only the lower end of the price is known: {amount.low:.1f} USD/MWh ({row.id})."
            if lowest
            else ""
        ),
    )
    return _net_of_vat(draft, charges)


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
        f"{other.id} ({other.validity}) says {value.value:.1f} USD/MWh"
        for other, (value, _) in beside
    ]
    return Draft(
        amount.spanning(*(value for _, (value, _) in beside)),
        str(row.source),
        str(row.validity),
        Confidence.LOW,
        (f"{year}, the nearest known",),
        (f"{year}, the nearest known: {_quote_words(row)}", *words, rate_words(rate)),
        vat=row.vat,
    )


def _floor(ask: Ask) -> Draft | None:
    facts, day = ask.facts, ask.day
    sold = wholesale(facts, ask.jurisdiction, ask.region, day)
    if sold is None:
        return None
    turned = [
        (each, in_dollars(facts, _per_kwh(each.tariff), each.tariff.currency, day))
        for each in (sold.producer, *sold.grid)
    ]
    (producer, energy), grid = turned[0], turned[1:]
    if energy is None:
        return None
    known = [(each, value[0]) for each, value in grid if value is not None]
    lines = Amount.exactly(sum(value.low for _, value in known))
    total = energy[0].low + lines.low
    return Draft(
        Amount.at_least(energy[0].low),
        str(producer.tariff.source),
        str(producer.tariff.validity),
        Confidence.LOW,
        ("floor", producer.badge),
        (_quote_words(producer.tariff), producer.note, rate_words(energy[1])),
        lines,
        tuple(_grid_part(each, value) for each, value in known),
        why_unknown=(
            f"No delivered price is known for {ask.region or ask.jurisdiction} on {day}. "
            f"The wholesale sum of {total:.1f} USD/MWh is a floor: regional network, supplier's "
            "margin, capacity, losses and VAT are not in it."
        ),
    )


def _net_of_vat(draft: Draft, charges: Charges) -> Draft:
    """Return the draft without value added tax where its share is known."""
    if draft.vat is Vat.INCLUDED and charges.vat > 0:
        return replace(draft, energy=without_vat(draft.energy, charges.vat))
    return draft


def _grid_part(each: TariffOnDay, value: Amount) -> Part:
    note = "; ".join(told((each.tariff.supplier, each.note)))
    return Part(f"Grid: {each.tariff.component}", value.low, note, str(each.tariff.source))


def _quote_words(row: Tariff) -> str:
    price = f"{row.price:g}"
    if row.price_high == row.price_high and row.price_high > row.price:  # not NaN
        price = f"{row.price:g} to {row.price_high:g}"
    whose = ", ".join(told((row.supplier, row.consumer_class)))
    return f"{row.area or row.jurisdiction}: {price} {row.currency}/kWh ({whose})"


def _per_kwh(row: Tariff) -> Amount:
    return Amount.between(row.price, row.price_high)


def told(texts: Iterable[str]) -> list[str]:
    """Return the texts that say something."""
    return [each for each in texts if each]
