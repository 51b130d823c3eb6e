import numpy as np

from siteselect.ui.map.pin_names import named_rows, pin_names
from siteselect.ui.map.sites_item import SitesItem
from siteselect.ui.theme import LIGHT
from tests.making import make_evaluation
from tests.ui.map.small_pack import make_extent


def made(qapp, count=6):
    pins, evaluation = SitesItem(LIGHT), make_evaluation(count)
    pins.display(evaluation)
    extent = make_extent(
        float(np.mean(evaluation.matrix.sites.lon)), float(np.mean(evaluation.matrix.sites.lat)),
        8_000.0, 900, 700,
    )  # fmt: skip
    pins.arrange(extent)
    return pins, evaluation


def test_chosen_sites_come_before_better_ones(qapp):
    pins, evaluation = made(qapp)
    assert named_rows(pins, evaluation) == evaluation.order.tolist()
    last = int(evaluation.order[-1])
    pins.selected = np.array([last])
    assert named_rows(pins, evaluation) == [last, *evaluation.order.tolist()[:-1]]


def test_the_first_three_and_the_chosen_are_strong(qapp):
    pins, evaluation = made(qapp)
    last = int(evaluation.order[-1])
    pins.selected = np.array([last])
    names = pin_names(pins, evaluation, evaluation.order.tolist(), (0.0, 0.0))
    strong = {name.text for name in names if name.strong}
    best = [pins.sites.items[row].name for row in [*evaluation.order[:3].tolist(), last]]
    assert strong == set(best)


def test_names_lie_in_the_picture_beside_their_pins(qapp):
    pins, evaluation = made(qapp)
    (name,) = pin_names(pins, evaluation, [2], (30.0, 40.0))
    assert (name.x, name.y) == tuple(pins.at[2] + (30.0, 40.0))
    assert name.point == tuple(pins.at[2] - pins.offsets[2] + (30.0, 40.0))
