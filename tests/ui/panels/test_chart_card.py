import pytest
from PySide6.QtWidgets import QToolButton, QWidget

from siteselect.pseudo import PSEUDO
from siteselect.ui.charts.chart import Chart
from siteselect.ui.charts.choices import CHARTS, Choice
from siteselect.ui.panels.chart_card import ChartCard
from siteselect.ui.theme import DARK, LIGHT
from siteselect.ui.tongue import put_on
from tests.making import make_evaluation
from tests.ui.reading import clipped


class Quiet(Chart):
    def controls(self):
        self.button = QToolButton()
        return self.button


@pytest.fixture
def card(qtbot):
    made = ChartCard(Choice("quiet", "What is this?", Quiet), LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_question_stands_before_the_chart_is_made(card):
    assert card.title.text() == "What is this?"
    assert card.title.menu() is card.menu
    assert card.chart is None
    card.resize(300, 200)
    assert card.title.y() < 20


def test_the_chart_comes_with_its_controls_in_the_head(qtbot, card):
    chart = card.fill()
    assert card.chart is chart
    qtbot.waitUntil(chart.isVisible)
    assert chart.button.isVisible()
    assert chart.button.y() < chart.y()


def test_a_look_reaches_a_chart_made_before_or_after(card):
    card.apply_theme(DARK)
    assert card.fill().theme is DARK
    card.apply_theme(LIGHT)
    assert card.chart.theme is LIGHT


def test_the_button_wishes_for_a_large_chart_and_back(qtbot, card):
    with qtbot.waitSignal(card.enlarged) as wish:
        card.alone.click()
    assert wish.args == [True]
    with qtbot.waitSignal(card.enlarged) as wish:
        card.alone.click()
    assert wish.args == [False]


@pytest.mark.parametrize("choice", CHARTS, ids=lambda each: each.key)
def test_no_words_of_a_narrow_card_are_cut_without_an_ellipsis(qtbot, choice):
    put_on(PSEUDO)
    try:
        place = QWidget()
        qtbot.addWidget(place)
        card = ChartCard(choice, LIGHT)
        card.setParent(place)
        place.show()
        card.fill().display(make_evaluation(30))
        qtbot.wait(40)
        card.setGeometry(0, 0, card.minimumSizeHint().width(), 240)
        assert card.width() <= 300
        qtbot.wait(40)
        assert clipped(place) == []
    finally:
        put_on("en")
