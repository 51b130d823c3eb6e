import numpy as np
import pytest

from siteselect.ui.charts.cash_flow import CashFlowChart, about, summary, words_at
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.money_made import site


@pytest.fixture
def chart(qtbot):
    made = CashFlowChart(LIGHT)
    qtbot.addWidget(made)
    made.resize(420, 300)
    made.show()
    return made


def test_it_says_when_the_money_is_back_and_how_sure(chart):
    chart.display_conclusion(site())
    back = int(np.argmax(site().cash >= 0))
    assert chart.note.text().startswith(f"Ekibastuz: paid back in month {back}; in ")
    assert "8 of 10" in chart.note.text()
    assert "seed 1" in about(site())
    assert chart.plot.widget.isVisible()


def test_a_site_that_cannot_be_reckoned_says_why_and_shows_no_line(chart):
    chart.display_conclusion(site("Kemin"))
    assert chart.note.text().startswith("Kemin: unlawful. Mining is not lawful")
    assert not chart.plot.widget.isVisible()
    chart.display_conclusion(site())
    assert chart.plot.widget.isVisible()


def test_a_month_is_told_with_its_band():
    found = site()
    told = words_at(found, 0)
    assert told.startswith("Month 0: −")
    assert "in 8 of 10 runs" in told
    assert summary(found).endswith("runs")


def test_another_theme_is_put_on(chart):
    chart.display_conclusion(site())
    light = chart.grab().toImage()
    chart.apply_theme(DARK)
    assert chart.grab().toImage() != light
