from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.model.study import Context, Study
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
