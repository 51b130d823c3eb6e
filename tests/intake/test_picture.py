import numpy as np
import pytest
from PIL import Image

from siteselect.errors import IntakeError
from siteselect.intake import _picture, picture
from siteselect.intake.parcel import pack, unpack
from siteselect.intake.picture import (
    SIDE,
    has_world_file,
    read_picture,
    world_suffixes,
)
from siteselect.intake.reference import SystemWantedError
from tests.intake.pictures_made import GEOGRAPHIC, PROJECTED, geotiff, quarters, with_world


@pytest.fixture
def here(monkeypatch):
    """Read in this process: the other is tried once, below."""
    monkeypatch.setattr(_picture, "seal", lambda: None)

    def ask(driver, job, path, options, limits):
        return unpack(pack(_picture.run(path, path.parent, options)))

    monkeypatch.setattr(picture, "ask_once", ask)


def test_a_geotiff_is_read_in_a_process_of_its_own(tmp_path):
    path = geotiff(tmp_path / "a.tif", quarters(), 70.0, 50.0, 0.1, 0.05, photometric="rgb")
    found = read_picture(path)
    assert found.pixels.shape == (60, 80, 4)
    assert found.pixels[5, 5].tolist() == [255, 0, 0, 255]
    assert found.affine == pytest.approx((0.1, 0, 70.0, 0, -0.05, 50.0))
    assert found.reference.is_wgs84


@pytest.mark.parametrize("packing", [None, "zlib", "lzw"])
@pytest.mark.parametrize("tile", [None, (16, 16)])
def test_usual_packings_are_read(tmp_path, here, packing, tile):
    path = tmp_path / "a.tif"
    if packing == "lzw":
        Image.fromarray(quarters()).save(path, compression="tiff_lzw")
        path = with_world(tmp_path / "b.tif", quarters(), (1, 0, 0, -1, 0.5, 9.5), "TIFF", ".tfw",
                          "EPSG:4326")  # fmt: skip
    else:
        geotiff(path, quarters(), 70.0, 50.0, 0.1, 0.05, photometric="rgb", compression=packing,
                tile=tile)  # fmt: skip
    assert read_picture(path).pixels[50, 5].tolist() == [0, 0, 255, 255]


def test_a_projected_system_and_a_tie_in_the_middle(tmp_path, here):
    path = geotiff(
        tmp_path / "a.tif", quarters(), 500_000.0, 4_800_000.0, 100.0, 100.0,
        PROJECTED, 32643, point=True, photometric="rgb",
    )  # fmt: skip
    found = read_picture(path)
    assert found.reference.title == "EPSG:32643"
    assert found.affine[2] == 500_000.0 - 50.0
    assert found.affine[5] == 4_800_000.0 + 50.0


def test_a_matrix_may_turn_a_picture(tmp_path, here):
    matrix = (0.1, 0.02, 0, 70.0, 0.03, -0.1, 0, 50.0, 0, 0, 0, 0, 0, 0, 0, 1)
    path = geotiff(tmp_path / "a.tif", quarters(), 0, 0, 0, 0, matrix=matrix, photometric="rgb")
    assert read_picture(path).affine == pytest.approx((0.1, 0.02, 70.0, 0.03, -0.1, 50.0))


@pytest.mark.parametrize("kind", ["u1", "u2", "f4", "i2"])
def test_one_band_is_shown_in_greys_and_no_data_is_clear(tmp_path, here, kind):
    band = np.tile(np.arange(100), (50, 1)).astype(kind)
    band[:10] = 7
    band[0, 0] = 200 if kind == "u1" else 999
    path = geotiff(tmp_path / "a.tif", band, 70.0, 50.0, 0.1, 0.1, GEOGRAPHIC, 4326, lost=7)
    found = read_picture(path).pixels
    assert found[5, 50, 3] == 0
    assert found[30, 50, 3] == 255
    assert found[30, 20, 0] < found[30, 60, 0] < found[30, 95, 0]


def test_unknown_numbers_are_clear(tmp_path, here):
    band = np.full((20, 20), np.nan, "f4")
    band[10:] = 3.0
    band[15:] = np.inf
    found = read_picture(geotiff(tmp_path / "a.tif", band, 70.0, 50.0, 0.1, 0.1)).pixels
    assert found[:, 0, 3].tolist() == [0] * 10 + [255] * 5 + [0] * 5
    band[:] = np.nan
    found = read_picture(geotiff(tmp_path / "b.tif", band, 70.0, 50.0, 0.1, 0.1)).pixels
    assert not found.any()


def test_no_data_of_colours_is_clear(tmp_path, here):
    path = geotiff(tmp_path / "a.tif", quarters(), 70.0, 50.0, 0.1, 0.1, lost=0, photometric="rgb")
    found = read_picture(path).pixels
    assert found[50, 70].tolist() == [0, 0, 0, 0]
    assert found[5, 5].tolist() == [255, 0, 0, 255]


