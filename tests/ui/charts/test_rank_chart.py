from siteselect.ui.charts.rank_chart import RankChart
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_evaluation


class Places(RankChart):
    question = "Who is where?"

    def __init__(self):
        super().__init__(LIGHT, "Not ranked yet")

    def tell(self):
        self.write("ranked")


def test_a_click_on_a_line_picks_the_site_and_the_theme_reaches_the_lines(qtbot):
    chart = Places()
    qtbot.addWidget(chart)
    chart.show()
    evaluation = make_evaluation()
    chart.display(evaluation)
    with qtbot.waitSignal(chart.selected) as told:
        chart.lines.clicked.emit(3, False)
    assert told.args == [frozenset({evaluation.matrix.sites.items[3].name})]
    chart.apply_theme(DARK)
    assert chart.lines.theme is DARK
    assert chart.lines.accessibleName() == "Who is where?"
