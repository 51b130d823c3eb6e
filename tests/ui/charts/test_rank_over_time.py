from datetime import date

import pytest
from PySide6.QtCore import Qt

from siteselect.economics.price_unit import CENTS, Per, PricesTold, PriceUnit
from siteselect.project.over_time import over_time
from siteselect.ui.charts.rank_over_time import RankOverTimeChart
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


def test_prices_stand_beneath_the_ranks_where_there_is_room(chart, found):
    strip = chart.picture.strip()
    assert [line.name for line in strip.lines] == [line.name for line in chart.picture.lines]
    with_prices = chart.picture.fitting()
    chart.with_prices.click()
    assert chart.picture.strip() is None
    assert chart.picture.fitting() > with_prices
    assert chart.with_prices.text() == "ranks alone"
    chart.with_prices.click()
    chart.resize(460, 150)
    assert chart.picture.strip() is None


def test_the_price_beneath_is_told_like_the_rank(chart):
    strip = chart.picture.strip()
    line = next(each for each in strip.lines if each.name == "Karaganda")
    hit = chart.picture.line_at(strip.spot(line, 1))
    assert hit is not None
    assert "2021-06-02" in chart.words(*hit)
    assert "4.2–4.7 ¢/kWh" in chart.words(*hit)


def test_each_day_is_told_at_its_own_rate(chart, found):
    told = PricesTold(CENTS, {"KZ": PriceUnit("KZT", Per.KWH, 1.0)})
    chart.display_conclusion(told)
    line = next(each for each in chart.picture.lines if each.name == "Karaganda")
    assert "18.0–20.0 KZT/kWh" in chart.words(line, 1)
