import numpy as np
import shapely

from siteselect.criteria._supply import Supply
from siteselect.model.sites import Sites
from siteselect.model.user_layer import Role
from siteselect.packs.own_layers import lay_layers_over
from tests.criteria.toy import WEST, toy
from tests.export.layers import layer_of

SITES = Sites((WEST,))


def supplied(folder, steps, volts):
    shapes = [shapely.Point(WEST.lon, WEST.lat + step) for step in steps]
    layer = layer_of(folder, "grid", Role.SUBSTATIONS, shapes, kv=volts)
    return Supply(SITES, lay_layers_over(toy(), (layer,)))


def test_without_a_layer_nothing_is_known():
    supply = Supply(SITES, toy())
    assert np.isnan(supply.voltage).all()
    assert np.isnan(supply.of_at_least(110.0)).all()
    assert len(Supply(Sites(()), toy()).voltage) == 0


def test_the_nearest_and_the_nearest_that_is_high_enough(tmp_path):
    supply = supplied(tmp_path, (0.1, 0.2, 0.4), (10.0, 110.0, 500.0))
    assert supply.voltage.tolist() == [10.0]
    km, kv = supply.of_at_least(35.0)
    assert kv.tolist() == [110.0]
    assert 21.5 < km[0] < 22.5
    assert supply.of_at_least(220.0)[1].tolist() == [500.0]
    assert np.isnan(supply.of_at_least(750.0)).all()


def test_a_voltage_that_nobody_says_is_never_high_enough(tmp_path):
    supply = supplied(tmp_path, (0.1, 0.2), (0.0, float("nan")))
    assert np.isnan(supply.voltage).all()
    assert np.isnan(supply.of_at_least(10.0)).all()


def test_sites_off_the_map_are_left_alone(tmp_path):
    from dataclasses import replace

    shapes = [shapely.Point(WEST.lon, WEST.lat + 0.1)]
    layer = layer_of(tmp_path, "grid", Role.SUBSTATIONS, shapes, kv=[110.0])
    far = Sites((replace(WEST, off_map=True),))
    assert np.isnan(Supply(far, lay_layers_over(toy(), (layer,))).of_at_least(10.0)).all()
