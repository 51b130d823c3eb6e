import json
import math

import pytest

from siteselect.errors import IntakeError
from siteselect.intake.own_layer import (
    flatgeobuf,
    kept,
    kv_of,
    role_that_fits,
    taken_of,
    voltage_column,
)
from siteselect.intake.vector import read_layer
from siteselect.model.user_layer import Role
from siteselect.packs.layer_room import held_layer
from siteselect.packs.own_layers import read_layer_file


@pytest.fixture
def grid(tmp_path):
    rows = [
        ({"name": "Юг", "voltage": "220000;110000"}, {"type": "Point", "coordinates": [70, 50]}),
        ({"name": "West", "voltage": ""}, {"type": "Point", "coordinates": [60, 45]}),
        ({"name": "way", "voltage": "35"},
         {"type": "LineString", "coordinates": [[1, 1], [2, 2]]}),
    ]  # fmt: skip
    features = [{"type": "Feature", "properties": told, "geometry": at} for told, at in rows]
    path = tmp_path / "grid.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return read_layer(path)


def test_a_role_takes_what_fits_it_and_a_voltage_is_read(grid):
    taken = taken_of(grid, "Grid", Role.SUBSTATIONS, "grid.geojson", voltage_column(grid))
    assert taken.names == ("Юг", "West")
    assert taken.kv[0] == 220
    assert math.isnan(taken.kv[1])
    assert len(taken_of(grid, "All", Role.OTHER, "grid.geojson")) == 3
    with pytest.raises(IntakeError, match="choose another role"):
        taken_of(grid, "Reserves", Role.AVOIDED, "grid.geojson")


def test_a_layer_is_kept_and_read_again_as_it_was(grid):
    taken = taken_of(grid, "Grid", Role.SUBSTATIONS, "grid.geojson", "voltage")
    layer = kept(taken, {"grid"})
    assert (layer.name, layer.features, layer.role) == ("grid_2", 2, Role.SUBSTATIONS)
    frame = read_layer_file(held_layer(layer))
    rows = dict(zip(frame["name"], frame.geometry, strict=True))
    assert (rows["Юг"].x, rows["Юг"].y) == (70, 50)
    assert flatgeobuf(taken) == flatgeobuf(taken)


def test_roles_are_guessed_from_columns(grid):
    assert role_that_fits(grid) is Role.OTHER  # it holds a line too
    assert kv_of(grid, "no such column").shape == (3,)
