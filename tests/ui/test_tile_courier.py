import socket
import threading

import pytest

from siteselect.backdrops.errands import AT_ONCE, FIRST_REST, REFUSED_REST
from siteselect.backdrops.tile_cache import TileCache
from siteselect.backdrops.tiles import TileAt
from siteselect.ui.tasks import Tasks
from siteselect.ui.tile_courier import FAILS, Courier
from siteselect.ui.tile_transport import Transport
from tests.ui import tile_server
from tests.ui.tile_server import TILE, serving

AT = TileAt(3, 5, 2)


@pytest.fixture
def served():
    with serving() as made:
        yield made


@pytest.fixture
def porter(qapp):
    made = Tasks(workers=1)
    yield made
    made.close()


@pytest.fixture
def send(served, porter, tmp_path, monkeypatch):
    """Send couriers to the server; a rest after a failure is short, so that tests are."""
    monkeypatch.setattr("siteselect.backdrops.errands.FIRST_REST", 0.02)
    made = []

    def sent(**more):
        cache = more.pop("cache", None) or TileCache(tmp_path / "tiles")
        transport = Transport(plain=frozenset({served.place}), deadline_ms=400)
        courier = Courier(served.provider(), cache, transport, porter, porter, **more)
        courier.troubles = []
        courier.trouble.connect(courier.troubles.append)
        made.append(courier)
        return courier

    yield sent
    for each in made:
        each.close()


def wished(qtbot, courier, at=AT):
    """Wish for a tile as a painter does, and wait until it is here."""
    if courier.tiles.tile(at) is None:
        qtbot.waitUntil(lambda: courier.tiles.kept(at) is not None, timeout=8000)
    return courier.tiles.kept(at).data


def test_a_wish_is_fetched_told_and_kept(qtbot, send, served, porter):
    courier = send()
    with qtbot.waitSignal(courier.came, timeout=5000):
        assert courier.tiles.tile(AT) is None
    assert courier.tiles.tile(AT) == TILE
    qtbot.waitUntil(lambda: courier.idle and not porter.running, timeout=5000)
    assert served.paths == ["/3/5/2.png"]
    again = send()
    assert again.tiles.tile(AT) == TILE
    assert again.idle
    assert courier.troubles == []


def test_kept_tiles_are_shown_when_the_server_is_gone(qtbot, send, served, porter):
    wished(qtbot, send())
    qtbot.waitUntil(lambda: not porter.running, timeout=5000)
    served.behave = tile_server.hangs_up
    assert send().tiles.tile(AT) == TILE


def test_a_painter_on_another_thread_may_wish(qtbot, send):
    courier = send()
    with qtbot.waitSignal(courier.came, timeout=5000):
        thread = threading.Thread(target=courier.tiles.tile, args=(AT,))
        thread.start()
        thread.join()
    assert courier.tiles.tile(AT) == TILE


def test_few_questions_are_under_way_at_once(qtbot, send, served):
    held, most, lock = [], [], threading.Lock()

    def counts(line, more):
        with lock:
            held.append(line)
            most.append(len(held))
        more.over.wait(0.05)
        with lock:
            held.remove(line)
        tile_server.good(line, more)

    served.behave = counts
    courier = send()
    for column in range(8):
        courier.tiles.tile(TileAt(3, column, 2))
    qtbot.waitUntil(lambda: len(served.asked) == 8 and courier.idle, timeout=8000)
    assert max(most) <= AT_ONCE


ILL = {
    "five hundred": tile_server.status(500),
    "garbage": tile_server.body(b"<html>log in</html>"),
    "an empty answer": tile_server.body(b""),
    "a picture that claims 60000 pixels": tile_server.body(
        TILE[:16] + b"\0\0\xea\x60\0\0\xea\x60" + TILE[24:]
    ),
    "silent": tile_server.silent,
    "a head without end": tile_server.dripping_head,
    "a tile without end": tile_server.dripping_body,
    "a flood": tile_server.endless,
    "a claim of terabytes": tile_server.claims_too_much,
    "cut off": tile_server.cut_off,
    "hangs up": tile_server.hangs_up,
    "no http": tile_server.no_http,
    "in a circle": tile_server.in_a_circle,
    "busy": tile_server.status(503),
    "not changed, though nothing is here": tile_server.status(304),
}


