from datetime import date
from math import isnan

import pytest

from siteselect.criteria._prices import price_on
from siteselect.model.fact import Confidence
from siteselect.model.supply import RouteKind
from tests.criteria.toy import toy


def test_the_same_question_is_answered_from_memory():
    first = price_on(toy().facts, "AA", "AA-W", date(2021, 7, 1))
    assert price_on(toy().facts, "AA", "AA-W", date(2021, 7, 1)) is first


def test_parts_add_up_to_the_price():
    cell = price_on(toy().facts, "AA", "AA-W", date(2021, 7, 1))
    assert sum(part.amount for part in cell.provenance.parts) == pytest.approx(cell.amount.value)


def test_an_unseen_step_without_an_interval_leaves_the_price_unknown():
    cell = price_on(toy().facts, "AA", "AA-W", date(2022, 7, 15))  # no import is carried any more
    assert isnan(cell.amount.value)
    assert cell.amount.low == pytest.approx(0.5 / 20 * 1000)
    assert cell.provenance.source.startswith("The mining fee of this day is not known (F2")
    assert isnan(cell.provenance.parts[-1].amount)


def test_vat_whose_share_is_not_known_stays_in_and_is_told():
    cell = price_on(toy().facts, "BB", "BB-1", date(2021, 7, 1))
    assert cell.amount.value == pytest.approx(50.0)
    assert "VAT in it, its share is not known" in cell.provenance.note


def test_a_row_carried_over_a_gap_wears_its_badge():
    cell = price_on(toy().facts, "CC", "", date(2024, 1, 1))
    assert cell.provenance.badge == "carried"
    assert cell.provenance.confidence is Confidence.HIGH
    assert "carried from 2023-12-31" in cell.provenance.note


def test_the_route_that_the_user_chose_is_read():
    chosen = price_on(toy().facts, "AA", "AA-W", date(2021, 7, 1), wanted=RouteKind.IMPORT)
    assert chosen.amount.value == pytest.approx(94.0)  # 0.9 to 0.94, and 0.02 of fee, at 10
    assert "other routes: supplier 52.0" in chosen.provenance.note


def test_a_chosen_route_that_is_not_known_is_told():
    cell = price_on(toy().facts, "BB", "BB-1", date(2021, 7, 1), wanted=RouteKind.IMPORT)
    assert cell.amount.value == pytest.approx(50.0)
    assert "nothing is known of the chosen route (import)" in cell.provenance.note


def test_an_unknown_jurisdiction_is_named():
    cell = price_on(toy().facts, "ZZ", "", date(2021, 7, 1))
    assert isnan(cell.amount.value)
    assert "ZZ" in cell.provenance.source
