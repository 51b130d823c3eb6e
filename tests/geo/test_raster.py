import numpy as np
import pytest

from siteselect.geo.raster import Sampling, sample

LON, LAT = np.array([70.0, 70.5, 71.0]), np.array([40.0, 40.5])
VALUES = np.array([[1.0, 2.0, 3.0], [5.0, 6.0, np.nan]])


def test_cell_centres_give_their_own_value():
    lon, lat = np.meshgrid(LON, LAT)
    for how in Sampling:
        found = sample(LON, LAT, VALUES, lon.ravel(), lat.ravel(), how)
        assert found == pytest.approx(VALUES.ravel(), nan_ok=True)


def test_a_plane_is_reproduced_exactly():
    lon, lat = np.linspace(60, 80, 41), np.linspace(40, 50, 21)
    plane = 2.0 * lon[None, :] - 3.0 * lat[:, None]
    generator = np.random.default_rng(1)
    x, y = generator.uniform(60, 80, 200), generator.uniform(40, 50, 200)
    assert sample(lon, lat, plane, x, y) == pytest.approx(2 * x - 3 * y)


def test_half_way_by_hand():
    assert sample(LON, LAT, VALUES, [70.25], [40.25]) == pytest.approx([(1 + 2 + 5 + 6) / 4])


def test_nearest_takes_the_cell_that_holds_the_point():
    found = sample(LON, LAT, VALUES, [70.24, 70.26], [40.2, 40.3], Sampling.NEAREST)
    assert found.tolist() == [1.0, 6.0]


def test_unknown_neighbours_take_no_part_and_are_not_zero():
    found = sample(LON, LAT, VALUES, [70.7], [40.2])
    shares = np.array([0.6 * 0.6, 0.4 * 0.6, 0.6 * 0.4])
    assert found == pytest.approx([shares @ [2.0, 3.0, 6.0] / shares.sum()])


def test_an_unknown_cell_is_unknown():
    assert np.isnan(sample(LON, LAT, VALUES, [70.9], [40.4])).all()


def test_the_outer_half_of_an_edge_cell_counts_and_no_more():
    found = sample(LON, LAT, VALUES, [69.76, 69.7], [40.0, 40.0])
    assert found[0] == 1.0
    assert np.isnan(found[1])


def test_a_single_number_is_a_point():
    assert sample(LON, LAT, VALUES, 70.0, 40.0).tolist() == [1.0]
