"""The all-in price of power at a place on a day, in USD/MWh: its parts, and where each is from."""

from datetime import date
from functools import lru_cache
from math import nan

from siteselect.criteria._cells import Cell, title_of_code, unknown
from siteselect.criteria._charges import Charges, charges_on, fee_words
from siteselect.criteria._drafts import Ask, Draft, draft_of, told
from siteselect.economics.amount import Amount
from siteselect.economics.tariff import PriceStack, Step, all_in, with_vat
from siteselect.model.decision_matrix import Part, Provenance
from siteselect.model.fact import Confidence
from siteselect.model.sites import Offer, Vat
from siteselect.packs.facts import Facts

_TRUST = (Confidence.USER, Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)


@lru_cache(maxsize=8192)
def price_on(
    facts: Facts,
    jurisdiction: str,
    region: str,
    day: date,
    offer: Offer | None = None,
    *,
    off_map: bool = False,
) -> Cell:
    """Return the all-in price at a place; unknown with its floor, or with the reason why."""
    charges = charges_on(facts, jurisdiction, day)
    draft = draft_of(Ask(facts, jurisdiction, region, day, off_map), offer, charges)
    if draft is None:
        place = f"{region or jurisdiction} ({title_of_code(facts.manifest, jurisdiction)})"
        return unknown(f"No price of power for industry or miners is known for {place} on {day}.")
    return unknown(draft) if isinstance(draft, str) else _assembled(draft, charges)


def _assembled(draft: Draft, charges: Charges) -> Cell:
    """Return the cell: fee and tax put on top, parts, notes and badges."""
    steps: tuple[Step, ...] = ()
    if not draft.holds_fee:
        steps = (Step(),) if charges.missing_rate else charges.steps
    stack = all_in(draft.energy, draft.grid, steps, charges.tax)
    energy = stack.energy.value if stack.energy.known else stack.energy.low
    title = "Energy and mining fee" if draft.holds_fee else "Energy"
    parts = [Part(title, energy, "; ".join(told(draft.notes)), draft.source), *draft.parts]
    confidence, why = draft.confidence, draft.why_unknown
    if steps:
        part, trust, fee_why = _fee(draft, stack, charges)
        parts.append(part)
        confidence, why = _least_sure(confidence, trust), why or fee_why
    if charges.tax_rules:
        parts.append(_tax_part(stack, charges))
    notes, badges = [*told(draft.notes), *_vat_note(draft, stack, charges)], [*draft.badges]
    if charges.auction is not None and draft.closed_by_auction:
        rule, confidence = charges.auction, Confidence.LOW
        notes.append(f"for reference only: “{rule.text}” ({rule.source.reference})")
        badges.append("reference")
    total = stack.total
    if draft.confidence is Confidence.USER:
        confidence = Confidence.USER
        if not total.known:  # the user's own price stands, and what is missing is said
            total = Amount.exactly(stack.total.low)
            notes.append(f"not in it: {why}")
            badges.append("without fee")
    badge = ", ".join(told(badges)) or ("low" if confidence is Confidence.LOW else "")
    source, note = draft.source, "; ".join(notes)
    if not total.known:
        source, note = why, "; ".join([*notes, draft.source])
    return Cell(total, Provenance(source, draft.observed, confidence, note, badge, tuple(parts)))


def _fee(draft: Draft, stack: PriceStack, charges: Charges) -> tuple[Part, Confidence, str]:
    """Return the part, how sure it is, and why the price is unknown with it; "" where it is not."""
    floor = f"The price without it is at least {stack.total.low:.1f} USD/MWh."
    if charges.missing_rate:
        why = f"The mining fee cannot be turned into dollars. {charges.missing_rate} {floor}"
        return Part("Mining fee", nan, charges.missing_rate), Confidence.LOW, why
    note, source, trust = fee_words(charges, draft.energy + draft.grid)
    part = Part("Mining fee", stack.fee.value, _range(stack.fee, note), source)
    if stack.fee.known:
        return part, trust, ""
    return part, trust, f"The mining fee of this day is not known ({source}). {floor}"


def _vat_note(draft: Draft, stack: PriceStack, charges: Charges) -> list[str]:
    share = f"VAT of {charges.vat:.0%}".replace("%", " %")
    if draft.vat is Vat.NOT_STATED:
        return ["VAT not stated, taken as not in it"]
    if draft.vat is Vat.INCLUDED:
        known = charges.vat > 0
        return [f"{share} taken out" if known else "VAT in it, its share is not known"]
    if charges.vat > 0 and stack.total.known:
        return [f"without VAT; with {share} on energy {with_vat(stack, charges.vat).value:.1f}"]
    return ["without VAT"]


def _tax_part(stack: PriceStack, charges: Charges) -> Part:
    shares = "; ".join(f"{rule.value:g} {rule.unit}" for rule in charges.tax_rules)
    note = f"{shares}; reckoned on the price without them" if "incl." in shares else shares
    source = "; ".join(str(rule.source) for rule in charges.tax_rules)
    return Part("Tax on the bill", stack.tax.value, _range(stack.tax, note), source)


def _range(amount: Amount, note: str) -> str:
    if amount.certain or not amount.known:
        return note
    return "; ".join(told((f"{amount.low:.1f} to {amount.high:.1f}", note)))


def _least_sure(first: Confidence, second: Confidence) -> Confidence:
    return max(first, second, key=_TRUST.index)
