from dataclasses import replace

from tests.criteria.toy import WEST
from tests.criteria.toy_money import judged, money


def test_the_month_with_the_money_back():
    assert judged("payback_months", [WEST]).value.tolist() == [5.0]


def test_never_counts_as_one_month_more_than_reckoned_with_and_says_so():
    dear = replace(WEST, values=(("power_price", 69.0),))
    for months in (12, 24):
        found = judged("payback_months", [dear], money(months=months))
        assert found.value.tolist() == [months + 1.0]
        assert found.provenance[0].badge == "never"
        assert found.provenance[0].note.startswith("does not pay back within the months")
