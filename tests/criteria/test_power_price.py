from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from siteselect.model.fact import Confidence
from siteselect.model.sites import Offer, Site, Vat
from siteselect.model.supply import OwnPower, RouteKind
from siteselect.packs.rates import rate_on
from tests.criteria.toy import GAMMA, WEST, central_asia, measured, site

CITY = {
    "Kostanay": Site("Kostanay", "KZ", 63.62463, 53.21435),
    "Almaty": Site("Almaty", "KZ", 76.9115, 43.25249),
    "Karaganda": Site("Karaganda", "KZ", 73.10211, 49.80187),
    "Aktobe": Site("Aktobe", "KZ", 57.20718, 50.27969),
    "Atyrau": Site("Atyrau", "KZ", 51.88427, 47.1048),
    "Bishkek": Site("Bishkek", "KG", 74.59, 42.87),
    "Hami": Site("Hami", "CN-XJ", 93.50601, 42.83393),
    "Texas": Site("Texas", "US-TX", -97.00137, 30.65548, off_map=True),
}


def real(name, day, **rest):
    column = measured("power_price", [CITY[name]], day, pack=central_asia(), **rest)
    return column.value[0], column.low[0], column.high[0], column.provenance[0]


def parts(provenance):
    return {part.title: part for part in provenance.parts}


def test_the_toy_worked_by_hand():
    column = measured("power_price", day=date(2021, 7, 1))
    # West 0.5 + fee 0.02 at 10; East 0.7 (0.6 to 0.8) + 0.02; Beta 0.1 at 2; Gamma 0.045
    assert column.value == pytest.approx([52.0, 72.0, 50.0, 45.0])
    assert column.low == pytest.approx([52.0, 62.0, 50.0, 40.0])
    assert column.high == pytest.approx([52.0, 82.0, 50.0, 50.0])
    assert column.provenance[1].badge == "national estimate"
    assert column.provenance[1].confidence is Confidence.LOW
    assert parts(column.provenance[0])["Mining fee"].amount == pytest.approx(2.0)


def test_kostanay_in_november_2023():
    value, low, high, where = real("Kostanay", date(2023, 11, 15))
    assert round(value / 10, 2) == 7.45
    assert value == low == high
    assert "with VAT of 12 % on energy 83.1" in where.note
    assert parts(where)["Energy"].amount == pytest.approx(32.97 / 456.2 * 1000)
    assert parts(where)["Mining fee"].amount == pytest.approx(1000 / 456.2)
    assert where.badge == "reference"
    assert "closed to miners" in where.note
    assert where.confidence is Confidence.LOW


def test_almaty_in_december_2024():
    assert round(real("Almaty", date(2024, 12, 10))[0] / 10, 2) == 6.63


def test_kyrgyzstan_in_november_2021():
    value, low, high, where = real("Bishkek", date(2021, 11, 15))
    assert round(parts(where)["Energy"].amount / 10, 2) == 5.96
    assert round(value / 10, 2) == 6.85
    assert value == low == high
    assert "R20" in parts(where)["Tax on the bill"].source


def test_kyrgyzstan_in_june_2025_at_the_rate_that_the_pack_reads():
    day = date(2025, 6, 15)
    value, *_, where = real("Bishkek", day)
    rate = rate_on(central_asia().facts, "KGS", day).units_per_usd
    assert value == pytest.approx(6.06 * 1.10 / rate * 1000)
    assert f"at {rate:g} KGS a US dollar" in where.note
    assert value / 10 == pytest.approx(7.64, abs=0.05)  # by hand at 87.2, the mean of 2024


def test_two_tax_rates_in_conflict_give_an_interval():
    value, low, high, where = real("Bishkek", date(2023, 6, 15))
    assert value == low == pytest.approx(5.04 * 1.10 / 87.9 * 1000)
    assert high == pytest.approx(5.04 * 1.15 / 87.9 * 1000)
    assert {"R20", "R25"} <= {
        word.strip(":") for word in parts(where)["Tax on the bill"].source.split()
    }


def test_the_price_that_miners_named_on_the_day_of_the_story():
    value, low, high, where = real("Karaganda", date(2021, 6, 2))
    assert (low, high) == (pytest.approx(18 / 425.9 * 1000), pytest.approx(20 / 425.9 * 1000))
    assert value == pytest.approx(19 / 425.9 * 1000)
    assert where.source.startswith("T022")
    assert "Mining fee" not in parts(where)  # there was none before 2022


def test_an_unseen_step_of_the_fee_is_an_interval_and_no_line():
    value, low, high, where = real("Karaganda", date(2023, 3, 1))
    assert low < value < high
    assert low == pytest.approx(24 / 456.2 * 1000)
    assert high == pytest.approx(26 / 456.2 * 1000)
    assert "step not seen" in parts(where)["Mining fee"].note
    assert where.badge == "carried"


