from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from siteselect.criteria._way import way
from siteselect.model.money import Origin
from siteselect.model.sites import Site, Sites
from siteselect.packs.catalogue import open_pack
from tests.criteria.toy import BETA, DAY, EAST, GAMMA, WEST, central_asia, toy
from tests.packs.make_toy import at
from tests.packs.making import copy_of_toy, edit

HOME = Origin("Beta yard", *at(410, 0))


def ways(*sites, day=DAY, origin=None, pack=None):
    return way(Sites(sites), pack or toy(), day, origin)


def test_from_the_border_on_where_the_machines_stand_is_not_said():
    found = ways(WEST, EAST)
    assert found.value == pytest.approx([210, 80], abs=0.01)  # the crossing lies at 300 km
    assert "from the border on over Crossing C1" in found.provenance[0].note


def test_from_the_place_of_the_machines_over_the_crossing():
    found = ways(WEST, origin=HOME)
    assert found.value == pytest.approx([110 + 210], abs=0.01)
    assert "from Beta yard over Crossing C1" in found.provenance[0].note


def test_within_the_land_of_the_machines_no_border_is_crossed():
    assert ways(BETA, origin=HOME).value[0] == pytest.approx(0, abs=0.01)
    far = replace(BETA, lon=at(400, 0)[0])
    assert ways(far, origin=HOME).value[0] == pytest.approx(10, abs=0.01)
    assert ways(BETA).value[0] == 0.0


def test_beyond_the_region_and_without_a_crossing_the_way_is_unknown():
    found = ways(GAMMA, Site("Union", "UN", *at(90, 0)))
    assert np.isnan(found.value).all()
    assert found.provenance[0].source.startswith("Beyond the pack's region")
    assert found.provenance[1].source == (
        "No crossing between The Union and Betaland is known to be open on 2021-06-15."
    )


def test_a_closed_crossing_is_not_used_and_an_undated_one_is():
    north = Site("North", "AA", *at(290, 50))
    assert ways(north, day=date(2020, 6, 1)).value[0] == pytest.approx(10, abs=0.05)
    assert ways(north).value[0] == pytest.approx(np.hypot(10, 50), abs=0.1)
    almaty = Site("Almaty", "KZ", 76.95, 43.25)
    real = ways(almaty, pack=central_asia())
    assert "Khorgos" in real.provenance[0].note
    assert 250 < real.value[0] < 320


def test_a_pack_without_crossings_knows_no_way_over_the_border(tmp_path):
    folder = copy_of_toy(tmp_path)
    edit(folder / "pack.toml", "[layers.border_crossings]", "[layers.gates]")
    found = ways(WEST, pack=open_pack(folder))
    assert found.provenance[0].source.startswith("No crossing between Alphaland and Betaland")
