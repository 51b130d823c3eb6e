from dataclasses import replace

import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.model.user_measure import UserMeasure
from siteselect.model.value_function import Linear
from siteselect.ui.own_measure import (
    checked,
    columns_of_sites,
    first_criterion,
    key_for,
    known_keys,
    preview,
    with_criterion_on,
)
from tests.making import make_evaluation
from tests.ui.made import make_study


def test_a_key_reads_like_the_title_and_is_free():
    assert key_for("Rent per rack (USD)", ()) == "rent_per_rack_usd"
    assert key_for("Rent", ("rent", "rent_2")) == "rent_3"
    assert key_for("9 lives", ()) == "m_9_lives"
    assert key_for("電力", ()) == "measure"
    assert key_for("Max", ()) == "max_2"  # a function bears that name


def test_columns_of_the_sites_are_those_that_no_measure_is_called_by():
    study = make_study()
    first = replace(study.candidates[0], values=(("rent", 3.0), ("elevation", 500.0)))
    study = replace(study, candidates=(first, *study.candidates[1:]))
    assert columns_of_sites(study) == ("rent",)
    assert "elevation" in known_keys(study)


def test_faults_are_sentences():
    study = make_study()
    with pytest.raises(StudyError, match="names nothing_here, which is no measure"):
        checked(UserMeasure("rent", "Rent", expression="nothing_here + 1"), study)
    one = study.with_measure(UserMeasure("one", "One", expression="elevation + 1"))
    with pytest.raises(StudyError, match="circle"):
        checked(
            UserMeasure("one", "One", expression="two"),
            one.with_measure(UserMeasure("two", "Two", expression="one")),
        )


def test_values_are_previewed_as_far_as_the_matrix_goes():
    evaluation = make_evaluation(6)
    measure = UserMeasure("twice", "Twice", expression="measure_0 * 2")
    raw = evaluation.matrix.column("measure_0").value
    assert np.allclose(preview(measure, evaluation).value, 2 * raw, equal_nan=True)
    with pytest.raises(StudyError, match="measured when it is first asked for"):
        preview(UserMeasure("high", "High", expression="elevation * 2"), evaluation)


def test_it_is_judged_by_the_scenario_at_work_once():
    evaluation, study = make_evaluation(30), make_study()
    measure = UserMeasure("rent", "Rent", typed=(("Site 0001", 2.0), ("Site 0002", 8.0)))
    wider = with_criterion_on(study, measure, evaluation)
    assert wider.scenario.criterion("rent").value == Linear(2.0, 8.0)
    again = with_criterion_on(wider, measure.with_value("Site 0003", 9.0), evaluation)
    assert len(again.scenario.criteria) == len(wider.scenario.criteria)
    assert again.measures[0].typed[-1] == ("Site 0003", 9.0)


def test_a_criterion_can_start_without_values():
    high = UserMeasure("high", "High", expression="elevation * 2")
    assert first_criterion(high, make_evaluation(6)).value == Linear(0.0, 1.0)
