from dataclasses import replace
from datetime import date

import numpy as np
import pytest
import shapely

from siteselect.errors import StudyError
from siteselect.model.own_fact import FactTable, OwnFact
from siteselect.model.study import Context
from siteselect.model.user_layer import Role
from siteselect.model.user_measure import UserMeasure
from siteselect.packs.catalogue import open_pack
from siteselect.progress import Cancelled
from siteselect.project.build import MatrixBuilder
from siteselect.scan.cache import Cache
from siteselect.scan.columns import measured
from siteselect.scan.engine import HereEngine
from siteselect.scan.region import region_of
from siteselect.scan.scan import needed
from tests.criteria.toy_money import money
from tests.packs.test_own_layers import layer_of
from tests.scan.made import DAY, all_measures, made_study, sites_at, toy


def shipped():
    return open_pack("central-asia")


@pytest.mark.parametrize(("pack", "km"), [(toy, 25.0), (shipped, 120.0)])
@pytest.mark.parametrize("day", [date(2021, 6, 2), date(2024, 3, 1)])
def test_a_cell_is_measured_as_a_site_at_the_same_point(pack, km, day, tmp_path):
    held = pack()
    region = region_of(held, km)
    study = all_measures().with_day(day)
    found = measured(
        region, held, needed(study.scenario), study.context, HereEngine(held, 2), Cache(tmp_path)
    )
    cells = np.arange(len(region))
    matrix = MatrixBuilder(held).build(replace(study, candidates=sites_at(region, cells)))
    for info, column in zip(matrix.infos, matrix.columns, strict=True):
        mine = found.columns[info.key]
        for end in ("value", "low", "high"):
            theirs = getattr(column, end).astype(np.float32)
            np.testing.assert_allclose(getattr(mine, end), theirs, rtol=3e-7, err_msg=info.key)


def run(cache, keys=("station_distance", "power_price"), day=DAY, facts=(), progress=None, own=()):
    region = region_of(toy(), 25.0)
    context = Context(day, 50.0)
    rest = {"progress": progress} if progress else {}
    engine = HereEngine(toy(), 1)
    return measured(region, toy(), keys, context, engine, cache, facts=facts, own=own, **rest)


def test_the_second_time_nothing_is_measured(tmp_path):
    first = run(Cache(tmp_path))
    second = run(Cache(tmp_path))
    assert (first.fresh, second.fresh) == (2, 0)
    for key, column in first.columns.items():
        np.testing.assert_array_equal(column.value, second.columns[key].value)
        np.testing.assert_array_equal(column.low, second.columns[key].low)


def test_another_day_measures_only_what_reads_the_day(tmp_path):
    keys = ("airport_distance", "power_price", "july_temperature")
    run(Cache(tmp_path), keys)
    assert run(Cache(tmp_path), keys, day=date(2023, 1, 1)).fresh == 1


def test_own_facts_measure_anew_what_reads_their_table(tmp_path):
    keys = ("airport_distance", "power_price")
    run(Cache(tmp_path), keys)
    row = toy().table("tariffs")[0]
    fact = OwnFact(FactTable.TARIFFS, (("id", row["id"]), ("price", "9.99")))
    assert run(Cache(tmp_path), keys, facts=(fact,)).fresh == 1


def test_a_cancelled_scan_leaves_nothing_behind(tmp_path):
    def stop(done, what):
        raise Cancelled

    with pytest.raises(Cancelled):
        run(Cache(tmp_path), progress=stop)
    assert list(tmp_path.iterdir()) == []
    assert run(Cache(tmp_path)).fresh == 2


def test_a_full_disk_costs_the_keeping_and_not_the_scan(tmp_path, monkeypatch):
    from siteselect.scan import cache

    right = run(Cache(tmp_path / "whole"))

    def full(self, name, start, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cache.Writing, "_write", full)
    found = run(Cache(tmp_path / "full"))
    assert "No space left" in found.remarks[0]
    for key, column in right.columns.items():
        np.testing.assert_array_equal(found.columns[key].value, column.value)
        np.testing.assert_array_equal(found.columns[key].low, column.low)
    monkeypatch.undo()
    assert run(Cache(tmp_path / "full")).fresh == 2


def test_a_damaged_entry_is_measured_anew(tmp_path):
    whole = {key: np.array(each.value) for key, each in run(Cache(tmp_path)).columns.items()}
    for entry in tmp_path.glob("*/value.npy"):
        data = bytearray(entry.read_bytes())
        data[-3] ^= 0xFF
        entry.write_bytes(bytes(data))
    found = run(Cache(tmp_path))
    assert found.fresh == 2
    for key, value in whole.items():
        np.testing.assert_array_equal(found.columns[key].value, value)


def test_an_expression_of_the_users_is_computed_from_its_measures(tmp_path):
    own = (
        UserMeasure("double", "Double", expression="2 * station_distance"),
        UserMeasure("more", "More", expression="double + power_price"),
        UserMeasure("noise", "Noise", typed=(("Somewhere", 3.0),)),
    )
    found = run(Cache(tmp_path), ("more", "noise", "station_distance"), own=own)
    base = run(Cache(tmp_path))
    price = base.columns["power_price"]
    near = 2.0 * base.columns["station_distance"].value
    np.testing.assert_allclose(found.columns["more"].value, near + price.value, rtol=1e-6)
    np.testing.assert_allclose(found.columns["more"].low, near + price.low, rtol=1e-6)
    assert np.isnan(found.columns["noise"].value).all()
    assert set(found.columns) == {"more", "noise", "station_distance"}
    entries = {each.name for each in tmp_path.iterdir()}
    again = run(Cache(tmp_path), ("more",), own=own)
    np.testing.assert_array_equal(again.columns["more"].value, found.columns["more"].value)
    assert {each.name for each in tmp_path.iterdir()} == entries  # the second time it is read
    other = (replace(own[0], expression="3 * station_distance"), own[1])
    changed = run(Cache(tmp_path), ("more",), own=other).columns["more"].value
    np.testing.assert_allclose(changed, 1.5 * near + price.value, rtol=1e-6)


def test_a_measure_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(StudyError, match="no measure called moonlight"):
        run(Cache(tmp_path), ("moonlight",))


def test_progress_ends_at_the_whole(tmp_path):
    told = []
    run(Cache(tmp_path), progress=lambda done, what: told.append(done))
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_only_what_is_switched_on_is_needed():
    study = made_study()
    keys = needed(study.scenario)
    assert "npv" not in keys
    assert "legal_status" in keys


def test_a_substation_of_the_user_makes_the_cells_of_money_anew(tmp_path):
    region, cache = region_of(toy(), 25.0), Cache(tmp_path / "cells")
    context = Context(DAY, 3.0, money())

    def capital(layers):
        engine = HereEngine(toy(), 1)
        return measured(region, toy(), ("capital_needed",), context, engine, cache, layers=layers)

    middle = shapely.Point(*(float(each[0]) for each in region.lon_lat(np.array([0]))))
    station = layer_of([middle], Role.SUBSTATIONS, tmp_path, kv=[110.0])
    before, after = capital(()), capital((station,))
    assert (before.fresh, after.fresh, capital(()).fresh) == (1, 1, 0)
    without, beside = (each.columns["capital_needed"].value for each in (before, after))
    assert np.isfinite(beside).sum() > 0
    assert not np.array_equal(without, beside, equal_nan=True)
