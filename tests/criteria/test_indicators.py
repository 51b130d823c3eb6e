from datetime import date

import numpy as np

from siteselect.criteria._indicators import indicator
from siteselect.model.study import Context
from tests.criteria.toy import SITES, toy


def test_the_nearest_vintage_wears_its_year():
    column = indicator("political_stability", SITES, toy(), Context(date(2021, 6, 2)))
    assert column.value[:3].tolist() == [0.5, 0.5, -0.5]
    assert column.provenance[0].badge == "observed 2020"
    column = indicator("political_stability", SITES, toy(), Context(date(2024, 6, 2)))
    assert column.value[:3].tolist() == [0.7, 0.7, -0.5]


def test_the_parents_value_serves_and_is_named():
    where = indicator("rule_of_law", SITES, toy(), Context(date(2021, 6, 2))).provenance[0]
    assert where.note == "of The Union"


def test_an_indicator_that_is_not_there_is_unknown_with_a_reason():
    column = indicator("rule_of_law", SITES, toy(), Context(date(2021, 6, 2)))
    assert np.isnan(column.value[3])
    assert column.provenance[3].source == "The pack has no rule of law of Gammaland."


def test_a_vintage_that_lies_far_back_wears_a_mark():
    """The toy pack's last vintage is of 2022 in Alphaland, of 2021 in Betaland."""
    badges = {}
    for year in (2024, 2025, 2026):
        column = indicator("political_stability", SITES, toy(), Context(date(year, 6, 2)))
        badges[year] = (column.provenance[0].badge, column.provenance[2].badge)
    assert badges == {
        2024: ("observed 2022", "observed 2021"),
        2025: ("observed 2022", "observed 2021, stale"),
        2026: ("observed 2022, stale", "observed 2021, stale"),
    }
