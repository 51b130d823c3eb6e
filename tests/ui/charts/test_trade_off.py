from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from siteselect.mcda.evaluate import evaluate
from siteselect.model.decision_matrix import Column
from siteselect.ui.charts.trade_off import TradeOffChart
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_evaluation, make_matrix, make_scenario


def _chart(qtbot: QtBot) -> TradeOffChart:
    chart = TradeOffChart(LIGHT)
    qtbot.addWidget(chart)
    chart.resize(400, 206)
    chart.show()
    chart.display(make_evaluation(30))
    return chart


def test_it_counts_the_sites_that_are_not_drawn(qtbot: QtBot) -> None:
    chart = _chart(qtbot)
    evaluation = chart.evaluation
    assert evaluation is not None
    hidden = int((~np.isfinite(evaluation.values[:, :2]).all(axis=1)).sum())
    assert chart.note.text().startswith(f"{hidden} unknown on an axis")
    assert chart.note.isVisible()


def test_a_hand_chooses_the_axes_and_they_are_remembered(qtbot: QtBot) -> None:
    chart = _chart(qtbot)
    chart.across.menu().actions()[3].trigger()
    assert chart.scatter.cloud is not None
    assert chart.scatter.cloud.across.title == "Measure 3, km"
    assert chart.across.text() == "Measure 3, km ▾   ← better"
    assert chart.up.text() == "Measure 1, km ▾   ↓ better"
    assert [action.isChecked() for action in chart.across.menu().actions()].index(True) == 3
    assert chart.state()["across"] == "measure_3"
    other = TradeOffChart(LIGHT)
    qtbot.addWidget(other)
    other.restore(chart.state().items())
    other.show()
    other.display(make_evaluation(30))
    assert other.across.text().startswith("Measure 3")


def test_without_the_usual_pair_two_others_are_taken(qtbot: QtBot) -> None:
    chart = _chart(qtbot)
    assert chart.across.text().startswith("Measure 0")
    assert chart.up.text().startswith("Measure 1")


def test_one_criterion_alone_stands_on_both_axes_and_none_is_told(qtbot: QtBot) -> None:
    chart = _chart(qtbot)
    evaluation = chart.evaluation
    assert evaluation is not None
    none = replace(evaluation.scenario, criteria=evaluation.scenario.criteria[:1])
    chart.display(evaluate(none, evaluation.matrix))
    assert chart.up.text().startswith("Measure 0")
    chart.display(evaluate(make_scenario(2), make_matrix(3, 2, unknown=1.0)))
    assert chart.note.text() == "No criterion is known for any site."
    assert not chart.scatter.isVisible()


def test_a_dot_tells_place_name_score_and_both_values(qtbot: QtBot) -> None:
    chart = _chart(qtbot)
    evaluation = chart.evaluation
    assert evaluation is not None
    row = int(evaluation.order[0])
    words = chart.scatter.explain([row, 3]).splitlines()
    assert words[0].startswith(f"1st: {evaluation.leader}, score ")
    assert words[1].startswith("Measure 0: ")
    assert words[2].startswith("Measure 1: ")
    assert words[3] == "Here too: Site 0003"


def test_it_rings_the_selection_silently_and_takes_a_theme(qtbot: QtBot) -> None:
    chart = _chart(qtbot)
    with qtbot.assertNotEmitted(chart.selected):
        chart.show_selection(frozenset({"Site 0000"}))
    chart.apply_theme(DARK)
    assert chart.scatter.theme is DARK
    with qtbot.waitSignal(chart.selected) as wish:
        chart.scatter.clicked.emit(3, True)
    assert wish.args == [frozenset({"Site 0000", "Site 0003"})]


def test_the_first_pair_is_one_in_which_the_sites_differ(qtbot: QtBot) -> None:
    matrix = make_matrix(30, 4, unknown=0.0)
    keys = ("power_price", "political_stability", "xinjiang_distance", "capacity_50km")
    infos = [replace(info, key=key) for info, key in zip(matrix.infos, keys, strict=False)]
    few = Column(np.repeat([1.0, 2.0, 3.0], 10), matrix.columns[1].provenance)
    columns = (matrix.columns[0], few, *matrix.columns[2:])
    matrix = replace(matrix, infos=(*infos, matrix.infos[4]), columns=columns)
    held = make_scenario(4).criteria
    criteria = tuple(replace(each, measure=key) for each, key in zip(held, keys, strict=True))
    scenario = replace(make_scenario(4), criteria=criteria)
    chart = TradeOffChart(LIGHT)
    qtbot.addWidget(chart)
    chart.show()
    chart.display(evaluate(scenario, matrix))
    assert chart.state() == {"across": "power_price", "up": "xinjiang_distance"}
    chart.display(make_evaluation(30))
    chart.display(evaluate(scenario, matrix))
    assert chart.state() == {"across": "power_price", "up": "xinjiang_distance"}


def test_dots_beyond_the_edge_are_counted_and_a_double_click_shows_them(qtbot: QtBot) -> None:
    evaluation = make_evaluation(30)
    values = evaluation.matrix.columns[0].value.copy()
    failed = int(evaluation.order[-1])
    values[failed] = 90_000.0
    far = Column(values, evaluation.matrix.columns[0].provenance)
    matrix = replace(evaluation.matrix, columns=(far, *evaluation.matrix.columns[1:]))
    chart = _chart(qtbot)
    chart.display(evaluate(evaluation.scenario, matrix))
    assert "beyond the edge" in chart.note.text()
    qtbot.mouseDClick(chart.scatter, Qt.MouseButton.LeftButton, pos=QPoint(150, 60))
    assert "beyond" not in chart.note.text()
    assert chart.scatter.axes()[0].high > 90_000
