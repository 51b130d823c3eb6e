from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.model.bookmark import Bookmark
from siteselect.model.criterion import Criterion
from siteselect.model.gate import Gate
from siteselect.model.own_fact import FactTable, OwnFact
from siteselect.model.scene import Bounds, Scene
from siteselect.model.study import Context, Study
from siteselect.model.supply import RouteKind
from siteselect.model.user_measure import UserMeasure
from siteselect.model.value_function import Linear
from tests.making import make_scenario, make_sites


def make_study() -> Study:
    cheap = replace(make_scenario(2), name="Lowest cost")
    return Study(
        "Toy",
        "toy@1",
        Context(date(2021, 6, 2)),
        make_sites(3).items,
        (make_scenario(2), cheap),
        "Balanced",
    )


@pytest.mark.parametrize("load", [0, -1, np.nan, np.inf])
def test_a_load_that_is_none_is_refused(load):
    with pytest.raises(StudyError, match=r"The wanted load is .* MW"):
        Context(date(2021, 6, 2), load)


def test_names_are_each_used_once():
    study = make_study()
    with pytest.raises(StudyError, match="Two sites bear the name Site 0000"):
        replace(study, candidates=study.candidates + study.candidates[:1])
    with pytest.raises(StudyError, match="Two scenarios bear the name Balanced"):
        replace(study, scenarios=(study.scenario,) * 2)
    with pytest.raises(StudyError, match=r"no scenario called Boldest\. It has: Balanced, Lowest"):
        replace(study, active="Boldest")


def test_every_change_gives_a_new_study():
    study = make_study()
    assert study.with_day(date(2019, 1, 1)).context == Context(date(2019, 1, 1), 50.0)
    assert study.with_load(20).context.load_mw == 20
    assert study.with_weight("measure_0", 3).scenario.criterion("measure_0").weight == 3
    assert study == make_study()


def test_a_renamed_scenario_stays_at_work():
    study = make_study()
    renamed = study.with_scenario(replace(study.scenario, name="Mine"))
    assert renamed.active == "Mine"
    assert [each.name for each in renamed.scenarios] == ["Mine", "Lowest cost"]


def names(study):
    return [each.name for each in study.scenarios]


def test_scenarios_are_added_copied_renamed_switched_and_deleted():
    study = make_study()
    copied = study.with_scenario_copied("Balanced")
    assert names(copied) == ["Balanced", "Balanced copy", "Lowest cost"]
    assert copied.active == "Balanced copy"
    again = copied.with_scenario_copied("Balanced")
    assert names(again)[1] == "Balanced copy 2"
    assert names(study.with_scenario_copied("Balanced", "Mine"))[1] == "Mine"
    renamed = copied.with_scenario_renamed("Balanced copy", " Mine ")
    assert (names(renamed)[1], renamed.active) == ("Mine", "Mine")
    assert renamed.with_scenario_renamed("Lowest cost", "Cheap").active == "Mine"
    assert renamed.with_active("Lowest cost").scenario.name == "Lowest cost"
    gone = renamed.without_scenario("Mine")
    assert (names(gone), gone.active) == (["Balanced", "Lowest cost"], "Lowest cost")
    assert gone.without_scenario("Lowest cost").active == "Balanced"
    assert gone.without_scenario("Balanced").active == "Lowest cost"
    added = study.with_new_scenario(make_scenario(1))
    assert (names(added)[-1], added.active) == ("Balanced 2", "Balanced 2")


def test_what_cannot_be_done_with_scenarios_is_said():
    study = make_study()
    with pytest.raises(StudyError, match=r"no scenario called Bold\. It has: Balanced"):
        study.with_scenario_copied("Bold")
    with pytest.raises(StudyError, match="Two scenarios bear the name Lowest cost"):
        study.with_scenario_renamed("Balanced", "Lowest cost")
    with pytest.raises(StudyError, match="wants a name"):
        study.with_scenario_renamed("Balanced", "  ")
    with pytest.raises(StudyError, match="Balanced is the only scenario"):
        study.without_scenario("Lowest cost").without_scenario("Balanced")


def test_sites_are_pinned_and_let_go():
    study = make_study()
    pinned = study.with_pin(["Site 0001"], pinned=True)
    assert [site.pinned for site in pinned.candidates] == [False, True, False]
    assert pinned.with_pin(["Site 0001"], pinned=False) == study
    with pytest.raises(StudyError, match="no site called Nowhere"):
        study.with_pin(["Nowhere"], pinned=True)


