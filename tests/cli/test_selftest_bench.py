import pytest

from siteselect.cli.selftest_bench import Bench, Failed, demand
from siteselect.project.file import sample_study


def test_what_does_not_hold_is_told_as_it_stands():
    demand(True, "never said")
    with pytest.raises(Failed, match="two and two are five"):
        demand(False, "two and two are five")


def test_the_bench_stands_on_the_shipped_sample_and_makes_each_thing_once(tmp_path):
    bench = Bench(tmp_path)
    assert bench.study == sample_study()
    assert bench.study is bench.study
    assert bench.sites.items == bench.study.candidates
    assert bench.pack.reference == bench.study.pack
