import numpy as np
import pytest
from pyproj import Geod
from PySide6.QtGui import QColor, QImage, QPainter

from siteselect.ui.map.projection import scene_point
from siteselect.ui.map.tape import Tape, area_words, length_words
from siteselect.ui.theme import LIGHT
from tests.ui.map.small_pack import make_extent


def laid(*points):
    tape = Tape()
    for lon, lat in points:
        tape.set_point(*scene_point(lon, lat))
    return tape


def test_a_way_is_measured_on_the_ellipsoid():
    # Ekibastuz to Pavlodar, by Geod.inv on its own
    metres = Geod(ellps="WGS84").inv(75.3225, 51.7231, 76.9674, 52.2873)[2]
    assert laid((75.3225, 51.7231), (76.9674, 52.2873)).words() == f"{metres / 1000:.0f} km"


def test_three_points_enclose_an_area():
    # a cell of one degree at the equator: 12 308.8 km2 by the closed form for WGS 84
    words = laid((10, 0), (11, 0), (11, 1), (10, 1)).words()
    assert words.endswith("12\u2009309 km²")
    assert laid((10, 0)).words() == ""


def test_the_hand_draws_the_tape_along_until_it_is_closed():
    tape = laid((10, 0))
    tape.hand = scene_point(11, 0)
    assert tape.words() == "111 km"
    tape.closed = True
    assert tape.words() == ""
    tape.set_point(*scene_point(20, 0))
    assert (len(tape.points), tape.closed) == (1, False)


@pytest.mark.parametrize(
    ("metres", "words"),
    [(0, "0 m"), (999.4, "999 m"), (1_234, "1.23 km"), (23_456, "23.5 km"),
     (1_234_567, "1\u2009235 km")],
)  # fmt: skip
def test_lengths_have_the_figures_that_count(metres, words):
    assert length_words(metres) == words


@pytest.mark.parametrize(
    ("square_metres", "words"),
    [(25_000, "2.5 ha"), (3_456_000, "3.46 km²"), (345_600_000, "346 km²")],
)
def test_areas_have_the_figures_that_count(square_metres, words):
    assert area_words(square_metres) == words


def test_the_tape_is_seen(qapp):
    extent = make_extent(75.0, 50.0, 6_000.0, 300, 200)
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    before = image.copy()
    painter = QPainter(image)
    Tape().paint(painter, extent, LIGHT)
    assert np.array_equal(image.constBits(), before.constBits())
    laid((74, 50), (76, 50.4), (75, 51)).paint(painter, extent, LIGHT)
    painter.end()
    assert not np.array_equal(image.constBits(), before.constBits())
