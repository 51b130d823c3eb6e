import pytest

from siteselect.backdrops.mbtiles_file import MbtilesFile
from siteselect.backdrops.pmtiles_file import PmtilesFile
from siteselect.backdrops.tile_file import open_tiles
from siteselect.errors import IntakeError
from tests.backdrops.tiles_made import mbtiles, pmtiles


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
