import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor

from siteselect.ui.map.extent import Extent
from siteselect.ui.map.locator import HIGH, LEAST, PART, WIDE, Locator, share_seen, size_of
from siteselect.ui.map.map_view import MapView
from siteselect.ui.pictures import draw
from siteselect.ui.tasks import Tasks
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.map.small_pack import make_data, make_day

LEFT = Qt.MouseButton.LeftButton


def near(view, powers=3):
    view.home()
    view.zoom(powers, smooth=False)


def middle_of(view):
    """Return where the overview shows the middle of the map."""
    return view.glass.locator.small.frame().center().toPoint()


def test_it_comes_when_one_looks_closely_and_goes_at_home(map_view):
    locator = map_view.glass.locator
    assert not locator.isVisible()
    near(map_view)
    assert locator.isVisible()
    assert share_seen(map_view.data.home, map_view.extent()) < PART
    map_view.home()
    assert not locator.isVisible()


def test_the_frame_is_where_the_view_is(map_view):
    near(map_view)
    left, top, right, foot = map_view.data.home
    size, seen = size_of(map_view.data.home), map_view.extent().window
    frame = map_view.glass.locator.small.frame()
    assert frame.left() == pytest.approx((seen[0] - left) / (right - left) * size.width(), abs=1)
    assert frame.bottom() == pytest.approx((seen[3] - top) / (foot - top) * size.height(), abs=1)
    map_view.zoom(9, smooth=False)
    frame = map_view.glass.locator.small.frame()
    assert (frame.width(), frame.height()) == (LEAST, LEAST)


def test_a_click_and_a_drag_on_it_move_the_map(map_view, qtbot):
    near(map_view)
    small, scale = map_view.glass.locator.small, map_view.metres_per_pixel
    goal = QPoint(small.width() // 3, small.height() // 2)
    qtbot.mouseClick(small, LEFT, pos=goal)
    assert (middle_of(map_view) - goal).manhattanLength() <= 2
    further = goal + QPoint(20, 6)
    qtbot.mousePress(small, LEFT, pos=goal)
    qtbot.mouseMove(small, further)
    qtbot.mouseRelease(small, LEFT, pos=further)
    assert map_view.metres_per_pixel == scale
    assert not map_view.dragging


def test_it_keeps_the_shape_of_the_region():
    assert size_of((0.0, 0.0, 200.0, 100.0)).toTuple() == (WIDE, WIDE // 2)
    assert size_of((0.0, 0.0, 100.0, 200.0)).toTuple() == (HIGH // 2, HIGH)


def test_the_share_that_is_seen():
    home = (0.0, 0.0, 100.0, 100.0)
    assert share_seen(home, Extent(0.0, 0.0, 1.0, 50, 50)) == pytest.approx(0.25)
    assert share_seen(home, Extent(-50.0, -50.0, 1.0, 100, 100)) == pytest.approx(0.25)
    assert share_seen(home, Extent(500.0, 0.0, 1.0, 50, 50)) == 0.0


@pytest.mark.parametrize("size", [(1400, 900), (1040, 760), (700, 520), (604, 438), (420, 300)])
@pytest.mark.parametrize("opened", [True, False])
def test_no_two_cards_meet_whatever_the_size(map_view, size, opened):
    map_view.resize(*size)
    for card in (map_view.glass.legend, map_view.glass.layers):
        card.open(opened)
    near(map_view)
    map_view.glass.lay()
    cards = [each for each in map_view.glass._cards() if each.isVisible()]
    boxes = [QRect(each.geometry()) for each in cards if each is not map_view.glass.layers]
    assert not any(a.intersects(b) for place, a in enumerate(boxes) for b in boxes[:place])
    if not opened and size[1] > 400:
        assert map_view.glass.locator in cards


def test_folded_it_is_a_title_and_stays_out_of_pictures(map_view, qtbot):
    near(map_view)
    locator = map_view.glass.locator
    whole = locator.height()
    assert locator not in map_view.glass.for_hands()
    qtbot.mouseClick(locator.title, LEFT, pos=QPoint(5, 5))
    assert locator.isVisible()
    assert locator.height() < whole / 2
    assert locator in map_view.glass.for_hands()


def test_an_open_overview_is_on_a_picture_of_the_map(map_view):
    near(map_view)
    box = map_view.glass.locator.geometry()
    accent = QColor(LIGHT.accent)
    image = draw(map_view).image()
    found = [
        QColor(image.pixelColor(x, y))
        for x in range(box.left(), box.right())
        for y in range(box.top(), box.bottom())
    ]
    assert sum(abs(each.rgb() - accent.rgb()) < 4 for each in found) > 20


def test_it_takes_on_the_look(map_view):
    near(map_view)
    small = map_view.glass.locator.small
    light = small.grab().toImage()
    map_view.apply_theme(DARK)
    map_view.glass.look(map_view.extent())
    assert small.grab().toImage() != light
    assert small._small.theme is DARK


def test_it_is_painted_off_the_main_thread(qtbot):
    tasks = Tasks(workers=1)
    view = MapView(LIGHT, tasks=tasks)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show_data(make_data())
    view.display_regions(make_day())
    with qtbot.waitExposed(view):
        view.show()
    near(view)
    small = view.glass.locator.small
    assert small.frame().isEmpty()
    qtbot.waitUntil(lambda: not small.frame().isEmpty(), timeout=8000)
    qtbot.waitUntil(lambda: view.settled, timeout=8000)
    tasks.close()


def test_a_region_that_is_no_longer_shown_is_dropped(board):
    locator = Locator(LIGHT, board)
    first, second = make_data(), make_data()
    view = Extent(first.home[0], first.home[1], 100.0, 200, 200)
    locator.show_data(first)
    assert locator.look(view)
    stale = locator.small._small
    locator.show_data(second)
    assert locator.look(view)
    locator.small.take(stale)
    assert locator.small._small.data is second


def test_it_has_a_name_for_who_cannot_see_it(board):
    locator = Locator(LIGHT, board)
    assert locator.accessibleName() == "Overview"
    assert locator.small.accessibleName()
