"""A study that says something wherever a study can: what the golden files of version 2 hold."""

from dataclasses import replace

from siteselect.model.own_fact import OwnFact
from siteselect.model.study import Study
from siteselect.model.supply import OwnPower, RouteKind
from siteselect.model.user_measure import UserMeasure
from tests.project.test_converter import money
from tests.project.test_file import made_study


def full_study() -> Study:
    study = made_study().with_money(money()).with_route(["Osh"], RouteKind.IMPORT)
    plant = replace(study.candidates[0], own_power=OwnPower(12.5, "KZT", renewable=True))
    study = replace(study, candidates=(plant, *study.candidates[1:]))
    study = study.with_fact(
        OwnFact.of("tariffs", {"id": "T022", "price": "19", "note": "letter of the 20th"})
    )
    for measure in (
        UserMeasure("noise", "Noise", "dB", column="noise"),
        UserMeasure("cost", "Cost", expression="power_price * 2"),
        UserMeasure("view", "View", typed=(("Osh", 3.0),)),
    ):
        study = study.with_measure(measure)
    scenario = replace(study.scenario.with_copy("power_price"), total_100=True)
    return study.with_scenario(scenario.with_lock("power_price", locked=True))