def test_a_world_file_and_a_prj_tell_where_a_picture_lies(tmp_path, here):
    path = with_world(
        tmp_path / "a.png", quarters(), (100, 0, 0, -100, 500_050, 4_799_950), prj="EPSG:32643"
    )
    assert has_world_file(path)
    found = read_picture(path)
    assert found.affine == (100, 0, 500_000, 0, -100, 4_800_000)
    assert found.reference.title == "EPSG:32643"


@pytest.mark.parametrize(
    ("suffix", "kind", "world"),
    [(".png", "PNG", ".PGW"), (".jpg", "JPEG", ".jgw"), (".png", "PNG", ".wld"),
     (".jpeg", "JPEG", ".jpegw"), (".tif", "TIFF", ".tfw")],
)  # fmt: skip
def test_world_files_have_many_endings(tmp_path, here, suffix, kind, world):
    path = tmp_path / f"a{suffix}"
    with_world(path, quarters(), (0.1, 0, 0, -0.1, 70, 50), kind, world)
    assert read_picture(path, "EPSG:4326").affine[0] == 0.1


def test_clear_pixels_stay_clear_and_are_multiplied(tmp_path, here):
    pixels = np.zeros((4, 4, 4), np.uint8)
    pixels[:, 2:] = (200, 100, 50, 128)
    path = with_world(tmp_path / "a.png", pixels, (0.1, 0, 0, -0.1, 70, 50))
    found = read_picture(path, "4326").pixels
    assert found[0, 0].tolist() == [0, 0, 0, 0]
    assert abs(int(found[0, 3, 0]) - 100) <= 1
    assert found[0, 3, 3] == 128


def test_a_large_picture_is_made_smaller(tmp_path, here):
    large = np.repeat(np.repeat(quarters(), 75, axis=1), 20, axis=0)
    path = geotiff(tmp_path / "a.tif", large, 70.0, 50.0, 0.001, 0.001, photometric="rgb",
                   compression="zlib")  # fmt: skip
    found = read_picture(path)
    assert max(found.pixels.shape) <= SIDE
    assert found.affine[0] == pytest.approx(0.002)
    assert found.pixels[10, 10].tolist() == [255, 0, 0, 255]


def test_nobody_says_in_which_system(tmp_path, here):
    path = with_world(tmp_path / "a.png", quarters(), (1, 0, 0, -1, 5, 5))
    with pytest.raises(SystemWantedError, match="EPSG"):
        read_picture(path)
    with pytest.raises(IntakeError, match="no reference system"):
        read_picture(path, "nonsense")


@pytest.mark.parametrize(
    "numbers", [(), (1, 2, 3), ("a", 0, 0, 1, 2, 3), (0, 0, 0, 0, 5, 5), (1, 2, 2, 4, 0, 0),
                ("nan", 0, 0, 1, 2, 3), ("inf", 0, 0, 1, 2, 3)],
)  # fmt: skip
def test_world_files_that_say_nothing(tmp_path, here, numbers):
    path = with_world(tmp_path / "a.png", quarters(), numbers)
    with pytest.raises(IntakeError, match=r"\.$"):
        read_picture(path, "EPSG:4326")


@pytest.mark.parametrize("data", [b"", b"GIF89a" + b"\0" * 50, b"II*\0" + b"\xff" * 40, b"<svg/>"])
def test_what_is_no_picture_is_refused(tmp_path, data):
    path = tmp_path / "a.png"
    path.write_bytes(data)
    path.with_suffix(".pgw").write_text("1 0 0 -1 5 5")
    with pytest.raises(IntakeError, match=r"\.$"):
        read_picture(path, "EPSG:4326")


def test_a_small_file_that_claims_a_huge_picture_is_refused(tmp_path):
    import struct
    import zlib

    def part(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = part(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
    path = tmp_path / "a.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + head + part(b"IDAT", zlib.compress(b"")))
    path.with_suffix(".pgw").write_text("1 0 0 -1 5 5")
    with pytest.raises(IntakeError, match="too many"):
        read_picture(path, "EPSG:4326")


def test_cut_files_are_refused(tmp_path, here):
    path = geotiff(tmp_path / "a.tif", quarters(), 70.0, 50.0, 0.1, 0.05, photometric="rgb")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 3])
    with pytest.raises((IntakeError, OSError, ValueError)):  # the other process tells the rest
        read_picture(path, "EPSG:4326")


def test_a_picture_without_a_place_is_refused(tmp_path, here):
    path = tmp_path / "a.png"
    Image.fromarray(quarters()).save(path)
    assert not has_world_file(path)
    with pytest.raises(IntakeError, match="world file"):
        read_picture(path)


def test_endings(tmp_path):
    assert world_suffixes(".png") == (".pgw", ".pngw", ".wld")
    assert world_suffixes(".TIF")[0] == ".tfw"
