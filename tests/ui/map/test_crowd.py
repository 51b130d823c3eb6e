import time
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible

from siteselect.mcda.evaluate import evaluate
from siteselect.model.sites import Sites
from siteselect.ui.map.crowd import Crowd
from siteselect.ui.map.plane_view import NEAREST
from siteselect.ui.map.sites_item import BEST, NUMBERED
from tests.making import make_evaluation

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def crowded(map_view):
    map_view.display(make_evaluation(900))
    for card in map_view.glass._cards():
        card.hide()
    return map_view


def members(view, place):
    rows = view.pins.crowd.clusters.of(place)
    return {view.pins.sites.items[row].name for row in rows.tolist()}


def free_mark(view):
    """Return a cluster that no pin covers, and where it is."""
    pins, crowd = view.pins, view.pins.crowd
    for place in crowd.seen.tolist():
        middle = crowd.at[place]
        if pins.hit(*middle) < 0 and view.viewport().rect().contains(*map(round, middle)):
            return place, QPointF(*middle)
    pytest.fail("every mark is covered")


def test_every_site_is_a_pin_a_dot_or_in_one_cluster(crowded):
    pins = crowded.pins
    gathered = set(pins.crowd.clusters.members.tolist())
    assert len(pins.crowd.clusters) > 5
    assert not gathered & set(np.flatnonzero(pins.numbered).tolist())
    assert not gathered & set(pins.drawn.tolist())
    in_view = np.flatnonzero(crowded.extent().visible(pins.east, pins.south))
    assert set(in_view.tolist()) <= gathered | set(pins.drawn.tolist())
    assert 0 < pins.numbered.sum() <= BEST + (pins.evaluation.ranks == 0).sum()


def test_few_sites_are_never_gathered(map_view):
    map_view.display(make_evaluation(NUMBERED))
    assert len(map_view.pins.crowd.clusters) == 0


def test_a_mark_tells_count_and_best_rank(crowded):
    crowd, ranks = crowded.pins.crowd, crowded.evaluation.ranks
    for place in crowd.seen.tolist():
        rows = crowd.clusters.of(place)
        known = ranks[rows][ranks[rows] > 0]
        mark = crowd.mark_of(place)
        assert mark.count == len(rows)
        assert mark.rank == (known.min() if len(known) else 0)


def test_the_best_rank_follows_a_slider_at_once(crowded):
    scenario, matrix = crowded.evaluation.scenario, crowded.evaluation.matrix
    other = evaluate(scenario.with_weight(scenario.criteria[0].measure, 40.0), matrix)
    before = crowded.pins.crowd.ranks.tolist()
    crowded.display(other)
    crowd = crowded.pins.crowd
    assert crowd.ranks.tolist() != before
    for place in range(len(crowd.clusters)):
        known = other.ranks[crowd.clusters.of(place)]
        assert crowd.ranks[place] == known[known > 0].min(initial=10**6) % 10**6


def test_clusters_stay_where_they_are_when_the_map_is_dragged(crowded):
    before = crowded.pins.crowd.clusters
    crowded.pan(40, 25)
    crowded.grab()
    assert np.array_equal(crowded.pins.crowd.clusters.members, before.members)


def test_a_click_looks_closer_until_the_sites_part(crowded, qtbot):
    place, at = free_mark(crowded)
    inside, scale = members(crowded, place), crowded.metres_per_pixel
    qtbot.mouseClick(crowded.viewport(), LEFT, pos=at.toPoint())
    assert crowded.metres_per_pixel <= scale / 2
    pins = crowded.pins
    rows = [pins.sites.index(name) for name in inside]
    assert crowded.extent().visible(pins.east[rows], pins.south[rows]).all()
    assert crowded.names == frozenset()


def test_control_picks_all_of_a_cluster(crowded, qtbot):
    place, at = free_mark(crowded)
    inside, scale = members(crowded, place), crowded.metres_per_pixel
    qtbot.mouseClick(crowded.viewport(), LEFT, CONTROL, at.toPoint())
    assert crowded.names == inside
    assert crowded.metres_per_pixel == scale
    assert crowded.pins.numbered[crowded.pins.selected].all()


def test_sites_in_one_spot_are_picked_when_no_nearer_view_parts_them(map_view, qtbot):
    evaluation = make_evaluation(200)
    first = evaluation.matrix.sites.items[0]
    items = tuple(
        replace(each, lon=first.lon, lat=first.lat) for each in evaluation.matrix.sites.items
    )
    matrix = replace(evaluation.matrix, sites=Sites(items))
    map_view.display(replace(evaluation, matrix=matrix))
    pins = map_view.pins
    map_view.look_at(float(pins.east[0]), float(pins.south[0]), NEAREST)
    map_view.grab()
    assert len(pins.crowd.clusters) == 1
    inside = members(map_view, 0)
    map_view.open_cluster(0)
    assert map_view.names == inside


