import contextlib
import sqlite3
import threading
import time

import pytest

from siteselect.backdrops.image_head import DamagedTileError
from siteselect.backdrops.mbtiles_file import MbtilesFile
from siteselect.backdrops.tiles import TileAt
from siteselect.errors import IntakeError
from tests.backdrops.tiles_made import ABOUT, SOME, mbtiles, picture, png


@pytest.fixture
def opened():
    """Open files, and close them after the test."""
    with contextlib.ExitStack() as held:

        def open_it(path):
            made = MbtilesFile(path)
            held.callback(made.close)
            return made

        yield open_it


@pytest.fixture
def made(tmp_path):
    return mbtiles(tmp_path / "some.mbtiles")


def test_tiles_are_found_by_rows_from_the_north(made, opened):
    held = opened(made)
    for at, data in SOME.items():
        assert held.tile(TileAt(*at)) == data
    assert held.tile(TileAt(1, 1, 1)) is None
    assert held.tile(TileAt(9, 9999, 0)) is None
    held.close()


def test_what_it_says_of_itself(made, opened):
    info = opened(made).info
    assert (info.title, info.attribution) == ("Made tiles", "© Example")
    assert (info.least, info.most) == (0, 1)
    assert info.bounds == (-180.0, -85.0, 180.0, 85.0)


def test_zooms_and_name_are_found_where_they_are_not_told(tmp_path, opened):
    held = opened(mbtiles(tmp_path / "plain.mbtiles", about={"format": "png"}))
    assert (held.info.least, held.info.most, held.info.title) == (0, 1, "plain")


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_other_pictures_are_read(tmp_path, kind, opened):
    data = picture(kind)
    path = mbtiles(tmp_path / "x.mbtiles", {(0, 0, 0): data}, {**ABOUT, "format": kind.lower()})
    assert opened(path).tile(TileAt(0, 0, 0)) == data


def test_a_database_that_saves_room_by_a_view_is_read(tmp_path, opened):
    path = tmp_path / "view.mbtiles"
    held = sqlite3.connect(path)
    held.executescript(
        "CREATE TABLE metadata (name TEXT, value TEXT);"
        "CREATE TABLE map (zoom_level INT, tile_column INT, tile_row INT, tile_id TEXT);"
        "CREATE TABLE images (tile_id TEXT, tile_data BLOB);"
        "CREATE VIEW tiles AS SELECT map.zoom_level AS zoom_level, map.tile_column AS "
        "tile_column, map.tile_row AS tile_row, images.tile_data AS tile_data FROM map JOIN "
        "images ON images.tile_id = map.tile_id;"
        "INSERT INTO map VALUES (0, 0, 0, 'a');"
    )
    held.execute("INSERT INTO images VALUES ('a', ?)", (png(),))
    held.commit()
    held.close()
    assert opened(path).tile(TileAt(0, 0, 0)) == png()


@pytest.mark.parametrize(
    ("tiles", "about", "words"),
    [
        ({(0, 0, 0): b"\x1f\x8b\x08\0"}, {**ABOUT, "format": "pbf"}, "vector tiles"),
        ({(0, 0, 0): b"\x1f\x8b\x08\0"}, {}, "vector tiles"),
        ({(0, 0, 0): b"GIF89a"}, {**ABOUT, "format": "gif"}, "PNG, JPEG or WebP"),
        ({}, ABOUT, "no tile at all"),
        ({(0, 0, 0): png()}, {**ABOUT, "minzoom": "x", "maxzoom": "99"}, None),
    ],
)
def test_what_is_not_shown_is_refused_in_a_sentence(tmp_path, tiles, about, words, opened):
    path = mbtiles(tmp_path / "odd.mbtiles", tiles, about)
    if words is None:
        assert opened(path).info.most == 0
        return
    with pytest.raises(IntakeError, match=words):
        opened(path)


def test_another_database_is_refused(tmp_path, opened):
    path = tmp_path / "other.mbtiles"
    with contextlib.closing(sqlite3.connect(path)) as held:
        held.execute("CREATE TABLE x (y)")
        held.commit()
    with pytest.raises(IntakeError, match="no tiles"):
        opened(path)


