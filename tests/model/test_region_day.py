from dataclasses import FrozenInstanceError
from datetime import date
from math import nan

import pytest

from siteselect.model.gate import Verdict
from siteselect.model.region_day import RegionDay, RegionState


def test_a_day_is_a_value():
    state = RegionState("AA-1", "West", "AA", nan, 20.0, nan, "floor", "", "", Verdict.FAIL, "")
    day = RegionDay(date(2021, 6, 2), (state,), "Alpha: mining suspended")
    assert day == RegionDay(date(2021, 6, 2), (state,), "Alpha: mining suspended")
    with pytest.raises(FrozenInstanceError):
        day.headline = "something else"
