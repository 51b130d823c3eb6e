"""The measures that a scenario could judge by: the program's and the user's own."""

from collections.abc import Collection
from dataclasses import dataclass

from siteselect.language import later, say, say_count
from siteselect.model.criterion import AnyValueFunction, Criterion
from siteselect.model.gate import Gate
from siteselect.model.study import Study
from siteselect.model.value_function import Linear, Objective

GROUP_OF_OWN = later("Your own")
_WEIGHT = 5.0
"""What a criterion weighs at first when its measure has no weight of its own."""


@dataclass(frozen=True, slots=True)
class MeasureOffer:
    """One measure as it is offered: all words that a search looks at, and how it is judged."""

    key: str
    title: str
    unit: str
    group: str
    about: str
    value: AnyValueFunction
    weight: float

    def matches(self, words: str) -> bool:
        """Return whether every word is found in what is said of it."""
        told = f"{self.title} {self.group} {self.unit} {self.key} {self.about}".lower()
        return all(word in told for word in words.lower().split())

    def criterion(self, group: str = "") -> Criterion:
        """Return a criterion to start with."""
        return Criterion(self.key, self.value, self.weight or _WEIGHT, group or self.group)

    def gate(self) -> Gate:
        """Return a gate to start with: no worse than where the value function ends."""
        ends = (*self.value.turns, *_anchors(self.value)) or (0.0,)
        if self.value.objective is Objective.MIN:
            return Gate(self.key, at_most=max(ends))
        return Gate(self.key, at_least=min(ends))


def measure_offers(study: Study, without: Collection[str] = ()) -> tuple[MeasureOffer, ...]:
    """Return every measure whose key is not among `without`, by group and title.

    It imports every measure of the program, so it is asked when a dialog opens.
    """
    from siteselect.criteria import MEASURES

    offers = [
        MeasureOffer(
            key, say(each.title), each.unit, each.group, say(each.about), each.value, each.weight
        )
        for key, each in MEASURES.items()
    ]
    for own in study.measures:
        how = (
            say("Computed: {expression}", expression=own.expression)
            if own.expression
            else say("The column {column} of the sites' table.", column=own.column)
            if own.column
            else say_count("Typed for {count} site.", "Typed for {count} sites.", len(own.typed))
        )
        group = own.group or say(GROUP_OF_OWN)
        offers.append(MeasureOffer(own.key, own.title, own.unit, group, how, Linear(0, 1), 0.0))
    left = [each for each in offers if each.key not in without]
    return tuple(sorted(left, key=lambda each: (each.group, each.title)))


def _anchors(value: AnyValueFunction) -> tuple[float, ...]:
    held = (getattr(value, name, None) for name in ("worst", "best"))
    return tuple(float(each) for each in held if each is not None)
