import os
import signal
import sys
import warnings

import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.model.study import Context
from siteselect.scan import cluster
from siteselect.scan.cache import Cache
from siteselect.scan.cluster import ClusterEngine
from siteselect.scan.columns import measured
from siteselect.scan.engine import HereEngine
from siteselect.scan.region import region_of
from tests.scan.made import DAY, toy

pytestmark = pytest.mark.filterwarnings("ignore")  # dask's own, of its event loops at the end
KEYS = ("station_distance", "capacity_150km", "power_price")


@pytest.fixture(scope="module")
def local():
    distributed = pytest.importorskip("distributed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0",
            host="127.0.0.1", silence_logs=50,
        ) as made:  # fmt: skip
            yield made


def run(engine, folder, km=1.0, progress=None):
    region = region_of(toy(), km)
    rest = {"progress": progress} if progress else {}
    found = measured(region, toy(), KEYS, Context(DAY, 50.0), engine, Cache(folder), **rest)
    return region, found


def test_a_cluster_gives_the_same_numbers(local, tmp_path):
    engine = ClusterEngine(local.scheduler_address)
    try:
        _, there = run(engine, tmp_path / "there")
    finally:
        engine.close()
    _, here = run(HereEngine(toy(), 2), tmp_path / "here")
    for key in KEYS:
        for end in ("value", "low", "high"):
            mine, other = (getattr(each.columns[key], end) for each in (here, there))
            np.testing.assert_array_equal(mine, other)


def test_a_lost_worker_costs_time_and_no_cells(local, tmp_path):
    """End one worker process by its number while the scan runs."""
    engine = ClusterEngine(local.scheduler_address)
    ended = []

    def end_one(done, what):
        if not ended:
            victim = next(iter(local.workers.values())).process.pid
            os.kill(victim, signal.SIGKILL)
            ended.append(done)

    try:
        _, there = run(engine, tmp_path / "there", 0.5, end_one)
    finally:
        engine.close()
    assert ended
    assert ended[0] < 0.8  # there was work left to lose
    _, here = run(HereEngine(toy(), 2), tmp_path / "here", 0.5)
    for key in KEYS:
        np.testing.assert_array_equal(here.columns[key].value, there.columns[key].value)


def test_without_a_scheduler_a_sentence_says_so(monkeypatch):
    monkeypatch.setattr(cluster, "WAITING", 0.5)
    with pytest.raises(StudyError, match=r"No scheduler answers at tcp://127\.0\.0\.1:9"):
        ClusterEngine("tcp://127.0.0.1:9")


@pytest.mark.parametrize("address", ["nonsense://x", "tcp://"])
def test_an_address_that_is_none_is_refused(monkeypatch, address):
    monkeypatch.setattr(cluster, "WAITING", 0.5)
    with pytest.raises(StudyError, match="No scheduler answers"):
        ClusterEngine(address)


def test_without_dask_a_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(StudyError, match=r"\[cluster\]"):
        ClusterEngine("tcp://127.0.0.1:9")
