import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from siteselect.ui.widgets.seeing import TITLES, Eyes, encoded, linear, seen, seen_image

LACKING = [Eyes.DEUTERANOPIA, Eyes.PROTANOPIA, Eyes.TRITANOPIA]
SHARE = st.floats(0.0, 1.0)


@given(st.tuples(SHARE, SHARE, SHARE))
def test_light_and_its_code_are_each_others_inverse(colour):
    assert encoded(linear(np.array(colour))) == pytest.approx(colour, abs=2e-6)


@pytest.mark.parametrize("eyes", Eyes)
@pytest.mark.parametrize("grey", [0.0, 0.2, 0.5, 0.8, 1.0])
def test_what_is_grey_stays_grey(eyes, grey):
    assert seen(np.full((1, 3), grey), eyes)[0] == pytest.approx([grey] * 3, abs=2e-3)


def test_pure_red_as_published():
    """The first column of each matrix of Machado et al. (2009), encoded by hand."""
    red = np.array([(1.0, 0.0, 0.0)])
    for eyes, light in (
        (Eyes.DEUTERANOPIA, (0.367322, 0.280085, 0.0)),
        (Eyes.PROTANOPIA, (0.152286, 0.114503, 0.0)),
        (Eyes.TRITANOPIA, (1.0, 0.0, 0.004733)),
    ):
        assert linear(seen(red, eyes)[0]) == pytest.approx(light, abs=1e-6)


def test_red_and_green_run_together_without_one_of_their_cones():
    red, green = np.array([(0.80, 0.20, 0.0)]), np.array([(0.45, 0.45, 0.0)])
    for eyes in LACKING[:2]:
        plain = np.abs(red - green).max()
        assert np.abs(seen(red, eyes) - seen(green, eyes)).max() < 0.75 * plain


@pytest.mark.parametrize("eyes", Eyes)
def test_a_picture_is_seen_pixel_by_pixel(qapp, eyes):
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    colours = ["#D9822B", "#2F7FC1", "#FFFFFF", "#000000", "#3FA796", "#FF0000"]
    for place, colour in enumerate(colours):
        image.setPixelColor(place % 3, place // 3, QColor(colour))
    image.setDevicePixelRatio(2.0)
    found = seen_image(image, eyes)
    assert found.size() == image.size()
    assert found.devicePixelRatioF() == 2.0
    for place, colour in enumerate(colours):
        own, told = QColor(colour), found.pixelColor(place % 3, place // 3)
        wanted = seen(np.array([own.getRgbF()[:3]]), eyes)[0] * 255
        assert told.getRgb()[:3] == pytest.approx(wanted, abs=1.0)


def test_every_way_of_seeing_has_a_title():
    assert set(TITLES) == set(Eyes)
