from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from cattrs import BaseValidationError
from hypothesis import given
from hypothesis import strategies as st

from siteselect.model.criterion import AnyValueFunction
from siteselect.model.figures import Figure
from siteselect.model.fleet import Fleet, Lot, Machine
from siteselect.model.money import Cut, Money, Network, Origin, Partner
from siteselect.model.own_fact import OwnFact
from siteselect.model.scene import Bounds, Scene
from siteselect.model.supply import OwnPower, RouteKind
from siteselect.model.user_measure import UserMeasure
from siteselect.model.value_function import Linear
from siteselect.project.converter import (
    KINDS,
    faults,
    make_converter,
    structure_study,
    unstructure_study,
)
from siteselect.project.file import open_project, project_text
from siteselect.project.migrate import VERSION
from tests.project.test_file import made_study


def test_every_value_function_has_a_word():
    assert set(KINDS.values()) == set(get_args(AnyValueFunction))


def test_a_study_survives_the_way_through_plain_values():
    assert structure_study(unstructure_study(made_study())) == made_study()


def test_whole_numbers_are_written_short_and_read_as_they_were():
    plain = unstructure_study(made_study())
    assert plain["load_mw"] == 50
    assert isinstance(plain["load_mw"], int)
    assert isinstance(structure_study(plain).context.load_mw, float)


finite = st.floats(allow_nan=False, allow_infinity=False)


@given(finite, finite)
def test_any_anchors_survive(worst, best):
    if worst == best:
        return
    converter = make_converter()
    tagged = converter.unstructure(Linear(worst, best), AnyValueFunction)
    assert tagged["kind"] == "linear"
    assert converter.structure(tagged, AnyValueFunction) == Linear(worst, best)


def test_faults_name_their_place():
    plain = unstructure_study(made_study())
    plain["scenarios"][0]["gates"][0]["band"] = "wide"
    plain["load_mw"] = None
    with pytest.raises(BaseValidationError) as raised:
        structure_study(plain)
    assert sorted(faults(raised.value)) == [
        "study.load_mw: a number is wanted, here stands null",
        "study.scenarios[0].gates[0].band: a number is wanted, here stands 'wide'",
    ]


def test_a_lenient_converter_passes_over_unknown_keys():
    plain = unstructure_study(made_study()) | {"later": 1}
    with pytest.raises(BaseValidationError):
        structure_study(plain)
    assert structure_study(plain, strict=False) == made_study()


def test_what_came_later_is_written_only_where_it_says_something():
    study = made_study()
    assert "measures" not in unstructure_study(study)
    first = unstructure_study(study)["scenarios"][0]
    assert "total_100" not in first
    assert {"name", "locked"}.isdisjoint(first["criteria"][0])
    scenario = replace(study.scenario.with_copy("power_price"), total_100=True)
    richer = study.with_scenario(scenario.with_lock("power_price", locked=True))
    for measure in (
        UserMeasure("noise", "Noise", "dB", column="noise"),
        UserMeasure("cost", "Cost", expression="power_price * 2"),
        UserMeasure("view", "View", typed=(("Osh", 3.0),)),
    ):
        richer = richer.with_measure(measure)
    plain = unstructure_study(richer)
    assert plain["measures"][2] == {"key": "view", "title": "View", "typed": [("Osh", 3)]}
    assert structure_study(plain) == richer


def test_a_fault_in_an_expression_is_a_fault_of_the_file():
    plain = unstructure_study(made_study())
    plain["measures"] = [{"key": "a", "title": "A", "expression": "import os"}]
    with pytest.raises(BaseValidationError) as raised:
        structure_study(plain)
    told = list(faults(raised.value))
    assert len(told) == 1
    assert "study.measures[0]: The expression 'import os' is not understood" in told[0]


def money() -> Money:
    machine = Machine("S19 Pro", 110, 29.55, 2407, "catalogue", "shop")
    return Money(
        fleet=Fleet((Lot(machine, 5000),), fills_load=False),
        buys_machines=True,
        figures=(("decay", Figure(0.015, "yours", 0.01, 0.02)), ("months", Figure(60))),
        network=Network(Figure(35_801.68, "N"), Figure(2e13), Figure(6.25), Figure(0.0527)),
        partners=(Partner("BIT Mining", 0.8, 0.6), Partner("Local", 0.2, 0.4)),
        wanted_day=date(2021, 9, 1),
        origin=Origin("Zhundong", 89.1, 44.6),
        cuts=(Cut("KG", "12-01", "02-28", 18, 6, 0.5, "R26"),),
    )


