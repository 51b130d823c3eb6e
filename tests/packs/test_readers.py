import pytest

from siteselect.packs.readers import READERS
from siteselect.packs.table import read_cells


def faults_of(table, **cells):
    """Read one sound row of `table` with some cells replaced; return the faults."""
    sound = {
        "tariffs": {"id": "T", "jurisdiction": "AA", "route": "grid", "price": "1",
                    "currency": "AAD", "confidence": "high", "source": "s"},
        "rules": {"id": "R", "jurisdiction": "AA", "kind": "tax", "status": "in force",
                  "effect": "cost", "confidence": "low", "source": "s", "text": "t"},
        "mining_fee": {"id": "F", "jurisdiction": "AA", "case": "grid", "currency": "AAD",
                       "status": "in force", "confidence": "high", "source": "s"},
        "rates": {"id": "X", "currency": "AAD", "units_per_usd": "2", "start": "2021-01-01",
                  "end": "2021-12-31", "confidence": "high", "source": "s"},
        "indicators": {"id": "I", "indicator": "i", "jurisdiction": "AA", "year": "2021",
                       "value": "1", "confidence": "high", "source": "s"},
    }[table]  # fmt: skip
    columns, reader = READERS[table]
    row = {**dict.fromkeys(columns, ""), **sound, **cells}
    faults = []
    text = f"{','.join(row)}\n{','.join(row.values())}\n"
    (cell,) = read_cells(text.encode(), "t.csv", columns, faults)
    reader(cell)
    return " ".join(fault.text for fault in faults)


@pytest.mark.parametrize("table", READERS)
def test_a_sound_row_has_no_fault(table):
    assert faults_of(table) == ""


@pytest.mark.parametrize(
    ("table", "cells", "words"),
    [
        ("tariffs", {"price": "-1"}, "price is -1, below 0"),
        ("tariffs", {"price": ""}, "price is empty"),
        ("tariffs", {"price": "2", "price_high": "1"}, "price_high is 1, below the 2"),
        ("tariffs", {"route": "road"}, "route holds 'road'"),
        ("tariffs", {"vat": "some"}, "vat holds 'some'"),
        ("tariffs", {"source": ""}, "source is empty"),
        ("tariffs", {"confidence": ""}, "confidence holds ''"),
        ("tariffs", {"confidence": "user"}, "confidence holds 'user'"),
        ("tariffs", {"valid_from": "2021"}, "valid_from holds '2021'"),
        ("rules", {"status": "law"}, "status holds 'law'"),
        ("rules", {"effect": "bad"}, "effect holds 'bad'"),
        ("rules", {"text": ""}, "text is empty"),
        ("mining_fee", {"price_from": "2", "price_to": "2"}, "it is empty"),
        ("mining_fee", {"fee": "-1"}, "fee is -1"),
        ("rates", {"units_per_usd": "0"}, "a rate lies above 0"),
        ("rates", {"end": ""}, "end is empty"),
        ("indicators", {"year": "soon"}, "not a year"),
        ("indicators", {"year": "20210602"}, "not a year"),
        ("indicators", {"value": "nan"}, "give a finite number"),
    ],
)
def test_each_fault_is_told(table, cells, words):
    assert words in faults_of(table, **cells)
