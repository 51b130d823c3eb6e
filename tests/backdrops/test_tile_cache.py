import os
import threading
from pathlib import Path

import pytest

from siteselect.backdrops.tile_cache import OLDEST, REST, Kept, TileCache
from siteselect.backdrops.tiles import TileAt
from tests.backdrops.test_errands import Clock
from tests.backdrops.tiles_made import png

AT = TileAt(5, 20, 11)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def cache(tmp_path, clock):
    return TileCache(tmp_path / "tiles", now=clock)


def kept(data=None, **more):
    return Kept(data or png(), **{"until": 5000.0, "came": 1000.0, **more})


def test_what_is_kept_is_read_again(cache):
    tile = kept(tag='"abc"', changed="Mon, 01 Jan 2024 00:00:00 GMT")
    assert cache.keep("osm", AT, tile)
    assert cache.read("osm", AT) == tile
    assert cache.read("other", AT) is None
    assert cache.read("osm", TileAt(5, 20, 12)) is None


def test_the_folder_is_for_this_person_alone(cache):
    cache.keep("osm", AT, kept())
    if os.name == "posix":
        assert (cache.folder / "osm" / "5").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[:40],
        lambda data: data.replace(b"until", b"_ntil"),
        lambda data: data[:-3] + b"xyz",
        lambda data: b"siteselect tile 1\n[1, 2]\nx",
        lambda data: b"siteselect tile 1\n" + b"[" * 100_000 + b"\nx",
        lambda data: os.urandom(3000),
    ],
)
def test_a_damaged_tile_is_as_if_it_were_not_kept(cache, spoil):
    cache.keep("osm", AT, kept())
    path = next(cache.folder.rglob("*.tile"))
    path.write_bytes(spoil(path.read_bytes()))
    assert cache.read("osm", AT) is None
    assert not path.exists()


def test_old_tiles_go(cache, clock):
    cache.keep("osm", AT, kept(came=clock.now))
    clock.now += OLDEST - 1
    assert cache.read("osm", AT) is not None
    clock.now += 2
    assert cache.read("osm", AT) is None
    assert cache.size() == 0


def test_the_longest_unused_go_first_and_the_size_is_bounded(tmp_path, clock):
    cache = TileCache(tmp_path, most=40_000, now=clock)
    for column in range(30):
        at = TileAt(6, column, 3)
        assert cache.keep("osm", at, kept(os.urandom(3000), came=clock.now))
        os.utime(cache._path("osm", at), (clock.now + column, clock.now + column))
        assert cache.size() <= 40_000 + 4000
    assert cache.read("osm", TileAt(6, 29, 3)) is not None
    assert cache.read("osm", TileAt(6, 0, 3)) is None
    assert cache.size() <= 40_000


def test_what_lies_there_from_before_is_counted(tmp_path, clock):
    first = TileCache(tmp_path, most=20_000, now=clock)
    for column in range(6):
        first.keep("osm", TileAt(6, column, 3), kept(os.urandom(3000), came=clock.now))
    second = TileCache(tmp_path, most=10_000, now=clock)
    second.keep("osm", TileAt(6, 9, 3), kept(os.urandom(3000), came=clock.now))
    assert second.size() <= 10_000


def test_a_full_disk_is_survived_and_tried_again_later(cache, clock, monkeypatch):
    cache.keep("osm", AT, kept())
    real, full = Path.open, [True]

    def open_on_a_full_disk(path, mode="r", *rest, **more):
        if "x" in mode and full[0]:
            real(path, "xb").close()
            raise OSError(28, "No space left on device")
        return real(path, mode, *rest, **more)

    monkeypatch.setattr(Path, "open", open_on_a_full_disk)
    other = TileAt(5, 1, 1)
    assert not cache.keep("osm", other, kept())
    assert not cache.writes
    assert cache.read("osm", AT) is not None
    assert [each.name for each in cache.folder.rglob(".*.tile")] == []
    full[0] = False
    assert not cache.keep("osm", other, kept())  # not at once
    clock.now += REST
    assert cache.keep("osm", other, kept())


def test_a_folder_that_cannot_be_made_is_survived(tmp_path, clock):
    (tmp_path / "tiles").write_text("a file")
    cache = TileCache(tmp_path / "tiles", now=clock)
    assert not cache.keep("osm", AT, kept())
    assert cache.read("osm", AT) is None
    assert cache.size() == 0


def test_a_tile_of_too_many_bytes_is_not_kept(cache):
    assert not cache.keep("osm", AT, kept(b"x" * (2 * 2**20 + 1)))


def test_everything_can_be_let_go(cache):
    cache.keep("osm", AT, kept())
    cache.empty()
    assert cache.size() == 0


def test_many_threads_keep_at_once(cache):
    def work(column):
        for row in range(10):
            cache.keep("osm", TileAt(6, column, row), kept())

    threads = [threading.Thread(target=work, args=(each,)) for each in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert cache.read("osm", TileAt(6, 3, 9)) is not None
    assert cache._total == cache.size()


def test_what_an_ended_program_left_goes_when_it_is_tidied(tmp_path):
    cache = TileCache(tmp_path / "tiles", most=3000)
    cache.keep("osm", AT, kept())
    folder = next((tmp_path / "tiles").glob("*/*"))
    old, fresh = folder / ".aa.tile", folder / ".bb.tile"
    for path in (old, fresh):
        path.write_bytes(b"half a tile")
    os.utime(old, (0, 0))
    before = cache.size()
    for row in range(12):
        cache.keep("osm", TileAt(6, 9, row), kept(b"x" * 400))
    assert not old.exists()
    assert fresh.exists()
    assert cache.size() <= 3000
    assert before < 3000


def test_the_folder_can_be_named(monkeypatch, tmp_path):
    monkeypatch.setenv("SITESELECT_CACHE", str(tmp_path))
    assert TileCache().folder == tmp_path / "tiles"
    monkeypatch.delenv("SITESELECT_CACHE")
    assert TileCache().folder.name == "tiles"
