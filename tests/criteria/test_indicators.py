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
