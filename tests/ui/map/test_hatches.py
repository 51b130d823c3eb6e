from itertools import pairwise

from PySide6.QtGui import QColor, QImage, QPainter

from siteselect.ui.map import hatches
from siteselect.ui.theme import LIGHT
from tests.ui.map.small_pack import make_extent


def test_lines_meet_across_tiles(qapp):
    tile = hatches.ruled("#000000", 1.0, 1.0, True, 1.0)
    assert tile.width() == tile.height() == hatches.TILE
    for at in range(hatches.TILE):
        top = tile.pixelColor(at, 0).alpha()
        foot = tile.pixelColor((at + 1) % hatches.TILE, hatches.TILE - 1).alpha()
        assert abs(top - foot) < 40


def test_the_two_hatches_fall_and_rise(qapp):
    unknown, unlawful = (make(LIGHT, 1.0) for make in (hatches.unknown, hatches.unlawful))
    middle = hatches.TILE // 2
    rising = [unlawful.pixelColor(at, hatches.TILE - 1 - at).alpha() for at in range(hatches.TILE)]
    falling = [unknown.pixelColor(at, at).alpha() for at in range(hatches.TILE)]
    assert min(rising) > 100
    assert min(falling) > 25
    assert unknown.pixelColor(middle + 3, middle - 3).alpha() < min(falling)


def painted(extent):
    image = QImage(60, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.setWorldTransform(extent.transform)
    left, top, right, foot = extent.window
    brush = hatches.brush_of(hatches.ruled("#000000", 1.0, 1.0, True, 1.0), extent)
    painter.fillRect(int(left), int(top), int(right - left) + 1, int(foot - top) + 1, brush)
    painter.end()
    return image


def test_a_pattern_has_its_size_at_every_scale_and_moves_with_the_map(qapp):
    near = make_extent(0, 0, 100.0, 60, 60)
    moved = make_extent(0, 0, 100.0, 60, 60).grown(0)
    assert painted(near) == painted(moved)
    shifted = type(near)(near.left + 3 * 100.0, near.top, 100.0, 60, 60)
    first, second = painted(near), painted(shifted)
    same = [first.pixel(x + 3, 20) == second.pixel(x, 20) for x in range(50)]
    assert sum(same) >= 48
    dark = [x for x in range(60) if QColor(first.pixel(x, 30)).lightness() < 128]
    gaps = {b - a for a, b in pairwise(dark) if b - a > 2}
    assert gaps <= {hatches.TILE - 1, hatches.TILE, hatches.TILE + 1}
