from PySide6.QtCore import QPoint, Qt

from siteselect.ui.map.glass import EDGE, FREE
from tests.making import make_evaluation


def test_cards_keep_to_their_corners_and_apart(map_view):
    glass = map_view.glass
    legend, layers, buttons = (
        card.geometry() for card in (glass.legend, glass.layers, glass.buttons)
    )
    assert legend.left() == EDGE
    assert legend.bottom() == map_view.height() - EDGE - 1
    assert layers.right() == map_view.width() - EDGE - 1
    assert layers.top() == EDGE
    assert not legend.intersects(layers)
    assert not layers.intersects(buttons)
    assert len(glass.boxes()) == 5  # with the arrow to the north


def test_cards_fold_on_a_small_map_and_open_on_a_large_one(map_view):
    glass = map_view.glass
    map_view.display(make_evaluation(9))
    whole = glass.legend.height()
    assert glass.legend.opened
    map_view.resize(900, 600)
    assert glass.legend.opened
    assert glass.legend.height() < whole
    assert not glass.layers.opened
    map_view.resize(600, 400)
    assert not glass.legend.opened
    map_view.resize(1100, 800)
    assert glass.layers.opened
    assert glass.legend.height() == whole


def test_what_a_hand_folds_stays_folded(map_view, qtbot):
    glass = map_view.glass
    qtbot.mouseClick(glass.legend.title, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not glass.legend.opened
    map_view.resize(1000, 700)
    assert not glass.legend.opened
    assert glass.legend.geometry().bottom() == 700 - EDGE - 1


def test_home_leaves_room_for_buttons_and_pins(map_view):
    free = map_view.glass.free()
    assert free.left() == FREE[0]
    assert free.right() == map_view.width() + FREE[2] - 1
    assert free.bottom() == map_view.height() + FREE[3] - 1


def test_attribution_is_painted_where_it_says(map_view):
    map_view.grab()
    named = map_view.glass.named
    assert named.width() > 100
    assert named.right() <= map_view.width()
    assert named.bottom() <= map_view.height()
