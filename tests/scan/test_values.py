import numpy as np
import pytest

from siteselect.mcda.judge import judge
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.relative_value import Percentile
from siteselect.model.value_function import Gaussian, Linear, Relative
from siteselect.scan import values as room
from siteselect.scan.columns import CellColumn
from siteselect.scan.values import Valued, judged

RAW = np.array([10.0, np.nan, 40.0, np.nan, 90.0])
LOW = np.array([10.0, 55.0, 30.0, np.nan, 90.0])
HIGH = np.array([10.0, np.nan, 50.0, np.nan, 95.0])


def cells(raw=RAW, low=LOW, high=HIGH):
    ends = [each.astype(np.float32) for each in (raw, low, high)]
    return CellColumn(*(np.where(np.isnan(each), ends[0], each) for each in ends))


@pytest.mark.parametrize("value", [Linear(100, 0), Gaussian(40, 20), Relative(), Percentile()])
def test_a_cell_is_judged_as_a_site_is(value):
    column = Column(RAW, tuple(Provenance("made") for _ in RAW), LOW, HIGH)
    wanted, found = judge(value, column), judged(value, cells())
    known = np.isfinite(RAW)
    assert (found.unknown == ~known).all()
    np.testing.assert_allclose(found.value[known], wanted.values[known], atol=1e-6)
    low = np.zeros(5) if found.low is None else found.low
    high = np.ones(5) if found.high is None else found.high
    np.testing.assert_allclose(low[~known], wanted.low[~known], atol=1e-6)
    np.testing.assert_allclose(high[~known], wanted.high[~known], atol=1e-6)


def test_min_max_takes_its_ends_from_all_cells_and_holds_none_of_them(monkeypatch):
    """Stretch by stretch it gives what it gives of the whole."""
    monkeypatch.setattr(room, "STRETCH", 7)
    raw = np.random.default_rng(5).normal(size=50)
    raw[::6] = np.nan
    column = cells(raw, raw, raw)
    whole = Relative()(column.value.astype(float))
    assert len(room._among(Relative(), column.value)) == 2
    for part in (slice(0, 20), slice(20, 50)):
        found = judged(Relative(), column, part)
        known = np.isfinite(raw[part])
        np.testing.assert_array_equal(found.value[known], whole[part][known].astype(np.float32))
    nothing = np.full(9, np.nan)
    assert judged(Relative(), cells(nothing, nothing, nothing)).unknown.all()
    assert len(room._among(Percentile(), column.value)) == 50


def test_what_is_known_everywhere_carries_no_bounds():
    raw = np.array([1.0, 2.0])
    found = judged(Linear(0, 10), cells(raw, raw, raw))
    assert found.unknown is None
    assert found.low is None


def test_unknown_without_a_bound_is_anything_from_0_to_1():
    raw = np.array([1.0, np.nan])
    found = judged(Linear(0, 10), cells(raw, raw, raw))
    assert found.unknown.tolist() == [False, True]
    assert found.low is found.high is None


@pytest.mark.parametrize("value", [Linear(100, 0), Relative()])
def test_a_stretch_is_judged_as_part_of_the_whole(value):
    whole, part = judged(value, cells()), judged(value, cells(), slice(2, 5))
    np.testing.assert_array_equal(part.value, whole.value[2:5])


def test_what_was_judged_is_kept_while_its_column_is_the_same():
    columns = {"a": cells(), "b": cells()}
    valued = Valued(columns)
    first = valued.of("a", Linear(100, 0))
    assert valued.of("a", Linear(100, 0)) is first
    assert valued.of("a", Linear(90, 0)) is not first
    again = valued.taking({"a": columns["a"], "b": cells()})
    assert again.of("a", Linear(100, 0)) is first


def test_a_column_that_no_cell_knows():
    none = np.full(3, np.nan)
    valued = Valued({"a": cells(), "n": cells(none, none, none)})
    assert valued.known("a")
    assert not valued.known("n")
