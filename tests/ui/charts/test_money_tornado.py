from dataclasses import replace

import pytest

from siteselect.ui.charts.money_tornado import MoneyTornadoChart, widest, words
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.money_made import site


@pytest.fixture
def chart(qtbot):
    made = MoneyTornadoChart(LIGHT)
    qtbot.addWidget(made)
    made.resize(420, 300)
    made.show()
    made.display_conclusion(site())
    return made


def test_the_widest_stand_first_and_idle_ones_are_left_out():
    bars = site().bars
    shown = widest(bars, 5)
    assert shown == bars[:5]
    still = replace(bars[0], npv_low=1.0, npv_high=1.0)
    assert still not in widest((*bars, still), 99)
    assert widest((), 5) == ()


def test_both_sides_share_their_rows(chart):
    assert len(chart.plots) == 2
    ticks = chart.plots[0].widget.getAxis("left")._tickLevels[0]
    assert [title for _, title in ticks] == [bar.swing.title for bar in chart.shown]
    assert chart.note.text().startswith("Ekibastuz ·")


def test_a_bar_is_told_in_words():
    bar = next(each for each in site().bars if each.swing.key == "difficulty")
    told = words(bar)
    assert told.startswith("Difficulty, 0.80 to 1.20 times")
    assert "Cost per BTC" in told


def test_an_unlawful_site_has_no_bars_but_a_reason(chart):
    chart.display_conclusion(site("Kemin"))
    assert chart.shown == ()
    assert "unlawful" in chart.note.text()
    assert not chart.plots[0].widget.isVisible()


def test_another_theme_is_put_on(chart):
    light = chart.grab().toImage()
    chart.apply_theme(DARK)
    assert chart.grab().toImage() != light
