from datetime import date

import numpy as np
import pytest
from PySide6.QtCore import Qt

from siteselect.project.over_time import over_time
from siteselect.ui.charts.rank_over_time import RankOverTimeChart, lines_of
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.money_made import pack, study

DAYS = (date(2019, 6, 1), date(2021, 6, 2), date(2023, 6, 1), date(2026, 6, 1))


@pytest.fixture(scope="module")
def found():
    return over_time(study(), pack(), DAYS)


@pytest.fixture
def chart(qtbot, found):
    made = RankOverTimeChart(LIGHT)
    qtbot.addWidget(made)
    made.resize(460, 300)
    made.show()
    made.display_conclusion(found)
    return made


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


def test_hover_tells_place_price_and_what_held(chart, found):
    line = next(each for each in chart.picture.lines if each.name == "Kemin")
    told = chart.words(line, 1)
    assert told.startswith("Kemin, 2021-06-02: fails a gate")
    assert found.headlines[1] in told


def test_a_click_on_a_dot_picks_the_site(qtbot, chart):
    told = []
    chart.selected.connect(told.append)
    line = chart.picture.lines[0]
    spot = chart.picture.spot(line, 2).toPoint()
    qtbot.mouseClick(chart.picture, Qt.MouseButton.LeftButton, pos=spot)
    assert told == [frozenset({line.name})]


def test_it_is_painted_in_both_looks_with_and_without_a_pick(chart):
    plain = chart.grab().toImage()
    chart.show_selection(frozenset({"Kemin"}))
    picked = chart.grab().toImage()
    chart.apply_theme(DARK)
    assert plain != picked
    assert chart.grab().toImage() != picked
