import numpy as np
from PySide6.QtGui import QColor, QImage, QPainter

from siteselect.ui.map.extent import Extent
from siteselect.ui.map.picture import MARGIN, Picture
from siteselect.ui.theme import LIGHT
from tests.ui.map.small_pack import make_extent, make_scene

VIEW = make_extent(70, 48, 5_000.0, 300, 200)
NONE = np.empty((0, 4))


def made(view=VIEW):
    picture = Picture()
    scene = make_scene(extent=view.grown(MARGIN))
    picture.paint_anew(scene, [], NONE, NONE, (MARGIN, MARGIN, MARGIN + 300, MARGIN + 200))
    return picture


def shifted(view, pixels):
    step = view.metres_per_pixel
    return Extent(view.left + pixels * step, view.top, step, view.width, view.height)


def copied(picture, view):
    image = QImage(view.width, view.height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    picture.copy_to(painter, view)
    painter.end()
    return image


def test_a_picture_covers_views_within_its_margin(qapp):
    picture = made()
    assert picture.covers(VIEW)
    assert picture.covers(shifted(VIEW, MARGIN - 1))
    assert not picture.covers(shifted(VIEW, MARGIN + 1))
    nearer = Extent(VIEW.left, VIEW.top, VIEW.metres_per_pixel / 2, 300, 200)
    assert not picture.covers(nearer)


def test_forgotten_names_leave_the_ground(qapp):
    picture = made()
    picture.forget_names()
    assert not picture.covers(VIEW)
    assert picture.has_ground(VIEW)
    picture.forget()
    assert not picture.has_ground(VIEW)


def test_a_moved_copy_shows_the_same_pixels_elsewhere(qapp):
    picture = made()
    here, there = copied(picture, VIEW), copied(picture, shifted(VIEW, 40))
    assert here.copy(40, 0, 200, 200) == there.copy(0, 0, 200, 200)


def test_a_stretched_copy_fills_the_view(qapp):
    nearer = Extent(VIEW.left, VIEW.top, VIEW.metres_per_pixel / 2, 300, 200)
    image = copied(made(), nearer)
    assert all(image.pixelColor(x, 100) != QColor("#ff00ff") for x in range(0, 300, 10))


def test_names_of_pins_find_room_but_are_left_to_the_pins(qapp):
    from siteselect.ui.map.naming import PinName

    scene = make_scene(extent=VIEW.grown(MARGIN), shown=set())
    seen = (MARGIN, MARGIN, MARGIN + 300, MARGIN + 200)
    bare, named = Picture(), Picture()
    bare.paint_anew(scene, [], NONE, NONE, seen)
    pin = PinName("Site", 250.0, 200.0, 11.5, strong=True, quiet=False, point=(250.0, 219.0))
    named.paint_anew(scene, [pin], NONE, NONE, seen)
    assert named.names[0].text == "Site"
    assert named.spots[0] is not None
    assert copied(named, VIEW) == copied(bare, VIEW)


def test_an_empty_picture_copies_nothing(qapp):
    assert copied(Picture(), VIEW).pixelColor(5, 5) == QColor("#ff00ff")
    assert LIGHT.name == "light"
