from dataclasses import replace

import numpy as np
import pytest
import shapely

from siteselect.errors import StudyError
from siteselect.model.gate import Gate
from siteselect.model.user_layer import Role
from siteselect.scan.cache import Cache
from siteselect.scan.engine import HereEngine
from siteselect.scan.scan import Scanned, check_chosen, scan, stretches
from siteselect.scan.standing import CLOSED, OPEN, UNKNOWN
from siteselect.scan.surface import arrange, score
from siteselect.scan.values import Valued
from tests.export.layers import layer_of
from tests.scan.made import made_study, scanned, toy


@pytest.mark.parametrize("at_once", [1, 30_000, 1 << 22])
def test_stretches_are_the_surface_to_the_last_bit(tmp_path, at_once):
    study = made_study(gates=(Gate("load_cover", at_least=1.0),))
    held = scan(study, toy(), 1.5, HereEngine(toy(), 2), Cache(tmp_path))
    assert len(held.region.blocks) >= 2
    surface = score(
        arrange(held.region, Valued(held.measured.columns), study.scenario), study.scenario
    )
    whole = np.full(len(held.region), np.nan, np.float32)
    whole[surface.arrangement.cells] = surface.scores
    found = list(stretches(held, study.scenario, at_once=at_once))
    np.testing.assert_array_equal(np.concatenate([each.scores for each in found]), whole)
    codes = np.concatenate([each.standing for each in found])
    np.testing.assert_array_equal(codes, surface.arrangement.standing.codes)
    assert (np.isfinite(whole) == np.isin(codes, (OPEN, UNKNOWN))).all()
    assert found[0].first == 0
    assert found[-1].after == len(held.region.blocks)


def test_a_method_that_compares_is_refused_before_anything_is_measured(tmp_path):
    with pytest.raises(StudyError, match="compares"):
        scan(made_study(method="topsis"), toy(), 20.0, HereEngine(toy(), 1), Cache(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_country_that_the_scan_does_not_reach_is_refused():
    with pytest.raises(StudyError, match=r"does not reach ZZ. It reaches: AA, BB"):
        check_chosen(scanned().region, {"AA", "ZZ"})
    check_chosen(scanned().region, None)


def test_progress_is_told_for_every_stretch():
    told = []
    held = scanned()
    assert isinstance(held, Scanned)
    for _ in stretches(held, made_study().scenario, None, lambda done, what: told.append(done), 1):
        pass
    assert told[-1] == 1.0


def test_polygons_of_the_user_close_the_cells_in_them(tmp_path):
    """A kilometre from them is demanded; without the layer nothing would be known."""
    polygon = shapely.box(0.2, -0.5, 1.2, 0.4)
    layer = layer_of(tmp_path, "reserve", Role.AVOIDED, [polygon])
    gates = (Gate("avoided_distance", at_least=1.0),)
    plain = made_study(gates=gates)
    study = replace(plain, layers=(layer,))
    engine = HereEngine(toy(), 1)
    bare = next(stretches(scan(plain, toy(), 10.0, engine, Cache(tmp_path)), plain.scenario))
    assert (bare.standing == UNKNOWN).all()
    held = scan(study, toy(), 10.0, engine, Cache(tmp_path))
    lon, lat = held.region.lon_lat(np.arange(len(held.region)))
    inside = shapely.contains_xy(polygon, lon, lat)
    standing = next(stretches(held, study.scenario)).standing
    assert inside.sum() > 20
    assert (standing[inside] == CLOSED).all()
    far = ~shapely.contains_xy(polygon.buffer(0.05), lon, lat)  # five kilometres and more
    assert (standing[far] == OPEN).all()
