import pytest
from pytestqt.qtbot import QtBot

from siteselect.mcda.consensus import consensus
from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.methods import METHODS
from siteselect.ui.charts.consensus import ConsensusChart, finding, lines_of
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_evaluation, make_matrix, make_scenario


@pytest.fixture
def chart(qtbot: QtBot) -> ConsensusChart:
    made = ConsensusChart(LIGHT)
    qtbot.addWidget(made)
    made.resize(400, 170)
    made.show()
    made.display(make_evaluation(30, method="topsis"))
    return made


def test_the_method_at_work_comes_first_and_every_method_has_a_column() -> None:
    held = consensus(make_evaluation(30, method="topsis"))
    lines = lines_of(held)
    assert lines.columns[0] == "TOPSIS"
    assert lines.own == 0
    assert len(set(lines.columns)) == len(METHODS)
    assert lines.ranks[0].tolist() == held.ranks[held.methods.index("topsis")].tolist()
    assert METHODS["topsis"].reference in lines.about(0)


def test_it_tells_how_far_the_methods_agree(chart: ConsensusChart) -> None:
    assert chart.note.text() == "Not ranked by other methods yet"
    held = consensus(chart.evaluation)
    chart.display_conclusion(held)
    assert f"Kendall's W {held.agreement:.2f}" in chart.note.text()
    count = int((held.ranks[:, 0] == 1).sum())
    assert f"{chart.evaluation.leader} leads in {count} of {len(METHODS)}" in chart.note.text()


def test_another_evaluation_makes_it_stale_until_the_new_one_comes(chart: ConsensusChart) -> None:
    chart.display_conclusion(consensus(chart.evaluation))
    assert not chart.lines.stale
    chart.display(make_evaluation(30))
    assert chart.lines.stale
    assert chart.note.text() == "Ranking by each method…"
    chart.display_conclusion(consensus(chart.evaluation))
    assert not chart.lines.stale
    assert chart.lines.lines.columns[0] == "Sum"


def test_the_selection_is_marked_and_a_click_picks(qtbot: QtBot, chart: ConsensusChart) -> None:
    chart.display_conclusion(consensus(chart.evaluation))
    chart.show_selection(frozenset({"Site 0003"}))
    assert chart.lines.marked == {3}
    with qtbot.waitSignal(chart.selected) as wish:
        chart.lines.clicked.emit(6, False)
    assert wish.args == [frozenset({"Site 0006"})]
    chart.apply_theme(DARK)
    assert chart.lines.theme is DARK


def test_where_nothing_passes_it_says_so() -> None:
    nobody = consensus(evaluate(make_scenario(2), make_matrix(0, 2)))
    assert finding(nobody) == "No site passes the gates"
