import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from siteselect.ui.panels.chart_row import ChartRow
from siteselect.ui.places import Places
from siteselect.ui.theme import LIGHT
from siteselect.ui.widgets.still import Still


@pytest.fixture
def make_places(qtbot, settings):
    def make():
        parts = [QWidget() for _ in range(5)]
        made = Places(*parts, ChartRow(LIGHT))
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


def test_a_large_chart_gets_most_of_the_height_and_gives_it_back(make_places, settings):
    places = make_places()
    before = places.sizes()
    places._charts.cards[0].alone.click()
    assert places.sizes()[1] > places.sizes()[0]
    places.keep(settings)  # what is kept is the row as it was
    assert abs(places.sizes()[1] - before[1]) <= 2
    places._charts.cards[0].alone.click()
    assert abs(places.sizes()[1] - before[1]) <= 2


def test_the_charts_are_low_where_the_window_is(make_places):
    places = make_places()
    assert places.height() == 720
    assert places.parts["charts"].height() <= 190


def test_after_a_hand_drew_the_window_all_is_painted_and_laid_out_at_its_size(make_places, qtbot):
    places = make_places()
    qtbot.waitUntil(lambda: places.backingStore().size() == QSize(1280, 720))
    for wide in range(1274, 1232, -6):
        places.resize(wide, 720)
        qtbot.waitUntil(lambda wide=wide: places.backingStore().size() == QSize(wide, 720))
    assert places.findChildren(Still)
    qtbot.waitUntil(lambda: places._resizing.resting)
    qtbot.waitUntil(lambda: not places.findChildren(Still))
    for card in places._charts.cards:
        assert card.layout().isEnabled()
        assert card.layout().geometry().size() == card.contentsRect().size()

    def painted_whole():
        seen = places.backingStore().paintDevice().copy()
        return seen == places.grab().toImage().convertToFormat(seen.format())

    qtbot.waitUntil(painted_whole)
