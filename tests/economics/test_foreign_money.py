"""Net present value and rate of return against numpy-financial, on flows drawn at random."""

import numpy as np
import numpy_financial
import pytest

from siteselect.economics.cash_flow import irr, npv

CASES = 60


@pytest.fixture(scope="module")
def flows():
    generator = np.random.default_rng(20210602)
    capital = generator.uniform(1e5, 5e6, CASES)
    worth = generator.uniform(0.6, 2.5, CASES) * capital / 48
    decay = generator.uniform(0.97, 1.0, CASES)
    return capital, worth[:, None] * decay[:, None] ** np.arange(48)


@pytest.mark.parametrize("yearly", [0.0, 0.05, 0.15, 0.4])
def test_net_present_value(flows, yearly):
    capital, each = flows
    monthly = (1 + yearly) ** (1 / 12) - 1
    theirs = [
        numpy_financial.npv(monthly, np.concatenate(([-start], row)))
        for start, row in zip(capital, each, strict=True)
    ]
    assert npv(capital, each, yearly) == pytest.approx(theirs, rel=1e-10, abs=1e-4)


def test_internal_rate_of_return(flows):
    capital, each = flows
    monthly = [
        numpy_financial.irr(np.concatenate(([-start], row)))
        for start, row in zip(capital, each, strict=True)
    ]
    assert irr(capital, each) == pytest.approx((1 + np.array(monthly)) ** 12 - 1, rel=1e-8)
