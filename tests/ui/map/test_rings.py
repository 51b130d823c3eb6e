import numpy as np
import pytest
from pyproj import Geod
from PySide6.QtGui import QColor, QImage, QPainter

from siteselect.ui.map.projection import to_geographic
from siteselect.ui.map.rings import Ring, Rings, circle, radius_words
from siteselect.ui.theme import LIGHT
from tests.ui.map.small_pack import make_extent


@pytest.mark.parametrize("place", [(75.3, 51.7), (0.0, 0.0), (179.9, 66.0), (-70.0, -50.0)])
def test_every_point_of_a_ring_is_as_far_as_was_asked(place):
    lon, lat = to_geographic(*circle(*place, 250.0))
    same = np.ones(len(lon))
    metres = Geod(a=6_378_137, b=6_356_752.314245).inv(place[0] * same, place[1] * same, lon, lat)[
        2
    ]
    assert metres == pytest.approx(250_000, abs=1.0)
    assert np.ptp(lon) < 20  # whole over the date line


def test_a_ring_is_drawn_once():
    rings = Rings()
    rings.draw({"A": (75.0, 50.0)}, 50.0)
    rings.draw({"A": (75.0, 50.0), "": (76.0, 50.0)}, 50.0)
    rings.draw({"A": (75.0, 50.0)}, 80.0)
    assert [(each.name, each.km) for each in rings.drawn] == [("A", 50), ("", 50), ("A", 80)]


def test_a_radius_is_told_at_the_head_where_the_foot_is_taken(qapp):
    extent = make_extent(75.0, 50.0, 1_000.0, 300, 200)
    rings = Rings()
    rings.draw({"": (75.0, 49.75)}, 40.0)  # 43 pixels below the middle: the foot is at the edge
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    rings.tell(painter, extent, LIGHT, lambda _: None)
    painter.end()
    table = np.frombuffer(image.constBits(), np.uint8).reshape(200, 300, 4)
    seen = np.argwhere((table[:, :, :3] != 255).any(axis=2))
    assert len(seen)
    assert seen[:, 0].max() < 100


def test_radii_are_told_as_typed():
    assert radius_words(50.0) == "50 km"
    assert radius_words(2.5) == "2.5 km"
    assert radius_words(1_500.0) == "1\u2009500 km"


def test_a_ring_is_seen_where_its_site_now_is_and_not_where_it_is_gone(qapp):
    extent = make_extent(75.0, 50.0, 1_000.0, 300, 260)
    rings = Rings()
    rings.drawn = (Ring("A", (0.0, 0.0), 40.0), Ring("gone", (75.0, 50.0), 20.0))

    def painted(place_of, paint=rings.paint):
        image = QImage(300, 260, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        paint(painter, extent, LIGHT, place_of)
        painter.end()
        table = np.frombuffer(image.constBits(), np.uint8).reshape(260, 300, 4)
        return np.argwhere((table[:, :, :3] != 255).any(axis=2))

    seen = painted({"A": (75.0, 50.0)}.get)
    assert len(seen) > 200
    assert (seen[:, 1].min() + seen[:, 1].max()) / 2 == pytest.approx(150, abs=2)
    # 40 km at 50 degrees are 40 / cos(50) km of the drawing: 62 pixels of 1 km each way
    assert np.ptp(seen[:, 1]) == pytest.approx(2 * 62, abs=6)
    assert seen[:, 0].max() == pytest.approx(130 + 62, abs=3)
    told = painted({"A": (75.0, 50.0)}.get, rings.tell)
    assert told[:, 0].min() > 130 + 62  # at the foot
    assert (told[:, 1].min() + told[:, 1].max()) / 2 == pytest.approx(150, abs=2)
    assert len(painted(lambda _: None)) == 0
