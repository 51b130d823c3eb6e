import numpy as np
import shapely

from siteselect.ui.map.levels import Shapes
from siteselect.ui.map.rooms import Rooms

ELL = shapely.Polygon([(0, 0), (100, 0), (100, 20), (20, 20), (20, 100), (0, 100)])
ALL = (-1e3, -1e3, 1e3, 1e3)


def rooms(*areas):
    return Rooms.of(Shapes(np.array(areas, dtype=object)), len(areas))


def test_places_lie_inside_and_well_inside_first():
    size, points = rooms(ELL).room(0, ALL)
    assert abs(size - 3600) < 40
    assert shapely.contains_xy(ELL, points[:, 0], points[:, 1]).all()
    edge = shapely.distance(ELL.boundary, shapely.points(points))
    assert edge[0] > 5


def test_only_the_part_in_view_counts():
    size, points = rooms(ELL).room(0, (0, 50, 100, 100))
    assert abs(size - 1000) < 20
    assert (points[:, 1] >= 50).all()


def test_an_area_out_of_view_has_no_room():
    made = rooms(ELL, shapely.box(500, 500, 510, 510))
    assert made.seen((0, 0, 50, 50)) == [0]
    assert made.seen(ALL, least=50.0) == [0]
    size, points = made.room(1, (0, 0, 50, 50))
    assert size == 0
    assert len(points) == 0
