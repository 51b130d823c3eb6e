"""What the law says of mining on a day: the rules in force, and the verdict they give together.

A ban lasts until its end or until a later row of the same jurisdiction lifts it. An announcement
makes a place conditional, never more; drafts and events decide nothing. The worst effect decides,
and the text names all. Rules of the parent hold too. A rule for a part of a jurisdiction is told
but does not decide: there is no polygon that says which sites it means.
"""

from dataclasses import dataclass
from datetime import date

from siteselect.language import later, remembered, say
from siteselect.model.gate import Verdict
from siteselect.packs.facts import Facts
from siteselect.packs.rows import Effect, Rule, Status

_VERDICTS = {
    Effect.LAWFUL: Verdict.PASS,
    Effect.CONDITIONAL: Verdict.CONDITIONAL,
    Effect.FAIL: Verdict.FAIL,
}
_SEVERITY = {Verdict.FAIL: 0, Verdict.CONDITIONAL: 1, Verdict.PASS: 2, Verdict.UNKNOWN: 3}
_OPENINGS = {
    Verdict.FAIL: later("Mining is not lawful"),
    Verdict.CONDITIONAL: later("Mining is lawful under conditions"),
    Verdict.PASS: later("Mining is lawful"),
}


@dataclass(frozen=True, slots=True)
class LegalStatus:
    """Whether mining is lawful in a jurisdiction on a day, and why."""

    verdict: Verdict
    text: str
    """The deciding rules in their own words, then what else holds; for UNKNOWN, why."""
    rules: tuple[Rule, ...]
    """The rules that the verdict stands on, the deciding ones first; empty for UNKNOWN."""

    @property
    def source(self) -> str:
        """The sources of the deciding rules: "R21: news article ..."."""
        deciding = (rule for rule in self.rules if _verdict(rule) is self.verdict)
        return "; ".join(str(rule.source) for rule in deciding)


def rules_on(facts: Facts, jurisdiction: str, day: date) -> tuple[Rule, ...]:
    """Return all rules that hold on `day`, those of parents too, the jurisdiction's own first.

    Announcements, drafts and events are among them, told apart by their status.
    """
    return tuple(
        rule
        for code in facts.lineage(jurisdiction)
        for rule in facts.rules_of(code)
        if rule.validity.holds(day) and not _lifted(rule, facts.rules_of(code), day)
    )


def legal_status(facts: Facts, jurisdiction: str, day: date) -> LegalStatus:
    """Return whether mining is lawful in `jurisdiction` on `day`."""
    return _legal_status(facts, jurisdiction, day)


@remembered(2048)
def _legal_status(facts: Facts, jurisdiction: str, day: date) -> LegalStatus:
    held = rules_on(facts, jurisdiction, day)
    counted = [(_verdict(rule), rule) for rule in held if not rule.area]
    speaking = [(verdict, rule) for verdict, rule in counted if verdict is not Verdict.UNKNOWN]
    speaking.sort(key=lambda each: _SEVERITY[each[0]])
    aside = _aside(held)
    if not speaking:
        text = say(
            "No rule of the pack says whether mining was lawful in {jurisdiction} on {day}.",
            jurisdiction=jurisdiction,
            day=day,
        )
        return LegalStatus(Verdict.UNKNOWN, " ".join((text, *aside)), ())
    verdict = speaking[0][0]
    deciding = [rule for each, rule in speaking if each is verdict]
    lesser = [rule for each, rule in speaking if each is not verdict]
    opening = say(_OPENINGS[verdict])
    if all(rule.status is Status.ANNOUNCED for rule in deciding):
        opening = say("A change is announced, not yet in force")
    pieces = [f"{opening}: {'; '.join(_quote(rule) for rule in deciding)}."]
    if lesser:
        pieces.append(
            say("Also holds: {lesser}.", lesser="; ".join(_quote(rule) for rule in lesser))
        )
    return LegalStatus(verdict, " ".join((*pieces, *aside)), (*deciding, *lesser))


def _verdict(rule: Rule) -> Verdict:
    """Return what one rule says by itself; UNKNOWN when it says nothing of lawfulness."""
    if rule.status is Status.IN_FORCE:
        return _VERDICTS.get(rule.effect, Verdict.UNKNOWN)
    worse = rule.effect in {Effect.CONDITIONAL, Effect.FAIL}
    if rule.status is Status.ANNOUNCED and worse:
        return Verdict.CONDITIONAL
    return Verdict.UNKNOWN


def _lifted(rule: Rule, among: tuple[Rule, ...], day: date) -> bool:
    """Return whether a ban without an end was lifted by a later row on the same matter."""
    start = rule.validity.start
    if rule.effect is not Effect.FAIL or rule.validity.end is not None or start is None:
        return False
    return any(
        later.status is Status.IN_FORCE
        and later.effect in {Effect.LAWFUL, Effect.CONDITIONAL}
        and (later.kind, later.area) == (rule.kind, rule.area)
        and later.validity.start is not None
        and start < later.validity.start <= day
        for later in among
    )


def _aside(held: tuple[Rule, ...]) -> list[str]:
    """Return sentences on what holds beside the verdict: parts of the land, what is not known."""
    parts = [rule for rule in held if rule.area and _verdict(rule) is not Verdict.UNKNOWN]
    open_questions = [rule for rule in held if rule.effect is Effect.UNKNOWN]
    told = [say("In {area} only: {rule}.", area=rule.area, rule=_quote(rule)) for rule in parts]
    return told + [say("Not known: {rule}.", rule=_quote(rule)) for rule in open_questions]


def _quote(rule: Rule) -> str:
    text = rule.text.rstrip(". ")
    start, end = rule.validity.start, rule.validity.end
    days = (
        say("from {start} to {end}", start=start, end=end)
        if end
        else say("since {start}", start=start)
    )
    note = f"; {rule.date_note}" if rule.date_note else ""
    return f"“{text}” ({rule.id}, {rule.jurisdiction}, {days}{note})"