def test_the_fee_of_2026_is_unknown_and_so_is_the_price_above_its_floor():
    day = date(2026, 6, 1)
    value, low, high, where = real("Kostanay", day)
    assert np.isnan(value)
    assert np.isnan(high)
    rate = rate_on(central_asia().facts, "KZT", day).units_per_usd
    assert low == pytest.approx(29.14 / rate * 1000)
    assert where.source.startswith("The mining fee of this day is not known (F12")


def test_the_wholesale_sum_is_a_floor_and_no_price():
    value, low, high, where = real("Aktobe", date(2019, 6, 1))
    assert np.isnan(value)
    assert np.isnan(high)
    assert low == pytest.approx((5.25 + 2.496 + 0.237 + 0.088) / 382.7 * 1000)
    assert "is a floor" in where.source
    assert [part.title for part in where.parts][1:] == [
        "Grid: transmission",
        "Grid: dispatch",
        "Grid: balancing",
    ]


def test_where_nothing_is_known_a_sentence_says_so():
    value, low, _, where = real("Atyrau", date(2019, 6, 1))
    assert np.isnan([value, low]).all()
    assert where.source.startswith("No price of power")
    assert "KZ-ATY" in where.source


def test_a_comparator_takes_the_nearest_known_year_as_an_interval():
    value, low, high, where = real("Texas", date(2021, 6, 2))
    assert (value, low, high) == (pytest.approx(66.0), pytest.approx(66.0), pytest.approx(77.1))
    assert where.badge == "2023, the nearest known"
    assert where.confidence is Confidence.LOW


def test_a_comparator_of_2019_reads_no_later_year():
    assert np.isnan(real("Texas", date(2019, 6, 1))[0])


def test_an_offer_beats_the_pack_and_bears_the_fee_of_the_day():
    offered = site(90, offer=Offer(0.3, "AAD", Vat.EXCLUDED, letter_date=date(2021, 5, 1)))
    column = measured("power_price", [offered, WEST], date(2021, 7, 1))
    assert column.value == pytest.approx([32.0, 52.0])
    where = column.provenance[0]
    assert where.confidence is Confidence.USER
    assert where.badge == "yours"
    assert where.observed == "2021-05-01"
    assert parts(where)["Energy"].amount == pytest.approx(30.0)


def test_tax_in_an_offer_is_taken_out_where_its_share_is_known():
    offered = site(90, offer=Offer(0.33, "AAD", Vat.INCLUDED))
    column = measured("power_price", [offered], date(2021, 7, 1))
    assert column.value == pytest.approx([32.0])
    assert "VAT of 10 % taken out" in column.provenance[0].note


def test_an_offer_stands_where_the_fee_is_unknown_and_says_what_is_missing():
    offered = Site("Offer", "KZ", 76.9, 43.2, offer=Offer(0.045, "USD"))
    column = measured("power_price", [offered], date(2026, 6, 1), pack=central_asia())
    assert column.value == pytest.approx([45.0])
    assert column.provenance[0].badge == "yours, without fee"
    assert "mining fee of this day is not known" in column.provenance[0].note


def test_an_offer_in_a_currency_without_a_rate_is_unknown():
    offered = site(90, offer=Offer(0.3, "XYZ"))
    column = measured("power_price", [offered])
    assert np.isnan(column.value).all()
    assert "No exchange rate of XYZ" in column.provenance[0].source


def test_a_price_without_a_rate_of_the_day_is_unknown():
    column = measured("power_price", [WEST], date(2024, 1, 1))
    assert np.isnan(column.value).all()
    assert "No exchange rate of AAD" in column.provenance[0].source


def test_a_site_off_the_map_has_no_region_of_its_own():
    assert measured("power_price", [GAMMA]).value == pytest.approx([45.0])


def test_as_little_as_is_the_lower_end_of_a_price_and_no_price():
    value, low, high, where = real("Hami", date(2021, 6, 2))
    assert np.isnan(value)
    assert np.isnan(high)
    assert low == pytest.approx(0.22 / 6.425 * 1000)
    assert "lower end" in where.badge
    assert where.source.startswith("Only the lower end of the price is known")


def test_a_plant_of_ones_own_is_one_more_route():
    own = OwnPower(0.3, "AAD")
    column = measured("power_price", [site(90, own_power=own), WEST], date(2021, 7, 1))
    assert column.value == pytest.approx([32.0, 52.0])  # cheaper than the supplier's 0.5
    dear = site(90, own_power=OwnPower(0.6, "AAD"))
    assert measured("power_price", [dear], date(2021, 7, 1)).value == pytest.approx([52.0])
    chosen = replace(dear, route=RouteKind.OWN_PLANT)
    assert measured("power_price", [chosen], date(2021, 7, 1)).value == pytest.approx([62.0])


def test_karaganda_reads_imports_once_the_auction_closes_its_supplier():
    before, *_, where = real("Karaganda", date(2023, 6, 30))
    assert before == pytest.approx((19 + 5.5) / 456.2 * 1000)
    after, *_, where = real("Karaganda", date(2023, 7, 1))
    assert after == pytest.approx((46 + 1) / 456.2 * 1000)
    assert where.source.startswith("T023")
    assert "reference" not in where.badge
