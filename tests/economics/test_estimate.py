import numpy as np
import pytest

from siteselect.economics.estimate import NOT_LAWFUL, estimate, is_unlawful
from siteselect.language import LANGUAGES, say, speaking


def test_ends_stand_in_order_and_a_reason_only_where_it_is_needed():
    found = estimate([5.0, 5.0, np.nan], [7.0, np.nan, 1.0], [4.0, 6.0, np.nan], ["a", "b", "c"])
    assert found.low[:2].tolist() == [4.0, 5.0]
    assert found.high[:2].tolist() == [7.0, 6.0]
    assert found.low[2] == 1.0
    assert np.isnan(found.high[2])
    assert found.why == ("", "", "c")
    assert found.known == 2


def test_never_is_a_value_and_one_number_serves_all_sites():
    assert estimate(np.inf, 30.0, np.inf, ["x", "x"]).value.tolist() == [np.inf, np.inf]


def test_what_was_concluded_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        estimate([1.0], [1.0], [1.0], [""]).value[0] = 2.0


def test_a_reason_is_known_as_the_law_in_every_language():
    for code in LANGUAGES:
        with speaking(code):
            assert is_unlawful(say(NOT_LAWFUL, note="Decree 5."))
            assert not is_unlawful(say("No price is known."))
