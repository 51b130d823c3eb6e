import struct

import pytest

from siteselect.backdrops.image_head import (
    DamagedTileError,
    Form,
    checked_tile,
    form_of,
    is_vector,
    size_of,
)
from tests.backdrops.tiles_made import picture, png


@pytest.mark.parametrize(
    ("kind", "form"), [("PNG", Form.PNG), ("JPEG", Form.JPEG), ("WEBP", Form.WEBP)]
)
@pytest.mark.parametrize("size", [(256, 256), (512, 300), (1, 7)])
def test_form_and_size_are_read_as_another_program_wrote_them(kind, form, size):
    data = picture(kind, *size)
    assert form_of(data) is form
    assert size_of(data) == size
    assert checked_tile(data) is data


def test_webp_without_loss_and_with_parts():
    import io

    from PIL import Image

    for more in ({"lossless": True}, {"lossless": True, "exif": b"Exif\0\0" + b"\0" * 20}):
        data = io.BytesIO()
        Image.new("RGBA", (300, 17), (1, 2, 3, 4)).save(data, "WEBP", **more)
        assert size_of(data.getvalue()) == (300, 17)


def test_a_progressive_jpeg_tells_its_size():
    import io

    from PIL import Image

    data = io.BytesIO()
    Image.new("RGB", (120, 80)).save(data, "JPEG", progressive=True)
    assert size_of(data.getvalue()) == (120, 80)


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", b"<svg/>", b"\x89PNG\r\n\x1a\n", png()[:20], b"\xff\xd8\xff\xe0", b"x" * 99],
)
def test_what_is_no_whole_head_is_no_tile(data):
    with pytest.raises(DamagedTileError):
        checked_tile(data)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_no_cut_of_a_head_raises(kind):
    data = picture(kind)
    for end in range(min(len(data), 64)):
        size_of(data[:end])


def test_a_small_file_that_claims_a_huge_picture_is_refused():
    data = bytearray(png())
    data[16:24] = struct.pack(">II", 60_000, 60_000)
    with pytest.raises(DamagedTileError, match="60000"):
        checked_tile(bytes(data))


def test_a_tile_of_too_many_bytes_is_refused():
    with pytest.raises(DamagedTileError, match="bytes"):
        checked_tile(png() + b"\0" * (2 * 2**20))


def test_vectors_are_known():
    assert is_vector(b"\x1f\x8b\x08rest")
    assert is_vector(b"\x1a\x45layer")
    assert not is_vector(png())
