import time
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from siteselect.criteria import _places, _stations
from siteselect.errors import StudyError
from siteselect.mcda.evaluate import evaluate
from siteselect.model.criterion import Criterion
from siteselect.model.fact import Confidence
from siteselect.model.gate import Gate, Verdict
from siteselect.model.own_fact import OwnFact
from siteselect.model.scenario import Scenario
from siteselect.model.sites import Site
from siteselect.model.study import Context, Study
from siteselect.model.user_measure import UserMeasure
from siteselect.model.value_function import Linear
from siteselect.progress import Cancelled
from siteselect.project.build import MatrixBuilder, measures_of
from siteselect.project.default_scenarios import default_scenarios
from tests.criteria.toy import BETA, EAST, GAMMA, WEST, central_asia, toy

DAY = date(2021, 6, 2)


def study(sites=(WEST, EAST, BETA, GAMMA), day=DAY, scenarios=None, pack="toy@1"):
    scenarios = scenarios or default_scenarios()
    return Study("Test", pack, Context(day), tuple(sites), scenarios, scenarios[0].name)


def small():
    criteria = (
        Criterion("xinjiang_distance", Linear(1500, 0)),
        Criterion("power_price", Linear(100, 25)),
    )
    return (Scenario("Small", criteria, (Gate("load_cover", at_least=1.0),)),)


def real_study(day=DAY):
    rows = [(row, False) for row in central_asia().table("candidates")]
    rows += [(row, True) for row in central_asia().table("comparators")]
    sites = [
        Site(row["name"], row["jurisdiction"], float(row["lon"]), float(row["lat"]), off_map=off)
        for row, off in rows
    ]
    return study(sites, day, pack="central-asia@2026.1")


def test_only_what_scenarios_and_gates_ask_for_is_measured():
    matrix = MatrixBuilder(toy()).build(study(scenarios=small()))
    assert [info.key for info in matrix.infos] == ["xinjiang_distance", "power_price", "load_cover"]
    assert matrix.as_of == DAY
    assert matrix.load_mw == 50.0


def test_every_scenario_counts_and_each_measure_comes_once():
    assert len(measures_of(study())) == 19


def test_columns_are_kept_until_what_they_read_changes():
    builder = MatrixBuilder(toy())
    first = builder.build(study(scenarios=small()))
    again = builder.build(study(scenarios=small()).with_weight("power_price", 3.0))
    assert again.sites is first.sites
    assert all(a is b for a, b in zip(first.columns, again.columns, strict=True))
    moved = builder.build(study(scenarios=small(), day=date(2022, 6, 2)))
    assert moved.column("xinjiang_distance") is first.column("xinjiang_distance")
    assert moved.column("power_price") is not first.column("power_price")
    loaded = builder.build(study(scenarios=small()).with_load(100.0))
    assert loaded.column("power_price") is first.column("power_price")
    assert loaded.column("load_cover") is not first.column("load_cover")
    assert builder.build(study(scenarios=small())).column("power_price") is first.column(
        "power_price"
    )


def test_other_sites_are_measured_anew():
    builder = MatrixBuilder(toy())
    first = builder.build(study(scenarios=small()))
    other = builder.build(study((WEST, EAST), scenarios=small()))
    assert len(first.sites) == 4
    assert len(other.sites) == 2
    assert other.column("xinjiang_distance").value == pytest.approx([210.0, 80.0], abs=0.01)


def test_progress_goes_from_nothing_to_all_and_can_stop_the_work():
    told = []
    MatrixBuilder(toy()).build(
        study(scenarios=small()), lambda part, what: told.append((part, what))
    )
    assert told[0] == (0.0, "Distance to Xinjiang")
    assert told[-1] == (1.0, "Measured")
    assert [part for part, _ in told] == sorted(part for part, _ in told)

    def stop(part, what):
        raise Cancelled

    with pytest.raises(Cancelled):
        MatrixBuilder(toy()).build(study(), stop)


def test_an_unknown_measure_is_named_with_those_that_exist():
    scenario = Scenario("Odd", (Criterion("moon_phase", Linear(0, 1)),))
    with pytest.raises(
        StudyError, match=r"no measure called moon_phase\. There are: airport_distance"
    ):
        MatrixBuilder(toy()).build(study(scenarios=(scenario,)))


def test_a_value_given_by_the_user_beats_the_measured_one():
    given = replace(WEST, values=(("xinjiang_distance", 7.0), ("other", 1.0)))
    column = MatrixBuilder(toy()).build(study((given, EAST))).column("xinjiang_distance")
    assert column.value == pytest.approx([7.0, 80.0], abs=0.01)
    assert column.provenance[0].confidence is Confidence.USER
    assert column.provenance[0].badge == "yours"


def test_a_study_without_sites_has_an_empty_matrix():
    matrix = MatrixBuilder(toy()).build(study(()))
    assert all(len(column.value) == 0 for column in matrix.columns)


def test_moving_the_day_looks_at_no_geometry(monkeypatch):
    builder = MatrixBuilder(central_asia())
    builder.build(real_study())

    def forbidden(*args, **kwargs):
        raise AssertionError("geometry was looked at")

    for module, name in (
        (_places, "holding_polygon"),
        (_places, "nearest_point"),
        (_places, "nearest_edge"),
        (_stations, "within"),
        (_stations, "nearest_point"),
    ):
        monkeypatch.setattr(module, name, forbidden)
    for year in range(2019, 2027):
        assert len(builder.build(real_study(date(year, 3, 14))).columns) == 19


