"""Which facts made the difference for a site between two days: law, route, price, fee, tax."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import isnan, nan

from siteselect.criteria._routes import FEE, TAX
from siteselect.language import say
from siteselect.model.badge import part_words
from siteselect.model.route import Route, RoutePart
from siteselect.model.sites import Site
from siteselect.packs.facts import Facts
from siteselect.packs.law import LegalStatus, legal_status
from siteselect.packs.pack import Pack
from siteselect.packs.rates import rate_on
from siteselect.packs.rows import Rule, Tariff
from siteselect.project.routes import routes


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact that differs between two days, and what it changes."""

    subject: str
    """law, route, price, exchange rate, grid, mining fee or tax."""
    text: str
    rows: tuple[str, ...]
    """Ids of the facts behind it, the later ones last."""
    change: float = nan
    """In USD/MWh; NaN where it cannot be told in money."""


def differences(pack: Pack, site: Site, before: date, after: date) -> tuple[Difference, ...]:
    """Return what differs for one site, the weightiest first.

    A change of what is lawful comes first, then whether a price is known at all, then changes of
    the price by their size, last the rules that came or went without changing the verdict.
    """
    facts = pack.facts
    law = (legal_status(facts, site.country, before), legal_status(facts, site.country, after))
    old, new = (_first(routes(pack, site, day)) for day in (before, after))
    found = [*_prices(facts, old, new, (before, after))]
    found.sort(key=lambda each: -abs(each.change) if not isnan(each.change) else float("-inf"))
    leading = [*_verdict(*law)]
    return (*leading, *found, *([] if leading else _rules(*law)))


def _first(found: tuple[Route, ...]) -> Route | None:
    return found[0] if found else None


def _verdict(old: LegalStatus, new: LegalStatus) -> Iterator[Difference]:
    if old.verdict is not new.verdict:
        rules = new.rules[:1] or old.rules[:1]
        why = f": {_quote(rules[0])}" if rules else ""
        if not new.rules:
            why = f": {say('no rule holds any more; before {rule}', rule=_quote(rules[0]))}"
        text = say(
            "{old} becomes {new}{why}",
            old=say(old.verdict.value),
            new=say(new.verdict.value),
            why=why,
        )
        yield Difference("law", text, tuple(rule.id for rule in rules))


def _rules(old: LegalStatus, new: LegalStatus) -> Iterator[Difference]:
    gone = [rule for rule in old.rules if rule not in new.rules]
    come = [rule for rule in new.rules if rule not in old.rules]
    pieces = [say("now {rule}", rule=_quote(rule)) for rule in come] + [
        say("no more {rule}", rule=_quote(rule)) for rule in gone
    ]
    if pieces:
        yield Difference("law", "; ".join(pieces), tuple(rule.id for rule in (*gone, *come)))


def _prices(
    facts: Facts, old: Route | None, new: Route | None, days: tuple[date, date]
) -> Iterator[Difference]:
    if old is None or new is None:
        if new is not None:
            yield Difference("price", say("something is known: {new}", new=_told(new)), _rows(new))
        elif old is not None:
            yield Difference(
                "price", say("nothing is known any more; before {old}", old=_told(old)), _rows(old)
            )
        return
    if old.known != new.known:
        told = _told(new)
        text = (
            say("the price becomes known: {told}", told=told)
            if new.known
            else say("the price is no longer known: {told}", told=told)
        )
        yield Difference("price", text, (*_rows(old), *_rows(new)))
    elif old.kind is not new.kind:
        yield _route(old, new)
    if old.kind is not new.kind:
        return
    if old.lawful != new.lawful:
        title = new.title.lower()
        text = (
            say("the route {title} is closed: {reason}", title=title, reason=new.reason)
            if new.reason
            else say("the route {title} is open again", title=title)
        )
        yield Difference("route", text, ())
    yield from _parts(facts, old, new, days)


