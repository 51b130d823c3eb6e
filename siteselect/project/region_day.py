"""What held in every region of a pack on one day: price and law, and one line for the time line."""

from dataclasses import replace
from datetime import date

from siteselect.criteria._prices import price_on
from siteselect.language import later, remembered, say, say_name
from siteselect.model.gate import Verdict
from siteselect.model.region_day import RegionDay, RegionState
from siteselect.model.study import Study
from siteselect.packs.law import LegalStatus, legal_status
from siteselect.packs.pack import Pack
from siteselect.packs.rows import Effect, Rule, Status

_CONDITIONS = {
    "licence": later("licence"),
    "quota": later("power by quota"),
    "notice": later("registration"),
    "cut": later("seasonal cuts"),
    "tariff": later("mining tariff"),
}
"""Conditions in two words, by kind of rule, the weightiest first; other kinds are "conditions"."""

_URGENCY = (Verdict.FAIL, Verdict.CONDITIONAL, Verdict.PASS, Verdict.UNKNOWN)


@remembered(512)
def region_day(pack: Pack, day: date) -> RegionDay:
    """Return price and law of every region on `day`."""
    if not pack.has_layer("regions"):
        return RegionDay(day, (), say("The pack draws no regions."))
    frame, facts = pack.layer("regions"), pack.facts
    rows = zip(frame["code"], frame["name"], frame["jurisdiction"], strict=True)
    states = []
    for code, name, jurisdiction in rows:
        cell, law = price_on(facts, jurisdiction, code, day), legal_status(facts, jurisdiction, day)
        amount, provenance = cell.amount, cell.provenance
        states.append(
            RegionState(
                code,
                name,
                jurisdiction,
                amount.value,
                amount.low,
                amount.high,
                provenance.badge,
                provenance.note,
                provenance.source,
                law.verdict,
                law.text,
            )
        )
    return RegionDay(day, tuple(states), _headline(pack, {s.jurisdiction for s in states}, day))


def study_day(pack: Pack, study: Study) -> RegionDay:
    """Return price and law of every region on the day of a study, in the study's colours."""
    return replace(region_day(pack, study.context.as_of), tint=study.tint)


def _headline(pack: Pack, jurisdictions: set[str], day: date) -> str:
    told = []
    for code in pack.manifest.jurisdictions:  # in the order of the manifest
        if code in jurisdictions:
            law = legal_status(pack.facts, code, day)
            announced = bool(law.rules) and law.rules[0].status is Status.ANNOUNCED
            words = f"{say_name(pack.manifest.jurisdictions[code].title)}: {law_in_brief(law)}"
            told.append(((_URGENCY.index(law.verdict), not announced), words))
    return " · ".join(words for _, words in sorted(told, key=lambda each: each[0]))


def law_in_brief(law: LegalStatus) -> str:
    """Return the law of a day in a few words: "mining suspended", "licence, power by quota"."""
    if law.verdict is Verdict.UNKNOWN:
        return say("no rule known")
    if law.verdict is Verdict.PASS:
        return say("mining lawful")
    first = law.rules[0]
    if law.verdict is Verdict.FAIL:
        return _stop_in_brief(first)
    if first.status is Status.ANNOUNCED:
        return (
            say("crackdown announced")
            if first.kind == "status"
            else say("{kind} announced", kind=first.kind)
        )
    rules = {rule.kind: rule for rule in law.rules if rule.effect is Effect.CONDITIONAL}
    words = [say(words) for kind, words in _CONDITIONS.items() if kind in rules]
    if "notice" in rules and "ministry" in rules["notice"].text:
        registered = say(_CONDITIONS["notice"])
        words = [say("notice to the ministry") if each == registered else each for each in words]
    return ", ".join(words[:2]) or say("under conditions")


def _stop_in_brief(rule: Rule) -> str:
    if rule.kind == "cut":
        return say("power cut off")
    return say("mining suspended") if rule.validity.end else say("mining stopped")
