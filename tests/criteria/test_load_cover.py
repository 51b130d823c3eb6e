from datetime import date

import numpy as np
import pytest

from siteselect.criteria import MEASURES
from siteselect.mcda.gates import gate_results
from siteselect.model.decision_matrix import DecisionMatrix
from siteselect.model.gate import Gate, Verdict
from siteselect.model.sites import Offer, Sites
from tests.criteria.toy import DAY, WEST, measured, site

OFFERED = site(90, 1, offer=Offer(power_mw=80.0, letter_date=date(2021, 5, 1)))
LONELY = site(90, 90)


def verdicts(sites, load):
    column = measured("load_cover", sites, load=load)
    info = MEASURES["load_cover"].info("load_cover")
    matrix = DecisionMatrix(Sites(tuple(sites)), (info,), (column,), DAY, load)
    return [row[0].verdict for row in gate_results((Gate("load_cover", at_least=1.0),), matrix)]


def test_power_offered_in_writing_passes_or_fails():
    assert measured("load_cover", [OFFERED]).value == pytest.approx([1.6])
    assert verdicts([OFFERED], 50.0) == [Verdict.PASS]
    assert verdicts([OFFERED], 100.0) == [Verdict.FAIL]


def test_power_installed_near_is_conditional_at_best():
    column = measured("load_cover", [WEST])
    assert column.value == pytest.approx([9.0])
    assert column.provenance[0].at_best is Verdict.CONDITIONAL
    assert verdicts([WEST], 50.0) == [Verdict.CONDITIONAL]


def test_less_installed_than_wanted_proves_nothing():
    column = measured("load_cover", [WEST], load=451.0)
    assert np.isnan(column.value).all()
    assert "only 450 MW are installed within 50 km" in column.provenance[0].source
    assert verdicts([WEST], 451.0) == [Verdict.UNKNOWN]


def test_nothing_near_is_unknown_and_says_what_to_do():
    column = measured("load_cover", [LONELY])
    assert np.isnan(column.value).all()
    assert "ask for a dated letter" in column.provenance[0].source
    assert verdicts([LONELY], 50.0) == [Verdict.UNKNOWN]


def test_an_offer_without_power_leaves_the_stations_to_speak():
    assert measured("load_cover", [site(90, offer=Offer(0.05))]).value == pytest.approx([9.0])
