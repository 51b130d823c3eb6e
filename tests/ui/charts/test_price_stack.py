import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from siteselect.ui.charts.price_stack import COLOURS, WHOLE, PriceStackChart, bars_of, parts_of
from siteselect.ui.theme import DARK, LIGHT, contrast
from tests.making import make_evaluation, make_matrix
from tests.ui.test_ranking_model import with_prices


def test_parts_add_up_to_the_price_and_a_price_without_parts_is_one() -> None:
    evaluation = with_prices(make_evaluation(30))
    bars = bars_of(evaluation)
    assert bars.legend == ("¢/kWh", "energy", "mining fee", WHOLE)
    place = int(np.flatnonzero(bars.sites == 0)[0])
    np.testing.assert_allclose(bars.parts[place], [40.0, 6.0, 0.0])
    assert bars.figure(0) == "4.60"
    assert bars.segment(0, 1) == "0.60"
    assert bars.top == pytest.approx(46.0)


def test_an_unknown_price_has_no_bar_but_its_reason() -> None:
    bars = bars_of(with_prices(make_evaluation(30)))
    place = int(np.flatnonzero(bars.sites == 3)[0])
    assert bars.parts[place].sum() == 0
    assert bars.absent(3) == "unknown: No price of this region holds on this day."
    assert "price unknown" in bars.explain(3, None)
    assert bars.absent(0) == ""


def test_a_price_given_as_one_is_one_part() -> None:
    column = with_prices(make_evaluation(30)).matrix.column("power_price")
    titles, amounts, low = parts_of(column)
    assert titles[2] == WHOLE
    np.testing.assert_allclose(amounts[1], [0.0, 0.0, 47.0])
    assert amounts[2:].sum() == 0
    assert not low.any()
    assert parts_of(column)[1] is amounts


def test_hover_lists_parts_with_sources() -> None:
    words = bars_of(with_prices(make_evaluation(30))).explain(0, None)
    assert "4.60 ¢/kWh" in words
    assert "mining fee 0.60" in words
    assert "T016" in words


def test_without_a_price_there_are_no_bars(qtbot: QtBot) -> None:
    chart = PriceStackChart(LIGHT)
    qtbot.addWidget(chart)
    chart.resize(400, 206)
    chart.show()
    chart.display(make_evaluation(9))
    assert chart.bars.bars is not None
    assert len(chart.bars.bars.sites) == 0
    chart.display(with_prices(make_evaluation(9)))
    assert len(chart.bars.bars.sites) == 6
    chart.show_selection(frozenset({"Site 0000"}))
    chart.apply_theme(DARK)
    assert chart.bars.theme is DARK
    assert make_matrix(3) is not None


def test_every_colour_stands_out_in_both_looks() -> None:
    assert all(contrast(each, theme.panel) >= 3 for each in COLOURS for theme in (LIGHT, DARK))
