from siteselect.ui.finding.found import Looking
from siteselect.ui.finding.panel_words import foot_words, looking_words
from tests.ui.finding.made import found, study


def test_how_far_and_how_long():
    assert looking_words(Looking(0.42, "Measuring")) == "Measuring · 42 %"
    assert looking_words(Looking(0.42, "Measuring", 100.0)) == (
        "Measuring · 42 % · about 2 minutes left"
    )


def test_the_foot_tells_cells_cost_and_what_no_layer_tells():
    told = foot_words(found(), study())
    assert "cells of 20 km · re-scored in 4 ms" in told
    assert "% open" in told
    assert "distance to a substation" in told
    assert told.endswith("Drop an OpenStreetMap extract to know more.")
