import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.model.criterion import Criterion
from siteselect.model.value_function import Linear


@pytest.mark.parametrize("weight", [-1.0, np.nan, np.inf])
def test_a_weight_that_is_none_is_refused_by_name(weight):
    with pytest.raises(StudyError, match=r"The weight of elevation is .*: give a finite number"):
        Criterion("elevation", Linear(0, 1), weight)


def test_criteria_are_values():
    one, other = Criterion("a", Linear(0, 1)), Criterion("a", Linear(0, 1))
    assert one == other
    assert hash(one) == hash(other)
    assert Criterion("a", Linear(0, 1), 0.0).weight == 0


def test_the_key_is_the_measure_unless_it_has_a_name():
    assert Criterion("power_price", Linear(75, 35)).key == "power_price"
    assert Criterion("power_price", Linear(75, 35), name="price_2").key == "price_2"
    with pytest.raises(StudyError, match="The weight of price_2 is -1"):
        Criterion("power_price", Linear(75, 35), -1, name="price_2")
