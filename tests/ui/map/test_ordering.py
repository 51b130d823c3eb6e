import numpy as np
import pytest

from siteselect.ui.map.ordering import order_of, room_for
from siteselect.ui.map.picture import MARGIN, Picture, paint_order
from siteselect.ui.map.sites_item import SitesItem
from siteselect.ui.theme import LIGHT
from tests.making import make_evaluation
from tests.ui.map.small_pack import make_extent, make_scene

VIEW = make_extent(70, 48, 5_000.0, 600, 400)


@pytest.fixture
def pins(qapp):
    made = SitesItem(LIGHT)
    made.display(make_evaluation(8))
    made.arrange(VIEW)
    return made


def ordered(picture, pins, shown=("sites",)):
    scene = make_scene(extent=room_for(picture, VIEW), shown=frozenset(shown))
    return order_of(scene, VIEW, picture, pins, np.array([[0.0, 0.0, 50.0, 60.0]]), parted=False)


def test_all_is_told_in_the_pixels_of_the_picture(pins):
    order = ordered(Picture(), pins)
    assert order.seen == (MARGIN, MARGIN, MARGIN + 600, MARGIN + 400)
    assert order.glass.tolist() == [[MARGIN, MARGIN, MARGIN + 50.0, MARGIN + 60.0]]
    first = order.rows[0]
    assert (order.pins[0].x, order.pins[0].y) == tuple(pins.at[first] + MARGIN)
    assert order.taken == pytest.approx(pins.boxes() + MARGIN)


def test_without_the_layer_of_sites_no_pin_asks_for_room(pins):
    order = ordered(Picture(), pins, shown=())
    assert (order.rows, order.pins, len(order.taken)) == ((), (), 0)


def test_a_ground_that_holds_is_used_again(pins):
    picture = Picture()
    picture.take(paint_order(ordered(picture, pins)))
    picture.forget_names()
    again = ordered(picture, pins)
    assert again.ground is picture.painted.ground
    picture.forget()
    assert ordered(picture, pins).ground is None
