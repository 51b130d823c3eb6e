from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from siteselect.mcda.evaluate import evaluate
from siteselect.model.sites import Site, Sites
from siteselect.ui.map.labels import Spot, Wish
from siteselect.ui.map.lettering import Style
from siteselect.ui.map.naming import Name, PinName
from siteselect.ui.map.pins import FAIL, LARGE, radii
from siteselect.ui.map.sites_item import BEST, NUMBERED, SitesItem
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_evaluation, make_matrix, make_scenario
from tests.ui.map.small_pack import make_extent

EXTENT = make_extent(72.5, 47.0, 6_000.0, 1000, 700)


def at_points(points):
    """Return an evaluation of sites at these places."""
    sites = Sites(tuple(Site(f"S{row}", "KZ", lon, lat) for row, (lon, lat) in enumerate(points)))
    return evaluate(make_scenario(), replace(make_matrix(len(points)), sites=sites))


def shown(evaluation, extent=EXTENT):
    item = SitesItem(LIGHT)
    item.display(evaluation)
    item.fit_domain()
    item.arrange(extent)
    return item


def painted(item, extent=EXTENT):
    image = QImage(extent.width, extent.height, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.land))
    painter = QPainter(image)
    item.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    return image


@pytest.mark.parametrize("count", [0, 1, 30, 5000])
def test_any_number_of_sites_is_painted(qapp, count):
    blank = painted(SitesItem(LIGHT))
    assert (painted(shown(make_evaluation(count))) == blank) == (count == 0)


def test_a_pin_shows_the_colour_of_its_score(qapp):
    item = shown(make_evaluation(30))
    image = painted(item)
    row = int(np.flatnonzero(item.kinds == 0)[0])
    x, y = np.round(item.at[row]).astype(int).tolist()
    from siteselect.ui.widgets.ramp import score_colours

    assert image.pixelColor(x - 7, y + 4) == score_colours()[item.steps[row]]


def test_a_new_evaluation_rewrites_colours_and_moves_nothing(qapp):
    first = make_evaluation(30)
    item = shown(first)
    before, at, offsets = painted(item), item.at.copy(), item.offsets.copy()
    other = evaluate(first.scenario.with_weight("measure_0", 90.0), first.matrix)
    assert item.display(other) is False
    assert (item.at == at).all()
    assert (item.offsets == offsets).all()
    assert painted(item) != before
    assert item.display(make_evaluation(30)) is True


def test_pins_that_would_cover_each_other_part(qapp):
    crowd = [(75.32, 51.72), (76.97, 52.28), (76.92, 52.04), (75.4, 51.8), (80.0, 47.0)]
    item = shown(at_points(crowd))
    size = radii(item.kinds, item.numbered)
    for one in range(len(crowd)):
        for other in range(one):
            away = np.hypot(*(item.at[one] - item.at[other]))
            assert away >= size[one] + size[other] - 0.5
    assert item.boxes().shape == (5, 4)


def test_the_pin_under_the_pointer_is_found(qapp):
    item = shown(make_evaluation(30))
    for row in item.drawn.tolist():
        x, y = item.at[row]
        assert item.hit(x, y) == row
        assert item.hit(x + LARGE + 30, y + 300) != row
    assert item.hit(-500, -500) == -1
    assert SitesItem(LIGHT).hit(10, 10) == -1


def test_comparators_off_the_map_are_not_drawn(qapp):
    evaluation = make_evaluation(3)
    items = list(evaluation.matrix.sites.items)
    items[1] = replace(items[1], off_map=True)
    matrix = replace(evaluation.matrix, sites=Sites(tuple(items)))
    item = shown(evaluate(evaluation.scenario, matrix))
    assert 1 not in item.drawn.tolist()
    assert not item.on_map(1)
    assert item.on_map(0)


def test_of_a_crowd_the_best_wear_numbers_and_the_selected_too(qapp):
    evaluation = make_evaluation(1000)
    item = shown(evaluation)
    assert NUMBERED < 1000
    numbered = item.numbered & (item.kinds != FAIL)
    assert 0 < numbered.sum() <= BEST
    assert (evaluation.ranks[numbered] <= BEST).all()
    worst = int(np.argmax(evaluation.ranks))
    item.selected = np.array([worst])
    item.arrange(EXTENT)
    assert item.numbered[worst]


def test_marks_are_painted_round_the_selected_and_the_hovered(qapp):
    item = shown(make_evaluation(10))
    plain = painted(item)
    row = int(item.drawn[0])
    item.hovered = row
    hovered = painted(item)
    item.selected = np.array([row])
    item.hovered = -1
    chosen = painted(item)
    assert plain != hovered != chosen != plain


def test_the_ramp_goes_from_ten_to_ten(qapp):
    evaluation = make_evaluation(30)
    item = shown(evaluation)
    low, high = item.domain
    scores = evaluation.scores[np.isfinite(evaluation.scores)]
    assert low <= scores.min() < low + 0.1 + 1e-9
    assert high - 0.1 - 1e-9 < scores.max() <= high
    assert round(low * 10) == pytest.approx(low * 10)


def test_a_theme_changes_the_sprites(qapp):
    item = shown(make_evaluation(30))
    before = painted(item)
    item.apply_theme(DARK)
    assert painted(item) != before


def test_panning_moves_every_pin_alike(qapp):
    item = shown(make_evaluation(30))
    at = item.at.copy()
    step = EXTENT.metres_per_pixel
    item.look(type(EXTENT)(EXTENT.left + 50 * step, EXTENT.top, step, 1000, 700))
    assert np.allclose(item.at - at, (-50, 0))


def test_names_stand_beside_their_pins_and_move_with_them(qapp):
    item = shown(at_points([(75.0, 50.0), (78.0, 48.0)]))
    plain = painted(item)
    style = Style(12, QFont.Weight.Bold, "#ff0000", "#ffffff")
    x, y = item.at[0]
    wish = Wish(40.0, 14.0, np.zeros((1, 2)))
    pin = PinName("MMMM", x + 5.0, y + 7.0, 11.5, strong=True, quiet=False, point=(x, y))
    order = SimpleNamespace(rows=(0,), pins=(pin,))
    item.bear(order, [Name("MMMM", style, wish)], [Spot(x + 60, y + 7, 40, 14, True)])
    named = painted(item)
    assert named != plain

    def red(image, left, top):
        inked = [image.pixelColor(round(left) + step, round(top)) for step in range(-20, 20)]
        return any(tone.red() > 180 and tone.green() < 120 for tone in inked)

    assert red(named, x + 55, y)
    step = EXTENT.metres_per_pixel
    moved = type(EXTENT)(EXTENT.left + 40 * step, EXTENT.top, step, 1000, 700)
    item.look(moved)
    assert red(painted(item, moved), x + 15, y)


def test_pins_stay_arranged_while_the_map_moves(qapp, monkeypatch):
    item = shown(at_points([(75.0, 50.0), (75.01, 50.0)]))
    before = item.offsets.copy()
    monkeypatch.setattr("siteselect.ui.map.sites_item.spread", lambda *_: pytest.fail("anew"))
    step = EXTENT.metres_per_pixel
    item.arrange(type(EXTENT)(EXTENT.left + 40 * step, EXTENT.top, step, 1000, 700))
    assert (item.offsets == before).all()
