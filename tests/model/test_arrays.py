import numpy as np
import pytest

from siteselect.model.arrays import frozen_floats, frozen_ints


def test_none_becomes_unknown_and_the_array_cannot_be_changed():
    array = frozen_floats([1, None, 2.5])
    assert array.dtype == np.float64
    assert np.isnan(array[1])
    with pytest.raises(ValueError, match="read-only"):
        array[0] = 9


def test_the_callers_array_stays_its_own():
    own = np.array([1.0, 2.0])
    frozen = frozen_floats(own)
    own[0] = 7
    assert frozen.tolist() == [1.0, 2.0]


def test_integers_are_frozen_too():
    array = frozen_ints([3, 1, 2])
    assert array.dtype == np.intp
    assert not array.flags.writeable
