from dataclasses import replace

from siteselect.ui.panels.defaults import Defaults, shipped_scenarios
from tests.making import make_scenario


def test_a_scenario_goes_back_to_the_shipped_one_of_its_name():
    cheap = replace(make_scenario().with_weight("measure_0", 40.0), name="Lowest cost")
    defaults = Defaults(lambda: (make_scenario(), cheap))
    changed = cheap.with_weight("measure_0", 1.0)
    assert defaults.reset(changed) == cheap
    assert defaults.criterion(changed, "measure_0").weight == 40.0


def test_a_scenario_of_another_name_goes_back_to_the_first_and_keeps_its_own_name():
    defaults = Defaults(lambda: (make_scenario(),))
    mine = replace(make_scenario().with_weight("measure_0", 1.0), name="Mine")
    assert defaults.reset(mine) == replace(make_scenario(), name="Mine")


def test_without_shipped_scenarios_nothing_changes():
    defaults = Defaults(tuple)
    assert defaults.reset(make_scenario()) == make_scenario()
    assert defaults.criterion(make_scenario(), "measure_0") is None
    assert defaults.gate(make_scenario(), "legal_status") is None


def test_the_program_ships_balanced_first():
    assert shipped_scenarios()[0].name == "Balanced"
