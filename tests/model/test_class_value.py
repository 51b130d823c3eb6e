import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.model.class_value import Category, Step
from siteselect.model.value_function import Objective


def test_a_class_begins_at_its_bound():
    value = Step(((10, 0.5), (110, 1.0)), below=0.1)
    assert value(np.array([9.99, 10, 109, 110, 500])).tolist() == [0.1, 0.5, 0.5, 1, 1]
    assert value.objective is Objective.MAX
    assert Step(((10, 0.5), (110, 0.2)), below=1.0).objective is Objective.MIN
    assert Step(((10, 1.0), (110, 0.2))).objective is Objective.TARGET


@pytest.mark.parametrize(
    ("steps", "below"),
    [
        ((), 0.0),
        (((1, 0.5), (1, 0.6)), 0.0),
        (((np.inf, 0.5),), 0.0),
        (((1, 1.5),), 0.0),
        (((1, 0.5),), -0.1),
        (((1, np.nan),), 0.0),
    ],
)
def test_steps_that_are_none(steps, below):
    with pytest.raises(StudyError, match="one or more classes"):
        Step(steps, below)


def test_a_code_that_is_not_listed_is_unknown():
    value = Category(((2, 1.0), (0, 0.0), (1, 0.7)))
    np.testing.assert_array_equal(
        value(np.array([0, 1, 2, 3, np.nan])), [0, 0.7, 1, np.nan, np.nan]
    )
    assert value.objective is Objective.MAX
    assert value.reach(np.empty(0)) == (0, 2)


@pytest.mark.parametrize(
    "values", [(), ((1, 0.5), (1, 0.6)), ((np.nan, 0.5),), ((1, 1.5),), ((1, np.nan),)]
)
def test_categories_that_are_none(values):
    with pytest.raises(StudyError, match="one or more different finite codes"):
        Category(values)
