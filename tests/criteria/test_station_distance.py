import numpy as np
import pytest

from tests.criteria.toy import measured


def test_three_sites_by_hand():
    column = measured("station_distance")
    assert column.value[:3] == pytest.approx([10.0, 20.0, 210.0], abs=0.01)
    assert np.isnan(column.value[3])
    assert column.provenance[3].source.startswith("Beyond the pack's region")
