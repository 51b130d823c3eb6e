"""Where facts that hold on one day do not agree: shown as a conflict, whatever leads."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from math import isnan

from siteselect.criteria._quotes import ROUTES, best_quotes
from siteselect.language import remembered, say
from siteselect.model.event import Conflict, Statement
from siteselect.packs.facts import Facts
from siteselect.packs.law import rules_on
from siteselect.packs.pack import Pack
from siteselect.packs.rows import Effect, Rate, Rule, Status, Tariff


@remembered(256)
def conflicts(pack: Pack, day: date) -> tuple[Conflict, ...]:
    """Return every conflict of the day: rules, open questions of the law, prices, rates."""
    facts = pack.facts
    places = [(code, "") for code in pack.manifest.jurisdictions]
    if pack.has_layer("regions"):
        frame = pack.layer("regions")
        places += list(zip(frame["jurisdiction"], frame["code"], strict=True))
    found: dict[tuple[str, ...], Conflict] = {}
    for each in (*_rules(facts, day), *_prices(facts, places, day), *_rates(facts, day)):
        found.setdefault(each.rows, each)
    return tuple(found.values())


def _rules(facts: Facts, day: date) -> Iterator[Conflict]:
    for code in facts.manifest.jurisdictions:
        groups: defaultdict[tuple[str, str, str], list[Rule]] = defaultdict(list)
        for rule in rules_on(facts, code, day):
            if rule.jurisdiction != code:
                continue  # told where it was made
            if rule.status is Status.UNKNOWN and rule.effect is Effect.UNKNOWN:
                told = replace(_of_rule(rule), words=say("not known: {rule}", rule=rule.text))
                yield Conflict(code, f"{rule.kind}, {rule.unit}", (told,))
            elif rule.status is Status.IN_FORCE:
                groups[rule.kind, rule.area, rule.unit].append(rule)
        for (kind, _, unit), rules in groups.items():
            if len({(rule.effect, _number(rule.value)) for rule in rules}) > 1:
                rules.sort(key=lambda rule: rule.validity.start or date.min, reverse=True)
                subject = f"{kind}, {unit}" if unit else kind
                yield Conflict(code, subject, tuple(_of_rule(rule) for rule in rules))


def _prices(facts: Facts, places: list[tuple[str, str]], day: date) -> Iterator[Conflict]:
    for code, region in places:
        for route in ROUTES:
            rows = [each.tariff for each in best_quotes(facts, code, region, day, (route,))]
            said = {(row.price, _number(row.price_high), row.currency) for row in rows}
            if len(said) > 1:
                where = region if any(row.regions for row in rows) else code
                subject = f"{route.value} in {where}"
                yield Conflict(code, subject, tuple(_of_price(row) for row in rows))


def _rates(facts: Facts, day: date) -> Iterator[Conflict]:
    for code, place in facts.manifest.jurisdictions.items():
        rows = [row for row in facts.rates_of(place.currency) if row.validity.holds(day)]
        for first in rows:
            same = [row for row in rows if row.validity == first.validity]
            if len({row.units_per_usd for row in same}) > 1:
                subject = say(
                    "{currency} for one US dollar, {validity}",
                    currency=place.currency,
                    validity=first.validity,
                )
                yield Conflict(code, subject, tuple(_of_rate(row) for row in same))


def _of_rule(rule: Rule) -> Statement:
    value = "" if isnan(rule.value) else f"{rule.value:g} {rule.unit}, "
    return _statement(rule, f"{value}{rule.text}", rule.date_note)


def _of_price(row: Tariff) -> Statement:
    high = "" if isnan(row.price_high) else say(" to {high:g}", high=row.price_high)
    whose = ", ".join(each for each in (row.supplier, row.consumer_class) if each)
    words = f"{row.price:g}{high} {row.currency}/kWh"
    return _statement(row, f"{words}, {whose}" if whose else words, row.note)


def _of_rate(row: Rate) -> Statement:
    return _statement(row, f"{row.units_per_usd:g}", row.note)


def _statement(row: Rule | Tariff | Rate, words: str, note: str) -> Statement:
    return Statement(row.id, words, row.source.text, str(row.validity), note)


def _number(value: float) -> float | None:
    """Return a number that equals itself: None where it is not known."""
    return None if isnan(value) else value
