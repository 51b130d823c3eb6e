"""Scenarios side by side: how sites rank in each, what differs, who is near the top in all."""

from collections.abc import Sequence
from dataclasses import dataclass

from siteselect.errors import StudyError
from siteselect.model.arrays import Ints, frozen_ints
from siteselect.model.criterion import Criterion
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Gate
from siteselect.model.scenario import Scenario


@dataclass(frozen=True, eq=False, slots=True)
class ScenarioComparison:
    """The ranks of every site in each of several scenarios."""

    evaluations: tuple[Evaluation, ...]
    ranks: Ints
    """scenarios x sites; 0 where a site has no rank."""

    @property
    def scenarios(self) -> tuple[str, ...]:
        """The names of the scenarios."""
        return tuple(each.scenario.name for each in self.evaluations)

    def robust(self, top: int = 3) -> tuple[str, ...]:
        """Return the sites that pass the gates and rank among the best `top` in every scenario."""
        names = self.evaluations[0].matrix.sites.names
        return tuple(
            name
            for row, name in enumerate(names)
            if all(
                0 < each.ranks[row] <= top and each.verdicts[row].ranks for each in self.evaluations
            )
        )


def compare_scenarios(evaluations: Sequence[Evaluation]) -> ScenarioComparison:
    """Return evaluations of the same sites side by side.

    Parameters
    ----------
    evaluations
        One or more, each of the same sites in the same order.

    Returns
    -------
    The ranks of every site in each.
    """
    if not evaluations:
        raise StudyError("There are no scenarios to compare: name at least one.")
    names = evaluations[0].matrix.sites.names
    if any(each.matrix.sites.names != names for each in evaluations):
        raise StudyError("These scenarios were evaluated on different sites: evaluate them anew.")
    ranks = frozen_ints([each.ranks.tolist() for each in evaluations])
    return ScenarioComparison(tuple(evaluations), ranks)


def what_differs(one: Scenario, other: Scenario) -> tuple[str, ...]:
    """Return in words what `other` judges otherwise than `one`.

    Parameters
    ----------
    one, other
        Two scenarios.

    Returns
    -------
    A sentence each, weights as shares of the total in per cent; none when they judge alike.

    Examples
    --------
    >>> from siteselect.model.value_function import Linear
    >>> price, law = (
    ...     Criterion("price", Linear(75, 35), weight=1),
    ...     Criterion("law", Linear(0, 1), weight=1),
    ... )
    >>> one = Scenario("One", (price, law))
    >>> for sentence in what_differs(one, one.with_weight("price", 3)):
    ...     print(sentence)
    The weight of price is 75.0 % instead of 50.0 %.
    The weight of law is 25.0 % instead of 50.0 %.
    """
    found = []
    if one.method != other.method:
        found.append(f"The method is {other.method} instead of {one.method}.")
    if one.method_parameters != other.method_parameters:
        found.append(
            f"The method's parameters are {_parameters(other)} instead of {_parameters(one)}."
        )
    if one.unknown is not other.unknown:
        found.append(
            f"Unknown values are taken as {other.unknown.value} instead of {one.unknown.value}."
        )
    before, after = _shares(one), _shares(other)
    functions = {each.key: each.value for each in one.criteria}
    for key in dict.fromkeys([*after, *before]):
        was, now = 100 * before.get(key, 0.0), 100 * after.get(key, 0.0)
        if abs(was - now) >= 0.05:
            found.append(f"The weight of {key} is {now:.1f} % instead of {was:.1f} %.")
    for each in other.criteria:
        was_value = functions.get(each.key, each.value)
        if was_value != each.value and after.get(each.key, 0.0) > 0:
            found.append(f"{each.key} is judged by {each.value} instead of {was_value}.")
    return tuple(found + _gates(one, other))


def _parameters(scenario: Scenario) -> str:
    said = ", ".join(f"{key} {value:g}" for key, value in scenario.method_parameters)
    return said or "the defaults"


def _shares(scenario: Scenario) -> dict[str, float]:
    enabled: list[Criterion] = [each for each in scenario.criteria if each.enabled]
    total = sum(each.weight for each in enabled)
    return {each.key: each.weight / total if total > 0 else 0.0 for each in enabled}


def _gates(one: Scenario, other: Scenario) -> list[str]:
    before = {each.measure: each for each in one.gates if each.enabled}
    after = {each.measure: each for each in other.gates if each.enabled}
    found = [f"The gate on {key} is left out." for key in before if key not in after]
    for key, gate in after.items():
        if key not in before:
            found.append(f"There is a gate on {key}: {_bounds(gate)}.")
        elif gate != before[key]:
            found.append(f"The gate on {key} is {_bounds(gate)} instead of {_bounds(before[key])}.")
    return found


def _bounds(gate: Gate) -> str:
    said = [f"at least {gate.at_least:g}"] if gate.at_least is not None else []
    said += [f"at most {gate.at_most:g}"] if gate.at_most is not None else []
    return " and ".join(said) + (f", conditional within {gate.band:g}" if gate.band else "")
