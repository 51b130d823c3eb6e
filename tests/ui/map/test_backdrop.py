import threading

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from siteselect.backdrops.image_head import DamagedTileError
from siteselect.backdrops.mbtiles_file import MbtilesFile
from siteselect.backdrops.online_tiles import OnlineTiles
from siteselect.backdrops.provider import own_provider
from siteselect.backdrops.tile_cache import TileCache
from siteselect.backdrops.tiles import HALF, TileAt, TileInfo
from siteselect.progress import Cancelled
from siteselect.ui.map.backdrop import HELD, PictureShow, TileShow, pixels_of, unpacked
from siteselect.ui.map.extent import Extent
from tests.backdrops.tiles_made import SOME, mbtiles, picture, png

RED, GREEN, BLUE, BLACK = "#ff0000", "#00ff00", "#0000ff", "#0a0a0a"
WORLD = Extent(-HALF, -HALF, 2 * HALF / 512, 512, 512)
"""The world at the scale of zoom 1."""


class Held:
    """Tiles in a dictionary; those that are an exception are raised."""

    def __init__(self, tiles, least=0, most=6, steady=True):
        self.tiles, self.steady, self.asked = tiles, steady, []
        self.info = TileInfo("Held", "", least, most, (-180, -85, 180, 85))

    def tile(self, at):
        self.asked.append(at)
        found = self.tiles.get(tuple(at))
        if isinstance(found, Exception):
            raise found
        return found

    def at_hand(self, at):
        found = self.tiles.get(tuple(at))
        return None if isinstance(found, Exception) else found

    def close(self):
        pass


@pytest.fixture
def damaged():
    return []


@pytest.fixture
def shows(damaged):
    return lambda tiles, **more: TileShow(Held(tiles, **more), damaged.append)


def colour(image, x, y):
    return image.pixelColor(
        round(x * image.devicePixelRatio()), round(y * image.devicePixelRatio())
    )


def test_each_tile_lies_in_its_place_and_a_farther_one_fills_its_gap(shows, damaged):
    image = shows(SOME).compose(WORLD)
    assert colour(image, 100, 100) == QColor(RED)
    assert colour(image, 400, 100) == QColor(GREEN)
    assert colour(image, 100, 400) == QColor(BLUE)
    assert colour(image, 400, 400) == QColor(BLACK)  # from the one tile of zoom 0
    assert damaged == []


def test_tiles_meet_without_a_seam_at_any_scale(shows):
    tiles = {(3, x, y): png(rgb=(255, 0, 0)) for x in range(8) for y in range(8)}
    for width in (500, 611, 733):
        extent = Extent(-HALF * 0.77, -HALF * 0.81, 2 * HALF / width / 2.2, 300, 280, 1.25)
        image = shows(tiles, least=3, most=3).compose(extent)
        tones = {image.pixelColor(x, y).name() for x in range(0, 375, 3) for y in range(0, 350, 3)}
        assert tones == {RED}


