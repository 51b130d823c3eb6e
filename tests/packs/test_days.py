from datetime import date

import pytest

from siteselect.packs.days import is_stale, is_stale_year, may_be_carried, months_later


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2021, 1, 31), 1, date(2021, 2, 28)),
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
        (date(2021, 12, 1), 1, date(2022, 1, 1)),
        (date(2021, 6, 2), 18, date(2022, 12, 2)),
        (date(9999, 6, 2), 12, date.max),
    ],
)
def test_months_later(day, months, later):
    assert months_later(day, months) == later


def test_a_row_is_carried_for_twelve_months_and_not_a_day_more():
    end = date(2020, 12, 31)
    assert not may_be_carried(end, end)
    assert may_be_carried(end, date(2021, 1, 1))
    assert may_be_carried(end, date(2021, 12, 31))
    assert not may_be_carried(end, date(2022, 1, 1))


def test_an_open_row_is_stale_after_eighteen_months():
    assert not is_stale(date(2020, 1, 1), date(2021, 7, 1))
    assert is_stale(date(2020, 1, 1), date(2021, 7, 2))


@pytest.mark.parametrize(
    ("year", "stale"), [(2017, True), (2018, False), (2021, False), (2023, False)]
)
def test_a_figure_of_a_year_is_stale_after_three(year, stale):
    assert is_stale_year(year, 2021) is stale
