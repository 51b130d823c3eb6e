from datetime import date

import numpy as np
import pytest

from siteselect.model.sites import Site
from tests.criteria.toy import central_asia, measured, site


def test_the_nearest_crossing_that_is_open_on_the_day():
    sites = [site(250, 50), site(90)]
    before = measured("crossing_distance", sites, date(2020, 12, 31))
    assert before.value == pytest.approx([50.0, 210.0], abs=0.05)
    after = measured("crossing_distance", sites, date(2021, 1, 1))
    assert after.value == pytest.approx([np.hypot(50, 50), 210.0], abs=0.05)
    assert "Crossing C1" in after.provenance[0].note


def test_before_any_opened_it_is_unknown_with_a_reason():
    column = measured("crossing_distance", [site(250)], date(2014, 1, 1))
    assert np.isnan(column.value).all()
    assert column.provenance[0].source == (
        "The pack knows no crossing between Alphaland and Betaland that is open on the day."
    )


def test_a_crossing_whose_day_is_unknown_counts_and_is_flagged():
    almaty = Site("Almaty", "KZ", 76.9115, 43.25249)
    column = measured("crossing_distance", [almaty], pack=central_asia())
    assert column.value[0] == pytest.approx(299.9, abs=0.1)
    assert column.provenance[0].badge == "day unknown"
    assert "Khorgos" in column.provenance[0].note


def test_a_crossing_must_join_the_own_country_with_the_origin():
    bishkek = Site("Bishkek", "KG", 74.59, 42.87)
    where = measured("crossing_distance", [bishkek], pack=central_asia()).provenance[0]
    assert "Torugart" in where.note  # Korday is nearer, and leads to Kazakhstan
