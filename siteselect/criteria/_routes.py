"""Every supply route that is known at a place on a day, part by part, in USD/MWh.

On the price before fee and tax come the mining fee of the route's case and the tax on the bill;
where power must be bought at the auction, suppliers and the wholesale market are closed to miners.
"""

from dataclasses import replace
from datetime import date
from math import isnan, nan

from siteselect.criteria._charges import Charges, charges_on, fee_words, steps_met
from siteselect.criteria._drafts import Ask, Draft, drafts_of, told
from siteselect.criteria._transit import transit
from siteselect.economics.amount import Amount
from siteselect.economics.tariff import PriceStack, Step, all_in, with_vat
from siteselect.language import later, remembered, say
from siteselect.model.fact import Confidence
from siteselect.model.route import Route, RoutePart, unknown_route
from siteselect.model.sites import Offer, Vat
from siteselect.model.supply import OwnPower, RouteKind
from siteselect.packs.facts import Facts

ENERGY, ENERGY_AND_FEE = later("Energy"), later("Energy and mining fee")
FEE = later("Mining fee")
TAX = later("Tax on the bill")

_BY_AUCTION = frozenset({RouteKind.SUPPLIER, RouteKind.SUM, RouteKind.WHOLESALE})
"""What the auction closes; own contracts, imports and own plants stand apart from it."""
_TRUST = (Confidence.USER, Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)


@remembered(8192)
def routes_on(
    facts: Facts,
    jurisdiction: str,
    region: str,
    day: date,
    offer: Offer | None = None,
    own: OwnPower | None = None,
    *,
    off_map: bool = False,
    metered: bool = True,
) -> tuple[Route, ...]:
    """Return all routes of which anything is known; none where nothing is."""
    ask = Ask(facts, jurisdiction, region, day, off_map)
    drafts = list(drafts_of(ask, offer, own))
    through = transit(ask)
    if through is not None and all(kind is not RouteKind.IMPORT for kind, _ in drafts):
        drafts.append((RouteKind.IMPORT, through))
    return tuple(
        unknown_route(kind, draft)
        if isinstance(draft, str)
        else _assembled(facts, jurisdiction, day, kind, draft, metered=metered)
        for kind, draft in drafts
    )


@remembered(4096)
def _assembled(
    facts: Facts,
    jurisdiction: str,
    day: date,
    kind: RouteKind,
    draft: Draft,
    *,
    metered: bool = True,
) -> Route:
    """Return the route: fee and tax put on top, parts, notes and badges."""
    charges = charges_on(facts, jurisdiction, day, kind.fee_case(metered=metered))
    if kind.own_power:
        charges = replace(charges, tax=_doubtful(charges.tax))
    steps: tuple[Step, ...] = ()
    if not draft.holds_fee:
        steps = (Step(),) if charges.missing_rate else charges.steps
    stack = all_in(draft.energy, draft.grid, steps, charges.tax)
    parts = [_energy_part(draft, stack), *draft.parts]
    confidence, why = draft.confidence, draft.why_unknown
    if steps:
        part, fee_why = _fee_part(draft, stack, charges)
        parts.append(part)
        confidence = _least_sure(confidence, part.confidence or Confidence.LOW)
        why = why or fee_why
    if charges.tax_rules:
        parts.append(_tax_part(stack, charges, own=kind.own_power))
    notes = [*told(draft.notes), *([] if kind.own_power else _vat_note(draft, stack, charges))]
    badges, reason = [*draft.badges], ""
    if charges.auction is not None and kind in _BY_AUCTION:
        rule, confidence = charges.auction, Confidence.LOW
        reason = f"“{rule.text}” ({rule.source.reference})"
        notes.append(say("for reference only: {reason}", reason=reason))
        badges.append("reference")
    total = stack.total
    if kind.typed:
        confidence = Confidence.USER
        if not total.known:  # the user's own price stands, and what is missing is said
            total = Amount.exactly(total.low)
            notes.append(say("not in it: {why}", why=why))
            badges.append("without fee")
    badge = ", ".join(told(badges)) or ("low" if confidence is Confidence.LOW else "")
    return Route(
        kind,
        total.value,
        total.low,
        total.high,
        tuple(parts),
        lawful=not reason,
        reason=reason,
        source=draft.source,
        observed=draft.observed,
        confidence=confidence,
        note="; ".join(notes),
        badge=badge,
        why_unknown="" if total.known else why,
        stale=draft.stale,
        currency=draft.currency,
    )


