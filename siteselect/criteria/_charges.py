"""What the law puts on a price of power on a day: exchange rate, mining fee, taxes, closed routes.

Amounts are turned into US dollars per MWh at the rate of the day.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from math import inf, isnan, nan

from siteselect.economics.amount import Amount
from siteselect.economics.tariff import NONE, Step, usd_per_mwh
from siteselect.language import say
from siteselect.model.fact import Confidence
from siteselect.packs.facts import Facts
from siteselect.packs.law import rules_on
from siteselect.packs.prices import fees_on
from siteselect.packs.rates import RateOnDay, rate_on
from siteselect.packs.rows import Effect, FeeStep, Rule, Status

BILL_UNIT = "% of the power bill"
VAT_UNIT = "% VAT"
LOSS_UNIT = "% losses"
GRID = "grid"
"""The case of the mining fee for all power that is bought."""


@dataclass(frozen=True, slots=True)
class Charges:
    """What comes on top of a price in one jurisdiction on one day."""

    steps: tuple[Step, ...]
    """Steps of the mining fee, in US dollars per MWh, thresholds too."""
    fee_rows: tuple[FeeStep, ...]
    """The rows of these steps, in the same order."""
    missing_rate: str
    """Why the fee cannot be turned into dollars; empty where it can."""
    tax: Amount
    """Tax on the bill, as a share of it."""
    tax_rules: tuple[Rule, ...]
    vat: float
    """Value added tax as a share; 0 where no rule tells it."""
    vat_rule: Rule | None
    auction: Rule | None
    """The rule that closes suppliers and the wholesale market to miners."""
    loss_rule: Rule | None = None
    """The rule that tells how much of the energy is lost on the way; mostly not known."""


@lru_cache(maxsize=1024)
def charges_on(facts: Facts, jurisdiction: str, day: date, case: str = GRID) -> Charges:
    """Return what the rules in force put on a price, the mining fee for one case of it."""
    in_force = [
        rule for rule in rules_on(facts, jurisdiction, day) if rule.status is Status.IN_FORCE
    ]
    taxes = [rule for rule in in_force if rule.kind == "tax" and rule.effect is Effect.COST]
    on_bill = _newest_first([rule for rule in taxes if rule.unit.startswith(BILL_UNIT)])
    vat = _newest_first([rule for rule in taxes if rule.unit.startswith(VAT_UNIT)])
    quotas = [
        rule for rule in in_force if rule.kind == "quota" and rule.effect is Effect.CONDITIONAL
    ]
    losses = _newest_first([rule for rule in in_force if rule.unit.startswith(LOSS_UNIT)])
    steps, rows, missing = _fee_steps(facts, jurisdiction, day, case)
    shares = [Amount.exactly(rule.value / 100.0) for rule in on_bill]
    return Charges(
        steps,
        rows,
        missing,
        shares[0].spanning(*shares[1:]) if shares else NONE,
        tuple(on_bill),
        vat[0].value / 100.0 if vat else 0.0,
        vat[0] if vat else None,
        quotas[0] if quotas else None,
        losses[0] if losses else None,
    )


def in_dollars(
    facts: Facts, amount: Amount, currency: str, day: date
) -> tuple[Amount, RateOnDay] | None:
    """Return a price per kWh in US dollars per MWh, and the rate; None where no rate is known."""
    rate = rate_on(facts, currency, day)
    return None if rate is None else (amount.times(usd_per_mwh(rate.units_per_usd)), rate)


def rate_words(rate: RateOnDay) -> str:
    """Return the rate in words; empty for US dollars."""
    if rate.rate is None:
        return ""
    return say(
        "at {units:g} {currency} a US dollar ({note})",
        units=rate.units_per_usd,
        currency=rate.rate.currency,
        note=rate.note,
    )


def no_rate(currency: str, day: date) -> str:
    """Return why a price cannot be turned into dollars."""
    return say(
        "No exchange rate of {currency} is known for {day}, nor for the 12 months before.",
        currency=currency,
        day=day,
    )


def fee_words(charges: Charges, price: Amount) -> tuple[str, str, Confidence]:
    """Return note, source and confidence of the fee steps that a price in USD/MWh touches."""
    rows = steps_met(charges, price)
    unseen = any(row.status is Status.UNKNOWN or isnan(row.fee) for row in rows)
    notes = dict.fromkeys(row.note for row in rows if row.note and unseen)
    sources = dict.fromkeys(row.source.text for row in rows)
    ids = ", ".join(row.id for row in rows)
    low = any(row.confidence is Confidence.LOW for row in rows)
    confidence = Confidence.LOW if low else rows[0].confidence
    return "; ".join(notes), f"{ids}: {'; '.join(sources)}", confidence


def steps_met(charges: Charges, price: Amount) -> tuple[FeeStep, ...]:
    """Return the rows of the fee that a price in USD/MWh touches; all where it touches none."""
    pairs = zip(charges.steps, charges.fee_rows, strict=True)
    return tuple(row for step, row in pairs if step.meets(price)) or charges.fee_rows


def _fee_steps(
    facts: Facts, jurisdiction: str, day: date, case: str
) -> tuple[tuple[Step, ...], tuple[FeeStep, ...], str]:
    unseen = say("no step is known for the case {case}", case=say(case))
    steps, rows = [], fees_on(facts, jurisdiction, day, case)
    if not rows:  # a fee is due for power that is bought: for this case it is not known
        bought = fees_on(facts, jurisdiction, day)[:1]
        rows = tuple(
            replace(row, case=case, price_from=-inf, price_to=inf, fee=nan, fee_high=nan,
                    status=Status.UNKNOWN, note=unseen)
            for row in bought
        )  # fmt: skip
    for row in rows:
        rate = rate_on(facts, row.currency, day)
        if rate is None:
            return (), (), no_rate(row.currency, day)
        factor = usd_per_mwh(rate.units_per_usd)
        ends = (row.price_from, row.price_to, row.fee, row.fee_high)
        steps.append(Step(*(each * factor for each in ends)))
    return tuple(steps), rows, ""


def _newest_first(rules: list[Rule]) -> list[Rule]:
    return sorted(rules, key=lambda rule: rule.validity.start or date.min, reverse=True)
