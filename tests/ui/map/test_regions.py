import math

import numpy as np
import pytest
from PySide6.QtGui import QColor

from siteselect.model.tint import Ramp, Steps, Tint
from siteselect.ui.map.regions import NO_TINTS, PALE
from siteselect.ui.theme import DARK, LIGHT
from siteselect.ui.widgets.ramp import mixed, price_colours, tint_colours
from tests.ui.map.small_pack import make_tints


def test_the_ramp_goes_from_whole_cent_to_whole_cent():
    tints = make_tints(KZ_A={"price": 41.2}, CN_XJ={"price": 58.0})
    assert (tints.low, tints.high) == (40.0, 60.0)
    assert tints.day == "2021-06-02"
    one = make_tints(KZ_A={"price": 50.0}, CN_XJ={"price": 50.0})
    assert (one.low, one.high) == (50.0, 60.0)


def test_cheap_is_the_first_colour_and_unknown_has_none():
    tints = make_tints(CN_XJ={"badge": ""})
    colours = price_colours(LIGHT)
    assert tints.colour(tints.states["KZ-A"], LIGHT) == colours[0]
    assert tints.colour(tints.states["CN-XJ"], LIGHT) == colours[-1]
    assert tints.colour(tints.states["KZ-B"], LIGHT) is None


def test_a_doubtful_price_is_pale():
    tints = make_tints()
    pale = tints.colour(tints.states["CN-XJ"], LIGHT)
    assert pale == mixed(price_colours(LIGHT)[-1], QColor(LIGHT.land), PALE)


def test_a_day_without_prices_has_no_ramp():
    nothing = make_tints(KZ_A={"price": np.nan}, CN_XJ={"price": np.nan})
    assert not nothing.priced
    assert not NO_TINTS.priced
    assert nothing.low == pytest.approx(math.nan, nan_ok=True)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_regions_of_a_class_are_of_one_colour_of_its_ramp(theme):
    tint = Tint(2, Steps.TYPED, (45.0,), Ramp.VIRIDIS)
    tints = make_tints(tint, CN_XJ={"badge": "", "price": 59.0})
    colours = tint_colours(Ramp.VIRIDIS, theme)
    assert tints.edges == (45.0,)
    assert tints.colour(tints.states["KZ-A"], theme) == colours[0]
    assert tints.colour(tints.states["CN-XJ"], theme) == colours[-1]
    same = make_tints(tint, KZ_A={"price": 50.0}, CN_XJ={"badge": "", "price": 59.0})
    assert same.colour(same.states["KZ-A"], theme) == colours[-1]
    assert same.colour(same.states["KZ-B"], theme) is None
