import contextlib
import random

import pytest

from siteselect.backdrops.image_head import DamagedTileError
from siteselect.backdrops.mbtiles_file import MbtilesFile
from siteselect.backdrops.pmtiles_file import PmtilesFile
from siteselect.backdrops.tile_file import open_tiles
from siteselect.backdrops.tiles import TileAt
from siteselect.errors import IntakeError
from tests.backdrops.tiles_made import SOME, mbtiles, pmtiles


def test_the_content_decides_and_not_the_name(tmp_path):
    for path, kind in (
        (mbtiles(tmp_path / "a.pmtiles"), MbtilesFile),
        (pmtiles(tmp_path / "b.mbtiles"), PmtilesFile),
    ):
        held = open_tiles(path)
        assert isinstance(held, kind)
        held.close()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"plain words", b"PMTile"])
def test_anything_else_is_refused(tmp_path, data):
    path = tmp_path / "x.mbtiles"
    path.write_bytes(data)
    with pytest.raises(IntakeError, match="no file of tiles"):
        open_tiles(path)


@pytest.mark.parametrize("name", ["missing.mbtiles", "https://x.org/a.pmtiles", "/vsicurl/a", "."])
def test_what_is_no_file_here_is_refused(tmp_path, name):
    with pytest.raises(IntakeError):
        open_tiles(name if ":" in name or name.startswith("/") else tmp_path / name)


@pytest.mark.parametrize("make", [mbtiles, pmtiles])
def test_no_mutant_does_more_than_be_refused_or_leave_gaps(tmp_path, make):
    chance = random.Random(11)
    whole = make(tmp_path / "whole").read_bytes()
    path, read = tmp_path / "mutant", 0
    for _ in range(250):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 2, 5, 40))):
            at = chance.randrange(min(6000, len(data)))
            if chance.random() < 0.7:
                data[at] = chance.randrange(256)
            else:
                del data[at : at + chance.randrange(1, 30)]
        path.write_bytes(data)
        with contextlib.suppress(IntakeError):
            held = open_tiles(path)
            read += 1
            for place in SOME:
                with contextlib.suppress(DamagedTileError):
                    held.tile(TileAt(*place))
            held.close()
    assert 20 < read < 230
