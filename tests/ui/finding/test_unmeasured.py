from dataclasses import replace

import pytest

from siteselect.model.criterion import Criterion
from siteselect.model.gate import Gate
from siteselect.model.user_measure import UserMeasure
from siteselect.model.value_function import Linear
from siteselect.scan.engine import HereEngine
from siteselect.scan.scan import scan
from siteselect.scan.surface import Best, arrange, score
from siteselect.scan.values import Valued
from siteselect.ui.finding.found import Found
from siteselect.ui.finding.unmeasured import Unmeasured, left_out, title_of, unmeasured
from tests.scan.made import kept_cache, toy
from tests.ui.finding.made import GATES, study

RENT = UserMeasure("rent", "Rent of the hall", "USD/m2", column="Rent")


def with_rent(*, gate=True):
    plain = study()
    gates = (*GATES, Gate("rent", at_most=6.0)) if gate else GATES
    scenario = replace(
        plain.scenario,
        criteria=(*plain.scenario.criteria, Criterion("rent", Linear(worst=10, best=1), 5.0)),
        gates=gates,
    )
    return replace(plain, measures=(RENT,)).with_scenario(scenario)


def found_of(asked):
    held = scan(asked, toy(), 20.0, HereEngine(toy(), 1), kept_cache())
    arrangement = arrange(held.region, Valued(held.measured.columns), asked.scenario)
    surface = score(arrangement, asked.scenario)
    levels = surface.levels()
    best = arrangement.cells[Best(10).of(surface.open_scores)]
    return Found(held, surface, levels, surface.histogram(levels), best, 0.001)


def test_where_every_cell_knows_all_there_is_nothing_to_say():
    plain = study()
    held = unmeasured(found_of(plain), plain)
    assert held == Unmeasured()
    assert held.words == ""


def test_a_column_of_the_users_sites_is_named_and_so_is_its_gate():
    asked = with_rent()
    held = unmeasured(found_of(asked), asked)
    assert held.criteria == held.gates == ("Rent of the hall",)
    assert held.keys == {"rent"}
    assert held.words.startswith("No land is open")
    assert held.words.count("Rent of the hall") == 2
    assert len(held.words) < 200  # never a list of all measures


def test_left_out_on_a_copy_land_is_open_again_and_the_first_scenario_stays():
    asked = with_rent()
    after = left_out(asked, unmeasured(found_of(asked), asked).keys)
    assert asked.scenario in after.scenarios
    assert after.active == f"{asked.active}, for places"
    assert after.scenario.gates == GATES
    assert not any(each.measure == "rent" for each in after.scenario.criteria)
    found = found_of(after)
    assert found.surface.arrangement.open > 0
    assert unmeasured(found, after) == Unmeasured()
    again = left_out(replace(after, active=asked.active), frozenset({"rent"}))
    assert len({each.name for each in again.scenarios}) == len(again.scenarios)


def test_a_criterion_alone_counts_for_nothing_and_leaves_the_scores():
    asked = with_rent(gate=False)
    held = unmeasured(found_of(asked), asked)
    assert held.gates == ()
    assert held.words.startswith("Without effect here")
    plain = study()
    assert found_of(asked).surface.scores == pytest.approx(found_of(plain).surface.scores)


def test_areas_to_avoid_without_a_layer_say_how_to_bring_one():
    plain = study(gates=(*GATES, Gate("avoided_distance", at_least=1.0)))
    held = unmeasured(found_of(plain), plain)
    assert len(held.gates) == 1
    assert "Drop a file of polygons" in held.words


def test_a_measure_that_nobody_knows_is_called_by_its_key():
    assert title_of("gone", study()) == "gone"
