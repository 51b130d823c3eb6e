from datetime import date

import pytest

from siteselect.model.fact import Source, Validity

DAY = date(2021, 6, 2)


@pytest.mark.parametrize(
    ("validity", "holds"),
    [
        (Validity(DAY, DAY), True),
        (Validity(date(2021, 6, 3), None), False),
        (Validity(date(2020, 1, 1), date(2021, 6, 1)), False),
        (Validity(date(2020, 1, 1)), True),
        (Validity(None, date(2022, 1, 1)), False),
        (Validity(), False),
    ],
)
def test_both_ends_hold_and_without_a_start_no_day_does(validity, holds):
    assert validity.holds(DAY) is holds


def test_validity_in_words():
    assert str(Validity(DAY)) == "2021-06-02 to not stated"
    assert str(Validity(None, DAY)) == "unknown to 2021-06-02"


def test_a_source_leads_with_its_row():
    assert str(Source("Ministry, order 12", reference="T016")) == "T016: Ministry, order 12"
    assert str(Source("Ministry, order 12")) == "Ministry, order 12"
