from dataclasses import replace

import pytest

from siteselect.errors import StudyError
from siteselect.project.column_criteria import (
    columns_with_numbers,
    key_for,
    with_column_criterion,
)
from siteselect.project.file import sample_study


@pytest.fixture
def study():
    sample = sample_study()
    sites = tuple(
        replace(site, values=(("Noise, dB", 40.0 + place), ("same", 1.0)))
        for place, site in enumerate(sample.candidates)
    )
    return replace(sample, candidates=sites)


def test_columns_that_tell_sites_apart(study):
    assert columns_with_numbers(study.candidates) == ("Noise, dB",)
    assert columns_with_numbers(study.candidates[:1]) == ("Noise, dB", "same")


def test_a_column_becomes_a_measure_and_a_criterion_once(study):
    wider = with_column_criterion(study, "Noise, dB")
    (measure,) = [each for each in wider.measures if each.column == "Noise, dB"]
    assert measure.key == "noise_db"
    criterion = wider.scenario.criteria[-1]
    assert criterion.measure == "noise_db"
    assert (criterion.value.worst, criterion.value.best) == (40.0, 40.0 + len(study.candidates) - 1)
    assert with_column_criterion(wider, "Noise, dB") == wider


def test_a_column_that_is_not_there_is_told(study):
    with pytest.raises(StudyError, match=r"no column of numbers called mood\. They have: Noise"):
        with_column_criterion(study, "mood")


def test_keys_are_free_and_read_like_the_title():
    assert key_for("Шум", ()) == "measure"
    assert key_for("2nd fibre", ()) == "m_2nd_fibre"
    assert key_for("min", ()) == "min_2"
    assert key_for("a", ("a", "a_2")) == "a_3"