def test_a_lasso_picks_what_is_gathered_too(crowded):
    width, height = crowded.viewport().width(), crowded.viewport().height()
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], float)
    crowded.pick_where(corners, adding=False)
    pins = crowded.pins
    in_view = np.flatnonzero(crowded.extent().visible(pins.east, pins.south, -20.0))
    assert {pins.sites.items[row].name for row in in_view.tolist()} <= crowded.names
    assert pins.numbered.sum() < 2 * NUMBERED
    assert len(pins.crowd.chosen) > 5


def test_a_mark_tells_that_sites_in_it_are_picked(crowded):
    place, _ = free_mark(crowded)
    many = frozenset(f"Site {row:04d}" for row in range(900))
    crowded.show_selection(many)
    assert crowded.pins.numbered.sum() < NUMBERED
    shown = crowded.viewport().grab().toImage()
    chosen = crowded.pins.crowd.chosen
    assert chosen == set(range(len(crowded.pins.crowd.clusters)))
    crowded.pins.crowd.chosen = frozenset()
    crowded.pins.update()
    assert crowded.viewport().grab().toImage() != shown
    crowded.show_selection(frozenset())
    assert crowded.pins.crowd.chosen == frozenset()
    assert place >= 0


def test_the_pointer_rings_a_mark_and_is_told_of_it(crowded):
    place, at = free_mark(crowded)
    plain = crowded.viewport().grab().toImage()
    crowded.hover(at)
    assert crowded.pins.crowd.hovered == place
    assert crowded.viewport().grab().toImage() != plain
    story = crowded.glass.card.story
    assert story.title == f"{len(members(crowded, place))} sites"
    assert crowded.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    crowded.leave()
    assert crowded.pins.crowd.hovered == -1


def test_hidden_sites_have_no_marks_to_hit(crowded):
    _, at = free_mark(crowded)
    crowded.set_overlay("sites", False)
    scale = crowded.metres_per_pixel
    crowded.click(at, adding=False)
    assert crowded.metres_per_pixel == scale


def test_keys_go_through_the_marks_and_enter_opens_one(crowded, qtbot):
    seen = []
    for _ in range(60):
        qtbot.keyClick(crowded, Qt.Key.Key_PageDown)
        crowd = crowded.pins.crowd
        seen.append(crowd.focused)
        if crowd.focused >= 0:
            break
    assert seen[0] == -1
    assert crowded.pins.crowd.focused >= 0
    title = crowded.glass.card.story.title
    assert title.endswith("sites")
    scale = crowded.metres_per_pixel
    qtbot.keyClick(crowded, Qt.Key.Key_Return)
    assert crowded.metres_per_pixel <= scale / 2


def test_keys_pick_the_sites_in_the_order_of_the_ranking(map_view, qtbot):
    evaluation = make_evaluation(20)
    map_view.display(evaluation)
    inside = map_view.viewport().rect()
    rows = [
        row
        for row in evaluation.order.tolist()
        if inside.contains(*map(round, map_view.pins.at[row].tolist()))
    ]
    names = [evaluation.matrix.sites.items[row].name for row in rows[:3]]
    for name in names:
        qtbot.keyClick(map_view, Qt.Key.Key_PageDown)
        assert map_view.names == {name}
    qtbot.keyClick(map_view, Qt.Key.Key_PageUp)
    assert map_view.names == {names[1]}


def test_what_keys_come_to_is_said_aloud(map_view, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", said.append)
    map_view.display(make_evaluation(5))
    qtbot.keyClick(map_view, Qt.Key.Key_PageDown)
    assert len(said) == 1
    assert next(iter(map_view.names)) in said[0].message()


def test_the_map_names_the_table_that_says_the_same(map_view):
    told = map_view.accessibleDescription()
    for part in ("ranking", "Arrows", "Home", "Page down", "Enter"):
        assert part in told


def test_nothing_is_gathered_twice_at_one_scale():
    crowd, rng = Crowd(), np.random.default_rng(5)
    x, y = rng.uniform(0, 4e6, (2, 5000))
    rows = np.arange(5000)
    assert crowd.gather(x, y, rows, 4000.0)
    assert not crowd.gather(x, y, rows, 4000.0)
    assert crowd.gather(x, y, rows, 2000.0)


def test_five_thousand_sites_are_gathered_and_marked_within_a_frame():
    crowd, rng = Crowd(), np.random.default_rng(5)
    x, y = rng.uniform(0, 4e6, (2, 5000))
    ranks, steps = rng.permutation(5000) + 1, rng.integers(0, 64, 5000)
    took = []
    for scale in (4000.0, 4100.0, 4200.0, 4300.0, 4400.0):
        start = time.thread_time()
        crowd.gather(x, y, np.arange(5000), scale)
        crowd.mark(ranks, steps)
        took.append(time.thread_time() - start)
    assert min(took) < 0.016
