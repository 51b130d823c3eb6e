import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from siteselect.mcda.evaluate import evaluate
from siteselect.ui.charts.value_paths import COLOURS, MOST, ValuePathsChart
from siteselect.ui.rows import placed
from siteselect.ui.theme import DARK, LIGHT, contrast
from tests.making import make_evaluation, make_matrix, make_scenario


@pytest.fixture
def chart(qtbot: QtBot) -> ValuePathsChart:
    made = ValuePathsChart(LIGHT)
    qtbot.addWidget(made)
    made.resize(420, 220)
    made.show()
    made.display(make_evaluation(30, 16))
    return made


def test_the_first_three_have_paths_over_the_weightiest_criteria(chart: ValuePathsChart) -> None:
    evaluation = chart.evaluation
    assert chart.plot.rows == tuple(int(row) for row in evaluation.order[:3])
    shares = evaluation.shares[chart.plot.places]
    assert (np.diff(shares) <= 1e-12).all()
    assert len(shares) < 16
    assert chart.note.text().startswith(f"The {len(shares)} weightiest of 16 criteria")
    across, down = chart.plot.paths[0].getData()
    wanted = 100 * evaluation.values[evaluation.order[0], chart.plot.places]
    np.testing.assert_allclose(across, wanted)
    np.testing.assert_allclose(down, -np.arange(len(shares)))


def test_the_picked_ones_have_paths_and_no_more_than_fit(chart: ValuePathsChart) -> None:
    names = chart.evaluation.matrix.sites.names
    rows = placed(chart.evaluation)
    chart.show_selection(frozenset(names[row] for row in rows[1:3]))
    assert chart.plot.rows == tuple(rows[1:3].tolist())
    assert chart.legend.names == tuple(names[row] for row in rows[1:3])
    assert [path.isVisible() for path in chart.plot.paths] == [True, True, False, False, False]
    chart.show_selection(frozenset(names))
    assert len(chart.plot.rows) == MOST


def test_more_room_shows_more_criteria(chart: ValuePathsChart) -> None:
    few = len(chart.plot.places)
    chart.resize(420, 420)
    assert len(chart.plot.places) > few
    assert len(chart.plot.places) == 16
    assert chart.note.text().startswith("Value of each criterion")


def test_a_tool_tip_tells_raw_values_and_unknown_ones(chart: ValuePathsChart) -> None:
    words = chart.plot.explain(QPointF(50.0, -1.2)).splitlines()
    place = chart.plot.places[1]
    assert words[0].startswith(
        f"Measure {chart.evaluation.criteria[place].measure[-2:].strip('_')}"
    )
    assert len(words) == 4
    assert "value" in words[1]
    assert chart.plot.explain(QPointF(50.0, 3.0)) == ""


@pytest.mark.parametrize("colour", COLOURS)
def test_paths_stand_out_from_both_panels(colour: str) -> None:
    assert contrast(colour, LIGHT.panel) >= 3.0
    assert contrast(colour, DARK.panel) >= 3.0


def test_it_is_dressed_and_says_when_there_is_nothing(chart: ValuePathsChart) -> None:
    chart.apply_theme(DARK)
    assert chart.legend.theme is DARK
    chart.display(evaluate(make_scenario(2), make_matrix(0, 2)))
    assert chart.note.text() == "No site has a score."
    assert not chart.plot.isVisible()
