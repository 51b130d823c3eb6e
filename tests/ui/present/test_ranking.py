import pytest

from siteselect.model.gate import Verdict
from siteselect.ui.present.ranking import SceneRanking, rows_shown, where
from siteselect.ui.theme import DARK
from tests.ui.present.present_made import make_evaluation


@pytest.fixture
def chart(qtbot):
    made = SceneRanking(DARK)
    qtbot.addWidget(made)
    made.resize(360, 420)
    made.show()
    made.display(make_evaluation())
    made.grab()
    return made


def test_the_first_sites_stand_in_their_order(chart):
    evaluation = chart.evaluation
    assert list(chart.rows) == list(evaluation.order[: len(chart.rows)])
    assert len(chart.rows) == chart.capacity()


def test_chosen_sites_take_the_last_places(chart):
    evaluation = chart.evaluation
    failed = next(int(row) for row in evaluation.order if evaluation.verdicts[row] is Verdict.FAIL)
    late = int(evaluation.order[14])
    rows = rows_shown(evaluation, frozenset({failed, late}), 6)
    assert rows == (*evaluation.order[:4].tolist(), late, failed)
    assert rows_shown(evaluation, frozenset({int(evaluation.order[1])}), 3) == tuple(
        evaluation.order[:3].tolist()
    )


def test_a_click_picks_a_site(qtbot, chart):
    from PySide6.QtCore import QPoint, Qt

    with qtbot.waitSignal(chart.selected) as told:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    row = chart.rows[int(60 // chart._step())]
    assert told.args[0] == {chart.evaluation.matrix.sites.items[row].name}


def test_without_prices_a_site_tells_its_land(chart):
    assert where(chart.evaluation, 0) == "KZ"
