"""A map on the small pack, shown at a size at which all cards lie open."""

import pytest
from PySide6.QtWidgets import QWidget

from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.map_view import MapView
from siteselect.ui.theme import LIGHT
from tests.making import make_evaluation
from tests.ui.map.small_pack import SmallPack, make_day


@pytest.fixture
def empty_map(qtbot):
    view = MapView(LIGHT)
    qtbot.addWidget(view)
    view.resize(1040, 760)
    return view


@pytest.fixture
def map_view(empty_map, qtbot):
    empty_map.show_data(MapData.of(SmallPack()))
    empty_map.display_regions(make_day())
    with qtbot.waitExposed(empty_map):
        empty_map.show()
    return empty_map


@pytest.fixture
def board(qtbot):
    """A shown widget on which a card may lie."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(500, 600)
    with qtbot.waitExposed(parent):
        parent.show()
    yield parent
    parent.hide()


@pytest.fixture
def free_names(map_view):
    """Return names of sites whose pins no card covers."""
    map_view.display(make_evaluation(12))
    for card in (map_view.glass.legend, map_view.glass.layers, map_view.glass.buttons):
        card.hide()
    return [map_view.pins.sites.items[row].name for row in map_view.pins.drawn.tolist()]
