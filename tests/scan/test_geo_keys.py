import pytest
import shapely

from siteselect.errors import ExportError
from siteselect.geo.grid import grid_over
from siteselect.scan.geo_keys import geo_tags

LAEA = "+proj=laea +lat_0=45 +lon_0=72 +datum=WGS84 +units=m"


def tags(crs):
    grid = grid_over(crs, [shapely.box(70, 44, 74, 46)], 10)
    return grid, {each.number: each.values for each in geo_tags(grid)}


def keys(held):
    directory = held[34735]
    assert directory[:3] == (1, 1, 1)
    rows = [directory[at : at + 4] for at in range(4, len(directory), 4)]
    assert len(rows) == directory[3]
    assert rows == sorted(rows)
    return {row[0]: row for row in rows}


def test_an_azimuthal_grid_names_its_centre():
    grid, held = tags(LAEA)
    assert held[33550] == (10_000.0, 10_000.0, 0.0)
    assert held[33922] == (0.0, 0.0, 0.0, grid.left, grid.top, 0.0)
    found = keys(held)
    assert found[3075][3] == 10
    doubles = held[34736]
    assert doubles[found[3089][3]] == 45.0
    assert doubles[found[3088][3]] == 72.0
    assert found[2048][3] == 4326
    assert found[3076][3] == 9001


def test_a_cylindrical_grid_names_its_parallel():
    _, held = tags("+proj=cea +lat_ts=40 +lon_0=10 +datum=WGS84 +units=m")
    found = keys(held)
    assert found[3075][3] == 28
    assert held[34736][found[3078][3]] == 40.0
    assert held[34736][found[3080][3]] == 10.0


def test_a_grid_that_has_a_number_is_named_by_it():
    _, held = tags("EPSG:6933")
    assert keys(held)[3072][3] == 6933
    assert 34736 not in held


def test_text_counts_its_end():
    grid, _ = tags(LAEA)
    text = next(each for each in geo_tags(grid) if each.number == 34737)
    assert text.as_extra()[2] == len(text.values) + 1


def test_another_projection_is_refused():
    with pytest.raises(ExportError, match=r"\.parquet or \.zarr"):
        tags("+proj=sinu +datum=WGS84 +units=m")
