"""Round lengths against powers of ten written out by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siteselect.geo.round_length import round_below


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (1.0, 1.0), (1.99, 1.0), (2.0, 2.0), (4.999, 2.0), (5.0, 5.0), (9.99, 5.0), (10.0, 10.0),
        (1000.0, 1000.0), (999.9, 500.0), (0.049, 0.02), (123_456.0, 100_000.0),
    ],
)  # fmt: skip
def test_the_greatest_round_length_that_fits(most, expected):
    assert round_below(most) == expected


@given(st.floats(1e-6, 1e9))
def test_it_fits_and_the_next_would_not(most):
    found = round_below(most)
    mantissa = found / 10.0 ** math.floor(math.log10(found) + 1e-9)
    assert min(abs(mantissa - each) for each in (1, 2, 5)) < 1e-9
    assert found <= most < 2.5 * found * (1 + 1e-12)


@pytest.mark.parametrize("most", [0.0, -3.0, math.nan, math.inf])
def test_no_length_no_answer(most):
    with pytest.raises(ValueError, match="positive, finite"):
        round_below(most)
