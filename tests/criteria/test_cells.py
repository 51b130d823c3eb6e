from math import isnan, nan

import pytest

from siteselect.criteria._cells import Cell, column, known, layer_source, title_of, unknown
from siteselect.economics.amount import Amount
from siteselect.model.decision_matrix import Provenance
from tests.criteria.toy import toy


def test_cells_become_a_column_with_intervals():
    cells = [
        known(3.0, Provenance("a")),
        Cell(Amount(2.0, 1.0, 4.0), Provenance("b")),
        Cell(Amount.at_least(5.0), Provenance("because")),
        unknown("Nobody knows."),
    ]
    found = column(cells)
    assert found.value == pytest.approx([3.0, 2.0, nan, nan], nan_ok=True)
    assert found.low == pytest.approx([3.0, 1.0, 5.0, nan], nan_ok=True)
    assert found.high == pytest.approx([3.0, 4.0, nan, nan], nan_ok=True)
    assert found.provenance[3].source == "Nobody knows."


def test_no_cells_make_an_empty_column():
    assert len(column([]).value) == 0


def test_an_unknown_cell_is_nan_and_never_zero():
    assert isnan(unknown("why").amount.value)


def test_a_layer_names_its_sources():
    assert layer_source(toy(), "places") == "Invented for the tests"
    assert layer_source(toy(), "climate") == "Invented for the tests"


def test_a_jurisdiction_has_a_name_or_its_code():
    assert title_of(toy(), "AA") == "Alphaland"
    assert title_of(toy(), "ZZ") == "ZZ"
    assert title_of(toy(), "") == "a site without a country"
