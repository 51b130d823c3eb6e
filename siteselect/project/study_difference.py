"""What two states of a study decide otherwise, in short phrases a person can check."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from siteselect.criteria import MEASURES
from siteselect.language import say, say_count
from siteselect.mcda.methods import METHODS
from siteselect.mcda.scenario_difference import ScenarioDifference, scenario_difference
from siteselect.model.scenario import Scenario
from siteselect.model.study import Study

_NAMED = 4
"""So many names are told; of the others their number."""
_TOLD = {"title", "pack", "context", "candidates", "scenarios", "active", "measures", "facts",
         "layers", "bookmarks", "tint"}  # fmt: skip


def study_difference(before: Study, after: Study) -> tuple[str, ...]:
    """Return what `after` decides otherwise than `before`, one phrase a matter; none when alike."""
    return tuple(_found(before, after))


def _found(before: Study, after: Study) -> Iterator[str]:
    if before.title != after.title:
        yield say("Title: {before} becomes {after}", before=before.title, after=after.title)
    if before.pack != after.pack:
        yield say("Pack: {before} becomes {after}", before=before.pack, after=after.pack)
    if before.context.as_of != after.context.as_of:
        yield say(
            "Day: {before} becomes {after}",
            before=before.context.as_of,
            after=after.context.as_of,
        )
    if before.context.load_mw != after.context.load_mw:
        yield say(
            "Load: {before:g} MW becomes {after:g} MW",
            before=before.context.load_mw,
            after=after.context.load_mw,
        )
    if before.context.money != after.context.money:
        yield say("Money: other assumptions")
    sites = ({each.name: each for each in study.candidates} for study in (before, after))
    yield from _lists("site", *sites)
    scenarios = ({each.name: each for each in study.scenarios} for study in (before, after))
    yield from _scenarios(before, after, *scenarios)
    own = ({each.title: each for each in study.measures} for study in (before, after))
    yield from _lists("own measure", *own)
    facts = (
        {f"{each.id} ({each.table.value})": each for each in study.facts}
        for study in (before, after)
    )
    yield from _lists("own fact", *facts)
    layers = ({each.title: each for each in study.layers} for study in (before, after))
    yield from _lists("own layer", *layers)
    marks = ({each.name: each for each in study.bookmarks} for study in (before, after))
    yield from _lists("bookmark", *marks)
    if before.tint != after.tint:
        yield say("Colours of prices on the map: others")
    for field in fields(Study):
        if field.name not in _TOLD and getattr(before, field.name) != getattr(after, field.name):
            counts = [
                len(value) if isinstance(value := getattr(study, field.name), tuple) else 0
                for study in (before, after)
            ]
            many = f" ({counts[0]} → {counts[1]})" if counts[0] != counts[1] else ""
            yield f"{field.name.replace('_', ' ').capitalize()} changed{many}"
    kept = {each.name for each in after.scenarios}
    if before.active != after.active and before.active in kept:
        yield say("At work: {after} in place of {before}", after=after.active, before=before.active)


def _lists(kind: str, before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[str]:
    added = [name for name in after if name not in before]
    gone = [name for name in before if name not in after]
    changed = [name for name in after if name in before and before[name] != after[name]]
    for names, word in ((added, "added"), (gone, "removed"), (changed, "changed")):
        if names:
            yield f"{_counted(kind, word, len(names))}: {_names(names)}"
    if not (added or gone) and list(before) != list(after):
        yield say("Another order: {kind}", kind=say(kind))


def _counted(kind: str, word: str, count: int) -> str:
    """Return how many came, went or changed, in a whole phrase: languages differ in all of it."""
    return {
        ("site", "added"): say_count("{count} site added", "{count} sites added", count),
        ("site", "removed"): say_count("{count} site removed", "{count} sites removed", count),
        ("site", "changed"): say_count("{count} site changed", "{count} sites changed", count),
        ("own measure", "added"): say_count(
            "{count} own measure added", "{count} own measures added", count
        ),
        ("own measure", "removed"): say_count(
            "{count} own measure removed", "{count} own measures removed", count
        ),
        ("own measure", "changed"): say_count(
            "{count} own measure changed", "{count} own measures changed", count
        ),
        ("own fact", "added"): say_count(
            "{count} own fact added", "{count} own facts added", count
        ),
        ("own fact", "removed"): say_count(
            "{count} own fact removed", "{count} own facts removed", count
        ),
        ("own fact", "changed"): say_count(
            "{count} own fact changed", "{count} own facts changed", count
        ),
        ("own layer", "added"): say_count(
            "{count} own layer added", "{count} own layers added", count
        ),
        ("own layer", "removed"): say_count(
            "{count} own layer removed", "{count} own layers removed", count
        ),
        ("own layer", "changed"): say_count(
            "{count} own layer changed", "{count} own layers changed", count
        ),
        ("bookmark", "added"): say_count(
            "{count} bookmark added", "{count} bookmarks added", count
        ),
        ("bookmark", "removed"): say_count(
            "{count} bookmark removed", "{count} bookmarks removed", count
        ),
        ("bookmark", "changed"): say_count(
            "{count} bookmark changed", "{count} bookmarks changed", count
        ),
    }[kind, word]


def _scenarios(
    before: Study, after: Study, old: dict[str, Scenario], new: dict[str, Scenario]
) -> Iterator[str]:
    pairs = {name: name for name in new if name in old}
    lone = ([name for name in old if name not in new], [name for name in new if name not in old])
    if len(lone[0]) == len(lone[1]) and len(old) == len(new):  # renamed where they stood
        places = [each.name for each in before.scenarios], [each.name for each in after.scenarios]
        renamed = {
            second: first
            for first, second in zip(*places, strict=True)
            if first in lone[0] and second in lone[1]
        }
        if len(renamed) == len(lone[0]):
            pairs |= renamed
            for second, first in renamed.items():
                yield say("Scenario {first} is called {second}", first=first, second=second)
            lone = ([], [])
    removed, added = (_names(names) for names in lone)
    if removed:
        yield say("Scenarios removed: {names}", names=removed)
    if added:
        yield say("Scenarios added: {names}", names=added)
    titles = {each.key: each.title for study in (before, after) for each in study.measures}
    for second, first in pairs.items():
        if old[first] != new[second]:
            found = scenario_difference(old[first], new[second])
            told = "; ".join(_judged(found, titles)) or say("changed in names and order only")
            yield f"{second}: {told}"


def _judged(found: ScenarioDifference, own: dict[str, str]) -> Iterator[str]:
    def title(key: str) -> str:
        return MEASURES[key].title if key in MEASURES else own.get(key, key)

    if found.method:
        one, other = (METHODS[name].title if name in METHODS else name for name in found.method)
        yield say("method {other} in place of {one}", other=other, one=one)
    weights = [
        f"{title(each.criterion.measure)} {each.share:.0%} to {each.other_share:.0%}"
        for each in found.criteria
        if each.reweighed
    ]
    if weights:
        yield say("weight of {weights}", weights=_names(weights))
    values = [title(each.criterion.measure) for each in found.criteria if each.revalued]
    if values:
        yield say("value of {values}", values=_names(values))
    gates = [title(each.measure) for each in found.gates]
    if gates:
        yield say("gate on {gates}", gates=_names(gates))
    if found.parameters:
        yield say("parameters of the method")
    if found.unknown:
        yield say(
            "unknown values {after} in place of {before}",
            after=found.unknown[1].value,
            before=found.unknown[0].value,
        )


def _names(names: Iterable[str]) -> str:
    listed = list(names)
    more = len(listed) - _NAMED
    return ", ".join(listed[:_NAMED]) + (
        f" {say('and {count} more', count=more)}" if more > 0 else ""
    )