def test_a_part_of_a_farther_tile_is_the_right_part(shows):
    quarters = QImage(256, 256, QImage.Format.Format_RGB32)
    for place, tone in enumerate((RED, GREEN, BLUE, BLACK)):
        box = QRect(128 * (place % 2), 128 * (place // 2), 128, 128)
        for x in range(box.left(), box.right() + 1):
            for y in range(box.top(), box.bottom() + 1):
                quarters.setPixelColor(x, y, QColor(tone))
    from siteselect.ui.svg_paints import png_bytes

    image = shows({(0, 0, 0): png_bytes(quarters)}, most=2).compose(
        Extent(-HALF, -HALF, 2 * HALF / 1024, 1024, 1024)
    )
    assert colour(image, 250, 250) == QColor(RED)
    assert colour(image, 800, 250) == QColor(GREEN)
    assert colour(image, 250, 800) == QColor(BLUE)


def test_device_pixels_are_filled(shows):
    image = shows(SOME).compose(Extent(-HALF, -HALF, 2 * HALF / 512, 512, 512, 2.0))
    assert (image.width(), image.height(), image.devicePixelRatio()) == (1024, 1024, 2.0)
    assert image.pixelColor(900, 200) == QColor(GREEN)


@pytest.mark.parametrize(
    "spoilt",
    [
        DamagedTileError("x"),
        png()[:-40],
        b"\x89PNG\r\n\x1a\n" + b"\0" * 300,
        png()[:60] + b"\xff" * 200,
    ],
)
def test_a_corrupt_tile_is_a_gap_told_once(shows, damaged, spoilt, qtlog):
    tiles = {**SOME, (1, 1, 1): spoilt}
    show = shows(tiles)
    for _ in range(3):
        image = show.compose(WORLD)
    if damaged:  # some readers show what there is of a picture that is cut off
        assert colour(image, 400, 400).alpha() == 0
    assert damaged in ([], [TileAt(1, 1, 1)])
    assert colour(image, 100, 100) == QColor(RED)
    qtlog.records.clear()


def test_a_tile_of_no_picture_is_told(shows, damaged):
    show = shows({(0, 0, 0): b"no picture at all"}, most=0)
    assert show.compose(WORLD) is None
    show.compose(WORLD)
    assert damaged == [TileAt(0, 0, 0)]


def test_each_tile_of_a_file_is_unpacked_once(damaged):
    held = Held(SOME)
    show = TileShow(held, damaged.append)
    show.compose(WORLD)
    count = len(held.asked)
    show.compose(WORLD)
    assert len(held.asked) <= count + 1  # the one that there is not


def test_what_is_held_is_bounded(shows):
    show = shows({(4, x, y): png() for x in range(16) for y in range(16)}, least=4, most=4)
    show.compose(Extent(-HALF, -HALF, 2 * HALF / 4096, 4096, 4096))
    show._bytes = HELD
    show._hold(TileAt(5, 1, 1), b"x", unpacked(png()))
    assert show._bytes <= HELD


def test_a_view_too_far_back_shows_none(shows):
    held = {(6, 0, 0): png()}
    assert shows(held, least=6, most=6).compose(WORLD) is None
    assert shows(SOME).compose(Extent(HALF * 3, 0, 1000, 300, 300)) is None


def test_painting_can_be_stopped(shows):
    def stop(part, what):
        raise Cancelled

    with pytest.raises(Cancelled):
        shows(SOME).compose(WORLD, stop)


def test_a_server_is_asked_for_what_is_seen_and_not_for_what_stands_in(tmp_path, damaged):
    provider = own_provider("Made", "https://example.org/{z}/{x}/{y}.png", "me", 6)
    wishes = []
    tiles = OnlineTiles(provider, TileCache(tmp_path), wishes.append)
    show = TileShow(tiles, damaged.append)
    tiles.take(TileAt(0, 0, 0), SOME[0, 0, 0], {})
    image = show.compose(WORLD)
    assert colour(image, 100, 100) == QColor(BLACK)
    assert set(wishes) == {TileAt(1, x, y) for x in (0, 1) for y in (0, 1)}
    tiles.take(TileAt(1, 0, 0), SOME[1, 0, 0], {})
    assert colour(show.compose(WORLD), 100, 100) == QColor(RED)
    tiles.take(TileAt(1, 0, 0), SOME[1, 1, 0], {})  # it became another
    assert colour(show.compose(WORLD), 100, 100) == QColor(GREEN)


def test_any_thread_may_compose(tmp_path, damaged):
    tiles = MbtilesFile(mbtiles(tmp_path / "x.mbtiles"))
    show, found = TileShow(tiles, damaged.append), []
    threads = [
        threading.Thread(target=lambda: found.append(colour(show.compose(WORLD), 100, 100).name()))
        for _ in range(4)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    tiles.close()
    assert found == [RED] * 4


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_each_form_is_unpacked(qapp, kind):
    image = unpacked(picture(kind, 64, 32, (200, 80, 40)))
    assert (image.width(), image.height()) == (64, 32)
    assert abs(image.pixelColor(9, 9).red() - 200) < 8


def test_a_picture_lies_on_its_box_at_any_scale(qapp):
    image = QImage(900, 900, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(RED))
    for x in range(450, 900):
        for y in range(900):
            image.setPixel(x, y, 0xFF0000FF)
    show = PictureShow(image, (0.0, 0.0, 9000.0, 9000.0))
    for step in (5.0, 10.0, 100.0):
        extent = Extent(-1000, -1000, step, round(11_000 / step), round(11_000 / step))
        made = show.compose(extent)
        before, left, right, after = (
            (each + 1000) / step for each in (-500.0, 2000.0, 7000.0, 9500.0)
        )
        assert colour(made, before, before).alpha() == 0
        assert colour(made, left, left) == QColor(RED)
        assert colour(made, right, left) == QColor(BLUE)
        assert colour(made, after, left).alpha() == 0
    assert show.compose(Extent(20_000, 0, 10, 50, 50)) is None


def test_boxes_on_whole_pixels_meet():
    extent = Extent(-1234.5, -77.7, 3.3, 100, 100, 1.5)
    one = pixels_of((0.0, 0.0, 50.0, 50.0), extent)
    other = pixels_of((50.0, 0.0, 100.0, 50.0), extent)
    assert one.left() + one.width() == other.left()
