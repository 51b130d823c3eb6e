import numpy as np
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from siteselect.mcda.evaluate import evaluate
from siteselect.ui.charts.contributions import ContributionsChart, bars_of, shades
from siteselect.ui.grouping import grouping
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_evaluation


def _chart(qtbot: QtBot) -> ContributionsChart:
    chart = ContributionsChart(LIGHT)
    qtbot.addWidget(chart)
    chart.resize(400, 206)
    chart.show()
    chart.display(make_evaluation(30))
    return chart


def test_bars_end_at_the_score_by_group_and_by_criterion() -> None:
    for method in ("weighted_sum", "topsis"):
        evaluation = make_evaluation(30, method=method)
        for fine in (False, True):
            bars = bars_of(evaluation, by_criterion=fine)
            np.testing.assert_allclose(bars.parts.sum(axis=1), evaluation.scores[bars.sites])
            assert bars.parts.shape[1] == (6 if fine else 4)


def test_failed_sites_have_no_bar_and_the_order_is_that_of_the_ranking() -> None:
    evaluation = make_evaluation(30)
    bars = bars_of(evaluation, by_criterion=False)
    np.testing.assert_array_equal(bars.sites, evaluation.order[: evaluation.passing])


def test_an_unknown_part_leaves_the_end_open() -> None:
    evaluation = make_evaluation(30)
    bars = bars_of(evaluation, by_criterion=False)
    np.testing.assert_array_equal(bars.open_end, evaluation.coverage[bars.sites] < 0.9999999)
    assert bars.open_end.any()
    assert not bars.open_end.all()


def test_words_tell_raw_value_share_and_points() -> None:
    evaluation = make_evaluation(30)
    bars = bars_of(evaluation, by_criterion=True)
    row = int(bars.sites[0])
    earned, share = evaluation.contributions[row, 0], evaluation.shares[0]
    words = bars.explain(row, 0)
    assert f"earns {100 * earned:.1f} of {100 * share:.1f}" in words
    assert " km" in words
    whole = bars_of(evaluation, by_criterion=False).explain(row, 0)
    assert "Power" in whole
    assert "Measure 4" in whole
    assert "of the weight is known" in bars.explain(row, None)


def test_criteria_of_one_group_differ_in_shade() -> None:
    colours = shades(grouping(make_evaluation(5)))
    assert len(set(colours)) == 6


def test_the_switch_cuts_by_criterion_and_is_remembered(qtbot: QtBot) -> None:
    chart = _chart(qtbot)
    assert chart.state() == {"cut": "group"}
    chart.by_criterion.click()
    assert chart.bars.bars is not None
    assert chart.bars.bars.parts.shape[1] == 6
    assert chart.state() == {"cut": "criterion"}
    chart.restore([("cut", "group")])
    assert chart.bars.bars.parts.shape[1] == 4
    assert chart.controls() is chart.by_criterion


def test_it_follows_the_evaluation_and_a_click_wishes(qtbot: QtBot) -> None:
    chart = _chart(qtbot)
    evaluation = chart.evaluation
    assert evaluation is not None
    after = evaluate(evaluation.scenario.with_weight("measure_0", 300.0), evaluation.matrix)
    chart.display(after)
    assert chart.bars.bars is not None
    assert chart.bars.bars.sites[0] == after.order[0]
    with qtbot.waitSignal(chart.selected) as wish:
        qtbot.mouseClick(
            chart.bars.viewport(),
            Qt.MouseButton.LeftButton,
            pos=chart.bars.viewport().rect().center(),
        )
    assert wish.args is not None
    assert len(wish.args[0]) == 1


def test_a_selection_is_brought_into_view(qtbot: QtBot) -> None:
    chart = _chart(qtbot)
    evaluation = chart.evaluation
    assert evaluation is not None
    last = int(evaluation.order[evaluation.passing - 1])
    chart.show_selection(frozenset({evaluation.matrix.sites.names[last]}))
    assert evaluation.passing - 1 in chart.bars.visible()
    chart.apply_theme(DARK)
    assert chart.bars.theme is DARK
