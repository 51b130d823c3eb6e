from datetime import date

import numpy as np
import pytest

from siteselect.packs.catalogue import open_pack
from siteselect.scan import shortlist
from siteselect.scan.region import region_of
from siteselect.scan.shortlist import as_sites, suggest
from tests.scan.made import scanned, toy

DAY = date(2021, 6, 2)


def test_cells_and_their_scores_may_be_a_selection():
    region = region_of(toy(), 10.0)
    cells = np.arange(100, 400, 3)
    scores = np.linspace(0, 1, len(cells)).astype(np.float32)
    found = suggest(region, cells, scores, 3, 30.0)
    assert found[0].cell == cells[-1]
    assert found[0].score == 1.0
    assert found[0].country == region.codes[region.country[cells[-1]]]


def test_fewer_are_found_where_there_is_no_room():
    region = region_of(toy(), 20.0)
    scores = np.ones(len(region), np.float32)
    assert len(suggest(region, None, scores, 50, 400.0)) < 4
    assert suggest(region, None, np.full(len(region), np.nan, np.float32), 5, 10.0) == ()
    assert suggest(region, np.empty(0, np.intp), np.empty(0, np.float32), 5, 10.0) == ()


def test_each_says_what_it_lies_near_and_where_it_comes_from():
    pack = open_pack("central-asia")
    region = region_of(pack, 50.0)
    scores = np.random.default_rng(2).random(len(region)).astype(np.float32)
    found = suggest(region, None, scores, 3, 100.0, pack)
    sites = as_sites(found, {found[0].title}, DAY, 50.0)
    assert sites[0].name == f"{found[0].title} (2)"
    assert sites[1].name == found[1].title == f"{found[1].near} {found[1].away}"
    assert sites[1].source == (
        f"Suggested by scan of 2021-06-02, cell 50 km, rank 2, score {100 * found[1].score:.1f}"
    )
    assert sites[2].country == found[2].country
    assert len({each.name for each in as_sites([*found, *found], (), DAY, 50.0)}) == 6


def test_without_places_a_site_is_called_by_its_point():
    region = scanned().region
    found = suggest(region, None, np.ones(len(region), np.float32), 1, 10.0)
    site = as_sites(found, (), DAY, 20.0)[0]
    assert site.name == f"{found[0].lat:.3f}, {found[0].lon:.3f}"


@pytest.mark.parametrize(
    ("east", "north", "wanted"),
    [(1, 0, "E"), (-1, 0, "W"), (0, 1, "N"), (0, -1, "S"), (1, 1, "NE"), (-1, -1, "SW")],
)
def test_directions(east, north, wanted):
    assert shortlist._bearing((70.0, 0.0), (70.0 + east, north)) == wanted
