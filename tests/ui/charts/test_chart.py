from pytestqt.qtbot import QtBot

from siteselect.model.evaluation import Evaluation
from siteselect.ui.charts.chart import Chart
from siteselect.ui.theme import LIGHT
from tests.making import make_evaluation


class Plain(Chart):
    def draw(self, evaluation: Evaluation) -> None:
        self.drawn = evaluation


def test_picks_are_names_and_ctrl_joins_or_parts_them(qtbot: QtBot) -> None:
    chart = Plain(LIGHT)
    qtbot.addWidget(chart)
    wishes: list[object] = []
    chart.selected.connect(wishes.append)
    chart.pick(0, False)
    assert wishes == []
    chart.display(make_evaluation(3))
    chart.pick(0, False)
    chart.pick(2, True)
    chart.pick(0, True)
    assert wishes == [
        frozenset({"Site 0000"}),
        frozenset({"Site 0000", "Site 0002"}),
        frozenset({"Site 0002"}),
    ]
    assert chart.picked() == frozenset({2})


def test_a_plain_chart_has_no_controls_and_nothing_to_remember(qtbot: QtBot) -> None:
    chart = Plain(LIGHT)
    qtbot.addWidget(chart)
    assert chart.controls() is None
    assert chart.state() == {}
    chart.restore([("unknown", "entry")])
