import json

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from siteselect.ui.charts.contributions import ContributionsChart
from siteselect.ui.charts.price_stack import PriceStackChart
from siteselect.ui.charts.row import ChartRow
from siteselect.ui.charts.trade_off import TradeOffChart
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_evaluation

KEYS = ("contributions", "trade_off", "price_stack")


def _row() -> ChartRow:
    return ChartRow(
        (ContributionsChart(LIGHT), TradeOffChart(LIGHT), PriceStackChart(LIGHT)), LIGHT
    )


@pytest.fixture
def row(qtbot: QtBot) -> ChartRow:
    made = _row()
    qtbot.addWidget(made)
    made.resize(1280, 240)
    made.show()
    return made


def test_each_chart_stands_under_its_question(row: ChartRow) -> None:
    titles = [row.card(key).title.text() for key in KEYS]
    assert titles[:2] == ["What earns each score?", "What is traded off?"]
    assert [chart.key for chart in row.charts()] == list(KEYS)
    assert all(chart.isVisible() for chart in row.charts())
    control = row.charts()[0].controls()
    assert control is not None
    assert control.isVisible()


def test_one_chart_can_be_enlarged_and_all_come_back(row: ChartRow, qtbot: QtBot) -> None:
    qtbot.mouseClick(row.card("trade_off").zoom, Qt.MouseButton.LeftButton)
    assert row.shown() == ("trade_off",)
    assert not row.charts()[0].isVisible()
    qtbot.mouseDClick(row.card("trade_off").head, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert row.shown() == KEYS


def test_a_hidden_chart_sleeps_and_catches_up(row: ChartRow) -> None:
    chart = row.charts()[0]
    row.set_shown("contributions", shown=False)
    evaluation = make_evaluation(30)
    for each in row.charts():
        each.display(evaluation)
    assert isinstance(chart, ContributionsChart)
    assert chart.bars.bars is None
    row.set_shown("contributions", shown=True)
    assert chart.bars.bars is not None


def test_the_menu_names_every_chart_and_hides_it(row: ChartRow) -> None:
    menu = row.menu(row)
    actions = menu.actions()
    assert actions[0].text() == "What earns each score?"
    assert all(action.isChecked() for action in actions)
    actions[2].trigger()
    assert row.shown() == KEYS[:2]


def test_what_is_shown_is_remembered_as_plain_text(row: ChartRow, qtbot: QtBot) -> None:
    row.set_shown("price_stack", shown=False)
    row.enlarge("contributions")
    row.card("contributions").chart.restore([("cut", "criterion")])
    held = json.loads(json.dumps(row.state()))
    other = _row()
    qtbot.addWidget(other)
    other.restore(held)
    assert other.shown() == ("contributions",)
    assert other.state() == row.state()


def test_a_state_from_elsewhere_does_no_harm(row: ChartRow) -> None:
    row.restore({"hidden": ["nothing"], "enlarged": "nobody", "charts": {"trade_off": 3}})
    row.restore({"hidden": 5, "charts": "x"})
    assert row.shown() == KEYS


def test_hiding_the_enlarged_brings_the_others_back(row: ChartRow) -> None:
    row.enlarge("contributions")
    row.set_shown("contributions", shown=False)
    assert row.shown() == ("trade_off", "price_stack")


def test_the_theme_reaches_every_chart(row: ChartRow) -> None:
    row.apply_theme(DARK)
    assert all(chart.theme is DARK for chart in row.charts())
