from datetime import date

from siteselect.criteria._quotes import best_quotes, is_estimate, nearest_known, wholesale
from siteselect.packs.rows import Route
from tests.criteria.toy import central_asia, toy


def ids(quotes):
    return [each.tariff.id for each in quotes]


def test_the_own_region_comes_before_the_whole_land():
    assert ids(best_quotes(toy().facts, "AA", "AA-W", date(2021, 6, 15))) == ["T1"]
    assert ids(best_quotes(toy().facts, "AA", "AA-E", date(2021, 6, 15))) == ["T2"]


def test_a_stale_row_comes_after_all_fresh_ones():
    assert ids(best_quotes(toy().facts, "AA", "AA-E", date(2021, 8, 1))) == ["T8"]  # carried import
    assert ids(best_quotes(toy().facts, "AA", "AA-E", date(2023, 1, 1))) == ["T2"]


def test_household_rows_are_for_scale_only():
    assert ids(best_quotes(toy().facts, "BB", "BB-1", date(2021, 6, 15))) == ["T6"]


def test_miners_own_rows_beat_those_of_industry_once_there_are_any():
    facts = central_asia().facts
    assert ids(best_quotes(facts, "KG", "KG-C", date(2021, 10, 14))) == ["T001"]
    assert ids(best_quotes(facts, "KG", "KG-C", date(2021, 10, 15))) == ["T003"]


def test_rows_that_disagree_stand_beside_each_other():
    assert set(ids(best_quotes(central_asia().facts, "KZ", "KZ-AKT", date(2021, 8, 15)))) == {
        "T071",
        "T072",
    }


def test_price_and_fee_in_one_sum_is_never_carried():
    facts = central_asia().facts
    assert ids(best_quotes(facts, "KZ", "KZ-AKT", date(2025, 12, 31))) == ["T073"]
    assert best_quotes(facts, "KZ", "KZ-AKT", date(2026, 1, 1)) == ()


def test_a_row_for_the_land_is_an_estimate_where_regions_have_their_own():
    facts = toy().facts
    assert is_estimate(facts, "AA", best_quotes(facts, "AA", "AA-E", date(2021, 6, 15))[0].tariff)
    assert not is_estimate(facts, "BB", best_quotes(facts, "BB", "", date(2021, 6, 15))[0].tariff)


def test_the_wholesale_sum_takes_the_cheapest_producer_and_one_row_a_part():
    sold = wholesale(toy().facts, "AA", "AA-W", date(2021, 6, 15))
    assert sold.producer.tariff.id == "T3"
    assert ids(sold.grid) == ["T4", "T5"]
    assert wholesale(toy().facts, "BB", "BB-1", date(2021, 6, 15)) is None


def test_the_nearest_known_year_is_a_whole_year_within_two():
    facts = central_asia().facts
    assert [row.id for row in nearest_known(facts, "US-TX", date(2021, 6, 2))] == ["C01", "C08"]
    assert nearest_known(facts, "US-TX", date(2019, 6, 1)) == ()
    assert nearest_known(facts, "RU-SIB", date(2019, 6, 1)) == ()  # one month is no year


def test_other_producers_stand_behind_the_cheapest():
    sold = wholesale(central_asia().facts, "KZ", "KZ-KAR", date(2021, 6, 2))
    assert sold.producer.tariff.id == "T033"
    assert ids(sold.others) == ["T035"]


def test_one_route_can_be_asked_alone():
    day = date(2022, 6, 1)
    asked = best_quotes(central_asia().facts, "KZ", "KZ-KAR", day, (Route.IMPORT,))
    assert ids(asked) == ["T023"]