@pytest.mark.slow
def test_moving_the_day_costs_less_than_measuring_anew():
    builder = MatrixBuilder(central_asia())
    start = time.thread_time()
    builder.build(real_study(date(2021, 1, 1)))
    anew = time.thread_time() - start
    taken = []
    for day in range(2, 29):
        moved = real_study(date(2021, 6, day))
        start = time.thread_time()
        builder.build(moved)
        taken.append(time.thread_time() - start)
    assert min(taken) < anew


def test_the_day_of_the_story_from_facts_to_verdicts():
    matrix = MatrixBuilder(central_asia()).build(real_study())
    evaluation = evaluate(default_scenarios()[0], matrix)
    for site, verdict, rank in zip(
        matrix.sites.items, evaluation.verdicts, evaluation.ranks, strict=True
    ):
        if site.country == "KG":
            assert verdict is Verdict.FAIL
            assert rank == 0
    standing = dict(zip(matrix.sites.names, evaluation.verdicts, strict=True))
    assert standing["Ekibastuz"] is Verdict.CONDITIONAL
    assert standing["Hami"] is Verdict.CONDITIONAL
    assert evaluation.leader is not None
    after = MatrixBuilder(central_asia()).build(real_study(date(2021, 7, 1)))
    evaluation = evaluate(default_scenarios()[0], after)
    assert {
        verdict
        for site, verdict in zip(after.sites.items, evaluation.verdicts, strict=True)
        if site.country == "CN-XJ"
    } == {Verdict.FAIL}


def own(*measures, scenario=None):
    scenario = scenario or small()[0].with_added(Criterion(measures[-1].key, Linear(0, 100)))
    return replace(study(scenarios=(scenario,)), measures=measures)


def test_the_users_own_measures_stand_beside_the_programs():
    dust = UserMeasure("dust", "Dust", "g", typed=(("East", 4.0),))
    double = UserMeasure("double", "Double", expression="2 * xinjiang_distance + 0 * dust")
    matrix = MatrixBuilder(toy()).build(own(dust, double))
    assert [info.key for info in matrix.infos] == [
        "xinjiang_distance", "power_price", "double", "load_cover",
    ]  # fmt: skip
    assert matrix.column("double").value[:2] == pytest.approx([np.nan, 160], abs=0.1, nan_ok=True)
    assert matrix.info("double").group == "Your own"
    evaluation = evaluate(own(dust, double).scenario, matrix)
    assert evaluation.criteria[-1].key == "double"


def test_an_expression_measures_what_no_scenario_asks_for():
    cost = UserMeasure("cost", "Cost", expression="elevation / 10")
    study = own(cost)
    matrix = MatrixBuilder(toy()).build(study)
    assert "elevation" not in [info.key for info in matrix.infos]
    assert "elevation" in measures_of(study)


def test_own_columns_are_kept_until_what_they_are_made_of_changes():
    builder = MatrixBuilder(toy())
    cost = UserMeasure("cost", "Cost", expression="power_price * 2")
    far = UserMeasure("far", "Far", expression="xinjiang_distance * 2")
    base = own(far, cost)
    base = base.with_scenario(base.scenario.with_added(Criterion("far", Linear(0, 1))))
    first = builder.build(base)
    again = builder.build(base.with_weight("cost", 3))
    assert all(a is b for a, b in zip(first.columns, again.columns, strict=True))
    moved = builder.build(base.with_day(date(2022, 6, 2)))
    assert moved.column("far") is first.column("far")
    assert moved.column("cost") is not first.column("cost")


def test_pins_and_typed_values_measure_nothing_anew():
    builder = MatrixBuilder(toy())
    plain = study((WEST, EAST), scenarios=small())
    first = builder.build(plain)
    pinned = builder.build(plain.with_pin([EAST.name], pinned=True))
    assert [site.pinned for site in pinned.sites.items] == [False, True]
    assert all(a is b for a, b in zip(first.columns, pinned.columns, strict=True))
    typed = replace(EAST, values=(("power_price", 12.0),))
    given = builder.build(study((WEST, typed), scenarios=small()))
    assert given.column("xinjiang_distance") is first.column("xinjiang_distance")
    assert given.column("power_price").value[1] == 12
    assert builder.build(plain).column("power_price") is first.column("power_price")


def test_faults_of_own_measures_are_told_by_name():
    with pytest.raises(StudyError, match="a measure called power_price already"):
        MatrixBuilder(toy()).build(own(UserMeasure("power_price", "Mine")))
    odd = UserMeasure("odd", "Odd", expression="1 + moon_phase")
    with pytest.raises(StudyError, match="expression of Odd names moon_phase, which is no measure"):
        MatrixBuilder(toy()).build(own(odd))


def test_a_fact_of_the_user_measures_anew_what_reads_its_table_and_nothing_else():
    builder, before = MatrixBuilder(toy()), study(day=date(2021, 7, 1))
    first = builder.build(before)
    fact = OwnFact.of("tariffs", {"id": "T1", "price": "0.55"})
    second = builder.build(before.with_fact(fact))
    assert first.column("power_price").value[0] == pytest.approx(52.0)
    assert second.column("power_price").value[0] == pytest.approx(57.0)
    assert second.column("power_price").provenance[0].badge == "yours"
    anew = [
        info.key for info in first.infos if first.column(info.key) is not second.column(info.key)
    ]
    assert anew == ["power_price"]
    assert builder.build(before).column("power_price") is first.column("power_price")


def test_a_bad_fact_of_the_user_is_refused_by_name():
    fact = OwnFact.of("tariffs", {"id": "T1", "price": "-1"})
    with pytest.raises(StudyError, match=r"\(T1\): column price is -1, below 0"):
        MatrixBuilder(toy()).build(study().with_fact(fact))
