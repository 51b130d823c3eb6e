import pickle
from dataclasses import replace

import numpy as np
import pytest
import shapely

from siteselect.errors import PackError
from siteselect.model.study import Context
from siteselect.model.user_layer import Role
from siteselect.scan.work import BlockWork, Ground, measure_block
from tests.export.layers import layer_of
from tests.scan.made import DAY, scanned, toy


def made(digest=None):
    region = scanned().region
    ground = Ground(toy().path, digest or toy().digest, (), region.grid, region.codes)
    context = Context(DAY, 50.0)
    wanted = (("station_distance", context), ("power_price", context))
    return ground, BlockWork(0, region.blocks[0], *region.held(0), wanted)


def travelled(value):
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes


def test_work_travels_and_gives_the_same():
    ground, work = made()
    here = measure_block(ground, work, toy())
    there = travelled(measure_block(*travelled((ground, work))))
    assert there.number == here.number
    for key, ends in here.stretches.items():
        for mine, other in zip(ends, there.stretches[key], strict=True):
            assert (mine is None) == (other is None)
            if mine is not None:
                np.testing.assert_array_equal(mine, other)


def test_intervals_travel_only_where_there_are_any():
    done = measure_block(*made(), toy())
    value, low, high = done.stretches["station_distance"]
    assert value.dtype == np.float32
    assert low is None
    assert high is None
    assert done.stretches["power_price"][1] is not None


def test_another_pack_on_the_other_machine_is_refused():
    with pytest.raises(PackError, match="not the same"):
        measure_block(*made(digest="0" * 64))


def test_a_layer_that_is_not_on_the_other_machine_is_told_and_not_left_out(tmp_path):
    layer = layer_of(tmp_path, "grid", Role.SUBSTATIONS, [shapely.Point(0.5, 0.2)], kv=[110.0])
    there = replace(layer, digest="e" * 64)
    region = scanned().region
    ground = Ground(toy().path, toy().digest, (), region.grid, region.codes, (there,))
    wanted = (("substation_distance", Context(DAY)),)
    work = BlockWork(0, region.blocks[0], *region.held(0), wanted)
    with pytest.raises(PackError, match="The layer Grid is not on the machine"):
        measure_block(ground, work)
