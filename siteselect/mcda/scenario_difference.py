"""What one scenario judges otherwise than another, as a value."""

from dataclasses import dataclass

from siteselect.model.criterion import Criterion
from siteselect.model.gate import Gate
from siteselect.model.scenario import Scenario, UnknownPolicy


@dataclass(frozen=True, slots=True)
class CriterionDifference:
    """One criterion that the two judge otherwise."""

    key: str
    criterion: Criterion
    """As the second judges it, or the first where the second does not hold it."""
    one: Criterion | None
    other: Criterion | None
    """None where a scenario does not hold it."""
    share: float
    other_share: float
    """Of the weights that are switched on, in [0, 1]; 0 where it is off or missing."""

    @property
    def change(self) -> float:
        """How far the share moves from the first to the second."""
        return self.other_share - self.share

    @property
    def reweighed(self) -> bool:
        """Whether the shares differ by a thousandth of the whole or more."""
        return abs(self.change) >= 0.001 - 1e-12

    @property
    def revalued(self) -> bool:
        """Whether both count it and judge its values otherwise."""
        return (
            self.one is not None
            and self.other is not None
            and self.share > 0
            and self.other_share > 0
            and (self.one.value, self.one.measure) != (self.other.value, self.other.measure)
        )


@dataclass(frozen=True, slots=True)
class GateDifference:
    """One gate that the two demand otherwise."""

    measure: str
    one: Gate | None
    other: Gate | None
    """None where a scenario does not demand it."""


@dataclass(frozen=True, slots=True)
class ScenarioDifference:
    """All that can make two scenarios rank otherwise; names, titles and groups are none of it."""

    one: Scenario
    other: Scenario
    criteria: tuple[CriterionDifference, ...]
    """The greatest change of share first."""
    gates: tuple[GateDifference, ...]
    method: tuple[str, str] | None
    parameters: tuple[tuple[tuple[str, float], ...], tuple[tuple[str, float], ...]] | None
    unknown: tuple[UnknownPolicy, UnknownPolicy] | None
    """First and second, or None where they are alike."""

    @property
    def alike(self) -> bool:
        """Whether the two judge alike."""
        return not (self.criteria or self.gates or self.method or self.parameters or self.unknown)


def scenario_difference(one: Scenario, other: Scenario) -> ScenarioDifference:
    """Return what `other` judges otherwise than `one`.

    Parameters
    ----------
    one, other
        Two scenarios; criteria are paired by key, gates by measure.

    Returns
    -------
    Their differences; a weight that is only scaled with all others is none.

    Examples
    --------
    >>> from siteselect.model.value_function import Linear
    >>> one = Scenario("One", (Criterion("price", Linear(75, 35)), Criterion("law", Linear(0, 1))))
    >>> found = scenario_difference(one, one.with_weight("price", 3))
    >>> [(each.key, each.change) for each in found.criteria]
    [('price', 0.25), ('law', -0.25)]
    """
    before, after = _shares(one), _shares(other)
    first = {each.key: each for each in one.criteria}
    second = {each.key: each for each in other.criteria}
    pairs = [
        CriterionDifference(
            key,
            criterion,
            first.get(key),
            second.get(key),
            before.get(key, 0.0),
            after.get(key, 0.0),
        )
        for key, criterion in {**first, **second}.items()
    ]
    found = [each for each in pairs if each.reweighed or each.revalued]
    parameters = (one.method_parameters, other.method_parameters)
    return ScenarioDifference(
        one,
        other,
        tuple(sorted(found, key=lambda each: -abs(each.change))),
        _gates(one, other),
        (one.method, other.method) if one.method != other.method else None,
        parameters if parameters[0] != parameters[1] else None,
        (one.unknown, other.unknown) if one.unknown is not other.unknown else None,
    )


def _shares(scenario: Scenario) -> dict[str, float]:
    weights = {each.key: each.weight for each in scenario.criteria if each.enabled}
    greatest = max(weights.values(), default=0.0)
    if greatest == 0:
        return dict.fromkeys(weights, 0.0)
    total = sum(weight / greatest for weight in weights.values())
    return {key: weight / greatest / total for key, weight in weights.items()}


def _gates(one: Scenario, other: Scenario) -> tuple[GateDifference, ...]:
    first = {each.measure: each for each in one.gates if each.enabled}
    second = {each.measure: each for each in other.gates if each.enabled}
    return tuple(
        GateDifference(measure, first.get(measure), second.get(measure))
        for measure in dict.fromkeys([*first, *second])
        if first.get(measure) != second.get(measure)
    )
