import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.model.decision_matrix import Column, MeasureInfo, Provenance
from tests.making import make_matrix

NOWHERE = (Provenance(""),) * 2


def test_without_an_interval_low_and_high_are_the_value():
    column = Column([1.0, np.nan], NOWHERE)
    assert column.low.tolist()[0] == column.high.tolist()[0] == 1.0
    assert np.isnan(column.low[1])
    assert column.known == 1


def test_a_floor_may_be_known_where_the_value_is_not():
    column = Column([1.0, np.nan], NOWHERE, [np.nan, 5.0], [2.0, np.nan])
    assert column.low.tolist() == [1.0, 5.0]
    assert column.high[0] == 2.0
    assert np.isnan(column.high[1])


def test_columns_of_different_length_are_refused():
    with pytest.raises(ValueError, match="one length"):
        Column([1.0], NOWHERE)


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [(np.inf, np.nan, np.nan), (1.0, 2.0, 3.0), (1.0, 0.0, 0.5), (np.nan, 2.0, 1.0)],
)
def test_a_value_outside_its_interval_is_refused(value, low, high):
    with pytest.raises(ValueError, match="between its low and high"):
        Column([value], NOWHERE[:1], [low], [high])


def test_the_matrix_finds_columns_by_measure():
    matrix = make_matrix(5, 2)
    assert matrix.info("measure_1").title == "Measure 1"
    assert matrix.column("measure_1") is matrix.columns[1]
    with pytest.raises(StudyError, match=r"no measure called slope\. There are: measure_0"):
        matrix.column("slope")


def test_provenance_in_words():
    assert str(Provenance("KEGOC", "2021", note="carried")) == "carried · KEGOC · 2021"
    assert str(Provenance("")) == ""


def test_a_status_is_a_code():
    assert MeasureInfo("legal_status", "Mining lawful", "status").coded
    assert not MeasureInfo("elevation", "Elevation", "m").coded
