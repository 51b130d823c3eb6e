import json

import numpy as np
import pytest

from siteselect.scan.parquet import write_parquet
from siteselect.scan.scan import stretches
from siteselect.scan.stamp import stamp_of
from tests.scan.made import made_study, scanned, toy

parquet = pytest.importorskip("pyarrow.parquet")


def test_a_row_for_every_cell(tmp_path):
    held, study = scanned(), made_study()
    stamp = stamp_of(study, toy(), held.region)
    write_parquet(tmp_path / "s.parquet", held, stretches(held, study.scenario, at_once=1), stamp)
    table = parquet.read_table(tmp_path / "s.parquet")
    assert table.num_rows == len(held.region)
    assert json.loads(table.schema.metadata[b"siteselect"]) == stamp.as_dict()
    lon, lat = held.region.lon_lat(np.arange(len(held.region)))
    assert np.allclose(table["lon"], lon)
    assert np.allclose(table["lat"], lat)
    whole = next(iter(stretches(held, study.scenario)))
    scores = table["score"].to_numpy()
    np.testing.assert_array_equal(scores, np.float32(100) * whole.scores)
    words = np.array(["open", "unknown", "closed", "not asked for"])
    assert (table["standing"].to_numpy() == words[whole.standing]).all()
    assert (table["country"].to_numpy() == np.array(held.region.codes)[held.region.country]).all()
    near = held.measured.columns["station_distance"].value
    np.testing.assert_array_equal(table["station_distance"].to_numpy(), near)
    price = held.measured.columns["power_price"].value
    assert table["power_price"].null_count == int(np.isnan(price).sum())
