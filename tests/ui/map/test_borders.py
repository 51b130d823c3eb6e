import numpy as np
import shapely

from siteselect.ui.map.borders import borders_of
from siteselect.ui.map.paths import projected
from siteselect.ui.map.projection import scene_point
from tests.ui.map.small_pack import make_data


def near(shapes, lon, lat):
    """Return whether some line passes within a kilometre of a point."""
    point = shapely.Point(scene_point(lon, lat))
    return len(shapes) > 0 and bool((shapely.distance(shapes.parts, point) < 1_000).any())


def test_each_line_has_one_strength():
    borders = make_data().borders
    shared, internal, province, foreign = (80, 47), (70, 50), (90, 45), (95, 55)
    assert near(borders.strong, *shared)
    assert near(borders.regions, *internal)
    assert near(borders.provinces, *province)
    assert near(borders.quiet, *foreign)
    for lines, points in (
        (borders.strong, (internal, province, foreign)),
        (borders.regions, (shared, province, foreign)),
        (borders.provinces, (shared, internal, foreign)),
        (borders.quiet, (shared, internal, province)),
    ):
        assert not any(near(lines, *point) for point in points)


def test_the_frame_where_the_data_ends_is_no_border():
    borders = make_data().borders
    assert not near(borders.quiet, 75, 60)
    assert not near(borders.quiet, 50, 57)


def test_lines_of_a_border_are_there_once():
    borders = make_data().borders
    total = sum(
        float(shapely.length(getattr(borders, name).parts).sum()) for name in ("strong", "quiet")
    )
    data = make_data()
    once = shapely.length(shapely.union_all(shapely.boundary(data.countries.parts)))
    assert total < once


def test_without_countries_there_are_no_lines():
    none = np.empty(0, dtype=object)
    borders = borders_of(none, (), none, (), projected(none))
    assert len(borders.strong) == len(borders.provinces) == len(borders.disputed) == 0
