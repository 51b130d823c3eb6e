import numpy as np
import pytest

from siteselect.criteria._places import (
    beyond,
    distance_to_edges,
    distance_to_points,
    regions_of,
)
from siteselect.model.sites import Site, Sites
from tests.criteria.toy import SITES, central_asia, site, toy


def test_regions_of_the_own_country_hold_the_sites():
    assert regions_of(SITES, toy()) == ("AA-W", "AA-E", "BB-1", "")


def test_a_region_of_another_country_never_holds_a_site():
    assert regions_of(Sites((site(410, country="AA"),)), toy()) == ("",)


def test_a_town_just_outside_a_simplified_border_is_taken_in():
    sites = Sites((site(310, country="AA"), site(330, country="AA")))
    assert regions_of(sites, toy()) == ("AA-E", "")


def test_every_candidate_of_the_shipped_pack_lies_in_a_region():
    rows = central_asia().table("candidates")
    sites = Sites(
        tuple(
            Site(row["name"], row["jurisdiction"], float(row["lon"]), float(row["lat"]))
            for row in rows
        )
    )
    found = dict(zip(sites.names, regions_of(sites, central_asia()), strict=True))
    assert "" not in found.values()
    assert found["Kostanay"] == "KZ-KUS"
    assert found["Ekibastuz"] == "KZ-PAV"
    assert found["Almaty"] == "KZ-ALA"
    assert found["Hami"] == "CN-XJ"


def test_sites_off_the_map_or_outside_its_bounds_are_beyond():
    sites = Sites((*SITES.items, site(0, 500)))
    assert beyond(sites, toy()).tolist() == [False, False, False, True, True]


def test_geometry_is_looked_at_once():
    assert regions_of(SITES, toy()) is regions_of(SITES, toy())
    assert beyond(SITES, toy()) is beyond(SITES, toy())


def test_only_large_enough_points_count():
    column = distance_to_points(SITES, toy(), "places", ("population", 90_000.0))
    assert column.value[2] == pytest.approx(330.0, abs=0.01)  # Beta to Alpha City


def test_a_layer_without_points_large_enough_is_unknown():
    column = distance_to_points(SITES, toy(), "places", ("population", 1e9))
    assert np.isnan(column.value).all()
    assert "holds nothing to measure to" in column.provenance[0].source


def test_edges_of_a_layer_that_is_there():
    column = distance_to_edges(SITES, toy(), "disputed", "border")
    assert column.value[1] == pytest.approx(np.hypot(80, 60), rel=1e-3)
    assert np.isnan(column.value[3])


def test_a_layer_that_is_not_there_says_how_to_bring_it():
    column = distance_to_edges(SITES, toy(), "roads", "road")
    assert np.isnan(column.value).all()
    assert column.provenance[0].source == (
        "No road layer in the pack: drop an OpenStreetMap extract or any own layer to know it."
    )
