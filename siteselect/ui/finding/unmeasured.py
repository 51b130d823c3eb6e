"""What a scenario asks that no cell can answer: the user's own columns, layers that nobody gave."""

from dataclasses import dataclass, replace

from siteselect.criteria import MEASURES
from siteselect.language import say
from siteselect.model.scenario import Scenario
from siteselect.model.study import Study
from siteselect.ui.finding.found import Found

AVOIDED = "avoided_distance"
_ALL = 0.9995
"""A gate that knows nothing of so much of the land knows nothing of any."""


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """Measures of the scenario at work that no cell knows."""

    criteria: tuple[str, ...] = ()
    """Titles of the criteria: they count for nothing."""
    gates: tuple[str, ...] = ()
    """Titles of the gates: while they are demanded, no land is open."""
    keys: frozenset[str] = frozenset()
    """The measures of both, where leaving them out helps."""

    @property
    def words(self) -> str:
        """What this means, in sentences; empty where all can be measured."""
        told = []
        if self.gates:
            told.append(
                say(
                    "No land is open, for no cell is known to meet this demand: {gates}.",
                    gates=", ".join(self.gates),
                )
            )
        if self.criteria:
            told.append(
                say(
                    "Without effect here, for only your sites have a value of it: {criteria}.",
                    criteria=", ".join(self.criteria),
                )
            )
        if AVOIDED in self.keys:
            told.append(
                say(
                    "Drop a file of polygons (GeoJSON, KML, shapefile …) on the window, and take "
                    "it as areas to avoid."
                )
            )
        return " ".join(told)


def unmeasured(found: Found, study: Study) -> Unmeasured:
    """Return what no cell knows of the user's own criteria, and of any gate."""
    arrangement = found.surface.arrangement
    own = {each.key for each in study.measures}
    criteria = [
        each.measure
        for each, known in zip(arrangement.criteria, arrangement.known, strict=True)
        if not known and each.measure in own
    ]
    gates = [each.gate.measure for each in arrangement.standing.gates if each.unknown >= _ALL]
    return Unmeasured(
        tuple(title_of(key, study) for key in criteria),
        tuple(title_of(key, study) for key in gates),
        frozenset((*criteria, *gates)),
    )


def title_of(key: str, study: Study) -> str:
    """Return what people call a measure, the program's or the user's."""
    if key in MEASURES:
        return say(MEASURES[key].title)
    return next((each.title for each in study.measures if each.key == key), key)


def left_out(study: Study, keys: frozenset[str]) -> Study:
    """Return the study at work on a copy of its scenario without these; the first one stays."""
    name = say("{scenario}, for places", scenario=study.scenario.name)
    copied = study.with_scenario_copied(study.active, name)
    return copied.with_scenario(_without(copied.scenario, keys))


def _without(scenario: Scenario, keys: frozenset[str]) -> Scenario:
    return replace(
        scenario,
        criteria=tuple(each for each in scenario.criteria if each.measure not in keys),
        gates=tuple(each for each in scenario.gates if each.measure not in keys),
    )
