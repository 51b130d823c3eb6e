import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from siteselect.mcda.evaluate import evaluate
from siteselect.ui.charts.score_spread import Bins, ScoreSpreadChart
from siteselect.ui.rows import RANKED, tiers
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_evaluation, make_matrix, make_scenario


@pytest.fixture
def chart(qtbot: QtBot) -> ScoreSpreadChart:
    made = ScoreSpreadChart(LIGHT)
    qtbot.addWidget(made)
    made.resize(400, 170)
    made.show()
    made.display(make_evaluation(120))
    return made


def test_every_site_with_a_score_stands_in_the_bin_of_its_score() -> None:
    for count in (30, 120):
        evaluation = make_evaluation(count)
        bins = Bins(evaluation)
        known = np.isfinite(evaluation.scores)
        points = 100 * evaluation.scores[known]
        counts = np.histogram(points, bins.edges)[0]
        assert (bins.ranked + bins.below).tolist() == counts.tolist()
        assert bins.ranked.sum() == (known & (tiers(evaluation) == RANKED)).sum()
        assert bins.edges[1] - bins.edges[0] == (2.0 if count == 120 else 5.0)


def test_the_note_tells_the_middle_half_and_the_best(chart: ScoreSpreadChart) -> None:
    scores = chart.evaluation.scores
    best = np.nanmax(scores) * 100
    assert chart.note.text().startswith(f"{np.isfinite(scores).sum()} sites; half within ")
    assert chart.note.text().endswith(f"the best at {best:.1f}")


def test_a_bar_tells_its_sites_and_a_click_picks_the_best_of_them(
    qtbot: QtBot, chart: ScoreSpreadChart
) -> None:
    evaluation = chart.evaluation
    row = int(evaluation.order[0])
    point = QPointF(100 * float(evaluation.scores[row]), 0.5)
    words = chart.plot.explain(point).splitlines()
    assert words[0].endswith("sites")
    assert words[1] == evaluation.leader
    with qtbot.waitSignal(chart.selected) as wish:
        chart.plot.clicked.emit(point, False)
    assert wish.args == [frozenset({evaluation.leader})]
    assert chart.plot.explain(QPointF(400.0, 0.0)) == ""
    with qtbot.assertNotEmitted(chart.selected):
        chart.plot.clicked.emit(QPointF(400.0, 0.0), False)


def test_a_line_stands_at_the_leader_or_at_the_picked(chart: ScoreSpreadChart) -> None:
    evaluation = chart.evaluation
    across, _ = chart.plot.lines.getData()
    assert across[0] == pytest.approx(100 * evaluation.scores[evaluation.order[0]])
    other = int(evaluation.order[5])
    chart.show_selection(frozenset({evaluation.matrix.sites.names[other]}))
    across, _ = chart.plot.lines.getData()
    assert across[0] == pytest.approx(100 * evaluation.scores[other])


def test_it_is_dressed_and_says_when_there_is_nothing(chart: ScoreSpreadChart) -> None:
    chart.apply_theme(DARK)
    assert chart.plot.theme is DARK
    chart.display(evaluate(make_scenario(2), make_matrix(0, 2)))
    assert chart.note.text() == "No site has a score."
    assert not chart.plot.isVisible()