def _route(old: Route, new: Route) -> Difference:
    change = new.value - old.value
    text = say(
        "{old} gives way to {new}: {told}",
        old=old.title.lower(),
        new=new.title.lower(),
        told=_told(new),
    )
    return Difference("route", text, (*_rows(old), *_rows(new)), change)


def _parts(facts: Facts, old: Route, new: Route, days: tuple[date, date]) -> Iterator[Difference]:
    yield from _energy(facts, old.parts[0], new.parts[0], days) if old.parts and new.parts else ()
    subjects = {FEE: "mining fee", TAX: "tax"}
    titles = dict.fromkeys(part.title for part in (*old.parts[1:], *new.parts[1:]))
    for title in titles:
        first, last = old.part(title), new.part(title)
        rows = (_ids(first), _ids(last))
        if rows[0] == rows[1] or not any(rows):
            continue
        change = (last.value if last else 0.0) - (first.value if first else 0.0)
        text = say(
            "{part} {old} becomes {new}",
            part=part_words(title).lower(),
            old=_part_words(first) if first else say("none"),
            new=_part_words(last) if last else say("none"),
        )
        yield Difference(subjects.get(title, "grid"), text, (*rows[0], *rows[1]), change)


def _energy(
    facts: Facts, old: RoutePart, new: RoutePart, days: tuple[date, date]
) -> Iterator[Difference]:
    first, last = _tariff(facts, old), _tariff(facts, new)
    change = new.value - old.value
    if first is None or last is None or first.currency != last.currency:
        if change and not isnan(change):
            rows = (*_ids(old), *_ids(new))
            yield Difference(
                "price",
                say("{old} becomes {new}", old=_part_words(old), new=_part_words(new)),
                rows,
                change,
            )
        return
    rates = [rate_on(facts, first.currency, day) for day in days]
    if rates[0] is None or rates[1] is None:
        return
    units = (rates[0].units_per_usd, rates[1].units_per_usd)
    by_rate = old.value * (units[0] / units[1] - 1.0)
    if _said(first) != _said(last):
        text = say(
            "{first} gives way to {last}", first=_price_words(first), last=_price_words(last)
        )
        yield Difference("price", text, (first.id, last.id), change - by_rate)
    if units[0] != units[1]:
        text = say(
            "{before:g} {currency} a US dollar becomes {after:g}",
            before=units[0],
            currency=first.currency,
            after=units[1],
        )
        ids = tuple(each.rate.id for each in rates if each and each.rate)
        yield Difference("exchange rate", text, ids, by_rate)


def _tariff(facts: Facts, part: RoutePart) -> Tariff | None:
    ids = _ids(part)
    return next((row for row in facts.tariffs if ids and row.id == ids[0]), None)


def _ids(part: RoutePart | None) -> tuple[str, ...]:
    return part.rows if part else ()


def _rows(route: Route) -> tuple[str, ...]:
    return route.parts[0].rows[:1] if route.parts else ()


def _told(route: Route) -> str:
    if route.known:
        return say(
            "{value:.1f} USD/MWh ({rows})",
            value=route.value,
            rows=", ".join(_rows(route)) or route.source,
        )
    return route.why_unknown


def _part_words(part: RoutePart) -> str:
    value = say("unknown") if isnan(part.value) else say("{value:.1f} USD/MWh", value=part.value)
    return f"{value} ({', '.join(part.rows)})" if part.rows else value


def _price_words(row: Tariff) -> str:
    high = "" if isnan(row.price_high) else say(" to {high:g}", high=row.price_high)
    return f"{row.id} ({row.price:g}{high} {row.currency}/kWh)"


def _said(row: Tariff) -> tuple[float, float | None]:
    return row.price, None if isnan(row.price_high) else row.price_high


def _quote(rule: Rule) -> str:
    return say(
        "“{rule}” ({id}, since {start})",
        rule=rule.text.rstrip(". "),
        id=rule.id,
        start=rule.validity.start,
    )
