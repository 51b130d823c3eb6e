from datetime import date

import numpy as np
import pytest

from siteselect.model.sites import Site
from tests.criteria.toy import central_asia, measured

THREE = [
    Site("Almaty", "KZ", 76.9, 43.2),
    Site("Bishkek", "KG", 74.6, 42.9),
    Site("Hami", "CN-XJ", 93.5, 42.8),
]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 6, 1), [2, np.nan, np.nan]),
        (date(2021, 6, 2), [1, 0, 1]),
        (date(2021, 7, 1), [1, 0, 0]),
        (date(2022, 6, 1), [1, 1, 0]),
        (date(2023, 6, 1), [1, 1, 0]),
        (date(2025, 12, 15), [1, 0, 0]),
        (date(2026, 6, 1), [1, 0, 0]),
    ],
)
def test_the_verdict_of_each_day(day, expected):
    column = measured("legal_status", THREE, day, pack=central_asia())
    assert column.value == pytest.approx(expected, nan_ok=True)


def test_the_reason_quotes_the_rule_and_names_its_source():
    where = measured("legal_status", THREE, date(2021, 6, 2), pack=central_asia()).provenance
    assert "temporarily banned for lack of electricity" in where[1].note
    assert where[1].source.startswith("R21:")
    assert "announces the crackdown" in where[2].note
    assert where[2].source.startswith("R29:")


def test_where_no_rule_holds_the_reason_says_so():
    where = measured("legal_status", THREE, date(2019, 6, 1), pack=central_asia()).provenance[1]
    assert where.source.startswith("No rule of the pack says")
