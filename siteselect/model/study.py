"""All that the user decided."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from siteselect.errors import StudyError
from siteselect.model.scenario import Scenario
from siteselect.model.sites import Site


@dataclass(frozen=True, slots=True)
class Context:
    """What measures are asked for: the day on which facts are read, and the power wanted."""

    as_of: date
    load_mw: float = 50.0
    """Power wanted at the site, in MW."""

    def __post_init__(self) -> None:
        if not np.isfinite(self.load_mw) or self.load_mw <= 0:
            raise StudyError(f"The wanted load is {self.load_mw:g} MW: give a number above 0.")


@dataclass(frozen=True, slots=True)
class Study:
    """Pack, candidates, context and scenarios: a value; every change gives a new one."""

    title: str
    pack: str
    """Name of the pack, and its version after an @: central-asia@2026.1."""
    context: Context
    candidates: tuple[Site, ...]
    scenarios: tuple[Scenario, ...]
    active: str
    """Name of the scenario at work."""

    def __post_init__(self) -> None:
        names = [site.name for site in self.candidates]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise StudyError(
                f"Two sites bear the name {', '.join(twice)}: give every site a name of its own."
            )
        titles = [each.name for each in self.scenarios]
        twice = sorted({title for title in titles if titles.count(title) > 1})
        if twice:
            raise StudyError(
                f"Two scenarios bear the name {', '.join(twice)}: "
                "give every scenario a name of its own."
            )
        titles = [each.name for each in self.scenarios]
        if self.active not in titles:
            raise StudyError(
                f"The study has no scenario called {self.active}. It has: {', '.join(titles)}."
            )

    @property
    def scenario(self) -> Scenario:
        """The scenario at work."""
        return next(each for each in self.scenarios if each.name == self.active)

    def with_scenario(self, scenario: Scenario) -> "Study":
        """Return this study with the scenario at work replaced."""
        scenarios = tuple(scenario if each.name == self.active else each for each in self.scenarios)
        return replace(self, scenarios=scenarios, active=scenario.name)

    def with_weight(self, measure: str, weight: float) -> "Study":
        """Return this study with one weight of the scenario at work changed."""
        return self.with_scenario(self.scenario.with_weight(measure, weight))

    def with_day(self, day: date) -> "Study":
        """Return this study with facts read on another day."""
        return replace(self, context=replace(self.context, as_of=day))

    def with_load(self, load_mw: float) -> "Study":
        """Return this study with another wanted load, in MW."""
        return replace(self, context=replace(self.context, load_mw=load_mw))
