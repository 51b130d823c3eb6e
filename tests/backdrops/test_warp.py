import numpy as np
import pytest
from pyproj import Transformer

from siteselect.backdrops.tiles import HALF
from siteselect.backdrops.warp import laid
from siteselect.errors import IntakeError
from siteselect.intake.picture import Picture
from siteselect.intake.reference import Reference
from siteselect.progress import Cancelled


def made(pixels, affine, system="EPSG:4326"):
    return Picture("made", np.ascontiguousarray(pixels), affine, Reference.named(system))


def smooth(width, height):
    """Return a picture whose red tells the column and whose green the row."""
    pixels = np.zeros((height, width, 4), np.uint8)
    pixels[:, :, 0] = np.linspace(0, 255, width).round()[None, :]
    pixels[:, :, 1] = np.linspace(0, 255, height).round()[:, None]
    pixels[:, :, 3] = 255
    return pixels


@pytest.mark.parametrize(
    ("system", "affine"),
    [
        ("EPSG:4326", (0.05, 0, 70.0, 0, -0.04, 52.0)),
        ("EPSG:32643", (4000.0, 0, 300_000.0, 0, -4000.0, 5_400_000.0)),
        ("EPSG:32643", (3800.0, 900.0, 300_000.0, 900.0, -3800.0, 5_300_000.0)),
        ("EPSG:3857", (5000.0, 0, 8_000_000.0, 0, -5000.0, 6_500_000.0)),
    ],
)
def test_each_pixel_lies_where_proj_says(system, affine):
    width, height = 200, 150
    found = laid(made(smooth(width, height), affine, system))
    left, top, right, foot = found.box
    down, across = found.pixels.shape[:2]
    there = Transformer.from_crs(system, 3857, always_xy=True)
    a, b, c, d, e, f = affine
    generator = np.random.default_rng(3)
    columns, rows = generator.uniform(5, width - 5, 300), generator.uniform(5, height - 5, 300)
    x, y = there.transform(a * columns + b * rows + c, d * columns + e * rows + f)
    i = ((x - left) / (right - left) * across).astype(int)
    j = ((-y - top) / (foot - top) * down).astype(int)
    seen = found.pixels[j, i]
    assert (seen[:, 3] == 255).all()
    assert np.abs(seen[:, 0] - (columns - 0.5) / (width - 1) * 255).max() < 2.5
    assert np.abs(seen[:, 1] - (rows - 0.5) / (height - 1) * 255).max() < 2.5


def test_beyond_a_turned_picture_it_is_clear():
    affine = (3000.0, 3000.0, 400_000.0, 3000.0, -3000.0, 5_000_000.0)
    found = laid(made(smooth(100, 100), affine, "EPSG:32643")).pixels
    assert found[0, 0].tolist() == [0, 0, 0, 0]
    assert found[-1, -1].tolist() == [0, 0, 0, 0]
    assert 0.3 < (found[:, :, 3] == 255).mean() < 0.7


def test_no_data_stays_clear():
    pixels = smooth(60, 40)
    pixels[:20] = 0
    found = laid(made(pixels, (0.05, 0, 70.0, 0, -0.05, 52.0))).pixels
    assert not found[: found.shape[0] // 3].any()
    assert (found[-5:, 5:-5, 3] == 255).all()


def test_the_poles_are_cut_off_at_the_end_of_the_plane():
    found = laid(made(smooth(360, 180), (1.0, 0, -180.0, 0, -1.0, 90.0)))
    assert found.box[1] >= -HALF
    assert found.box[3] <= HALF
    assert (found.pixels[5:-5, 5:-5, 3] == 255).all()


def test_what_is_laid_is_bounded():
    found = laid(made(smooth(300, 10), (0.3, 0, 40.0, 0, -0.1, 50.0)), most=200)
    assert max(found.pixels.shape) <= 200


def test_a_picture_that_lies_nowhere_is_refused():
    with pytest.raises(IntakeError, match="nowhere"):
        laid(made(smooth(10, 10), (1e9, 0, 1e12, 0, -1e9, 1e12), "EPSG:32643"))
    with pytest.raises(IntakeError, match="nowhere"):
        laid(made(smooth(10, 10), (1e-9, 0, 70, 0, -1e-9, 50)))


def test_it_can_be_stopped():
    def stop(part, what):
        raise Cancelled

    with pytest.raises(Cancelled):
        laid(made(smooth(10, 10), (0.1, 0, 70, 0, -0.1, 50)), stop)
