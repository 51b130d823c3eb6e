from math import inf, nan

import pytest

from siteselect.errors import StudyError
from siteselect.model.figures import FIGURES, LINE_MW, Figure


@pytest.mark.parametrize("key", FIGURES)
def test_every_default_is_an_assumption_within_its_bounds(key):
    info = FIGURES[key]
    info.check(info.default)
    assert info.default.assumed
    assert info.title
    assert info.group
    low, high = info.ends(info.default)
    assert info.least <= low <= info.default.value <= high <= info.most


def test_each_voltage_has_its_price():
    assert {f"line_{kv}_usd_km" for kv in LINE_MW} <= set(FIGURES)


@pytest.mark.parametrize(
    "make",
    [lambda: Figure(nan), lambda: Figure(1.0, high=inf), lambda: Figure(1.0, low=2.0),
     lambda: Figure(3.0, high=2.0)],
)  # fmt: skip
def test_a_figure_is_finite_and_lies_in_its_interval(make):
    with pytest.raises(StudyError, match="figure"):
        make()


def test_a_figure_beyond_its_bounds_is_told_with_them():
    with pytest.raises(StudyError, match=r"Fee of the pool is 2 share: give at least 0 and at mo"):
        FIGURES["pool_fee"].check(Figure(2.0))
    with pytest.raises(StudyError, match=r"give at least 0\."):
        FIGURES["opex_usd_mwh"].check(Figure(-1.0))


def test_ends_are_those_given_or_a_share_beside():
    info = FIGURES["opex_usd_mwh"]
    assert info.ends(Figure(10.0, "x", 8.0, 15.0)) == (8.0, 15.0)
    assert info.ends(Figure(10.0)) == (8.0, 12.0)
    assert FIGURES["decay"].ends(Figure(-0.1)) == pytest.approx((-0.12, -0.08))
    assert FIGURES["quota_share"].ends(Figure(1.0)) == (0.8, 1.0)  # no more than all


def test_a_source_makes_a_figure_more_than_an_assumption():
    assert not Figure(1.0, "B01: a report").assumed
    assert Figure(1.0, "assumption: duty is not known").assumed
