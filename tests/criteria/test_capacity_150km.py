from datetime import date

import pytest

from tests.criteria.toy import measured


def test_three_sites_by_hand():
    column = measured("capacity_150km", day=date(2021, 6, 2))
    # West: S1, S5, S3; East: S1 at 120 km, S5 at hypot(100, 30), S3; Beta: S4 alone (S3 at 210)
    assert column.value[:3] == pytest.approx([600.0, 600.0, 90.0])


def test_the_note_names_the_largest_and_counts_the_rest():
    where = measured("capacity_150km", day=date(2022, 6, 2)).provenance[0]
    assert where.note.startswith("Station S1 400 MW at 10 km, Station S3 150 MW at 110 km")
    assert "and 1 more" in where.note
