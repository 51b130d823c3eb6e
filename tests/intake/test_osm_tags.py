import math

import pytest

from siteselect.intake.osm_tags import are_of_osm, role_of, voltage_kv
from siteselect.model.user_layer import Role


@pytest.mark.parametrize(
    ("text", "kv"),
    [("220000", 220), ("220000;110000", 220), ("35000;10000", 35), ("110 kV", 110), ("10,5", 10.5)],
)
def test_the_highest_voltage_is_told_in_kv(text, kv):
    assert voltage_kv(text) == kv


@pytest.mark.parametrize("text", ["", "high", "0", "medium;low"])
def test_no_number_is_unknown(text):
    assert math.isnan(voltage_kv(text))


@pytest.mark.parametrize(
    ("tags", "dimension", "role"),
    [
        ({"power": "substation"}, 0, (Role.SUBSTATIONS, "")),
        ({"power": "substation"}, 2, (Role.SUBSTATIONS, "")),
        ({"power": "substation"}, 1, None),
        ({"power": "line"}, 1, (Role.POWER_LINES, "line")),
        ({"power": "tower"}, 0, None),
        ({"highway": "motorway_link"}, 1, (Role.ROADS, "motorway")),
        ({"highway": "footway"}, 1, None),
        ({"railway": "narrow_gauge"}, 1, (Role.RAILWAYS, "narrow_gauge")),
        ({"railway": "tram"}, 1, None),
        ({"highway": "trunk"}, 0, None),
    ],
)
def test_roles_follow_tags_and_shape(tags, dimension, role):
    assert role_of(tags, dimension) == role


def test_columns_tell_openstreetmap():
    assert are_of_osm(["@id", "power"])
    assert not are_of_osm(["id", "power"])
    assert not are_of_osm(["osm_id", "name"])
