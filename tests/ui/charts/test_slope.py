from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.scenarios import compare_scenarios
from siteselect.ui.charts.slope import SlopeChart, finding, lines_of
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_matrix, make_scenario

MATRIX = make_matrix(30)
ONE = make_scenario()
OTHER = replace(ONE.with_weight("measure_1", 90.0), name="Other", method="topsis")


def _held():
    return compare_scenarios([evaluate(ONE, MATRIX), evaluate(OTHER, MATRIX)])


@pytest.fixture
def chart(qtbot: QtBot) -> SlopeChart:
    made = SlopeChart(LIGHT)
    qtbot.addWidget(made)
    made.resize(400, 170)
    made.show()
    return made


def test_a_column_a_scenario_and_the_one_at_work_is_its_own() -> None:
    held = _held()
    lines = lines_of(held, held.evaluations[1])
    assert lines.columns == ("Balanced", "Other")
    assert lines.own == 1
    names = MATRIX.sites.names
    place = lines.names.index(str(held.evaluations[1].leader))
    assert lines.ranks[1, place] == 1
    assert names[lines.rows[place]] == held.evaluations[1].leader
    assert (lines.ranks > 0).any(axis=0).all()


def test_a_column_tells_what_it_judges_otherwise() -> None:
    held = _held()
    told = lines_of(held, held.evaluations[0]).about(1).splitlines()
    assert told[0] == "Other"
    assert "Method: TOPSIS instead of Weighted sum." in told
    assert lines_of(held, held.evaluations[0]).about(0) == "Balanced"


def test_it_names_who_is_near_the_top_in_all() -> None:
    held = _held()
    robust = held.robust(3)
    if robust:
        assert finding(held).endswith(", ".join(robust))
    alone = compare_scenarios(held.evaluations[:1])
    assert finding(alone).startswith("One scenario only")
    twice = compare_scenarios([held.evaluations[0], held.evaluations[0]])
    assert finding(twice) == f"{held.evaluations[0].leader} is first in all 2 scenarios"


def test_stale_fresh_marked_and_dressed(qtbot: QtBot, chart: SlopeChart) -> None:
    held = _held()
    chart.display(held.evaluations[0])
    assert chart.note.text() == "Other scenarios are not ranked yet"
    chart.display_conclusion(held)
    assert chart.lines.lines.own == 0
    chart.show_selection(frozenset({"Site 0003"}))
    assert chart.lines.marked == {3}
    with qtbot.waitSignal(chart.selected) as wish:
        chart.lines.clicked.emit(0, False)
    assert wish.args == [frozenset({"Site 0000"})]
    chart.display(evaluate(ONE, MATRIX))
    assert chart.lines.stale
    assert chart.lines.marked == frozenset()
    chart.apply_theme(DARK)
    assert chart.lines.theme is DARK
