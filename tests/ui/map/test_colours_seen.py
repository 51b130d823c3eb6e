"""What the map tells by colour is told to every kind of eyes, and to a print in grey.

Dichromacy is simulated by the matrices of Machado, Oliveira and Fernandes (2009), see
`siteselect/ui/widgets/seeing.py`; differences are CIEDE2000, where 1 is about the least that is
noticed side by side, and 5 is seen at a glance.
"""

from itertools import combinations, pairwise

import numpy as np
import pytest
from PySide6.QtGui import QColor

from siteselect.model.tint import MOST, Ramp
from siteselect.ui.map.regions import PALE
from siteselect.ui.map.symbols import fuel_colour, fuel_shape
from siteselect.ui.theme import FUELS, THEMES, contrast
from siteselect.ui.widgets.ramp import (
    STEPS,
    in_classes,
    luminance,
    mixed,
    price_colours,
    score_colours,
    tint_colours,
)
from siteselect.ui.widgets.seeing import Eyes, seen
from tests.colour_difference import difference, lab

LOOKS = tuple(THEMES.values())
ALL = (None, *Eyes)
"""None are eyes with all three kinds of cones."""
SCORE_CLASSES, PRICE_CLASSES = 8, 4
SEEN = 5.0
FUEL_APART = 8.0
IN_GREY = 4.0


def name_of(value):
    return getattr(value, "name", None) or str(value)


def look_at(colour, eyes):
    own = QColor(colour)
    plain = np.array([own.redF(), own.greenF(), own.blueF()])
    return plain if eyes is None else seen(plain[None], eyes)[0]


def classes(ramp, count):
    return [ramp[place] for place in np.linspace(0, STEPS - 1, count).round().astype(int)]


@pytest.mark.parametrize("eyes", ALL, ids=name_of)
def test_neighbouring_eighths_of_the_score_ramp_are_told_apart(eyes):
    parts = [look_at(each, eyes) for each in classes(score_colours(), SCORE_CLASSES)]
    assert min(difference(*pair) for pair in pairwise(parts)) > SEEN


@pytest.mark.parametrize("eyes", ALL, ids=name_of)
def test_a_better_score_is_lighter_for_all_eyes(eyes):
    lights = [lab(look_at(each, eyes))[0] for each in score_colours()]
    assert all(after > before - 0.2 for before, after in pairwise(lights))
    assert lights[-1] - lights[0] > 60


@pytest.mark.parametrize("theme", LOOKS, ids=name_of)
@pytest.mark.parametrize("eyes", ALL, ids=name_of)
def test_neighbouring_classes_of_tariffs_are_told_apart(eyes, theme):
    parts = [look_at(each, eyes) for each in classes(price_colours(theme), PRICE_CLASSES)]
    least = IN_GREY if eyes is Eyes.GREY else SEEN
    assert min(difference(*pair) for pair in pairwise(parts)) > least
    assert difference(parts[0], look_at(theme.land, eyes)) > IN_GREY / 2


@pytest.mark.parametrize("ramp", list(Ramp), ids=name_of)
@pytest.mark.parametrize("theme", LOOKS, ids=name_of)
@pytest.mark.parametrize("eyes", ALL, ids=name_of)
def test_neighbouring_classes_of_any_ramp_are_told_apart(eyes, theme, ramp):
    colours = tint_colours(ramp, theme)
    parts = [look_at(each, eyes) for each in in_classes(colours, PRICE_CLASSES)]
    assert min(difference(*pair) for pair in pairwise(parts)) > IN_GREY
    parts = [look_at(each, eyes) for each in in_classes(colours, MOST)]
    assert min(difference(*pair) for pair in pairwise(parts)) > IN_GREY / 2


@pytest.mark.parametrize("theme", LOOKS, ids=name_of)
def test_dearer_is_ever_darker_or_ever_lighter(theme):
    lights = [luminance(each) for each in price_colours(theme)]
    way = 1 if theme.dark else -1
    assert all(way * (after - before) > -1e-4 for before, after in pairwise(lights))


@pytest.mark.parametrize("theme", LOOKS, ids=name_of)
def test_a_pale_tint_of_a_doubtful_price_is_not_that_of_a_known_one(theme):
    for known in classes(price_colours(theme), PRICE_CLASSES)[1:]:
        pale = mixed(known, QColor(theme.land), PALE)
        for eyes in ALL:
            assert difference(look_at(known, eyes), look_at(pale, eyes)) > IN_GREY / 2


@pytest.mark.parametrize("theme", LOOKS, ids=name_of)
@pytest.mark.parametrize("eyes", [each for each in ALL if each is not Eyes.GREY], ids=name_of)
def test_any_two_fuels_are_told_apart_by_colour(eyes, theme):
    colours = {fuel: look_at(fuel_colour(fuel, theme), eyes) for fuel in FUELS}
    apart = {
        (one, other): difference(colours[one], colours[other])
        for one, other in combinations(FUELS, 2)
    }
    assert min(apart.values()) > FUEL_APART, min(apart, key=apart.__getitem__)


def test_any_two_fuels_are_told_apart_by_shape_where_there_is_no_colour():
    grid = [(x / 20 - 1, y / 20 - 1) for x in range(41) for y in range(41)]
    inside = {fuel: np.array([_holds(fuel_shape(fuel), *each) for each in grid]) for fuel in FUELS}
    for one, other in combinations(FUELS, 2):
        both, either = inside[one] & inside[other], inside[one] | inside[other]
        assert both.sum() / either.sum() < 0.93, (one, other)


def _holds(path, x, y):
    box = path.boundingRect()
    return bool(box.contains(x, y) and path.contains(box.center().__class__(x, y)))


@pytest.mark.parametrize("theme", LOOKS, ids=name_of)
@pytest.mark.parametrize("fuel", FUELS)
def test_every_fuel_stands_out_from_the_land(fuel, theme):
    assert contrast(fuel_colour(fuel, theme).name(), theme.land) >= 3.0


@pytest.mark.parametrize("theme", LOOKS, ids=name_of)
def test_borders_and_words_stand_out_from_the_land(theme):
    assert contrast(theme.border, theme.land) >= 3.0
    assert contrast(theme.text, theme.land) >= 4.5
