"""Judging pairs level by level: the groups first, then the criteria within each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from siteselect.language import later, say
from siteselect.mcda.group_weights import group_weights
from siteselect.mcda.pairwise import pairwise
from siteselect.model.evaluation import Evaluation

GROUPS = later("Groups")
ALL = later("All criteria")
Judgements = Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Level:
    """Things to be compared with one another."""

    name: str
    titles: tuple[tuple[str, str], ...]
    """Key and title of each."""
    now: tuple[float, ...]
    """Their shares as they are, of the level."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of what is compared."""
        return tuple(key for key, _ in self.titles)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every pair once."""
        keys = self.keys
        return tuple((one, other) for at, one in enumerate(keys) for other in keys[at + 1 :])

    def title(self, key: str) -> str:
        """Return the title of one of them."""
        return dict(self.titles)[key]


def levels(evaluation: Evaluation, titles: Mapping[str, str]) -> tuple[Level, ...]:
    """Return the groups, each group by itself, and all criteria at once.

    A group of one criterion has a level too, with nothing to compare.
    """
    tree = [
        (group.name, [each for each in group.members if each.key in titles])
        for group in group_weights(evaluation)
    ]
    tree = [(name, members) for name, members in tree if members]
    sums = [sum(each.share for each in members) for _, members in tree]
    found = [_level(GROUPS, [(name, name) for name, _ in tree], sums)]
    for name, members in tree:
        named = [(each.key, titles[each.key]) for each in members]
        found.append(_level(within(name), named, [each.share for each in members]))
    together = [each for _, members in tree for each in members]
    named = [(each.key, titles[each.key]) for each in together]
    found.append(_level(ALL, named, [each.share for each in together]))
    return tuple(found)


def within(group: str) -> str:
    """Return the name of the level on which the criteria of a group are compared."""
    return say("Within {group}", group=group)


def shares(found: Sequence[Level], said: Mapping[str, Judgements]) -> dict[str, float]:
    """Return the share of every criterion: judged levels as judged, the others as they are.

    Where criteria of different groups were compared at once, that level alone speaks.

    Raises
    ------
    StudyError
        If the judgements of a level do not hang together.
    """
    named = {level.name: level for level in found}
    if said.get(ALL):
        return _of(named[ALL], said)
    return {
        key: group_share * local
        for group, group_share in _of(named[GROUPS], said).items()
        for key, local in _of(named[within(group)], said).items()
    }


def _of(level: Level, said: Mapping[str, Judgements]) -> dict[str, float]:
    given = said.get(level.name)
    values = pairwise(level.keys, given).shares.tolist() if given else level.now
    return dict(zip(level.keys, values, strict=True))


def _level(name: str, titles: list[tuple[str, str]], now: list[float]) -> Level:
    total = sum(now)
    parts = [each / total if total > 0 else 1.0 / len(now) for each in now]
    return Level(name, tuple(titles), tuple(parts))
