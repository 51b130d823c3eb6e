import threading

import pytest

from siteselect.model.study import Context
from siteselect.scan.engine import AHEAD, HereEngine
from siteselect.scan.region import region_of
from siteselect.scan.work import BlockWork, Ground
from tests.scan.made import DAY, toy


def made(km=1.5):
    region = region_of(toy(), km)
    ground = Ground(toy().path, toy().digest, (), region.grid, region.codes)
    wanted = (("station_distance", Context(DAY, 50.0)),)
    works = [BlockWork(number, block, *region.held(number), wanted)
             for number, block in enumerate(region.blocks)]  # fmt: skip
    return ground, works


@pytest.mark.parametrize("threads", [1, 2, None])
def test_every_block_is_done_once_whatever_the_threads(threads):
    ground, works = made()
    found = {each.number: each for each in HereEngine(toy(), threads).run(ground, works)}
    assert sorted(found) == [each.number for each in works]
    single = {each.number: each for each in HereEngine(toy(), 1).run(ground, works)}
    for number, each in found.items():
        value = each.stretches["station_distance"][0]
        assert (value == single[number].stretches["station_distance"][0]).all()


def test_only_a_few_blocks_are_taken_ahead():
    ground, works = made()
    taken = []

    def counted():
        for work in works * 20:
            taken.append(work.number)
            yield work

    flow = HereEngine(toy(), 2).run(ground, counted())
    next(flow)
    assert len(taken) <= 2 * AHEAD + 1
    flow.close()
    assert len(taken) < len(works) * 20
    assert not [each for each in threading.enumerate() if each.name.startswith("scan")]


def test_a_fault_on_a_block_comes_out():
    ground, works = made()
    broken = [BlockWork(0, works[0].block, works[0].place, works[0].country, (("moon", None),))]
    with pytest.raises(KeyError):
        list(HereEngine(toy(), 2).run(ground, broken))
