from datetime import date

import pytest

from siteselect.packs.rates import rate_on
from tests.packs.making import make_facts

FACTS = make_facts(
    rates="""id,currency,units_per_usd,start,end,kind
    Y,KZT,10,2021-01-01,2021-12-31,annual average
    M,KZT,12.5,2021-06-01,2021-06-30,monthly average
    D,KZT,12,2021-06-02,2021-06-02,spot
    L,KZT,20,2021-12-20,2021-12-31,fortnight"""
)


@pytest.mark.parametrize(
    ("day", "units", "note"),
    [
        (date(2021, 3, 1), 10, "annual average 2021"),
        (date(2021, 6, 1), 12.5, "monthly average 2021-06"),
        (date(2021, 6, 2), 12, "spot 2021-06-02"),
        (date(2021, 12, 31), 20, "fortnight 2021-12-20 to 2021-12-31"),
    ],
)
def test_the_narrowest_period_that_holds_the_day_wins(day, units, note):
    found = rate_on(FACTS, "KZT", day)
    assert found is not None
    assert (found.units_per_usd, found.note) == (units, note)
    assert (found.carried, found.age_days) == (False, 0)


def test_the_last_is_carried_for_twelve_months_and_marked():
    found = rate_on(FACTS, "KZT", date(2022, 1, 10))
    assert found is not None
    assert found.carried
    assert found.age_days == 10
    assert found.rate is not None
    assert found.rate.id == "L"  # ends with the year, but is narrower
    assert found.note.endswith("carried from 2021-12-31, 10 days")
    assert rate_on(FACTS, "KZT", date(2022, 12, 31)) is not None
    assert rate_on(FACTS, "KZT", date(2023, 1, 1)) is None


def test_nothing_is_read_before_its_time():
    assert rate_on(FACTS, "KZT", date(2020, 12, 31)) is None
    assert rate_on(FACTS, "CNY", date(2021, 6, 2)) is None


def test_the_dollar_is_one():
    found = rate_on(FACTS, "USD", date(1999, 1, 1))
    assert found is not None
    assert (found.units_per_usd, found.rate) == (1.0, None)


def test_of_two_that_differ_the_surer_speaks_and_the_other_is_named():
    facts = make_facts(
        rates="""id,currency,units_per_usd,start,end,confidence
        street,KGS,2.2,2021-01-01,2021-12-31,low
        bank,KGS,2,2021-01-01,2021-12-31,high"""
    )
    found = rate_on(facts, "KGS", date(2021, 6, 2))
    assert found is not None
    assert found.units_per_usd == 2
    assert "street says 2.2" in found.note
