from datetime import date

import numpy as np
import pytest

from tests.criteria.toy import measured


def test_three_sites_by_hand():
    column = measured("capacity_50km", day=date(2021, 6, 2))
    # West: S1 at 10 km, S5 at hypot(30, 30) km; East: S3 at 20; Beta: S4 at 10
    assert column.value[:3] == pytest.approx([450.0, 150.0, 90.0])
    assert np.isnan(column.value[3])


def test_a_station_built_later_joins_in_its_year():
    # S2 lies 50 km east of West, a metre within
    assert measured("capacity_50km", day=date(2022, 6, 2)).value[0] == pytest.approx(510.0)
