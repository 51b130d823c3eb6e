from dataclasses import replace
from datetime import date

from siteselect.model.bookmark import Bookmark
from siteselect.model.own_fact import OwnFact
from siteselect.model.scenario import UnknownPolicy
from siteselect.model.scene import Bounds
from siteselect.model.sites import Site
from siteselect.model.value_function import Linear
from siteselect.project.study_difference import study_difference
from tests.project.golden_study import full_study
from tests.project.test_file import made_study


def changed(**fields):
    return study_difference(made_study(), replace(made_study(), **fields))


def test_equal_studies_differ_in_nothing():
    assert study_difference(full_study(), full_study()) == ()


def test_title_day_load_pack_and_the_scenario_at_work():
    study = made_study().with_day(date(2021, 8, 1)).with_load(80)
    study = replace(study, title="Mine", pack="toy@1", active="Balanced")
    assert study_difference(made_study(), study) == (
        "Title: Golden becomes Mine",
        "Pack: central-asia@2026.1 becomes toy@1",
        "Day: 2021-06-02 becomes 2021-08-01",
        "Load: 50 MW becomes 80 MW",
        "At work: Balanced in place of Cheap",
    )


def test_sites_that_came_went_and_changed():
    sites = made_study().candidates
    more = tuple(Site(f"Place {n}", "KZ", 70.0 + n, 50.0) for n in range(6))
    study = replace(made_study(), candidates=(replace(sites[0], pinned=True), sites[1], *more))
    assert study_difference(made_study(), study) == (
        "6 sites added: Place 0, Place 1, Place 2, Place 3 and 2 more",
        "1 site removed: Osh",
        "1 site changed: Екібастұз 7",
    )
    assert changed(candidates=sites[::-1]) == ("Another order: site",)


def test_weights_values_gates_and_method_of_a_scenario():
    scenario = made_study().scenarios[0].with_weight("power_price", 4)
    price, heat, height = scenario.criteria
    scenario = replace(
        scenario,
        criteria=(price, replace(heat, value=Linear(30, 10)), height),
        gates=(replace(scenario.gates[0], at_least=1.0), *scenario.gates[1:]),
        method="topsis",
        unknown=UnknownPolicy.NEUTRAL,
    )
    (told,) = changed(scenarios=(scenario, made_study().scenarios[1]))
    assert told.split("; ") == [
        "Balanced: method TOPSIS in place of Weighted sum",
        "weight of All-in power price 87% to 50%, Mean July temperature 13% to 50%",
        "value of Mean July temperature",
        "gate on Mining lawful",
        "unknown values neutral in place of pessimistic",
    ]


def test_scenarios_that_came_went_and_were_renamed():
    one, two = made_study().scenarios
    assert changed(scenarios=(replace(one, name="Mine"), two)) == (
        "Scenario Balanced is called Mine",
        "Mine: changed in names and order only",
    )
    three = replace(one, name="Third")
    assert changed(scenarios=(one, two, three)) == ("Scenarios added: Third",)
    assert changed(scenarios=(two,)) == ("Scenarios removed: Balanced",)


def test_own_measures_facts_and_money():
    found = study_difference(
        made_study().with_route(["Osh"], full_study().candidates[2].route), full_study()
    )
    assert "Money: other assumptions" in found
    assert "3 own measures added: Noise, Cost, View" in found
    assert "1 own fact added: T022 (tariffs)" in found
    fact = OwnFact.of("tariffs", {"id": "T022", "price": "21"})
    assert study_difference(full_study(), full_study().with_fact(fact)) == (
        "1 own fact changed: T022 (tariffs)",
    )


def test_bookmarks_come_and_go():
    near, far = (Bookmark(name, Bounds(60.0, 40.0, 70.0, 50.0)) for name in ("Near", "Far"))
    assert changed(bookmarks=(near, far)) == ("2 bookmarks added: Near, Far",)
    before = replace(made_study(), bookmarks=(near, far))
    moved = replace(near, bounds=Bounds(61.0, 40.0, 70.0, 50.0))
    assert study_difference(before, replace(before, bookmarks=(moved,))) == (
        "1 bookmark removed: Far",
        "1 bookmark changed: Near",
    )