@pytest.mark.parametrize("name", ILL)
def test_an_ill_server_is_survived_and_asked_again(qtbot, send, served, name):
    served.behave = tile_server.after(1, ILL[name], tile_server.good)
    assert wished(qtbot, send()) == TILE
    assert len(served.asked) >= 2


def test_a_person_is_told_once_when_a_server_goes_on_failing(qtbot, send, served):
    served.behave = tile_server.status(500)
    courier = send()
    for column in range(8):
        courier.tiles.tile(TileAt(3, column, 2))
    qtbot.waitUntil(lambda: len(served.asked) >= FAILS + 2, timeout=8000)
    assert len(courier.troubles) == 1
    assert "does not answer" in courier.troubles[0]
    assert "127.0.0.1" in courier.troubles[0]


@pytest.mark.parametrize("number", [404, 410])
def test_what_there_is_not_is_asked_for_once(qtbot, send, served, number):
    served.behave = tile_server.status(number)
    courier = send()
    for _ in range(3):
        courier.tiles.tile(AT)
        qtbot.waitUntil(lambda: bool(served.asked) and courier.idle, timeout=5000)
    assert served.paths == ["/3/5/2.png"]
    assert courier.troubles == []


def test_a_busy_server_is_left_alone_as_long_as_it_says(qtbot, send, served):
    served.behave = tile_server.status(429, Retry_After="60")
    courier = send()
    courier.tiles.tile(AT)
    qtbot.waitUntil(lambda: courier.resting > 0, timeout=5000)
    assert 50 < courier.resting <= 60
    assert len(served.asked) == 1


@pytest.mark.parametrize("number", [401, 403, 451])
def test_a_server_that_refuses_is_told_and_left(qtbot, send, served, number):
    served.behave = tile_server.status(number)
    courier = send()
    courier.tiles.tile(AT)
    qtbot.waitUntil(lambda: bool(courier.troubles), timeout=5000)
    assert str(number) in courier.troubles[0]
    assert courier.resting > REFUSED_REST - 60


def test_a_server_that_sends_us_away_is_told_and_left(qtbot, send, served):
    served.behave = tile_server.to("http://example.org/tile.png")
    courier = send()
    courier.tiles.tile(AT)
    qtbot.waitUntil(lambda: bool(courier.troubles), timeout=5000)
    assert "another server" in courier.troubles[0]
    assert len(served.asked) == 1


def test_a_stale_tile_is_asked_for_by_its_mark_and_kept_when_unchanged(qtbot, send, served):
    served.behave = tile_server.unchanged
    courier = send()
    wished(qtbot, courier)
    qtbot.waitUntil(lambda: courier.idle, timeout=5000)
    later = courier.tiles._now() + 4000
    courier.tiles._now = lambda: later
    assert courier.tiles.tile(AT) == TILE
    qtbot.waitUntil(lambda: len(served.asked) == 2 and courier.idle, timeout=5000)
    assert served.asked[1][1]["If-None-Match"] == '"1"'
    assert courier.tiles.kept(AT).until > later + 80_000


def test_a_full_disk_is_told_once_and_the_map_shows_the_tiles(
    qtbot, send, porter, monkeypatch, tmp_path
):
    (tmp_path / "full").write_text("no folder can be made here")
    courier = send(cache=TileCache(tmp_path / "full"))
    assert wished(qtbot, courier) == TILE
    assert wished(qtbot, courier, TileAt(3, 1, 1)) == TILE
    qtbot.waitUntil(lambda: courier.idle and not porter.running, timeout=5000)
    assert len(courier.troubles) == 1
    assert "Make room" in courier.troubles[0]


def test_nothing_comes_after_the_end(qtbot, send, served):
    served.behave = tile_server.silent
    courier = send()
    courier.tiles.tile(AT)
    qtbot.waitUntil(lambda: bool(served.asked), timeout=5000)
    courier.close()
    served.over.set()
    courier.tiles.tile(TileAt(3, 1, 1))
    qtbot.wait(60)
    assert len(served.asked) == 1


def test_a_courier_without_wishes_opens_no_socket(qtbot, send, monkeypatch):
    def never(*_, **__):
        raise AssertionError("a socket was opened")

    courier = send()
    monkeypatch.setattr(socket.socket, "connect", never)
    qtbot.wait(60)
    assert not courier._transport.opened


def test_the_first_rest_is_not_nothing():
    assert FIRST_REST >= 1.0