def test_a_view_that_computes_without_end_is_refused_soon(tmp_path, opened):
    path = tmp_path / "evil.mbtiles"
    held = sqlite3.connect(path)
    held.executescript(
        "CREATE TABLE metadata (name TEXT, value TEXT);"
        "CREATE VIEW tiles AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        "SELECT i AS zoom_level, i AS tile_column, i AS tile_row, x'00' AS tile_data FROM n "
        "WHERE i < 0;"
    )
    held.close()
    began = time.monotonic()
    with pytest.raises(IntakeError, match="refused"):
        opened(path)
    assert time.monotonic() - began < 5


def test_a_join_that_never_ends_is_stopped_at_its_deadline(tmp_path, opened):
    path = tmp_path / "slow.mbtiles"
    held = sqlite3.connect(path)
    held.executescript(
        "CREATE TABLE metadata (name TEXT, value TEXT);"
        "CREATE TABLE n (i INT); CREATE TABLE good (z INT, d BLOB);"
    )
    held.executemany("INSERT INTO n VALUES (?)", [(each,) for each in range(3000)])
    held.execute("INSERT INTO good VALUES (0, ?)", (png(),))
    held.execute("INSERT INTO metadata VALUES ('minzoom', '0')")
    held.execute("INSERT INTO metadata VALUES ('maxzoom', '0')")
    held.execute(
        "CREATE VIEW tiles AS SELECT z AS zoom_level, 0 AS tile_column, 0 AS tile_row, "
        "d AS tile_data FROM good UNION ALL SELECT a.i + b.i + c.i + 9, 5, 5, x'00' "
        "FROM n a, n b, n c"
    )
    held.commit()
    held.close()
    tiles = opened(path)
    began = time.monotonic()
    with pytest.raises(DamagedTileError):
        tiles.tile(TileAt(3, 5, 2))
    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    "command", ["load_extension('x')", "readfile('/etc/passwd')", "randomblob(10)"]
)
def test_a_view_that_calls_anything_is_refused(tmp_path, command, opened):
    path = tmp_path / "calls.mbtiles"
    held = sqlite3.connect(path)
    held.executescript(
        "CREATE TABLE metadata (name TEXT, value TEXT);"
        f"CREATE VIEW tiles AS SELECT 0 AS zoom_level, 0 AS tile_column, 0 AS tile_row, {command} "
        "AS tile_data;"
    )
    held.close()
    with pytest.raises(IntakeError):
        opened(path)


def test_a_cut_file_is_refused_or_leaves_gaps(made, opened):
    whole = made.read_bytes()
    for share in (0.05, 0.3, 0.6, 0.9):
        made.write_bytes(whole[: int(len(whole) * share)])
        try:
            held = opened(made)
        except IntakeError:
            continue
        for at in SOME:
            with contextlib.suppress(DamagedTileError):
                held.tile(TileAt(*at))
        held.close()


def test_one_corrupt_tile_is_a_gap_and_the_others_are_read(tmp_path, opened):
    path = mbtiles(tmp_path / "x.mbtiles", {**SOME, (1, 1, 1): b"garbage"})
    held = opened(path)
    with pytest.raises(DamagedTileError):
        held.tile(TileAt(1, 1, 1))
    assert held.tile(TileAt(1, 0, 0)) == SOME[1, 0, 0]


@pytest.mark.parametrize("held", ["text", "7", "zeroblob(9000000)"])
def test_a_tile_of_another_kind_is_a_gap(tmp_path, held, opened):
    value = held if held != "text" else "'text'"
    change = f"UPDATE tiles SET tile_data = {value} WHERE tile_column = 1"  # noqa: S608 (ours)
    path = mbtiles(tmp_path / "x.mbtiles", sql=[change])
    with pytest.raises(DamagedTileError):
        opened(path).tile(TileAt(1, 1, 0))


def test_nothing_is_written(made, opened):
    before = (made.read_bytes(), sorted(each.name for each in made.parent.iterdir()))
    held = opened(made)
    held.tile(TileAt(0, 0, 0))
    held.close()
    assert (made.read_bytes(), sorted(each.name for each in made.parent.iterdir())) == before


def test_any_thread_may_ask(made, opened):
    held, found = opened(made), []
    threads = [
        threading.Thread(target=lambda: found.append(held.tile(TileAt(0, 0, 0)))) for _ in range(6)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert found == [SOME[0, 0, 0]] * 6
