import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout

from siteselect.ui.charts.chart import Chart
from siteselect.ui.panels.chart_row import ChartRow
from siteselect.ui.theme import DARK, LIGHT


class Quiet(Chart):
    question = "What is this?"

    def draw(self, evaluation):
        self.drawn = evaluation


@pytest.fixture
def row(qtbot):
    made = ChartRow([Quiet(LIGHT), Quiet(LIGHT), Quiet(LIGHT)], LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 220)
    made.show()
    return made


def test_one_chart_alone_and_all_of_them_again(row):
    row.cards[1].alone.click()
    assert [card.isHidden() for card in row.cards] == [True, False, True]
    row.cards[1].alone.click()
    assert [card.isHidden() for card in row.cards] == [False, False, False]


def test_widths_are_equal_at_first_and_remembered(row):
    row.take_widths(None)
    wide = [card.width() for card in row.cards]
    assert max(wide) - min(wide) <= 2
    row._splitter.setSizes([420, 220, 220])
    state = row.widths()
    row.take_widths(None)
    row.take_widths(state)
    assert row.cards[0].width() > row.cards[1].width() * 1.5


def test_the_theme_reaches_the_charts(row):
    row.apply_theme(DARK)
    assert all(card.chart.theme is DARK for card in row.cards)


def test_words_that_grow_in_a_chart_move_no_card(qtbot, row):
    row.take_widths(None)
    before = [card.width() for card in row.cards]
    label = QLabel("a very long remark " * 20)
    QVBoxLayout(row.cards[0].chart).addWidget(label)
    qtbot.waitUntil(label.isVisible)
    assert [card.width() for card in row.cards] == before
