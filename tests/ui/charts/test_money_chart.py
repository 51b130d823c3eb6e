import pytest

from siteselect.ui.charts.money_chart import MoneyChart
from siteselect.ui.money_day import MoneyDay
from siteselect.ui.theme import LIGHT
from tests.ui.money_made import money


class Listing(MoneyChart):
    wants = (MoneyDay,)

    def refresh(self):
        self.shown = self.day


def test_it_is_drawn_from_what_was_reckoned(qtbot):
    chart = Listing(LIGHT)
    qtbot.addWidget(chart)
    chart.show()
    chart.display_conclusion(money())
    assert chart.shown is money()


def test_a_hand_picks_one_and_with_ctrl_another(qtbot):
    chart = Listing(LIGHT)
    qtbot.addWidget(chart)
    told = []
    chart.selected.connect(told.append)
    chart.choose_one("Ekibastuz")
    chart.choose_one("Balkhash", together=True)
    assert told == [frozenset({"Ekibastuz"}), frozenset({"Ekibastuz", "Balkhash"})]


def test_a_chart_must_say_how_it_shows(qtbot):
    chart = MoneyChart(LIGHT)
    qtbot.addWidget(chart)
    with pytest.raises(TypeError, match="MoneyChart does not say"):
        chart.refresh()
