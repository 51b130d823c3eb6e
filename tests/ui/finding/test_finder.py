from dataclasses import replace

import numpy as np

from siteselect.scan.cache import Cache
from siteselect.ui.finding.finder import ARRANGE, TASK, Search
from siteselect.ui.finding.found import Found, Looking, NothingFound, Suggested


def settle(qtbot, finder):
    qtbot.waitUntil(lambda: finder.settled, timeout=20_000)


def test_asleep_it_does_nothing(qtbot, finder, toy_session, tasks):
    toy_session.edit(toy_session.study.with_weight("power_price", 3.0), "Weight")
    qtbot.wait(60)
    assert not tasks.running & {TASK, ARRANGE}
    assert finder.found is None


def test_awake_it_finds_a_surface_and_suggests_places(woken, heard):
    found, suggested = heard.last(Found), heard.last(Suggested)
    assert found.region.grid.cell_km == 20.0
    assert found.surface.arrangement.open > 0
    assert len(suggested.places) > 2
    assert suggested.facts[0][0] >= 0.0
    assert heard.last(Looking).part == 1.0


def test_coarse_cells_come_first(qtbot, finder, heard):
    finder.search = Search(cell_km=5.0)
    finder.wake(awake=True)
    settle(qtbot, finder)
    qtbot.waitUntil(lambda: finder.found.region.grid.cell_km == 5.0, timeout=20_000)
    sides = [each.region.grid.cell_km for each in heard.seen if isinstance(each, Found)]
    assert sides[0] == 10.0
    assert sides[-1] == 5.0


def test_a_weight_is_one_tick_and_measures_nothing(qtbot, woken, heard, toy_session, tasks):
    before = woken.found
    seen = heard.count(Found)
    toy_session.edit(toy_session.study.with_weight("xinjiang_distance", 90.0), "Weight")
    qtbot.waitUntil(lambda: heard.count(Found) > seen)
    assert TASK not in tasks.running
    assert woken.found.surface.arrangement is before.surface.arrangement
    assert woken.found is not before
    settle(qtbot, woken)


def test_a_gate_is_arranged_anew_without_measuring(qtbot, woken, toy_session, heard):
    looks = heard.count(Looking)
    gate = replace(toy_session.study.scenario.gates[1], at_most=20.0)
    before = woken.found.surface.arrangement.open
    study = toy_session.study
    toy_session.edit(study.with_scenario(study.scenario.with_gate(gate)), "Gate")
    qtbot.waitUntil(lambda: woken.found.surface.arrangement.open < before, timeout=10_000)
    settle(qtbot, woken)
    assert heard.count(Looking) == looks


def test_a_new_criterion_is_measured(qtbot, woken, toy_session):
    study = toy_session.study
    gate = replace(study.scenario.gates[0], measure="lake_distance", at_least=5.0, band=0.0)
    toy_session.edit(study.with_scenario(study.scenario.with_gate(gate)), "Gate")
    columns = "lake_distance"
    qtbot.waitUntil(lambda: columns in woken.found.scanned.measured.columns, timeout=20_000)
    settle(qtbot, woken)


def test_countries_distance_and_number_are_asked_for(qtbot, woken):
    woken.ask(replace(woken.search, countries=frozenset({"BB"})))
    qtbot.waitUntil(lambda: woken.found.surface.arrangement.standing.land < len(woken.found.region))
    settle(qtbot, woken)
    codes = {each.country for each in woken.suggested.places}
    assert codes <= {"BB"}
    woken.ask(replace(woken.search, countries=None, count=2))
    qtbot.waitUntil(lambda: len(woken.suggested.places) == 2, timeout=10_000)
    settle(qtbot, woken)


def test_found_places_join_the_list_and_leave_it_again(qtbot, woken, toy_session):
    before = toy_session.study.candidates
    woken.add()
    after = toy_session.study.candidates
    assert len(after) == len(before) + len(woken.suggested.places)
    assert after[len(before)].source.startswith("Suggested by scan of 2021-06-15, cell 20 km")
    toy_session.history.undo()
    assert toy_session.study.candidates == before
    qtbot.waitUntil(lambda: "matrix" not in toy_session._tasks.running)
    settle(qtbot, woken)


def test_a_stop_leaves_things_as_they_are_until_asked_again(qtbot, finder, heard, tasks):
    finder.wake(awake=True)
    assert TASK in tasks.running
    finder.stop()
    assert TASK not in tasks.running
    assert heard.last(NothingFound).again
    finder.wake(awake=True)  # the same wish is not begun again by itself
    assert TASK not in tasks.running
    finder.again()
    qtbot.waitUntil(lambda: finder.settled and finder.found is not None, timeout=20_000)


def test_a_method_that_compares_is_told_in_a_sentence(qtbot, woken, heard, toy_session):
    study = toy_session.study
    toy_session.edit(study.with_scenario(replace(study.scenario, method="topsis")), "Method")
    qtbot.waitUntil(lambda: heard.last(NothingFound) is not None)
    assert "compares the sites of a list" in heard.last(NothingFound).why
    settle(qtbot, woken)


def test_a_full_disk_is_told_and_the_surface_stands(qtbot, finder, faults, tmp_path):
    (tmp_path / "file").write_text("")
    finder._cache = Cache(tmp_path / "file")
    finder.wake(awake=True)
    qtbot.waitUntil(lambda: finder.settled and finder.found is not None, timeout=20_000)
    assert "not kept for the next time" in str(faults[0])


def test_the_suggestion_is_of_scores_that_stand_still(qtbot, woken, toy_session):
    held = woken.suggested
    scores = held.surface.scores.copy()
    toy_session.edit(toy_session.study.with_weight("xinjiang_distance", 70.0), "Weight")
    qtbot.waitUntil(lambda: woken.found.surface.scenario is toy_session.study.scenario)
    np.testing.assert_array_equal(held.surface.scores, scores)
    settle(qtbot, woken)


def test_a_search_ended_from_the_list_of_jobs_can_be_begun_again(qtbot, finder, heard, tasks):
    finder.wake(awake=True)
    tasks.stop(TASK)
    assert heard.last(NothingFound).again
    finder.wake(awake=True)
    assert TASK not in tasks.running
    finder.again()
    qtbot.waitUntil(lambda: finder.settled and finder.found is not None, timeout=20_000)
