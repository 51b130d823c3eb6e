import numpy as np
import pytest
import shapely

from siteselect.geo.crs import GEOD
from siteselect.geo.proximity import nearest_edge, nearest_point, sum_within, within
from tests.geo.vincenty import vincenty_km


def brute(lon, lat, to_lon, to_lat):
    """Return all geodesic distances, sites by targets, in km."""
    sites, targets = len(lon), len(to_lon)
    _, _, metres = GEOD.inv(
        np.repeat(lon, targets),
        np.repeat(lat, targets),
        np.tile(to_lon, sites),
        np.tile(to_lat, sites),
    )
    return np.asarray(metres).reshape(sites, targets) / 1000


def points(count, seed, box=(46.0, 34.0, 97.0, 56.0)):
    generator = np.random.default_rng(seed)
    return generator.uniform(box[0], box[2], count), generator.uniform(box[1], box[3], count)


def border():
    """Return a crooked ring with sides of up to 15 degrees."""
    return shapely.Polygon([(74, 40), (80, 45), (82, 49), (96, 48), (90, 37), (78, 35)])


def test_nearest_point_is_the_brute_nearest():
    lon, lat = points(300, 1)
    to_lon, to_lat = points(500, 2)
    found = nearest_point(lon, lat, to_lon, to_lat)
    true = brute(lon, lat, to_lon, to_lat)
    assert found.km == pytest.approx(true.min(axis=1), rel=1e-9)
    assert (found.index == true.argmin(axis=1)).all()
    assert (found.lon == to_lon[found.index]).all()


def test_nearest_point_round_the_world_keeps_its_bound():
    lon, lat = points(400, 3, (-180, -60, 180, 80))
    to_lon, to_lat = points(6, 4, (46, 34, 97, 56))
    found = nearest_point(lon, lat, to_lon, to_lat)
    true = brute(lon, lat, to_lon, to_lat).min(axis=1)
    assert (found.km >= true - 1e-9).all()
    assert (found.km <= true * 1.001).all()


def test_nearest_point_agrees_with_vincenty():
    found = nearest_point([75.32287], [51.72371], [76.96881, 73.10211], [52.27601, 49.80187])
    assert found.index[0] == 0
    assert found.km[0] == pytest.approx(vincenty_km(75.32287, 51.72371, 76.96881, 52.27601))


def test_no_target_is_unknown_not_zero():
    for found in (nearest_point([70.0], [45.0], [], []), nearest_edge([70.0], [45.0], [])):
        assert found.index.tolist() == [-1]
        assert np.isnan(found.km).all()


def test_blocks_change_nothing(monkeypatch):
    lon, lat = points(100, 5)
    to_lon, to_lat = points(50, 6)
    whole = nearest_point(lon, lat, to_lon, to_lat), nearest_edge(lon, lat, [border()])
    pairs = within(lon, lat, to_lon, to_lat, 400)
    monkeypatch.setattr("siteselect.geo.proximity._BLOCK", 120)
    assert (nearest_point(lon, lat, to_lon, to_lat).index == whole[0].index).all()
    assert nearest_edge(lon, lat, [border()]).km == pytest.approx(whole[1].km, rel=1e-12)
    assert (within(lon, lat, to_lon, to_lat, 400).target == pairs.target).all()


@pytest.mark.parametrize("radius", [50.0, 150.0, 900.0])
def test_pairs_within_are_the_brute_ones(radius):
    lon, lat = points(80, 7)
    to_lon, to_lat = points(400, 8)
    pairs = within(lon, lat, to_lon, to_lat, radius)
    true = brute(lon, lat, to_lon, to_lat)
    site, target = np.nonzero(true <= radius)
    assert (pairs.site == site).all()
    assert (pairs.target == target).all()
    assert pairs.km == pytest.approx(true[site, target], abs=1e-9)


def test_sum_within_counts_at_the_radius_and_not_beyond():
    km = vincenty_km(70.0, 45.0, 70.5, 45.0)
    assert sum_within([70.0], [45.0], [70.5], [45.0], [20.0], km + 1e-6).tolist() == [20.0]
    assert sum_within([70.0], [45.0], [70.5], [45.0], [20.0], km - 1e-6).tolist() == [0.0]


def test_nearest_edge_against_a_brute_densified_line():
    ring = border()
    lon, lat = points(60, 9)
    dense = shapely.get_coordinates(shapely.segmentize(ring.exterior, 0.001))
    true = np.array(
        [brute(lon[[row]], lat[[row]], dense[:, 0], dense[:, 1]).min() for row in range(len(lon))]
    )
    found = nearest_edge(lon, lat, [ring])
    assert (found.km <= true * (1 + 1e-6)).all()  # the densified line is never nearer
    assert found.km == pytest.approx(true, rel=5e-4, abs=0.06)  # its own points are 0.1 km apart


def test_nearest_edge_close_to_the_line():
    ring = border()
    dense = shapely.get_coordinates(shapely.segmentize(ring.exterior, 0.5))
    lon, lat = dense[5:20, 0] + 0.0007, dense[5:20, 1] - 0.0003
    found = nearest_edge(lon, lat, [ring])
    for row in range(len(lon)):
        near = shapely.LineString(dense[5 + row - 1 : 5 + row + 2])
        fine = shapely.get_coordinates(
            shapely.segmentize(
                near.intersection(shapely.Point(lon[row], lat[row]).buffer(0.01)), 1e-6
            )
        )
        true = brute(lon[[row]], lat[[row]], fine[:, 0], fine[:, 1]).min()
        assert found.km[row] == pytest.approx(true, rel=5e-4)


def test_nearest_edge_far_away_keeps_its_bound():
    ring = border()
    lon, lat = np.array([-97.00137, -110.67661, 101.61417]), np.array([30.65548, 50.03928, 56.1325])
    dense = shapely.get_coordinates(shapely.segmentize(ring.exterior, 0.01))
    true = brute(lon, lat, dense[:, 0], dense[:, 1]).min(axis=1)
    assert nearest_edge(lon, lat, [ring]).km == pytest.approx(true, rel=5e-4)


def test_inside_is_zero_only_when_asked():
    inside = nearest_edge([85.0], [43.0], [border()], inside_is_zero=True)
    assert inside.km.tolist() == [0.0]
    assert (inside.lon[0], inside.lat[0]) == (85.0, 43.0)
    assert nearest_edge([85.0], [43.0], [border()]).km[0] > 100


def test_the_row_of_the_geometry_is_told_and_empty_ones_passed_over():
    shapes = [
        shapely.LineString(),
        None,
        shapely.LineString([(60, 40), (60, 50)]),
        shapely.MultiLineString([[(70, 40), (70, 50)], [(80, 40), (80, 50)]]),
        shapely.Point(90, 45),
    ]
    found = nearest_edge([61.0, 79.0, 89.0], [45.0, 45.0, 45.0], shapes)
    assert found.index.tolist() == [2, 3, 4]
    assert found.lon == pytest.approx([60.0, 80.0, 90.0])


def test_holes_are_edges_too():
    ring = shapely.Polygon(
        [(60, 40), (80, 40), (80, 50), (60, 50)], [[(69, 44), (71, 44), (71, 46), (69, 46)]]
    )
    found = nearest_edge([70.0], [45.0], [ring], inside_is_zero=True)
    assert found.km[0] == pytest.approx(vincenty_km(70.0, 45.0, 71.0, 45.0), rel=1e-3)
