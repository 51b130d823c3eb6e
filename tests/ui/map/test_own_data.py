from dataclasses import replace

import numpy as np
import pytest

from siteselect.model.user_layer import Role
from siteselect.ui.map.own_data import own_data_of, window_of
from siteselect.ui.map.projection import to_scene
from tests.ui.map.own_made import own_layer
from tests.ui.map.small_pack import make_data


def test_points_lines_and_areas_are_told_apart_and_projected(tmp_path):
    layers = [own_layer(role, tmp_path) for role in (Role.SUBSTATIONS, Role.ROADS, Role.AVOIDED)]
    substations, roads, areas = (each.features for each in own_data_of(layers))
    x, y = to_scene(np.array([75.0]), np.array([50.0]))
    assert (substations.x[0], substations.y[0]) == pytest.approx((x[0], y[0]))
    assert [len(tier.shapes) for tier in roads.lines] == [1]
    assert len(areas.areas) == 1
    assert not len(areas.signs)
    assert roads.kinds == ("trunk",)


def test_hidden_and_missing_layers_are_not_drawn(tmp_path):
    layer = own_layer(Role.ROADS, tmp_path)
    assert own_data_of([replace(layer, visible=False), replace(layer, digest="0" * 64)]) == ()
    assert window_of(replace(layer, digest="0" * 64)) is None


def test_a_window_holds_the_whole_layer(tmp_path):
    left, top, right, foot = window_of(own_layer(Role.ROADS, tmp_path))
    x, y = to_scene(np.array([74.0, 76.0]), np.array([49.0, 49.0]))
    assert (left, right, top) == pytest.approx((x[0], x[1], y[0]))
    assert foot == top


def test_who_made_them_is_named_first(tmp_path):
    data = make_data().with_own([own_layer(Role.ROADS, tmp_path)])
    assert data.named_for(["countries"])[0] == "© OpenStreetMap contributors"
    hidden = make_data().with_own([own_layer(Role.ROADS, tmp_path, visible=False)])
    assert "© OpenStreetMap contributors" not in hidden.named_for(["countries"])
