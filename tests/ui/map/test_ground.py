from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from siteselect.model.gate import Verdict
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.ground import built_by, day_drawn, paint_ground, sign_growth
from siteselect.ui.map.overlays import KEYS
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.map.small_pack import make_data, make_extent, make_scene, make_tints, pixel_of


def painted(**how):
    scene = make_scene(**how)
    image = QImage(scene.extent.width, scene.extent.height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    paint_ground(painter, scene)
    painter.end()
    return image


def colour(image, lon, lat, extent=None):
    x, y = pixel_of(extent or make_extent(), lon, lat)
    return image.pixelColor(round(x), round(y))


def test_land_neighbours_and_lakes_have_their_colours(qapp):
    image = painted(shown={"lakes"})
    assert colour(image, 75, 51) == QColor(LIGHT.land)
    assert colour(image, 75, 55.7) == QColor(LIGHT.neighbours)
    assert colour(image, 64, 48.7) == QColor(LIGHT.water)
    assert colour(painted(shown=set()), 64, 48.7) == QColor(LIGHT.land)


def test_dark_is_dark(qapp):
    image = painted(shown={"lakes"}, theme=DARK)
    assert colour(image, 75, 51) == QColor(DARK.land)


def test_prices_tint_and_the_unknown_is_hatched(qapp):
    tints = make_tints()
    image = painted(tints=tints, shown={"tariffs"})
    assert colour(image, 68, 53) == tints.colour(tints.states["KZ-A"], LIGHT)
    extent = make_extent()
    x, y = (round(each) for each in pixel_of(extent, 75, 51))
    tones = {image.pixelColor(x + step, y).rgb() for step in range(12)}
    assert len(tones) > 2


def test_unlawful_is_hatched_and_conditional_has_a_band(qapp):
    image = painted(tints=make_tints(), shown={"law"})
    extent = make_extent()
    x, y = (round(each) for each in pixel_of(extent, 85, 45))
    hatch = [image.pixelColor(x + step, y) for step in range(12)]
    assert any(tone.red() - tone.blue() > 30 for tone in hatch)
    x, y = pixel_of(extent, 60, 51)
    band = image.pixelColor(round(x) + 3, round(y))
    assert band.red() - band.blue() > 30
    assert colour(image, 66, 52) == QColor(LIGHT.land)


def test_borders_are_the_strongest_lines(qapp):
    image = painted(shown={"borders"})
    x, y = (round(each) for each in pixel_of(make_extent(), 80, 47))
    darkest = min(image.pixelColor(x + step, y).lightness() for step in (-2, -1, 0, 1, 2))
    assert darkest < 110


@pytest.mark.parametrize("key", [key for key in KEYS if key not in {"sites", "places", "disputed"}])
def test_each_overlay_changes_the_picture(qapp, key):
    tints = make_tints()
    assert painted(tints=tints, shown=set()) != painted(tints=tints, shown={key})


def test_disputed_lines_are_dashed(qapp):
    extent = make_extent(83, 42.5, 1_000.0)
    image = painted(shown={"disputed"}, extent=extent)
    steps = [pixel_of(extent, 82 + 2 * part / 60, 42 + part / 60) for part in range(61)]
    tones = [image.pixelColor(round(x), round(y)).lightness() for x, y in steps]
    assert min(tones) < 190
    assert max(tones) > 225


def test_stations_stand_from_their_year_on(qapp):
    early, late = make_tints(), make_tints()
    extent = make_extent(85, 45, 1_000.0, 40, 40)
    late = type(late)("2021-01-01", late.states, late.low, late.high)
    early = type(early)("2019-01-01", early.states, early.low, early.high)
    assert painted(tints=late, shown={"stations"}, extent=extent) != painted(
        tints=early, shown={"stations"}, extent=extent
    )
    assert built_by(None, "1990-01-01")
    assert built_by(2020, "")
    assert not built_by(2020, "2019-12-31")


def test_signs_grow_a_little_and_within_bounds():
    near, far = (sign_growth(make_extent(metres_per_pixel=step)) for step in (50.0, 50_000.0))
    assert 1.5 < near <= 2.2
    assert 0.8 < far < 1.0


def test_what_is_drawn_of_a_day_tells_price_law_stations_and_crossings(qapp):
    data, plain = make_data(), make_tints()

    def drawn(tints):
        return day_drawn(data, tints, LIGHT)

    assert drawn(make_tints()) == drawn(plain)
    assert drawn(make_tints(KZ_A={"price": 55.0})) != drawn(plain)
    assert drawn(make_tints(KZ_A={"price": np.nan})) != drawn(plain)
    assert drawn(make_tints(KZ_A={"verdict": Verdict.FAIL})) != drawn(plain)
    assert drawn(make_tints(KZ_A={"note": "only told on hover"})) == drawn(plain)
    years = [station.year for station in data.stations.rows if station.year is not None]
    before_all = replace(plain, day=f"{min(years) - 1}-12-31")
    assert drawn(before_all) != drawn(plain)


def test_all_fades_into_the_ground_where_the_data_end(qapp):
    left, _, right, foot = make_data().reach
    step = (right - left) / 600
    extent = Extent(left, foot - 200 * step, step, 600, 220)
    image = painted(extent=extent, shown={"lakes"})
    ground = QColor(LIGHT.neighbours)
    deep = [x for x in range(80, 520) if image.pixelColor(x, 60) != ground]
    assert deep
    ends = [image.pixelColor(x, 199) for x in deep]
    assert all(abs(end.red() - ground.red()) < 4 for end in ends)
    assert all(image.pixelColor(x, 205) == ground for x in deep)
