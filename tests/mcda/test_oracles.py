"""Every method against libraries that others wrote."""

import pytest

from benchmarks.oracles import differences


@pytest.fixture(scope="module")
def found():
    return list(differences(40))


def test_every_method_that_others_have_is_compared(found):
    assert {method.split()[0] for method, *_ in found} == {
        "weighted_sum",
        "weighted_product",
        "topsis",
        "vikor",
        "promethee",
        "score",
    }


def test_no_score_differs_by_more_than_1e_9(found):
    far = [row for row in found if not row[3] < 1e-9]
    assert far == []
