"""Criteria, weights, gates and method under one name."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from itertools import count

from siteselect.errors import StudyError
from siteselect.language import later, say
from siteselect.model.criterion import Criterion
from siteselect.model.gate import Gate


class UnknownPolicy(Enum):
    """What an unknown value counts as when sites are ranked."""

    PESSIMISTIC = later("pessimistic")
    """As the worst value, 0."""
    NEUTRAL = later("neutral")
    """As the middle value, 0.5."""
    EXCLUDE = later("exclude")
    """As the weighted mean of what is known of the same site."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One way to judge: what counts, how much, and how it is put together."""

    name: str
    criteria: tuple[Criterion, ...]
    gates: tuple[Gate, ...] = ()
    method: str = "weighted_sum"
    unknown: UnknownPolicy = UnknownPolicy.PESSIMISTIC
    method_parameters: tuple[tuple[str, float], ...] = ()
    """What was chosen in place of a method's defaults, by the parameter's key."""
    total_100: bool = False
    """Whether weights are points of 100, so that a change of one is balanced by the others."""

    def __post_init__(self) -> None:
        for keys in (
            [each.key for each in self.criteria],
            [say("a gate on {measure}", measure=each.measure) for each in self.gates],
            [say("the parameter {key}", key=key) for key, _ in self.method_parameters],
        ):
            twice = sorted({key for key in keys if keys.count(key) > 1})
            if twice:
                raise StudyError(
                    say(
                        "The scenario {name} holds {twice} more than once: leave one of them.",
                        name=self.name,
                        twice=", ".join(twice),
                    )
                )

    def criterion(self, key: str) -> Criterion:
        """Return the criterion called `key`; StudyError when there is none."""
        return self.criteria[self._place(key)]

    def with_criterion(self, criterion: Criterion) -> "Scenario":
        """Return this scenario with the criterion of the same key replaced."""
        self._place(criterion.key)
        criteria = tuple(criterion if each.key == criterion.key else each for each in self.criteria)
        return replace(self, criteria=criteria)

    def with_weight(self, key: str, weight: float) -> "Scenario":
        """Return this scenario with one weight changed, and no other; see `mcda.balance`."""
        return self.with_criterion(replace(self.criterion(key), weight=weight))

    def with_weights(self, weights: Mapping[str, float]) -> "Scenario":
        """Return this scenario with several weights changed at once, by key."""
        for key in weights:
            self._place(key)
        criteria = tuple(
            replace(each, weight=weights.get(each.key, each.weight)) for each in self.criteria
        )
        return replace(self, criteria=criteria)

    def with_added(self, criterion: Criterion, place: int | None = None) -> "Scenario":
        """Return this scenario with one criterion more, the last unless a place is given.

        Where its key is taken it gets one of its own, so the same measure may be judged twice.
        """
        taken = criterion.key in {each.key for each in self.criteria}
        own = replace(criterion, name=self.free_key(criterion.measure)) if taken else criterion
        criteria = list(self.criteria)
        criteria.insert(len(criteria) if place is None else place, own)
        return replace(self, criteria=tuple(criteria))

    def without(self, key: str) -> "Scenario":
        """Return this scenario without one criterion."""
        self._place(key)
        return replace(self, criteria=tuple(each for each in self.criteria if each.key != key))

    def with_title(self, key: str, title: str) -> "Scenario":
        """Return this scenario with one criterion called otherwise on screen and in lists."""
        return self.with_criterion(replace(self.criterion(key), title=title.strip()))

    def with_copy(self, key: str, title: str = "") -> "Scenario":
        """Return this scenario with a copy of one criterion after it, under a key of its own."""
        criterion = self.criterion(key)
        copy = replace(criterion, title=title or criterion.title)
        return self.with_added(copy, self._place(key) + 1)

    def with_enabled(self, key: str, *, enabled: bool) -> "Scenario":
        """Return this scenario with one criterion switched on or off."""
        return self.with_criterion(replace(self.criterion(key), enabled=enabled))

    def with_lock(self, key: str, *, locked: bool) -> "Scenario":
        """Return this scenario with one share locked or free."""
        return self.with_criterion(replace(self.criterion(key), locked=locked))

    def with_group(self, key: str, group: str) -> "Scenario":
        """Return this scenario with one criterion moved to another group, and listed last in it."""
        moved = replace(self.criterion(key), group=group.strip())
        rest = [each for each in self.criteria if each.key != key]
        ends = [place for place, each in enumerate(rest, 1) if each.group == moved.group]
        rest.insert(max(ends, default=len(rest)), moved)
        return replace(self, criteria=tuple(rest))

    def with_group_renamed(self, keys: Collection[str], group: str) -> "Scenario":
        """Return this scenario with a whole group called otherwise; `keys` are its criteria."""
        for key in keys:
            self._place(key)
        criteria = tuple(
            replace(each, group=group.strip()) if each.key in keys else each
            for each in self.criteria
        )
        return replace(self, criteria=criteria)

    def with_place(self, key: str, place: int) -> "Scenario":
        """Return this scenario with one criterion at another place of the list, 0 the first."""
        criterion = self.criterion(key)
        rest = [each for each in self.criteria if each.key != key]
        rest.insert(min(max(place, 0), len(rest)), criterion)
        return replace(self, criteria=tuple(rest))

    def free_key(self, wanted: str) -> str:
        """Return `wanted`, or with the least number after it that makes it a key of its own."""
        taken = {each.key for each in self.criteria}
        numbered = (f"{wanted}_{number}" for number in count(2))
        return wanted if wanted not in taken else next(key for key in numbered if key not in taken)

    def _place(self, key: str) -> int:
        for place, each in enumerate(self.criteria):
            if each.key == key:
                return place
        known = ", ".join(each.key for each in self.criteria)
        raise StudyError(
            say(
                "The scenario {name} has no criterion {key}. It has: {known}.",
                name=self.name,
                key=key,
                known=known,
            )
        )

    def with_gate(self, gate: Gate) -> "Scenario":
        """Return this scenario with the gate on the same measure replaced, or added."""
        if gate.measure not in [each.measure for each in self.gates]:
            return replace(self, gates=(*self.gates, gate))
        gates = tuple(gate if each.measure == gate.measure else each for each in self.gates)
        return replace(self, gates=gates)

    def without_gate(self, measure: str) -> "Scenario":
        """Return this scenario without the gate on `measure`."""
        return replace(self, gates=tuple(each for each in self.gates if each.measure != measure))

    def with_parameter(self, key: str, value: float) -> "Scenario":
        """Return this scenario with one parameter of a method chosen."""
        chosen = {**dict(self.method_parameters), key: value}
        return replace(self, method_parameters=tuple(sorted(chosen.items())))

    @property
    def measures(self) -> tuple[str, ...]:
        """Every measure that criteria and gates ask for, each once."""
        keys = [each.measure for each in self.criteria] + [each.measure for each in self.gates]
        return tuple(dict.fromkeys(keys))
