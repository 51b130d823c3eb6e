"""The scenarios that ship: five ways to weigh the same facts.

All weights are judgement, in points of 100. Balanced follows the groups of the decision model of
relocating miners (energy 34, grid 16, law and tax 18, climate 12, logistics and the rest 20), moved
to the measures that exist here: power 32, grid 20, law and risk 20, logistics 18, climate and site
10. The others lay half and more of the weight on one matter. Gates are the same in each.
"""

from collections.abc import Mapping

from siteselect.criteria import MEASURES
from siteselect.model.criterion import Criterion
from siteselect.model.gate import Gate
from siteselect.model.scenario import Scenario

GATES = (Gate("legal_status", at_least=2.0, band=1.0), Gate("load_cover", at_least=1.0))

GROUPS = ("Power", "Grid", "Law & risk", "Logistics", "Climate & site")
"""The order in which criteria are listed. Those of money are not: they rest on assumptions that a
person should see first, and are added by hand; nor what is to avoid, which is meant for gates."""

WEIGHTS: Mapping[str, Mapping[str, float]] = {
    "Balanced": {key: measure.weight for key, measure in MEASURES.items() if measure.weight > 0},
    "Lowest cost": {
        "power_price": 60,
        "july_temperature": 8,
        "annual_temperature": 6,
        "station_distance": 5,
        "substation_distance": 5,
        "capacity_50km": 4,
        "xinjiang_distance": 4,
        "political_stability": 4,
        "rule_of_law": 4,
    },
    "Low risk": {
        "political_stability": 25,
        "rule_of_law": 25,
        "power_price": 15,
        "capacity_150km": 8,
        "capacity_50km": 7,
        "station_distance": 5,
        "city_distance": 5,
        "carbon_intensity": 4,
        "july_temperature": 3,
        "airport_distance": 3,
    },
    "Fast move": {
        "xinjiang_distance": 30,
        "crossing_distance": 15,
        "power_price": 15,
        "capacity_50km": 10,
        "station_distance": 8,
        "city_distance": 5,
        "railway_distance": 5,
        "road_distance": 4,
        "airport_distance": 4,
        "substation_distance": 4,
    },
    "Low carbon": {
        "carbon_intensity": 50,
        "power_price": 20,
        "annual_temperature": 8,
        "july_temperature": 6,
        "capacity_50km": 4,
        "station_distance": 4,
        "political_stability": 4,
        "rule_of_law": 4,
    },
}
"""Points of 100 by scenario and measure; a measure without points is listed, switched off."""


def default_scenarios() -> tuple[Scenario, ...]:
    """Return the scenarios that ship, Balanced first."""
    gates = {gate.measure for gate in GATES}
    listed = sorted(
        (key for key in MEASURES if key not in gates and MEASURES[key].group in GROUPS),
        key=lambda key: (GROUPS.index(MEASURES[key].group), -MEASURES[key].weight, key),
    )
    return tuple(
        Scenario(name, tuple(_criterion(key, weights) for key in listed), GATES)
        for name, weights in WEIGHTS.items()
    )


def _criterion(key: str, weights: Mapping[str, float]) -> Criterion:
    """Return a criterion; one without points is off, and bears the measure's weight for later."""
    measure = MEASURES[key]
    enabled = key in weights
    weight = weights.get(key, measure.weight)
    return Criterion(key, measure.value, float(weight), measure.group, enabled)
