from dataclasses import replace

import numpy as np
from PySide6.QtGui import QColor, QImage, QPainter

from siteselect.progress import Cancelled
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.naming import PinName
from siteselect.ui.map.picture import MARGIN, Order, Picture, paint_order
from siteselect.ui.strokes import by_strokes
from tests.ui.map.small_pack import make_extent, make_scene, make_tints

VIEW = make_extent(70, 48, 5_000.0, 300, 200)
NONE = np.empty((0, 4))
SEEN = (MARGIN, MARGIN, MARGIN + 300, MARGIN + 200)


def order(view=VIEW, pins=(), scene=None, **rest):
    return Order(
        scene or make_scene(extent=view.grown(MARGIN)),
        tuple(range(len(pins))), tuple(pins), NONE, NONE, SEEN, **rest,
    )  # fmt: skip


def made(view=VIEW, **rest):
    picture = Picture()
    picture.take(paint_order(order(view, **rest)))
    return picture


def shifted(view, pixels):
    step = view.metres_per_pixel
    return Extent(view.left + pixels * step, view.top, step, view.width, view.height)


def copied(picture, view, *, over=False):
    image = QImage(view.width, view.height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    (picture.copy_over if over else picture.copy_to)(painter, view)
    painter.end()
    return image


def test_a_picture_covers_views_within_its_margin(qapp):
    picture = made()
    assert picture.covers(VIEW)
    assert picture.covers(shifted(VIEW, MARGIN - 1))
    assert not picture.covers(shifted(VIEW, MARGIN + 1))
    assert picture.covers(shifted(VIEW, MARGIN - 60), 60)
    assert not picture.covers(shifted(VIEW, MARGIN - 59), 60)
    nearer = Extent(VIEW.left, VIEW.top, VIEW.metres_per_pixel / 2, 300, 200)
    assert not picture.covers(nearer)


def test_forgotten_names_leave_the_ground(qapp):
    picture = made()
    picture.forget_names()
    assert not picture.covers(VIEW)
    assert picture.has_ground(VIEW)
    picture.forget()
    assert not picture.has_ground(VIEW)
    assert picture.holds(VIEW)  # stale, and shown until a fresh one comes
    picture.drop()
    assert not picture.holds(VIEW)


def test_names_placed_anew_stand_on_the_same_ground(qapp):
    first = paint_order(order())
    again = paint_order(order(ground=first.ground))
    assert again.ground is first.ground
    assert again.whole == first.whole


def test_a_moved_copy_shows_the_same_pixels_elsewhere(qapp):
    picture = made()
    here, there = copied(picture, VIEW), copied(picture, shifted(VIEW, 40))
    assert here.copy(40, 0, 200, 200) == there.copy(0, 0, 200, 200)


def test_a_stretched_copy_fills_the_view(qapp):
    nearer = Extent(VIEW.left, VIEW.top, VIEW.metres_per_pixel / 2, 300, 200)
    image = copied(made(), nearer)
    assert all(image.pixelColor(x, 100) != QColor("#ff00ff") for x in range(0, 300, 10))


def test_names_of_pins_find_room_but_are_left_to_the_pins(qapp):
    scene = make_scene(extent=VIEW.grown(MARGIN), shown=set())
    pin = PinName("Site", 250.0, 200.0, 11.5, strong=True, quiet=False, point=(250.0, 219.0))
    bare, named = made(scene=scene), made(scene=scene, pins=[pin])
    assert named.names[0].text == "Site"
    assert named.spots[0] is not None
    assert copied(named, VIEW) == copied(bare, VIEW)


def test_an_empty_picture_copies_nothing(qapp):
    assert copied(Picture(), VIEW).pixelColor(5, 5) == QColor("#ff00ff")


def test_land_and_what_lies_over_it_make_the_whole_when_nothing_goes_between(qapp):
    scene = make_scene(extent=VIEW.grown(MARGIN), tints=make_tints())
    whole, parted = made(scene=scene), made(scene=scene, parted=True)
    image = copied(parted, VIEW)
    painter = QPainter(image)
    parted.copy_over(painter, VIEW)
    painter.end()
    one, other = (
        np.frombuffer(each.constBits(), np.uint8).reshape(200, 300, 4)[..., :3].astype(int)
        for each in (copied(whole, VIEW), image)
    )
    assert np.abs(one - other).max() <= 12  # two coats of one antialiased edge
    assert np.abs(one - other).mean() < 0.1
    assert copied(whole, VIEW, over=True).pixelColor(5, 5) == QColor("#ff00ff")


def test_by_strokes_the_ground_is_painted_and_not_copied(qapp):
    picture = made()
    stretched = replace(VIEW, metres_per_pixel=VIEW.metres_per_pixel / 2)
    with by_strokes():
        fine = copied(picture, stretched)
    assert fine != copied(picture, stretched)


def test_a_picture_nobody_wants_any_more_is_left(qapp):
    told = []

    def stop(part, _):
        told.append(part)
        raise Cancelled

    try:
        paint_order(order(), stop)
    except Cancelled:
        assert len(told) == 1
    else:
        raise AssertionError("painted to the end")
