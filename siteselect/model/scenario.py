"""Criteria, weights, gates and method under one name."""

from dataclasses import dataclass, replace
from enum import Enum

from siteselect.errors import StudyError
from siteselect.model.criterion import Criterion
from siteselect.model.gate import Gate


class UnknownPolicy(Enum):
    """What an unknown value counts as when sites are ranked."""

    PESSIMISTIC = "pessimistic"
    """As the worst value, 0."""
    NEUTRAL = "neutral"
    """As the middle value, 0.5."""
    EXCLUDE = "exclude"
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

    def __post_init__(self) -> None:
        for keys in (
            [each.measure for each in self.criteria],
            [f"a gate on {each.measure}" for each in self.gates],
            [f"the parameter {key}" for key, _ in self.method_parameters],
        ):
            twice = sorted({key for key in keys if keys.count(key) > 1})
            if twice:
                raise StudyError(
                    f"The scenario {self.name} holds {', '.join(twice)} more than once: "
                    "leave one of them."
                )

    def criterion(self, measure: str) -> Criterion:
        """Return the criterion on `measure`; StudyError when there is none."""
        for each in self.criteria:
            if each.measure == measure:
                return each
        known = ", ".join(each.measure for each in self.criteria)
        raise StudyError(f"The scenario {self.name} has no criterion {measure}. It has: {known}.")

    def with_criterion(self, criterion: Criterion) -> "Scenario":
        """Return this scenario with the criterion on the same measure replaced."""
        self.criterion(criterion.measure)
        criteria = tuple(
            criterion if each.measure == criterion.measure else each for each in self.criteria
        )
        return replace(self, criteria=criteria)

    def with_weight(self, measure: str, weight: float) -> "Scenario":
        """Return this scenario with one weight changed."""
        return self.with_criterion(replace(self.criterion(measure), weight=weight))

    def with_gate(self, gate: Gate) -> "Scenario":
        """Return this scenario with the gate on the same measure replaced, or added."""
        if gate.measure not in [each.measure for each in self.gates]:
            return replace(self, gates=(*self.gates, gate))
        gates = tuple(gate if each.measure == gate.measure else each for each in self.gates)
        return replace(self, gates=gates)

    def with_parameter(self, key: str, value: float) -> "Scenario":
        """Return this scenario with one parameter of a method chosen."""
        chosen = {**dict(self.method_parameters), key: value}
        return replace(self, method_parameters=tuple(sorted(chosen.items())))

    @property
    def measures(self) -> tuple[str, ...]:
        """Every measure that criteria and gates ask for, each once."""
        keys = [each.measure for each in self.criteria] + [each.measure for each in self.gates]
        return tuple(dict.fromkeys(keys))
