from datetime import timedelta

import numpy as np

from tests.criteria.toy import DAY, WEST
from tests.criteria.toy_money import judged, money


def test_twenty_weeks_for_a_transformer_against_the_wanted_day():
    chosen = money(wanted_day=DAY + timedelta(days=200), days_to_move=12)
    assert judged("days_to_spare", [WEST], chosen).value.tolist() == [200 - 140 - 12]


def test_without_a_wanted_day_it_is_unknown():
    found = judged("days_to_spare", [WEST])
    assert np.isnan(found.value[0])
    assert found.provenance[0].source == "No day is set on which machines must run."
