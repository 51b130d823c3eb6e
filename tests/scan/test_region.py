import numpy as np
import pytest

from siteselect.errors import PackError
from siteselect.geo.overlay import holding_polygon
from siteselect.packs.catalogue import open_pack
from siteselect.progress import Cancelled
from siteselect.scan.cache import Cache
from siteselect.scan.region import codes_of, places_in, region_of
from tests.scan.made import toy


def test_cells_cover_the_land_and_nothing_else():
    region = region_of(toy(), 10.0)
    assert region.codes == ("AA", "BB")
    area = len(region) * 100.0
    assert abs(area / (500.0 * 200.0) - 1.0) < 0.03
    lon, lat = region.lon_lat(np.arange(len(region)))
    frame = toy().layer("regions")
    held = holding_polygon(lon, lat, frame.geometry.to_numpy()).index
    assert (held >= 0).all()
    owner = frame["jurisdiction"].to_numpy()[held]
    assert (owner == np.array(region.codes)[region.country]).all()


def test_blocks_and_cells_tell_the_same_places():
    region = region_of(open_pack("central-asia"), 8.0)
    assert len(region.blocks) > 1
    for number in range(len(region.blocks)):
        cells = np.arange(len(region))[region.stretch(number)]
        rows, columns = region.rows_columns(number)
        again = region.rows_columns_of(cells)
        assert (rows == again[0]).all()
        assert (columns == again[1]).all()
        places = region.places(number)
        assert np.allclose(np.column_stack([places.lon, places.lat]),
                           np.column_stack(region.lon_lat(cells)))  # fmt: skip
        assert (places.country == region.country[cells]).all()


def test_each_cell_is_there_once():
    region = region_of(open_pack("central-asia"), 8.0)
    rows, columns = region.rows_columns_of(np.arange(len(region)))
    assert len(np.unique(rows * region.grid.width + columns)) == len(region)


def test_the_area_of_the_three_countries_is_right():
    region = region_of(open_pack("central-asia"), 8.0)
    area = {code: 64.0 * float((region.country == row).sum()) / 1e6
            for row, code in enumerate(region.codes)}  # fmt: skip
    assert abs(area["KZ"] - 2.72) < 0.05  # million km2, water bodies in it
    assert abs(area["KG"] - 0.20) < 0.01
    assert abs(area["CN-XJ"] - 1.64) < 0.05


def test_the_second_time_it_is_read_from_the_disk(tmp_path):
    first = region_of(toy(), 10.0, Cache(tmp_path))

    def stop(done, what):
        raise Cancelled

    second = region_of(toy(), 10.0, Cache(tmp_path), stop)
    assert (first.place == second.place).all()
    assert second.blocks == first.blocks
    with pytest.raises(Cancelled):
        region_of(toy(), 9.0, Cache(tmp_path), stop)


def test_kept_block_by_block_the_cells_are_the_same(tmp_path):
    """On a grid of several blocks, most of them without land."""
    pack = open_pack("central-asia")
    here, kept = region_of(pack, 6.0), region_of(pack, 6.0, Cache(tmp_path))
    assert len(here.blocks) > 3
    assert kept.blocks == here.blocks
    np.testing.assert_array_equal(kept.starts, here.starts)
    np.testing.assert_array_equal(kept.place, here.place)
    np.testing.assert_array_equal(kept.country, here.country)


def test_stopped_while_land_is_looked_for_nothing_is_left_behind(tmp_path):
    told = []

    def stop(done, what):
        told.append(what)
        if len(told) > 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        region_of(open_pack("central-asia"), 6.0, Cache(tmp_path), stop)
    assert told[0] == "Looking for land"
    assert list(tmp_path.iterdir()) == []


def test_places_are_those_of_the_grid():
    region = region_of(toy(), 50.0)
    place, country = region.held(0)
    found = places_in(region.grid, region.blocks[0], region.codes, place[:1], country[:1])
    row, column = region.grid.places(found.lon, found.lat)
    assert np.allclose([row % 1, column % 1], 0.5)


def test_a_pack_without_a_grid_is_refused(monkeypatch):
    import dataclasses

    pack = toy()
    monkeypatch.setattr(pack, "manifest", dataclasses.replace(pack.manifest, grid_crs=""))
    with pytest.raises(PackError, match="grid_crs"):
        region_of(pack, 10.0)


def test_the_jurisdictions_that_a_scan_reaches():
    assert codes_of(open_pack("central-asia")) == ("CN-XJ", "KG", "KZ")
