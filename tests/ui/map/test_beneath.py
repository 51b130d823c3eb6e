from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from siteselect.ui.map.backdrop import Backdrop
from siteselect.ui.map.beneath import FINE
from siteselect.ui.map.ground import paint_ground, paint_land
from siteselect.ui.strokes import by_strokes
from siteselect.ui.theme import DARK, LIGHT, THEMES
from tests.ui.map.small_pack import make_extent, make_scene, make_tints, pixel_of


class Plain:
    """A backdrop of one colour, that remembers what was asked of it."""

    def __init__(self, tone="#ff0000"):
        self.tone, self.extents = tone, []

    def compose(self, extent, progress=None):
        self.extents.append(extent)
        image = QImage(
            round(extent.width * extent.ratio),
            round(extent.height * extent.ratio),
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        image.fill(QColor(self.tone))
        image.setDevicePixelRatio(extent.ratio)
        return image


class Nothing:
    def compose(self, extent, progress=None):
        return None


def painted(shows=None, strength=1.0, paint=paint_ground, **how):
    scene = make_scene(**how)
    beneath = None if shows is None else Backdrop(shows, "Made", "© Made", strength)
    scene = replace(scene, data=replace(scene.data, backdrop=beneath))
    image = QImage(scene.extent.width, scene.extent.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, scene)
    painter.end()
    return image


def colour(image, lon, lat):
    x, y = pixel_of(make_extent(), lon, lat)
    return image.pixelColor(round(x), round(y))


@pytest.mark.parametrize("name", sorted(THEMES))
def test_the_backdrop_is_seen_in_the_regions_and_less_around_them(qapp, name):
    image = painted(Plain(), shown=set(), theme=THEMES[name])
    inside, beyond = colour(image, 75, 51), colour(image, 75, 55.7)
    assert inside.red() - inside.blue() > 60
    assert 20 < beyond.red() - beyond.blue() < inside.red() - inside.blue()


def test_prices_tint_over_it_and_both_are_read(qapp):
    tints = make_tints()
    plain = painted(tints=tints, shown={"tariffs"})
    over = {
        tone: painted(Plain(tone), tints=tints, shown={"tariffs"})
        for tone in ("#ff0000", "#0000ff")
    }
    red, blue = (colour(each, 68, 53) for each in over.values())
    assert red.red() - blue.red() > 50
    untinted = colour(painted(Plain("#ff0000"), shown=set()), 68, 53)
    assert abs(red.green() - colour(plain, 68, 53).green()) < abs(
        untinted.green() - colour(plain, 68, 53).green()
    )


def test_lakes_are_seen_and_the_backdrop_in_them(qapp):
    image = painted(Plain(), shown={"lakes"})
    lake, land = colour(image, 64, 48.7), colour(image, 75, 51)
    assert land.blue() < lake.blue() < lake.red()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_strength_is_how_much_is_seen(qapp, theme):
    tones = [
        colour(painted(Plain(), each, shown=set(), theme=theme), 75, 51) for each in (0.2, 0.6, 1.0)
    ]
    spread = [each.red() - each.blue() for each in tones]
    assert spread[0] < spread[1] < spread[2]


def test_where_it_shows_nothing_the_map_is_as_without_it(qapp):
    assert painted(Nothing(), shown={"borders"}) == painted(shown={"borders"})


def test_a_surface_lies_over_it(qapp):
    land = painted(Plain(), paint=paint_land, shown=set())
    assert colour(land, 75, 51).red() - colour(land, 75, 51).blue() > 60


def test_paper_gets_finer_pixels(qapp):
    shows = Plain()
    with by_strokes():
        painted(shows, shown=set())
    assert shows.extents[-1].ratio == FINE


def test_who_made_it_is_named_first():
    data = replace(make_scene().data, backdrop=Backdrop(Plain(), "Made", "© Made"))
    assert data.named_for(("countries",))[0] == "© Made"
    assert "© Made" not in replace(data, backdrop=None).named_for(("countries",))
    assert "" not in replace(data, backdrop=Backdrop(Plain(), "Made")).named_for(("countries",))


class Half(Plain):
    """A backdrop that is there in the west alone."""

    def compose(self, extent, progress=None):
        image = super().compose(extent)
        painter = QPainter(image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.fillRect(extent.width // 2, 0, extent.width, extent.height, QColor("#000000"))
        painter.end()
        return image


def test_where_it_is_clear_the_map_stays_as_it_is(qapp):
    tints = make_tints()
    shown = {"tariffs", "borders"}
    over, plain = painted(Half(), tints=tints, shown=shown), painted(tints=tints, shown=shown)
    east = over.width() * 3 // 4
    for y in range(0, over.height(), 7):
        assert over.pixelColor(east, y) == plain.pixelColor(east, y)
    assert colour(over, 63, 53) != colour(plain, 63, 53)