def _energy_part(draft: Draft, stack: PriceStack) -> RoutePart:
    title = ENERGY_AND_FEE if draft.holds_fee else ENERGY
    energy = stack.energy
    value = energy.value if energy.known else energy.low
    if not energy.known and energy.low == 0:  # bought, at a price of which nothing is known
        value, energy = nan, Amount(nan, nan, nan)
    high = energy.high if isnan(draft.dearest) else draft.dearest
    return RoutePart(
        title,
        value,
        energy.low,
        high,
        draft.source,
        draft.observed,
        draft.confidence,
        draft.vat,
        "; ".join(told(draft.notes)),
        draft.rows,
    )


def _fee_part(draft: Draft, stack: PriceStack, charges: Charges) -> tuple[RoutePart, str]:
    """Return the fee, and why the price is unknown with it; "" where it is not."""
    floor = say("The price without it is at least {low:.1f} USD/MWh.", low=stack.total.low)
    if charges.missing_rate:
        why = say(
            "The mining fee cannot be turned into dollars. {missing_rate} {floor}",
            missing_rate=charges.missing_rate,
            floor=floor,
        )
        part = RoutePart(FEE, nan, nan, nan, charges.missing_rate, "", Confidence.LOW)
        return part, why
    price = draft.energy + draft.grid
    note, source, trust = fee_words(charges, price)
    fee, rows = stack.fee, steps_met(charges, price)
    part = RoutePart(
        FEE,
        fee.value,
        fee.low,
        fee.high,
        source,
        str(rows[0].validity),
        trust,
        None,
        _range(fee, note),
        tuple(row.id for row in rows),
    )
    if fee.known:
        return part, ""
    return part, say(
        "The mining fee of this day is not known ({source}). {floor}", source=source, floor=floor
    )


def _tax_part(stack: PriceStack, charges: Charges, *, own: bool) -> RoutePart:
    rules = charges.tax_rules
    shares = "; ".join(f"{rule.value:g} {rule.unit}" for rule in rules)
    note = (
        say("{shares}; reckoned on the price without them", shares=shares)
        if "incl." in shares
        else shares
    )
    if own:
        note += say("; whether it falls on power of one's own, which has no bill, is not known")
    tax = stack.tax
    return RoutePart(
        TAX,
        tax.value,
        tax.low,
        tax.high,
        "; ".join(str(rule.source) for rule in rules),
        str(rules[0].validity),
        rules[0].confidence,
        None,
        _range(tax, note),
        tuple(rule.id for rule in rules),
    )


def _vat_note(draft: Draft, stack: PriceStack, charges: Charges) -> list[str]:
    share = say("VAT of {share:.0f} %", share=100.0 * charges.vat)
    if draft.vat is Vat.NOT_STATED:
        return [say("VAT not stated, taken as not in it")]
    if draft.vat is Vat.INCLUDED:
        known = charges.vat > 0
        return [
            say("{share} taken out", share=share)
            if known
            else say("VAT in it, its share is not known")
        ]
    if charges.vat > 0 and stack.total.known:
        return [
            say(
                "without VAT; with {share} on energy {value:.1f} USD/MWh",
                share=share,
                value=with_vat(stack, charges.vat).value,
            )
        ]
    return [say("without VAT")]


def _doubtful(tax: Amount) -> Amount:
    """Return a share that may as well be nothing."""
    return Amount(tax.value, 0.0, tax.high)


def _range(amount: Amount, note: str) -> str:
    if amount.certain or not amount.known:
        return note
    return "; ".join(
        told((say("{low:.1f} to {high:.1f} USD/MWh", low=amount.low, high=amount.high), note))
    )


def _least_sure(first: Confidence, second: Confidence) -> Confidence:
    return max(first, second, key=_TRUST.index)
