"""Levels of detail and culling are for speed alone: the picture shows no difference.

The shipped pack is painted as the window paints it, and again with every vertex of every part; the
two pictures are compared pixel by pixel.
"""

from contextlib import contextmanager
from datetime import date

import numpy as np
import pytest
from PySide6.QtGui import QImage

from siteselect.packs.catalogue import open_pack
from siteselect.project.region_day import region_day
from siteselect.ui.map import ground, levels
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.ground import Scene, paint_ground
from siteselect.ui.map.levels import Shapes
from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.overlays import SHOWN_AT_FIRST
from siteselect.ui.map.picture import blank, painting
from siteselect.ui.map.projection import scene_point
from siteselect.ui.map.regions import NO_TINTS, tints_of
from siteselect.ui.theme import DARK, LIGHT

WIDE, HIGH = 900, 600
NOTICED = 24
"""Of 255, in the channel that differs most: what an eye may notice on a line of one pixel."""
MOST = 0.005
"""The share of pixels that may differ so much."""
VIEWS = [
    pytest.param((68.0, 47.0), 6500.0, id="the whole region"),
    pytest.param((52.0, 45.0), 2600.0, id="the Caspian shore"),
    pytest.param((76.0, 46.0), 1300.0, id="Lake Balkhash"),
    pytest.param((74.6, 41.5), 520.0, id="mountains of Kyrgyzstan"),
    pytest.param((80.3, 50.4), 130.0, id="near Semey"),
    pytest.param((51.9, 47.0), 40.0, id="the mouth of the Ural"),
]


@pytest.fixture(scope="module")
def data():
    return MapData.of(open_pack("central-asia"))


def painted(data, middle, metres_per_pixel, theme=LIGHT, tints=NO_TINTS):
    for shapes in (data.realms, data.countries, data.regions, data.lakes):
        shapes._bands.clear()
    x, y = scene_point(*middle)
    step = metres_per_pixel
    extent = Extent(x - step * WIDE / 2, y - step * HIGH / 2, step, WIDE, HIGH)
    image = blank(extent, QImage.Format.Format_RGB32)
    with painting(image) as painter:
        paint_ground(painter, Scene(data, tints, theme, SHOWN_AT_FIRST, extent))
    view = np.frombuffer(image.constBits(), np.uint8).reshape(HIGH, WIDE, 4)
    return view[:, :, :3].astype(int)


@pytest.mark.parametrize(("middle", "metres_per_pixel"), VIEWS)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda each: each.name)
def test_simplified_lines_are_not_seen(qapp, data, monkeypatch, middle, metres_per_pixel, theme):
    quick = painted(data, middle, metres_per_pixel, theme)
    with monkeypatch.context() as patched:
        patched.setattr(Shapes, "_number", staticmethod(lambda _: 0))  # level 0 is every vertex
        patched.setattr(levels, "SMALLEST", 0.0)
        whole = painted(data, middle, metres_per_pixel, theme)
    differ = (np.abs(quick - whole).max(axis=2) > NOTICED).mean()
    assert differ < MOST
    assert quick.std() > 1  # there is something to be seen


@pytest.mark.parametrize(("middle", "metres_per_pixel"), VIEWS)
def test_culling_loses_nothing(qapp, data, monkeypatch, middle, metres_per_pixel):
    quick = painted(data, middle, metres_per_pixel)
    with monkeypatch.context() as patched:
        patched.setattr(levels, "_meets", lambda box, _: np.ones(len(box), bool))
        patched.setattr(Extent, "visible", lambda _, x, y, beyond=0.0: np.ones(len(x), bool))
        whole = painted(data, middle, metres_per_pixel)
    assert (np.abs(quick - whole).max(axis=2) > 2).sum() == 0


@pytest.mark.parametrize(("middle", "metres_per_pixel"), VIEWS)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda each: each.name)
def test_rough_fills_are_not_seen_under_the_lines(
    qapp, data, monkeypatch, middle, metres_per_pixel, theme
):
    day = region_day(open_pack("central-asia"), date(2021, 6, 2))
    tints = tints_of(day)
    quick = painted(data, middle, metres_per_pixel, theme, tints)

    @contextmanager
    def smooth(_, *, wanted=True):
        yield

    with monkeypatch.context() as patched:
        patched.setattr(ground, "_rough", smooth)
        whole = painted(data, middle, metres_per_pixel, theme, tints)
    assert (np.abs(quick - whole).max(axis=2) > NOTICED).mean() < MOST / 10


def test_without_lines_over_them_fills_are_smooth(qapp, data):
    """Along an edge without a line there are tones between land and ground."""
    x, y = scene_point(66.0, 51.0)
    step, shown = 4000.0, frozenset({"tariffs"})
    extent = Extent(x - step * WIDE / 2, y - step * HIGH / 2, step, WIDE, HIGH)
    image = blank(extent, QImage.Format.Format_RGB32)
    tints = tints_of(region_day(open_pack("central-asia"), date(2021, 6, 2)))
    with painting(image) as painter:
        paint_ground(painter, Scene(data, tints, LIGHT, shown, extent))
    tones = {image.pixel(x, y) for x in range(0, WIDE, 3) for y in range(HIGH)}
    assert len(tones) > 60


def test_a_coarser_level_would_be_noticed(qapp, data, monkeypatch):
    """The bound is worth something: lines that leave the true ones by eight pixels fail it."""
    middle, step = (76.0, 46.0), 1300.0
    quick = painted(data, middle, step)
    with monkeypatch.context() as patched:
        level = Shapes._number(step) + 4
        patched.setattr(Shapes, "_number", staticmethod(lambda _: level))
        coarse = painted(data, middle, step)
    assert (np.abs(quick - coarse).max(axis=2) > NOTICED).mean() > MOST
