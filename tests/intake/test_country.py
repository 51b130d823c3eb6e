from pathlib import Path

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
