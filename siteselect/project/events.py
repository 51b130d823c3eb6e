"""The marks of the time line, read from the rules: what began or ended, where, and how grave."""

from collections.abc import Iterator
from datetime import timedelta

from siteselect.language import remembered, say
from siteselect.model.event import Event, Severity
from siteselect.model.fact import Confidence
from siteselect.packs.pack import Pack
from siteselect.packs.rows import Effect, Rule, Status

_IN_FORCE = {
    Effect.FAIL: Severity.STOP,
    Effect.CONDITIONAL: Severity.CONDITION,
    Effect.LAWFUL: Severity.RELIEF,
    Effect.COST: Severity.COST,
    Effect.RISK: Severity.RISK,
}
_ENDS = {Effect.FAIL: Severity.RELIEF, Effect.COST: Severity.NOTE}
"""Of the ends only those of bans and of costs are marked: other rules give way to new ones."""


@remembered(16)
def events(pack: Pack) -> tuple[Event, ...]:
    """Return every event of the pack's rules, by day, the graver of one day first."""
    order = list(Severity)
    found = [event for rule in pack.facts.rules for event in _of(rule)]
    return tuple(sorted(found, key=lambda each: (each.day, order.index(each.severity), each.row)))


def _of(rule: Rule) -> Iterator[Event]:
    start, end = rule.validity.start, rule.validity.end
    yours = rule.confidence is Confidence.USER
    said = (rule.text, str(rule.source))
    if start is not None:
        place = (start, rule.jurisdiction, rule.kind)
        yield Event(*place, *said, _severity(rule), rule.id, yours=yours)
    if start is not None and end is not None and rule.effect in _ENDS and _binds(rule):
        place = (end + timedelta(days=1), rule.jurisdiction, rule.kind)
        text = say("Ended: {rule}", rule=rule.text)
        yield Event(*place, text, said[1], _ENDS[rule.effect], rule.id, ends=True, yours=yours)


def _severity(rule: Rule) -> Severity:
    if rule.status is Status.ANNOUNCED:
        return Severity.ANNOUNCED
    if rule.status is Status.EVENT:
        return Severity.RISK if rule.effect is Effect.RISK else Severity.NOTE
    return _IN_FORCE.get(rule.effect, Severity.NOTE) if _binds(rule) else Severity.NOTE


def _binds(rule: Rule) -> bool:
    return rule.status is Status.IN_FORCE
