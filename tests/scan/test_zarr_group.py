import numpy as np
import pytest

from siteselect.scan.scan import stretches
from siteselect.scan.stamp import stamp_of
from siteselect.scan.zarr_group import write_zarr
from tests.scan.made import made_study, scanned, toy

zarr = pytest.importorskip("zarr")


def test_arrays_lie_over_the_plane(tmp_path):
    held, study = scanned(), made_study()
    region, stamp = held.region, stamp_of(study, toy(), held.region)
    write_zarr(tmp_path / "s.zarr", region, stretches(held, study.scenario, at_once=1), stamp)
    group = zarr.open_group(str(tmp_path / "s.zarr"), mode="r")
    assert group.attrs["siteselect"] == stamp.as_dict()
    rows, columns = region.rows_columns_of(np.arange(len(region)))
    whole = next(iter(stretches(held, study.scenario)))
    score, standing = group["score"][:], group["standing"][:]
    np.testing.assert_array_equal(score[rows, columns], np.float32(100) * whole.scores)
    np.testing.assert_array_equal(standing[rows, columns], whole.standing)
    assert np.isfinite(score).sum() == np.isfinite(whole.scores).sum()
    grid = region.grid
    assert group["x"][0] == grid.left + grid.cell_m / 2
    assert group["y"][-1] == pytest.approx(grid.top - grid.cell_m * (grid.height - 0.5))
