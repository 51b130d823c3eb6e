from dataclasses import replace

import numpy as np

from siteselect.export._drawn_layers import (
    AREAS,
    LINES,
    POINTS,
    credit_of,
    drawn_layers,
    origin_of,
)
from tests.export.layers import made_layers, report_with_layers
from tests.export.making import made_report


def test_layers_are_drawn_in_their_order_with_what_is_known_of_them(tmp_path):
    drawn = drawn_layers(report_with_layers(tmp_path))
    assert [each.layer.name for each in drawn] == ["avoided", "roads", "rail", "lines", "stations"]
    stations = drawn[-1]
    assert stations.dimension.tolist() == [POINTS, POINTS]  # the area stands at its middle
    high = stations.names.index("High & far")
    assert np.allclose([stations.shapes[high].x, stations.shapes[high].y], [1.01, 0.11])
    assert sorted(stations.names) == ["High & far", "Low"]
    assert drawn[0].rows(AREAS).tolist() == [0]
    assert drawn[1].rows(LINES).tolist() == [0, 1]
    assert drawn[1].colour == "#9A5B2E"


def test_what_is_hidden_or_not_here_is_left_out(tmp_path):
    def change(layers):
        hidden = replace(layers[1], visible=False)
        return (hidden, replace(layers[2], digest="f" * 64), layers[3])

    assert [each.layer.name for each in drawn_layers(report_with_layers(tmp_path, change))] == [
        "lines"
    ]
    assert drawn_layers(made_report()) == ()


def test_who_must_be_named_is_named_with_the_licence(tmp_path):
    layers = made_layers(tmp_path)
    assert credit_of(layers[1]) == "© OpenStreetMap contributors (ODbL 1.0)"
    assert credit_of(layers[0]) == "own.kml"
    assert origin_of(layers[1]) == (
        "© OpenStreetMap contributors (ODbL 1.0), grid.osm.pbf, 2026-11-01"
    )
