from dataclasses import replace

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from siteselect.mcda.evaluate import evaluate
from siteselect.ui.charts.tornado import LIVE, TornadoChart
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_evaluation


@pytest.fixture
def chart(qtbot: QtBot) -> TornadoChart:
    made = TornadoChart(LIGHT)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    made.display(make_evaluation(30))
    return made


def test_it_swings_the_leader_the_widest_bar_first(chart: TornadoChart) -> None:
    evaluation = chart.evaluation
    assert evaluation is not None
    assert chart.bars.tornado is not None
    assert chart.bars.tornado.site == evaluation.leader
    swings = [bar.swing for bar in chart.bars.bars()]
    assert swings == sorted(swings, reverse=True)
    assert len(swings) >= 3
    assert str(evaluation.leader) in chart.note.text()


def test_it_follows_the_best_placed_of_the_selection(chart: TornadoChart) -> None:
    evaluation = chart.evaluation
    assert evaluation is not None
    names = [evaluation.matrix.sites.names[evaluation.order[place]] for place in (4, 2, -1)]
    chart.show_selection(frozenset(names))
    assert chart.bars.tornado is not None
    assert chart.bars.tornado.site == names[1]
    chart.show_selection(frozenset(names[2:]))
    assert chart.bars.tornado.site == evaluation.leader


def test_values_known_for_sure_do_not_swing(chart: TornadoChart) -> None:
    evaluation = chart.evaluation
    assert evaluation is not None
    row = next(int(r) for r in evaluation.order if evaluation.coverage[r] < 0.99)
    chart.show_selection(frozenset({evaluation.matrix.sites.names[row]}))
    chart.by_value.click()
    told = {bar.key for bar in chart.bars.bars()}
    open_ended = {
        each.key
        for place, each in enumerate(evaluation.criteria)
        if evaluation.values_high[row, place] - evaluation.values_low[row, place] > 0.01
    }
    assert told == open_ended
    assert chart.state() == {"swing": "values"}
    chart.restore([("swing", "weights")])
    assert chart.by_value.text() == "weights ±20 %"
    assert chart.controls() is chart.by_value


def test_the_colours_of_both_ends_are_painted_and_explained(chart: TornadoChart) -> None:
    image = chart.bars.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in (10, 30)}
    inks = [QColor(name) for name in seen]
    low = [ink.lightness() for ink in inks if ink.red() - ink.green() > 15]
    high = [ink.lightness() for ink in inks if ink.green() - ink.red() > 30]
    assert max(low) > 190  # pale within an edge: seen in grey too
    assert max(high) < 120
    assert chart.bars.ends == ("weight −20 %", "weight +20 %")
    words = chart.bars.words(chart.bars.bars()[0])
    assert words.startswith("Measure ")
    assert "at its lower end" in words


def test_thousands_of_sites_wait_until_the_hand_rests(qtbot: QtBot) -> None:
    chart = TornadoChart(LIGHT)
    qtbot.addWidget(chart)
    chart.show()
    chart.display(make_evaluation(LIVE + 3))
    assert chart.bars.tornado is None
    qtbot.waitUntil(lambda: chart.bars.tornado is not None)


def test_no_score_is_told(chart: TornadoChart) -> None:
    chart.display(make_evaluation(0))
    assert chart.note.text() == "No site has a score."
    assert not chart.bars.isVisible()
    chart.apply_theme(DARK)
    assert chart.bars.theme is DARK


def test_a_score_that_nothing_moves_is_told(chart: TornadoChart) -> None:
    evaluation = chart.evaluation
    assert evaluation is not None
    one = replace(evaluation.scenario, criteria=evaluation.scenario.criteria[:1])
    chart.display(evaluate(one, evaluation.matrix))
    assert chart.note.text().startswith("Nothing moves the score of ")
