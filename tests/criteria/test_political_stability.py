from datetime import date

import pytest

from siteselect.model.sites import Site
from tests.criteria.toy import central_asia, measured


def test_the_toy_by_hand():
    assert measured("political_stability").value[:3].tolist() == [0.5, 0.5, -0.5]


def test_xinjiang_reads_chinas_figure_and_says_so():
    hami = Site("Hami", "CN-XJ", 93.5, 42.8)
    column = measured("political_stability", [hami], date(2021, 6, 2), pack=central_asia())
    rows = {
        row.jurisdiction: row.value
        for row in central_asia().facts.indicators
        if row.indicator == "political_stability" and row.year == 2021
    }
    assert column.value[0] == pytest.approx(rows["CN"])
    assert "of China" in column.provenance[0].note
    assert column.provenance[0].badge == "observed 2021"