def test_a_study_with_money_survives_and_stands_at_the_head():
    study = made_study().with_money(money())
    plain = unstructure_study(study)
    assert list(plain)[:5] == ["title", "pack", "as_of", "load_mw", "money"]
    assert structure_study(plain) == study
    assert structure_study(plain).money == money()


@pytest.mark.parametrize("chosen", [Money(), Money(cuts=())])
def test_no_cuts_are_something_else_than_the_cuts_of_the_pack(chosen):
    study = made_study().with_money(chosen)
    assert structure_study(unstructure_study(study)) == study


def test_a_study_that_says_nothing_of_money_has_no_such_key():
    assert "money" not in unstructure_study(made_study())
    assert structure_study(unstructure_study(made_study())).money is None


def test_faults_of_money_name_their_place():
    plain = unstructure_study(made_study().with_money(money()))
    plain["money"]["fleet"]["lots"][0]["count"] = 0
    with pytest.raises(BaseValidationError) as raised:
        structure_study(plain)
    assert list(faults(raised.value)) == [
        "study.money.fleet.lots[0]: There are 0 machines S19 Pro: give one or more."
    ]


def test_facts_and_routes_of_the_user_survive():
    fact = OwnFact.of("tariffs", {"id": "T022", "price": "19", "valid_to": ""})
    study = made_study().with_fact(fact).with_route(["Osh"], RouteKind.IMPORT)
    plant = replace(study.candidates[0], own_power=OwnPower(12.5, "KZT", renewable=True))
    study = replace(study, candidates=(plant, *study.candidates[1:]))
    plain = unstructure_study(study)
    assert plain["facts"] == [{"table": "tariffs", "id": "T022", "price": "19", "valid_to": ""}]
    assert plain["candidates"][2]["route"] == "import"
    assert plain["candidates"][0]["own_power"] == {
        "cost": 12.5,
        "currency": "KZT",
        "renewable": True,
    }
    assert structure_study(plain) == study
    assert "facts" not in unstructure_study(made_study())


def test_a_fact_of_the_user_that_is_no_row_is_a_fault_with_its_place():
    plain = unstructure_study(made_study())
    plain["facts"] = [
        {"table": "prices", "id": "1"},
        {"table": "rules", "id": 3},
        {"table": "rates"},
    ]
    with pytest.raises(BaseValidationError) as raised:
        structure_study(plain)
    found = list(faults(raised.value))
    assert [each.split(":")[0] for each in found] == [f"study.facts[{row}]" for row in range(3)]
    assert "one of tariffs, rules, mining_fee, rates is wanted" in found[0]
    assert "id: a text is wanted" in found[1]
    assert "has no id" in found[2]


def test_the_golden_file_with_money_reads_and_writes_the_same_text():
    golden = Path(__file__).parent / "golden" / "version_1_money.siteselect"
    study = made_study().with_money(money())
    assert open_project(golden) == study
    renumbered = golden.read_text().replace('"siteselect": 1', f'"siteselect": {VERSION}', 1)
    assert renumbered == project_text(study)


def test_half_a_sign_and_a_kind_that_is_a_list_are_faults_with_their_place():
    plain = unstructure_study(made_study())
    plain["title"] = "\ud800x"
    plain["scenarios"][0]["criteria"][0]["value"] = {"kind": ["linear"]}
    with pytest.raises(BaseValidationError) as raised:
        structure_study(plain)
    told = sorted(faults(raised.value))
    assert "criteria[0].value: unknown kind a list (there are linear" in told[0]
    assert told[1] == "study.title: the text holds the control sign U+D800: take it out"


SCENE = Scene(
    "North wins",
    "Cheap",
    date(2022, 1, 1),
    Bounds(50, 40.5, 80, 55),
    ("law", "sites"),
    "tornado",
    ("Osh",),
    "Say why.\nThen wait.",
)


def test_scenes_survive_and_old_files_have_none():
    study = made_study().with_scene(SCENE).with_scene(replace(SCENE, bounds=None, chart=""))
    plain = unstructure_study(study)
    assert structure_study(plain) == study
    assert plain["scenes"][0]["bounds"] == {"west": 50, "south": 40.5, "east": 80, "north": 55}
    assert "bounds" not in plain["scenes"][1]
    assert "scenes" not in unstructure_study(made_study())


def test_faults_of_scenes_are_told_with_their_place():
    plain = unstructure_study(made_study().with_scene(SCENE))
    plain["scenes"][0]["bounds"]["north"] = 12
    plain["scenes"][0]["headline"] = 3
    with pytest.raises(BaseValidationError) as caught:
        structure_study(plain)
    told = "; ".join(faults(caught.value))
    assert "study.scenes[0].headline: a text is wanted, here stands 3" in told
    assert "study.scenes[0].bounds: " in told
    assert "south below north" in told
