import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from siteselect.mcda.robustness import Draws, robustness
from siteselect.ui.charts.acceptability import CELL, HEAD, ROW, AcceptabilityChart
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_evaluation


@pytest.fixture
def chart(qtbot: QtBot) -> AcceptabilityChart:
    made = AcceptabilityChart(LIGHT)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    return made


def _concluded(chart: AcceptabilityChart) -> None:
    evaluation = make_evaluation(12)
    chart.display(evaluation)
    chart.display_conclusion(robustness(evaluation, Draws(count=500)))


def test_before_any_draw_it_says_so_and_other_conclusions_pass_by(
    chart: AcceptabilityChart,
) -> None:
    chart.display(make_evaluation(12))
    chart.display_conclusion("something else")
    assert chart.note.text() == "Not drawn yet"
    assert chart.grid.shown() == (0, 0)


def test_it_tells_how_often_the_leader_is_first(chart: AcceptabilityChart) -> None:
    _concluded(chart)
    held = chart.grid.robustness
    assert held is not None
    assert chart.note.text().startswith(f"{held.names[0]} is first in ")
    assert "of 500 draws" in chart.note.text()
    assert not chart.grid.stale


def test_a_new_evaluation_makes_it_stale_until_it_is_drawn_again(
    chart: AcceptabilityChart, qtbot: QtBot
) -> None:
    _concluded(chart)
    later = make_evaluation(12)
    chart.display(later)
    assert chart.grid.stale
    assert chart.note.text() == "Drawing other weights…"
    with qtbot.assertNotEmitted(chart.selected):
        chart.grid.clicked.emit(0, False)
    chart.display_conclusion(robustness(later, Draws(count=100)))
    assert not chart.grid.stale


def test_a_cell_is_tinted_by_its_share_and_told_in_words(chart: AcceptabilityChart) -> None:
    _concluded(chart)
    held = chart.grid.robustness
    assert held is not None
    sites, places = chart.grid.shown()
    assert sites >= 5
    left = chart.grid.width()
    hits = [chart.grid.cell_at(QPointF(x, HEAD + 5)) for x in range(left)]
    assert (0, -1) in hits
    assert (0, places - 1) in hits
    share = held.acceptability[0, 0]
    assert f"1st in {round(100 * share)} %" in chart.grid.words(0, 0)
    assert "on average" in chart.grid.words(0, -1)
    firsts = [float(held.acceptability[line, 0]) for line in range(sites)]
    image = chart.grid.grab().toImage()
    x = hits.index((0, 0)) + int(CELL) - 4
    shades = [image.pixelColor(x, int(HEAD + line * ROW + 4)).lightness() for line in range(sites)]
    assert int(np.argmin(shades)) == int(np.argmax(firsts))


def test_a_click_picks_the_site_and_a_selection_marks_it(
    chart: AcceptabilityChart, qtbot: QtBot
) -> None:
    _concluded(chart)
    held = chart.grid.robustness
    assert held is not None
    with qtbot.waitSignal(chart.selected) as wish:
        qtbot.mouseClick(chart.grid, Qt.MouseButton.LeftButton, pos=QPoint(20, int(HEAD + ROW + 5)))
    assert wish.args == [frozenset({held.names[1]})]
    assert chart.grid.marked == frozenset({int(held.rows[1])})
    chip = QColor(LIGHT.chip)
    assert chart.grid.grab().toImage().pixelColor(2, int(HEAD + 1.5 * ROW)) == chip


def test_nobody_passing_is_told_and_a_theme_is_taken(chart: AcceptabilityChart) -> None:
    evaluation = make_evaluation(0)
    chart.display(evaluation)
    chart.display_conclusion(robustness(evaluation, Draws(count=10)))
    assert chart.note.text() == "No site passes the gates"
    chart.apply_theme(DARK)
    assert chart.grid.theme is DARK
