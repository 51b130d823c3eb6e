import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.model.relative_value import Percentile, ZScore


def test_a_percentile_is_the_share_of_others_beaten_equals_counting_half():
    raw = np.array([10.0, 20.0, 20.0, 40.0, np.nan])
    np.testing.assert_allclose(Percentile()(raw), [0, 0.5, 0.5, 1, np.nan])
    np.testing.assert_allclose(Percentile(higher_is_better=False)(raw), [1, 0.5, 0.5, 0, np.nan])


def test_a_percentile_of_a_new_value_lies_between_its_neighbours():
    among = np.array([10.0, 20.0, 40.0])
    np.testing.assert_allclose(
        Percentile()(np.array([5.0, 15.0, 30.0, 50.0]), among), [0, 0.25, 0.75, 1]
    )


def test_a_z_score_counts_standard_deviations_from_the_mean():
    raw = np.array([2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0])  # mean 5, standard deviation 2
    value = ZScore(width=2)(raw)
    np.testing.assert_allclose(value, 0.5 + (raw - 5) / 2 / 4)
    assert ZScore(width=2).reach(raw) == (1.0, 9.0)
    assert ZScore(width=0.5)(raw).tolist()[0] == 0
    assert ZScore(width=0.5)(raw).tolist()[-1] == 1


@pytest.mark.parametrize("width", [0, -1, np.nan, np.inf])
def test_a_width_that_is_none(width):
    with pytest.raises(StudyError, match="standard deviations wide"):
        ZScore(width=width)
