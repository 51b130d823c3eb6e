from datetime import date

import numpy as np
import pytest

from siteselect.project.over_time import over_time
from siteselect.ui.charts.rank_rows import lines_of
from tests.ui.money_made import pack, study

DAYS = (date(2019, 6, 1), date(2021, 6, 2), date(2023, 6, 1), date(2026, 6, 1))


@pytest.fixture(scope="module")
def found():
    return over_time(study(), pack(), DAYS)


def test_a_site_stands_on_no_row_on_days_on_which_it_does_not_rank(found):
    lines = {line.name: line for line in lines_of(found, 8, frozenset())}
    assert lines["Kemin"].rows[0] is not None
    assert lines["Kemin"].rows[1] is None  # mining suspended on 2021-06-02
    zhundong = lines["Zhundong (Wucaiwan)"]
    assert zhundong.rows[2] is None
    for day in range(len(DAYS)):
        held = sorted((line.rows[day], found.ranks[day, line.column]) for line in lines.values()
                      if line.rows[day] is not None)  # fmt: skip
        assert [rank for _, rank in held] == sorted(rank for _, rank in held)


def test_where_few_fit_the_picked_ones_are_among_them(found):
    last = found.names[int(np.nanargmax(found.ranks[0]))]
    assert last not in {line.name for line in lines_of(found, 3, frozenset())}
    assert last in {line.name for line in lines_of(found, 3, frozenset({last}))}
    assert len(lines_of(found, 3, frozenset({last}))) == 3
