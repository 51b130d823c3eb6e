import numpy as np

from siteselect.packs.catalogue import open_pack
from siteselect.scan.region import region_of
from siteselect.ui.finding.pixels import cell_table, cells_under, index_of, slots_of
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.projection import to_geographic, to_scene
from tests.ui.finding.made import found


def view(region, metres=4000.0, width=200, height=120):
    lon, lat = region.lon_lat(np.arange(len(region)))
    x, y = to_scene(lon, lat)
    return Extent(float(x.min()) - 9000, float(y.min()) - 9000, metres, width, height)


def test_each_pixel_finds_the_cell_under_its_middle():
    region = region_of(open_pack("central-asia"), 20.0)
    extent = view(region, 9000.0, 600, 420)
    cells = cells_under(region, cell_table(region), extent)
    table = cell_table(region)
    rows, columns = np.mgrid[0:420:7, 0:600:7]
    x = extent.left + (columns + 0.5) * extent.metres_per_pixel
    y = extent.top + (rows + 0.5) * extent.metres_per_pixel
    row, column = region.grid.places(*to_geographic(x, y))
    inside = (row >= 0) & (row < region.grid.height) & (column >= 0) & (column < region.grid.width)
    exact = np.where(inside, table[np.where(inside, row, 0).astype(int),
                                   np.where(inside, column, 0).astype(int)], -1)  # fmt: skip
    off = cells[rows, columns] != exact
    edge = np.minimum(np.minimum(row % 1, 1 - row % 1), np.minimum(column % 1, 1 - column % 1))
    assert off.mean() < 0.01
    assert (edge[off] < 0.02).all()  # only on the very edge of a cell


def test_slots_name_cells_in_play_closed_land_and_nothing():
    made = found()
    arrangement = made.surface.arrangement
    slots = slots_of(arrangement, len(made.region))
    assert (slots[arrangement.cells] == np.arange(len(arrangement.cells))).all()
    closed = arrangement.standing.codes == 2
    assert (slots[closed] == len(arrangement.cells)).all()


def test_patterns_lie_on_closed_and_on_unknown_land_and_stay_on_the_ground():
    made = found()
    region, arrangement = made.region, made.surface.arrangement
    extent = view(region)
    table = cell_table(region)
    slots = slots_of(arrangement, len(region))
    index = index_of(cells_under(region, table, extent), slots, arrangement, extent)
    count = len(arrangement.cells)
    assert (index == count).any()
    assert (index == count + 1).any()
    step = extent.metres_per_pixel
    moved = Extent(extent.left + 30 * step, extent.top, step, extent.width, extent.height)
    again = index_of(cells_under(region, table, moved), slots, arrangement, moved)
    assert (index[:, 30:] == again[:, :-30]).mean() > 0.999
