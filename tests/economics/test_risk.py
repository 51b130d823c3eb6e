import numpy as np
import pytest

from siteselect.economics.risk import expected_seizure, revenue_at_risk


def test_a_chance_of_seizure_costs_its_share_of_the_machines():
    assert expected_seizure(np.array([0.03, np.nan]), 4e6)[0] == pytest.approx(120_000)
    assert np.isnan(expected_seizure(np.nan, 4e6))


def test_a_stop_costs_the_margin_of_its_months():
    assert float(revenue_at_risk(0.1, 3, 200_000)) == pytest.approx(60_000)
    assert float(revenue_at_risk(0.1, 3, -200_000)) == 0.0
