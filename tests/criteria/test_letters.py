from datetime import date

import pytest

from siteselect.criteria._letters import in_writing, letter_badge, letter_words
from siteselect.model.sites import Offer

DAY = date(2021, 6, 2)


@pytest.mark.parametrize(
    ("written", "words", "badge", "counts"),
    [
        (None, "no letter dated", "yours", False),
        (DAY, "letter of 2021-06-02", "yours", True),
        (
            date(2023, 6, 1),
            "letter of 2023-06-01, later than the as-of day",
            "yours, later letter",
            False,
        ),
    ],
)
def test_a_letter_counts_from_its_day(written, words, badge, counts):
    offer = Offer(price=0.05, letter_date=written)
    assert letter_words(offer, DAY) == words
    assert letter_badge(offer, DAY) == badge
    assert in_writing(offer, DAY) is counts
