"""Each check must be able to fail: here the leaf under it is broken on purpose."""

from dataclasses import replace

import numpy as np
import pytest

from siteselect.cli import selftest_leaves as leaves
from siteselect.cli.selftest_bench import Bench, Failed
from siteselect.criteria import MEASURES
from siteselect.export import EXPORTERS
from siteselect.mcda.methods import METHODS
from siteselect.model.decision_matrix import Column, Provenance


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    return Bench(tmp_path_factory.mktemp("bench"))


def check(checks, title):
    return next(each for each in checks if each.title == title)


def test_the_main_job_tells_how_many_sites_are_ranked(bench):
    told = check(leaves.main_job(), "Sample opened, measured and ranked").run(bench)
    assert told.startswith(f"{len(bench.study.candidates)} sites, ")


def test_a_measure_that_gives_too_few_values_fails(bench, monkeypatch):
    short = Column(np.array([1.0]), (Provenance("somewhere"),))
    broken = replace(MEASURES["elevation"], measure=lambda *_: short)
    monkeypatch.setitem(MEASURES, "elevation", broken)
    with pytest.raises(Failed, match="1 values for"):
        check(leaves.measures(), "Measure elevation").run(bench)


def test_a_measure_that_gives_no_reason_fails(bench, monkeypatch):
    count = len(bench.study.candidates)
    silent = Column(np.full(count, np.nan), (Provenance(""),) * count)
    broken = replace(MEASURES["elevation"], measure=lambda *_: silent)
    monkeypatch.setitem(MEASURES, "elevation", broken)
    with pytest.raises(Failed, match="no reason"):
        check(leaves.measures(), "Measure elevation").run(bench)


def test_a_method_that_prefers_the_worse_site_fails(bench, monkeypatch):
    broken = replace(METHODS["topsis"], score=lambda values, _: 1 - values.mean(axis=1))
    monkeypatch.setitem(METHODS, "topsis", broken)
    with pytest.raises(Failed, match="dominance"):
        check(leaves.methods(), "Method topsis").run(bench)


def test_an_exporter_that_leaves_a_site_out_fails(bench, monkeypatch):
    whole = EXPORTERS["json_list"].make
    broken = replace(
        EXPORTERS["json_list"], make=lambda report: whole(replace(report, rows=report.rows[1:]))
    )
    monkeypatch.setitem(EXPORTERS, "json_list", broken)
    with pytest.raises(Failed, match="lacks"):
        check(leaves.exporters(), "Exporter json_list").run(bench)
