from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog

from siteselect.backdrops.tile_cache import TileCache
from siteselect.ui.backdrop_desk import credit_of
from siteselect.ui.backdrop_memory import BackdropMemory, FileChoice
from siteselect.ui.dialogs.add_provider import AddProviderDialog
from siteselect.ui.dialogs.backdrop_consent import BackdropConsentDialog
from siteselect.ui.pictures import draw
from siteselect.ui.tile_transport import Transport
from tests.backdrops.tiles_made import ABOUT, mbtiles, png
from tests.intake.pictures_made import geotiff, quarters, with_world
from tests.ui import tile_server
from tests.ui.tile_server import serving

RED = {(z, x, y): png(rgb=(230, 20, 20)) for z in range(6) for x in range(1 << z)
       for y in range(1 << z)}  # fmt: skip


@pytest.fixture(scope="module")
def red(tmp_path_factory):
    """Tiles of one colour over the whole world."""
    path = tmp_path_factory.mktemp("maps") / "red.mbtiles"
    return mbtiles(path, RED, {**ABOUT, "name": "Red", "maxzoom": "5"})


@pytest.fixture
def served():
    with serving() as made:
        yield made


@pytest.fixture
def provider(served, settings):
    """A server on this machine, among those that the program knows, and agreed to."""
    made = served.provider()
    BackdropMemory(settings).agree(made)
    return made


@pytest.fixture
def room(make_window, served, tmp_path):
    """A window, and its desk, which may ask the test's server."""
    window = make_window()
    desk = window.desk.backdrops
    desk.make_transport = lambda: Transport(plain=frozenset({served.place}), deadline_ms=2000)
    desk.cache = TileCache(tmp_path / "kept")
    return window, desk


def settled(qtbot, window):
    qtbot.waitUntil(
        lambda: window.map.settled and "backdrop" not in window.tasks.running, timeout=20_000
    )


def redness(window):
    """How red the map is on the whole."""
    image = window.map.viewport().grab().toImage().scaled(40, 40)
    tones = [QColor(image.pixel(x, y)) for x in range(40) for y in range(40)]
    return sum(each.red() - each.blue() for each in tones) / len(tones)


def test_a_file_of_tiles_is_shown_named_and_remembered(qtbot, room, red, settings):
    window, desk = room
    settled(qtbot, window)
    before = redness(window)
    desk.open_file(red)
    qtbot.waitUntil(lambda: desk.backdrop is not None, timeout=10_000)
    settled(qtbot, window)
    assert redness(window) > before + 40
    assert window.map.attribution()[0] == "© Example"
    assert BackdropMemory(settings).file_of(None) == FileChoice(red)
    desk.none()
    settled(qtbot, window)
    assert redness(window) < before + 10
    assert "© Example" not in window.map.attribution()
    assert BackdropMemory(settings).file_of(None) is None


def test_it_is_there_again_at_the_next_start(qtbot, make_window, red, settings):
    BackdropMemory(settings).keep_file(None, FileChoice(red))
    window = make_window()
    qtbot.waitUntil(lambda: window.desk.backdrops.file == FileChoice(red), timeout=10_000)
    assert window.desk.backdrops.backdrop.title == "Red"


def test_a_missing_file_is_told_and_the_map_is_as_without_it(
    qtbot, make_window, tmp_path, settings
):
    lost = tmp_path / "lost.mbtiles"
    BackdropMemory(settings).keep_file(None, FileChoice(lost))
    window = make_window()
    qtbot.waitUntil(lambda: "lost.mbtiles" in window.bar.text, timeout=10_000)
    assert "is not there" in window.bar.text
    assert window.desk.backdrops.backdrop is None
    assert BackdropMemory(settings).file_of(None) is not None  # it may come back


def test_a_file_that_is_none_is_refused_and_what_was_shown_stays(qtbot, room, red, tmp_path):
    window, desk = room
    desk.open_file(red)
    qtbot.waitUntil(lambda: desk.backdrop is not None, timeout=10_000)
    odd = tmp_path / "odd.mbtiles"
    odd.write_text("no tiles")
    desk.open_file(odd)
    qtbot.waitUntil(lambda: "odd.mbtiles" in window.bar.text, timeout=10_000)
    assert desk.file == FileChoice(red)


def test_damaged_tiles_are_told_once(qtbot, room, tmp_path):
    window, desk = room
    spoilt = {(5, x, y): b"garbage" for x in (15, 16) for y in (15, 16)}
    path = mbtiles(tmp_path / "x.mbtiles", {**RED, **spoilt}, {**ABOUT, "maxzoom": "5"})
    desk.open_file(path)
    qtbot.waitUntil(lambda: "damaged" in window.bar.text, timeout=20_000)
    settled(qtbot, window)
    assert desk.backdrop is not None


