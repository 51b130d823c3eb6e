import math
from itertools import combinations

from siteselect.export._svg_pins import Wanted, label_box, place


def test_a_lone_pin_stands_on_its_point_with_its_name_to_the_right():
    (pin,) = place([Wanted(50, 50, 10, "Osh")], 200, 100)
    assert (pin.x, pin.y, pin.anchor) == (50, 50, "start")


def test_crowded_pins_find_room_and_names_cover_nothing():
    wanted = [
        Wanted(100 + place_ % 4, 100 + place_ // 4, 10, f"Town {place_}") for place_ in range(16)
    ]
    pins = place(wanted, 400, 300)
    for (a, pin_a), (b, pin_b) in combinations(zip(wanted, pins, strict=True), 2):
        assert math.dist((pin_a.x, pin_a.y), (pin_b.x, pin_b.y)) >= a.radius + b.radius
    assert (pins[0].x, pins[0].y) == (100, 100)
    boxes = [
        label_box(want.name, pin) for want, pin in zip(wanted, pins, strict=True) if pin.anchor
    ]
    assert boxes
    for a, b in combinations(boxes, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_a_name_at_the_right_edge_goes_to_the_left():
    (pin,) = place([Wanted(190, 50, 10, "A long name")], 200, 100)
    assert pin.anchor == "end"


def test_the_same_input_gives_the_same_places_and_no_room_ends():
    wanted = [Wanted(10, 10, 10, "x")] * 40
    assert place(wanted, 40, 40) == place(wanted, 40, 40)
