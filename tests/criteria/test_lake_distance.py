import numpy as np
import shapely

from siteselect.geo.crs import geodesic_km
from tests.criteria.toy import measured, site, toy


def test_in_a_lake_it_is_nothing_and_beside_it_the_way_to_the_shore():
    lake = toy().layer("lakes").geometry.iloc[0]
    middle = lake.representative_point()
    _, south, east, north = lake.bounds
    within = site(0, name="In")
    inside = type(within)("In", "AA", middle.x, middle.y)
    beside = type(within)("Beside", "AA", east + 0.05, (south + north) / 2)
    column = measured("lake_distance", [inside, beside])
    assert column.value[0] == 0.0
    points = shapely.get_coordinates(shapely.segmentize(lake, 0.001))
    wanted = geodesic_km(beside.lon, beside.lat, points[:, 0], points[:, 1]).min()
    assert np.isclose(column.value[1], wanted, rtol=2e-3)