def test_a_dropped_file_lies_beneath_the_map(qtbot, room, red):
    window, desk = room
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(red))])
    window.dropEvent(
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, held, Qt.MouseButton.LeftButton,
                   Qt.KeyboardModifier.NoModifier)
    )  # fmt: skip
    qtbot.waitUntil(lambda: desk.file == FileChoice(red), timeout=10_000)


def test_a_chosen_file_is_opened(qtbot, room, red, monkeypatch):
    _, desk = room
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(red), ""))
    desk.ask()
    qtbot.waitUntil(lambda: desk.file == FileChoice(red), timeout=10_000)


def test_a_geotiff_is_laid_where_it_lies(qtbot, room, tmp_path):
    window, desk = room
    left, top, right, foot = window.map.home_window
    pixels = quarters()
    pixels[:] = (230, 20, 20)
    path = geotiff(
        tmp_path / "a.tif", pixels, left, -top, (right - left) / 80, (foot - top) / 60,
        3072, 3857, photometric="rgb",
    )  # fmt: skip
    settled(qtbot, window)
    before = redness(window)
    desk.open_file(path)
    qtbot.waitUntil(lambda: desk.backdrop is not None, timeout=30_000)
    settled(qtbot, window)
    assert redness(window) > before + 15


def test_a_picture_that_does_not_say_its_system_is_asked_about(qtbot, room, tmp_path, monkeypatch):
    _, desk = room
    path = with_world(tmp_path / "a.png", quarters(), (0.2, 0, 0, -0.2, 70, 50))
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("EPSG:4326", True))
    desk.open_file(path)
    qtbot.waitUntil(lambda: desk.file == FileChoice(path, "EPSG:4326"), timeout=30_000)


def test_who_made_a_file_is_named_and_where_nobody_says_that_is_said(
    qtbot, room, tmp_path, monkeypatch, settings
):
    window, desk = room
    nameless = {key: text for key, text in ABOUT.items() if key != "attribution"}
    path = mbtiles(tmp_path / "plain.mbtiles", RED, {**nameless, "maxzoom": "5"})
    desk.name_source()  # nothing lies beneath the map: nothing is asked
    desk.open_file(path)
    qtbot.waitUntil(lambda: desk.backdrop is not None, timeout=10_000)
    settled(qtbot, window)
    assert window.map.attribution()[0] == "plain.mbtiles: source not stated"
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("  Survey of the region ", True))
    desk.name_source()
    assert window.map.attribution()[0] == "Survey of the region"
    kept = BackdropMemory(settings).file_of(None)
    assert kept == FileChoice(path, credit="Survey of the region")
    assert credit_of(kept) == "Survey of the region"
    desk.open_file(path)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("", True))
    desk.name_source()
    assert window.map.attribution()[0] != ""


def test_tiles_of_a_server_are_fetched_shown_and_named(qtbot, room, served, provider):
    window, desk = room
    served.behave = tile_server.body(png(rgb=(230, 20, 20)), Cache_Control="max-age=86400")
    settled(qtbot, window)
    before = redness(window)
    desk.switch_on(provider)
    qtbot.waitUntil(lambda: bool(served.asked) and desk.courier.idle, timeout=20_000)
    settled(qtbot, window)
    assert redness(window) > before + 40
    assert window.map.attribution()[0] == "© Made"
    assert desk.memory.online == provider.key
    asked = len(served.asked)
    assert len(set(served.paths)) == asked  # none twice
    desk.none()
    window.map.zoom(0.7)
    settled(qtbot, window)
    assert len(served.asked) == asked
    assert desk.memory.online == ""


def test_a_dead_server_leaves_the_map_as_it_was(qtbot, room, served, provider):
    window, desk = room
    served.behave = tile_server.status(500)
    settled(qtbot, window)
    before = redness(window)
    desk.switch_on(provider)
    qtbot.waitUntil(lambda: desk.courier.resting > 0, timeout=20_000)
    settled(qtbot, window)
    assert abs(redness(window) - before) < 5


