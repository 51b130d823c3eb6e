from datetime import date

import pytest

from siteselect.intake import cells
from siteselect.model.sites import Vat


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("18.5", 18.5),
        ("18,5", 18.5),
        ("1 234,5", 1234.5),
        ("1\u00a0234,5", 1234.5),
        ("1\u202f234", 1234),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234,567", 1234567),
        ("1.234.567", 1234567),
        ("1'234.5", 1234.5),
        ("−3.5", -3.5),
        ("1e3", 1000),
        ("1,500", 1.5),
    ],
)
def test_numbers_as_people_write_them(text, value):
    assert cells.number(text) == value


@pytest.mark.parametrize(
    "text", ["", "abc", "12 MW", "nan", "inf", "1e999", "--1", "0x10", "1_000"]
)
def test_what_is_no_number_is_said_so(text):
    with pytest.raises(ValueError, match="is no number"):
        cells.number(text)


def test_a_comma_before_three_figures_could_mean_either():
    assert [cells.ambiguous(text) for text in ("1,500", "18,5", "0,125", "1500", "1,5000")] == [
        True, False, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-06-02", date(2021, 6, 2)),
        ("2021/6/2", date(2021, 6, 2)),
        ("02.06.2021", date(2021, 6, 2)),
        ("2021/06/02 12:00:00", date(2021, 6, 2)),
    ],
)
def test_days(text, day):
    assert cells.day(text) == day


@pytest.mark.parametrize("text", ["06/02/2021", "2021-02-30", "June", "21-06-02"])
def test_a_day_that_could_mean_two_things_is_refused(text):
    with pytest.raises(ValueError, match="is no day such as"):
        cells.day(text)


def test_bounds_of_numbers():
    assert cells.not_negative("0") == 0
    assert cells.months("24") == 24
    for parse, text in (
        (cells.positive, "0"),
        (cells.not_negative, "-1"),
        (cells.months, "1,5"),
        (cells.longitude, "181"),
        (cells.latitude, "-91"),
    ):
        with pytest.raises(ValueError, match=text):
            parse(text)


def test_currencies_and_vat_by_their_names():
    assert [cells.currency(text) for text in ("kzt", "₸", "тенге", "$", "KZT/kWh")] == [
        "KZT", "KZT", "KZT", "USD", "KZT",
    ]  # fmt: skip
    assert cells.vat("Excl.") is Vat.EXCLUDED
    assert cells.vat("с НДС") is Vat.INCLUDED
    assert cells.vat("") is Vat.NOT_STATED
    with pytest.raises(ValueError, match="no currency"):
        cells.currency("cents")
    with pytest.raises(ValueError, match="is not excluded, included"):
        cells.vat("12 %")


def test_long_text_is_refused_and_quoted_short():
    with pytest.raises(ValueError, match="1001 signs"):
        cells.words("x" * 1001)
    assert len(cells.shown("x" * 100)) == 42
