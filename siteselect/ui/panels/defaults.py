"""What "reset" goes back to: the scenario as the program ships it."""

from collections.abc import Callable

from siteselect.model.criterion import Criterion
from siteselect.model.gate import Gate
from siteselect.model.scenario import Scenario

Shipped = Callable[[], tuple[Scenario, ...]]


def shipped_scenarios() -> tuple[Scenario, ...]:
    """Return the default scenarios; imports every measure, so it is not asked before it is due."""
    from siteselect.project.default_scenarios import default_scenarios

    return default_scenarios()


class Defaults:
    """Finds the shipped form of a scenario, of its criteria and of its gates."""

    def __init__(self, shipped: Shipped = shipped_scenarios) -> None:
        self._shipped = shipped
        self._scenarios: tuple[Scenario, ...] | None = None

    def scenario(self, scenario: Scenario) -> Scenario | None:
        """Return the shipped scenario of the same name, else the first one; None without any."""
        if self._scenarios is None:
            self._scenarios = self._shipped()
        named = [each for each in self._scenarios if each.name == scenario.name]
        return next(iter(named or self._scenarios), None)

    def criterion(self, scenario: Scenario, key: str) -> Criterion | None:
        """Return the shipped form of one criterion; None when there is none.

        A measure that is judged a second time has none: only its first form was shipped.
        """
        shipped = self.scenario(scenario)
        criteria = shipped.criteria if shipped else ()
        return next((each for each in criteria if each.key == key), None)

    def gate(self, scenario: Scenario, measure: str) -> Gate | None:
        """Return the shipped form of one gate; None when there is none."""
        shipped = self.scenario(scenario)
        gates = shipped.gates if shipped else ()
        return next((each for each in gates if each.measure == measure), None)

    def reset(self, scenario: Scenario) -> Scenario:
        """Return `scenario` with each criterion and gate, and the method, as shipped."""
        shipped = self.scenario(scenario)
        if shipped is None:
            return scenario
        made = Scenario(
            scenario.name,
            tuple(self.criterion(scenario, c.key) or c for c in scenario.criteria),
            tuple(self.gate(scenario, g.measure) or g for g in scenario.gates),
            shipped.method,
            shipped.unknown,
        )
        return made if made != scenario else scenario