def test_nothing_is_asked_before_the_person_agrees(qtbot, room, served, monkeypatch):
    _, desk = room
    seen = []

    def refuse(dialog):
        seen.append(dialog)
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(BackdropConsentDialog, "exec", refuse)
    desk.switch_on(served.provider())
    assert len(seen) == 1
    assert desk.courier is None
    assert desk.memory.online == ""
    monkeypatch.setattr(BackdropConsentDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    desk.switch_on(served.provider())
    assert desk.courier is not None
    desk.none()
    monkeypatch.setattr(BackdropConsentDialog, "exec", refuse)
    desk.switch_on(served.provider())  # agreed to before
    assert desk.courier is not None
    assert len(seen) == 1


def test_an_own_server_is_added_and_forgotten(room, monkeypatch):
    _, desk = room

    def fill(dialog):
        dialog.address.setText("https://tiles.example.org/{z}/{x}/{y}.png")
        dialog.named.setText("me")
        dialog.add.click()
        return dialog.result()

    monkeypatch.setattr(AddProviderDialog, "exec", fill)
    monkeypatch.setattr(BackdropConsentDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    desk.add_provider()
    (own,) = desk.memory.own
    assert desk.courier is None
    desk.remove_provider(own.key)
    assert desk.memory.own == ()


def test_a_server_that_was_agreed_to_is_on_again_at_the_next_start(
    qtbot, make_window, settings, monkeypatch
):
    """With the real list of servers; nothing goes out of this machine."""
    from siteselect.backdrops.provider import known_providers

    asked = []
    monkeypatch.setattr(
        Transport, "get", lambda self, address, headers, done: asked.append(address)
    )
    memory = BackdropMemory(settings)
    memory.online = "openstreetmap"
    window = make_window()
    assert window.desk.backdrops.courier is None  # not agreed to
    memory.agree(known_providers()[0])
    window.desk.backdrops.came()
    assert window.desk.backdrops.online == "openstreetmap"
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    assert all(each.startswith("https://tile.openstreetmap.org/") for each in asked)


def test_how_strong_it_is_seen(qtbot, room, red):
    window, desk = room
    desk.open_file(red)
    qtbot.waitUntil(lambda: desk.backdrop is not None, timeout=10_000)
    settled(qtbot, window)
    strong = redness(window)
    desk.set_strength(40)
    settled(qtbot, window)
    assert redness(window) < strong - 20
    assert desk.memory.strength == 40


def test_pictures_hold_the_backdrop_and_name_it(qtbot, room, red):
    window, desk = room
    desk.open_file(red)
    qtbot.waitUntil(lambda: desk.backdrop is not None, timeout=10_000)
    settled(qtbot, window)
    drawing = draw(window.map, "Map")
    image = drawing.image(1.0)
    middle = [
        image.pixelColor(image.width() // 2 + each, image.height() // 2) for each in range(-40, 40)
    ]
    assert max(each.red() - each.blue() for each in middle) > 40
    told = drawing.svg()
    assert "data:image/" in told
    assert "© Example" in told
    assert drawing.pdf().startswith(b"%PDF")


def test_kept_tiles_can_be_let_go(qtbot, room, served, provider):
    _, desk = room
    desk.switch_on(provider)
    qtbot.waitUntil(lambda: desk.cache.size() > 0, timeout=20_000)
    desk.none()
    desk.empty_cache()
    assert desk.cache.size() == 0


def internet_sockets():
    """Return the inodes of this process's own sockets that reach beyond its own machine's files."""
    own = set()
    for each in Path("/proc/self/fd").iterdir():
        try:
            link = str(each.readlink())
        except OSError:
            continue
        if link.startswith("socket:["):
            own.add(link[8:-1])
    held = set()
    for name in ("tcp", "tcp6", "udp", "udp6"):
        table = Path("/proc/self/net") / name
        if table.exists():
            held |= {line.split()[9] for line in table.read_text().splitlines()[1:]}
    return own & held


def test_with_no_backdrop_on_no_socket_is_ever_opened(qtbot, make_window, monkeypatch):
    """A whole window is started, moved and closed: neither Qt nor Python reaches out."""
    import socket

    def never(*_, **__):
        raise AssertionError("something reached out")

    monkeypatch.setattr("siteselect.ui.tile_transport.QNetworkAccessManager", never)
    monkeypatch.setattr(socket.socket, "connect", never)
    before = internet_sockets()
    window = make_window()
    for step in (0.7, 0.7, -0.7):
        window.map.zoom(step)
        settled(qtbot, window)
    window.map.home()
    settled(qtbot, window)
    assert internet_sockets() == before
    assert window.desk.backdrops.courier is None


def test_a_report_is_painted_over_the_backdrop(qtbot, room, red, tmp_path, monkeypatch):
    from siteselect.ui.print import order

    window, desk = room
    desk.open_file(red)
    qtbot.waitUntil(lambda: desk.backdrop is not None, timeout=10_000)
    seen = []

    def paint(ready, beneath=None):
        seen.append(beneath)
        return {}

    monkeypatch.setattr(order, "paint", paint)
    window.hand_over.write("csv_table", tmp_path / "a.csv")
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert seen == [desk.backdrop]
    qtbot.waitUntil(lambda: not window.tasks.running, timeout=20_000)
