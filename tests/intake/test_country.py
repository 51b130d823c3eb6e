from pathlib import Path

import numpy as np

from siteselect.geo.overlay import holding_polygon
from siteselect.intake.country import region_of
from siteselect.packs.catalogue import open_pack

TOY = Path(__file__).parents[1] / "packs" / "toy"


def test_the_polygons_of_the_pack_tell_the_country():
    region = region_of(open_pack(TOY))
    degrees = 1 / 111.3195  # kilometres along the equator
    assert region.country_at(60 * degrees, 0.0) == "AA"
    assert region.country_at(420 * degrees, 0.0) == "BB"
    assert region.country_at(-30.0, 0.0) is None
    assert region.countries["CC"] == "Gammaland"
    assert region.holds(2.0, 0.0)
    assert not region.holds(5.0, 0.0)


def test_a_shore_takes_in_what_lies_within_five_kilometres():
    region = region_of(open_pack(TOY))
    west = open_pack(TOY).layer("countries").total_bounds[0]
    assert region.country_at(west - 4 / 111.32, 0.0) == region.country_at(west + 0.01, 0.0)
    assert region.country_at(west - 6 / 111.32, 0.0) is None


def test_the_tree_answers_as_the_polygons_themselves_do():
    pack = open_pack("central-asia")
    region, random = region_of(pack), np.random.default_rng(7)
    for lon, lat in zip(random.uniform(46, 97, 60), random.uniform(34, 56, 60), strict=True):
        for layer, column in (("regions", "jurisdiction"), ("countries", "code")):
            frame = pack.layer(layer)
            row = holding_polygon([lon], [lat], frame.geometry.to_numpy(), 5.0).index[0]
            wanted = str(frame[column].iloc[row]) if row >= 0 else None
            wanted = wanted if wanted in pack.manifest.jurisdictions else None
            if wanted:
                break
        assert region.country_at(lon, lat) == wanted