def test_measures_of_the_user_come_and_go_with_what_hangs_on_them():
    dust = UserMeasure("dust", "Dust", column="dust")
    twice = UserMeasure("twice", "Twice", expression="dust * 2")
    study = make_study().with_measure(dust).with_measure(twice)
    assert study.measures == (dust, twice)
    louder = replace(dust, title="Fine dust")
    assert study.with_measure(louder).measures == (louder, twice)
    with pytest.raises(StudyError, match="Twice is computed from dust"):
        study.without_measure("dust")
    scenario = study.scenario.with_added(Criterion("twice", Linear(9, 0)))
    judged = study.with_scenario(scenario.with_gate(Gate("twice", at_most=9)))
    assert judged.without_measure("twice").scenario == study.scenario
    with pytest.raises(StudyError, match="Two measures bear the name dust"):
        replace(study, measures=(dust, dust))
    with pytest.raises(StudyError, match="in a circle"):
        study.with_measure(replace(dust, column="", expression="twice"))


def test_facts_of_the_user_are_added_replaced_and_taken_out():
    first = OwnFact.of("tariffs", {"id": "U1", "price": "1"})
    second = OwnFact.of("rates", {"id": "U1", "units_per_usd": "2"})
    third = OwnFact.of("tariffs", {"id": "U1", "price": "3"})
    study = make_study().with_fact(first).with_fact(second).with_fact(third)
    assert study.facts == (third, second)
    assert study.without_fact(FactTable.TARIFFS, "U1").facts == (second,)
    with pytest.raises(StudyError, match=r"Two facts bear the name U1 \(tariffs\)"):
        replace(study, facts=(first, third))


def test_sites_are_supplied_by_a_chosen_route():
    study = make_study().with_route(["Site 0001"], RouteKind.IMPORT)
    assert [site.route for site in study.candidates] == [None, RouteKind.IMPORT, None]
    assert study.with_route(["Site 0001"], None) == make_study()


def with_scenes(*headlines: str) -> Study:
    study = make_study()
    for headline in headlines:
        study = study.with_scene(Scene(headline, "Lowest cost", date(2022, 1, 1)))
    return study


def test_scenes_are_taken_moved_renamed_and_removed():
    study = with_scenes("a", "b", "c")
    assert [each.headline for each in study.with_scene_moved(2, 0).scenes] == ["c", "a", "b"]
    assert [each.headline for each in study.without_scene(1).scenes] == ["a", "c"]
    assert study.with_scene_renamed(1, " Bold ").scenes[1].headline == "Bold"
    assert study.with_scene_notes(1, "Say it.").scenes[1].notes == "Say it."
    now = Scene("auto", "Balanced", date(2019, 1, 1))
    retaken = study.with_scene_retaken(0, now).scenes
    assert retaken[0] == replace(now, headline="a")
    assert retaken[1:] == study.scenes[1:]
    with pytest.raises(StudyError, match="wants a headline"):
        study.with_scene_renamed(0, " ")
    with pytest.raises(StudyError, match="no scene 9"):
        study.with_scene_notes(8, "")


def test_a_study_goes_to_a_scene():
    study = with_scenes("a")
    there = study.at_scene(study.scenes[0])
    assert (there.active, there.context.as_of) == ("Lowest cost", date(2022, 1, 1))
    assert there.scenes == study.scenes


def test_scenes_follow_the_names_of_scenarios():
    study = with_scenes("a")
    assert study.with_scenario_renamed("Lowest cost", "Cheap").scenes[0].scenario == "Cheap"
    at_work = study.with_active("Lowest cost")
    renamed = at_work.with_scenario(replace(at_work.scenario, name="Mine"))
    assert renamed.scenes[0].scenario == "Mine"
    with pytest.raises(StudyError, match="“a” shows the scenario Lowest cost: retake or remove"):
        study.without_scenario("Lowest cost")
    assert study.without_scenario("Balanced").active == "Lowest cost"
    with pytest.raises(StudyError, match="“x” shows the scenario Gone, which the study has not"):
        study.with_scene(Scene("x", "Gone", date(2021, 6, 2)))


def test_bookmarks_are_added_renamed_and_removed():
    near = Bookmark("Near", Bounds(68.0, 46.0, 72.0, 49.5))
    study = with_scenes().with_bookmark(near)
    assert study.with_bookmark(near) == study
    assert [each.name for each in study.with_bookmark_renamed("Near", "Far").bookmarks] == ["Far"]
    assert study.without_bookmark("Near").bookmarks == ()
