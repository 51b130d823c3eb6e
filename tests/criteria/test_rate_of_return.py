from dataclasses import replace

import numpy as np
import pytest

from siteselect.economics.cash_flow import irr
from tests.criteria.toy import WEST
from tests.criteria.toy_money import MWH, REVENUE, judged


def test_the_rate_of_a_level_year_in_per_cent():
    margin = (REVENUE - MWH * 41.6) / 12
    expected = float(irr(300_000.0, np.full(12, margin))) * 100
    assert judged("rate_of_return", [WEST]).value == pytest.approx([expected])


def test_lost_money_has_none():
    found = judged("rate_of_return", [replace(WEST, values=(("power_price", 500.0),))])
    assert np.isnan(found.value[0])
    assert found.provenance[0].source.startswith("No rate gives the flows")
