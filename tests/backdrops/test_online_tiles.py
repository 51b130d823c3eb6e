import pytest

from siteselect.backdrops.image_head import DamagedTileError
from siteselect.backdrops.online_tiles import IN_MEMORY, OnlineTiles
from siteselect.backdrops.provider import own_provider
from siteselect.backdrops.tile_cache import TileCache
from siteselect.backdrops.tiles import TileAt
from tests.backdrops.test_errands import Clock
from tests.backdrops.tiles_made import png

AT = TileAt(5, 20, 11)
PROVIDER = own_provider("Made", "https://example.org/{z}/{x}/{y}.png", "me")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def wishes():
    return []


@pytest.fixture
def make(tmp_path, clock, wishes):
    def made():
        return OnlineTiles(PROVIDER, TileCache(tmp_path, now=clock), wishes.append, clock)

    return made


def test_what_lacks_is_wished_for(make, wishes):
    assert make().tile(AT) is None
    assert wishes == [AT]


def test_what_came_is_shown_and_kept_for_the_next_start(make, wishes):
    held = make()
    keep = held.take(AT, png(), {"cache-control": "max-age=86400", "etag": '"1"'})
    assert held.tile(AT) == png()
    keep()
    again = make()
    assert again.tile(AT) == png()
    assert wishes == []
    assert again.asks(AT) == {"If-None-Match": '"1"'}


def test_a_stale_tile_is_shown_and_wished_for(make, wishes, clock):
    held = make()
    held.take(AT, png(), {"cache-control": "max-age=86400"})
    clock.now += 86_401
    assert held.tile(AT) == png()
    assert wishes == [AT]
    held.renew(AT, {"cache-control": "max-age=86400"})()
    assert held.tile(AT) == png()
    assert wishes == [AT]
    assert make().tile(AT) == png()


def test_what_must_not_be_stored_stays_in_memory(make, tmp_path):
    held = make()
    assert held.take(AT, png(), {"cache-control": "no-store"})() is False
    assert held.tile(AT) == png()
    assert list(tmp_path.rglob("*.tile")) == []
    held.close()
    assert held.tile(AT) is None


def test_garbage_is_not_taken(make):
    held = make()
    with pytest.raises(DamagedTileError):
        held.take(AT, b"<html>log in to the network</html>", {})
    assert held.tile(AT) is None


def test_memory_is_bounded(make):
    held = make()
    large = png() + b"\0" * 2**20
    for column in range(40):
        held.take(TileAt(6, column, 2), large, {"cache-control": "no-store"})
    assert held._bytes <= IN_MEMORY
    assert held.tile(TileAt(6, 39, 2)) == large
    assert held.tile(TileAt(6, 0, 2)) is None


def test_words_of_the_server_that_could_break_a_head_are_not_sent_back(make):
    held = make()
    held.take(AT, png(), {"etag": "a\r\nHost: evil", "last-modified": "x" * 999})
    assert held.asks(AT) == {}


def test_nothing_is_renewed_that_is_not_there(make):
    assert make().renew(AT, {})() is False


def test_a_tile_that_there_is_not_is_not_wished_for(make, wishes):
    assert make().tile(TileAt(2, 9, 9)) is None
    assert wishes == []
