import pytest
from PySide6.QtWidgets import QWidget

from siteselect.ui.charts.chart import Chart
from siteselect.ui.panels.chart_row import ChartRow
from siteselect.ui.places import Places
from siteselect.ui.theme import LIGHT


@pytest.fixture
def make_places(qtbot, settings):
    def make():
        parts = [QWidget() for _ in range(5)]
        made = Places(*parts, ChartRow([Chart(LIGHT)], LIGHT))
        qtbot.addWidget(made)
        made.resize(1280, 720)
        made.restore(settings)
        made.show()
        return made

    return make


def test_the_map_is_the_largest_place(make_places):
    places = make_places()
    centre = places._upper.widget(1)
    assert centre.width() > places.parts["criteria"].width()
    assert centre.width() > places._side.width()
    assert places._upper.height() > places.parts["charts"].height()


def test_sizes_and_hidden_places_come_back(make_places, settings):
    places = make_places()
    places._upper.setSizes([420, 500, 360])
    places.show_place("charts", shown=False)
    wide = places.parts["criteria"].width()
    places.keep(settings)
    again = make_places()
    assert again.parts["criteria"].width() == wide
    assert not again.shows("charts")
    settings.forget_places()
    again.restore(settings)
    assert again.shows("charts")
    assert again.parts["criteria"].width() < wide


def test_the_side_leaves_with_its_last_place(make_places):
    places = make_places()
    places.show_place("ranking", shown=False)
    assert not places._side.isHidden()
    places.show_place("card", shown=False)
    assert places._side.isHidden()
    places.show_place("card", shown=True)
    assert not places._side.isHidden()
