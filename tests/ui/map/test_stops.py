import pytest

from siteselect.ui.map.stops import Stop, after, stops_of
from tests.making import make_evaluation

RING = [Stop(row=4), Stop(cluster=0), Stop(row=2)]


@pytest.mark.parametrize(
    ("here", "way", "there"),
    [
        (None, 1, RING[0]),
        (None, -1, RING[-1]),
        (RING[0], 1, RING[1]),
        (RING[2], 1, RING[0]),
        (RING[0], -1, RING[2]),
        (Stop(row=99), 1, RING[0]),
    ],
)
def test_keys_go_round_in_a_ring(here, way, there):
    assert after(RING, here, way) == there


def test_where_nothing_is_nobody_goes():
    assert after([], None, 1) is None


def test_sites_in_view_are_stops_in_the_order_of_their_ranks(map_view):
    assert stops_of(map_view.pins, map_view.extent()) == []
    evaluation = make_evaluation(30)
    map_view.display(evaluation)
    stops = stops_of(map_view.pins, map_view.extent())
    ranks = [int(evaluation.ranks[stop.row]) or 10**9 for stop in stops]
    assert ranks == sorted(ranks)
    assert {stop.row for stop in stops} <= set(map_view.pins.drawn.tolist())
    assert len(stops) > 5
    map_view.zoom(3, smooth=False)
    assert len(stops_of(map_view.pins, map_view.extent())) < len(stops)


def test_clusters_stand_at_their_best_rank(map_view):
    map_view.display(make_evaluation(900))
    stops = stops_of(map_view.pins, map_view.extent())
    crowd = map_view.pins.crowd
    places = [stop.cluster for stop in stops if stop.cluster >= 0]
    assert len(places) > 3
    assert set(places) <= set(crowd.seen.tolist())
    ranks = [int(crowd.ranks[place]) or 10**9 for place in places]
    assert ranks == sorted(ranks)
