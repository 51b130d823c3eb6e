import json

import numpy as np
import pytest
import tifffile

from siteselect.scan.geotiff import write_geotiff
from siteselect.scan.region import region_of
from siteselect.scan.scan import Scanned, stretches
from siteselect.scan.stamp import stamp_of
from siteselect.scan.standing import OUTSIDE
from tests.scan.made import made_study, scanned, toy


@pytest.mark.parametrize("at_once", [1, 1 << 22])
def test_what_is_written_is_read_by_another_reader(tmp_path, at_once):
    held, study = scanned(), made_study()
    stamp = stamp_of(study, toy(), held.region)
    write_geotiff(tmp_path / "s.tif", held.region,
                  stretches(held, study.scenario, at_once=at_once), stamp)  # fmt: skip
    with tifffile.TiffFile(tmp_path / "s.tif") as file:
        page = file.pages[0]
        image = page.asarray()
        assert json.loads(page.description) == stamp.as_dict()
        assert page.tags[42113].value == "nan"
        assert "score, 0 to 100" in page.tags[42112].value
        assert page.tags[33922].value[3:5] == (held.region.grid.left, held.region.grid.top)
        assert page.geotiff_tags["ProjCoordTransGeoKey"] == 10
    rows, columns = held.region.rows_columns_of(np.arange(len(held.region)))
    whole = next(iter(stretches(held, study.scenario)))
    np.testing.assert_array_equal(image[rows, columns, 0], np.float32(100) * whole.scores)
    np.testing.assert_array_equal(image[rows, columns, 1], whole.standing)
    outside = np.ones(image.shape[:2], bool)
    outside[rows, columns] = False
    assert np.isnan(image[..., 0][outside]).all()
    assert (image[..., 1][outside] == OUTSIDE).all()


def test_blocks_without_land_are_empty_tiles(tmp_path):
    region = region_of(toy(), 1.5)
    held = Scanned(region, scanned(1.5).measured)
    study = made_study()
    write_geotiff(tmp_path / "s.tif", region, stretches(held, study.scenario),
                  stamp_of(study, toy(), region))  # fmt: skip
    image = tifffile.imread(tmp_path / "s.tif")
    assert image.shape == (region.grid.height, region.grid.width, 2)
    assert np.isfinite(image[..., 0]).sum() == np.isin(image[..., 1], (0, 1)).sum()
