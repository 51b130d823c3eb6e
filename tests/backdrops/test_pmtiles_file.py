import contextlib
import gzip
import random

import pytest
from pmtiles.tile import (
    Compression,
    TileType,
    deserialize_directory,
    serialize_directory,
    zxy_to_tileid,
)
from pmtiles.tile import Entry as TheirEntry

from siteselect.backdrops.image_head import DamagedTileError
from siteselect.backdrops.pmtiles_file import PmtilesFile, entries_of
from siteselect.backdrops.tiles import TileAt
from siteselect.errors import IntakeError
from tests.backdrops.tiles_made import SOME, directory, picture, pmtiles, pmtiles_by_hand, png


@pytest.fixture
def opened():
    """Open files, and close them after the test."""
    with contextlib.ExitStack() as held:

        def open_it(path):
            made = PmtilesFile(path)
            held.callback(made.close)
            return made

        yield open_it


def test_tiles_that_the_library_wrote_are_read(tmp_path, opened):
    held = opened(pmtiles(tmp_path / "some.pmtiles"))
    for at, data in SOME.items():
        assert held.tile(TileAt(*at)) == data
    assert held.tile(TileAt(1, 1, 1)) is None
    assert held.tile(TileAt(9, 9999, 0)) is None
    assert (held.info.title, held.info.attribution) == ("Made tiles", "© Example")
    assert (held.info.least, held.info.most) == (0, 1)
    held.close()


def test_directories_within_directories_are_followed(tmp_path, opened):
    places = random.Random(5).sample([(8, x, y) for x in range(256) for y in range(255)], 12_000)
    many = {(z, x, y): bytes([x, y]) * (20 + (x * y) % 91) for z, x, y in places}
    held = opened(pmtiles(tmp_path / "many.pmtiles", many))
    assert held._head["leaf_directory_length"] > 0
    for at in list(many)[::257]:
        assert held._find(zxy_to_tileid(*at)) == many[at]
    assert held.tile(TileAt(8, 1, 255)) is None


@pytest.mark.parametrize(("kind", "mark"), [("JPEG", TileType.JPEG), ("WEBP", TileType.WEBP)])
def test_other_pictures_are_read(tmp_path, kind, mark, opened):
    data = picture(kind)
    path = pmtiles(tmp_path / "x.pmtiles", {(0, 0, 0): data}, kind=mark)
    assert opened(path).tile(TileAt(0, 0, 0)) == data


def test_tiles_packed_once_more_are_unpacked(tmp_path, opened):
    path = pmtiles(
        tmp_path / "x.pmtiles", {(0, 0, 0): gzip.compress(png())},
        tile_compression=Compression.GZIP,
    )  # fmt: skip
    assert opened(path).tile(TileAt(0, 0, 0)) == png()


def test_entries_agree_with_those_of_the_library():
    entries = [TheirEntry(3, 0, 10, 1), TheirEntry(9, 10, 20, 4), TheirEntry(40, 5, 7, 0)]
    packed = serialize_directory(entries)
    ours, theirs = entries_of(gzip.decompress(packed)), deserialize_directory(packed)
    assert [str(each) for each in ours] == [str(each) for each in theirs]


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        ({"kind": 1}, "vector tiles"),
        ({"kind": 6}, "vector tiles"),
        ({"kind": 5}, "PNG, JPEG or WebP"),
        ({"kind": 0}, "PNG, JPEG or WebP"),
        ({"kind": 77}, "damaged"),
        ({"version": 2}, "version 2"),
        ({"packed": 3}, "gzip"),
        ({"tiles_packed": 4}, "gzip"),
        ({"least": 5, "most": 2}, "damaged"),
        ({"most": 60}, "damaged"),
        ({"root_length": 2**40}, "damaged"),
        ({"root_length": 2**63}, "damaged"),
    ],
)
def test_heads_that_mean_ill_are_refused_in_a_sentence(tmp_path, marks, words, opened):
    path = pmtiles_by_hand(tmp_path / "x.pmtiles", directory((0, 1, 5, 1)), **marks)
    with pytest.raises(IntakeError, match=words):
        opened(path)


@pytest.mark.parametrize(
    "root",
    [
        b"",
        b"no gzip",
        gzip.compress(b""),
        gzip.compress(b"\0" * 40_000_000),
        gzip.compress(b"\xff" * 40),
        directory((0, 1, 5, 0)),
        gzip.compress(b"\x05\x01"),
        gzip.compress(b"\xff\xff\xff\xff\x0f"),
        directory((0, 1, 5, 1))[:-9],
    ],
    ids=range(9),
)
def test_directories_that_mean_ill_are_refused(tmp_path, root, opened):
    path = pmtiles_by_hand(tmp_path / "x.pmtiles", root)
    with pytest.raises(IntakeError, match="damaged"):
        opened(path)


@pytest.mark.parametrize(
    "entry", [(0, 1, 2**31, 1), (0, 1, 50, 2**60), (0, 0, 50, 1), (0, 1, 3_000_000, 1)]
)
def test_an_entry_that_points_anywhere_is_a_gap(tmp_path, entry, opened):
    path = pmtiles_by_hand(tmp_path / "x.pmtiles", directory(entry), data=b"x" * 100)
    with pytest.raises(DamagedTileError):
        opened(path).tile(TileAt(0, 0, 0))


def test_a_directory_that_leads_to_itself_ends(tmp_path, opened):
    leaf = directory((0, 0, 28, 1))
    leaf = directory((0, 0, len(leaf), 1))
    path = pmtiles_by_hand(tmp_path / "x.pmtiles", leaf, leaves=leaf)
    with pytest.raises(DamagedTileError, match="nested"):
        opened(path).tile(TileAt(0, 0, 0))


def test_a_tile_that_unpacks_without_end_is_a_gap(tmp_path, opened):
    bomb = gzip.compress(b"\0" * 30_000_000)
    path = pmtiles_by_hand(
        tmp_path / "x.pmtiles", directory((0, 1, len(bomb), 1)), data=bomb, tiles_packed=2
    )
    with pytest.raises(DamagedTileError, match="more than it may"):
        opened(path).tile(TileAt(0, 0, 0))


@pytest.mark.parametrize("about", [b"", b"{", b"[]", b"[" * 100_000, gzip.compress(b"[" * 100_000)])
def test_damaged_words_about_itself_do_no_harm(tmp_path, about, opened):
    path = pmtiles_by_hand(tmp_path / "named.pmtiles", directory((0, 1, 5, 1)), metadata=about)
    assert opened(path).info.title == "named"


def test_a_file_cut_anywhere_is_refused_or_leaves_gaps(tmp_path, opened):
    path = pmtiles(tmp_path / "x.pmtiles")
    whole = path.read_bytes()
    for end in range(0, len(whole), 37):
        path.write_bytes(whole[:end])
        try:
            held = opened(path)
        except IntakeError:
            continue
        with contextlib.suppress(DamagedTileError):
            held.tile(TileAt(1, 0, 0))
        held.close()
