import numpy as np
import pytest
import shapely

from siteselect.model.sites import Site
from tests.criteria.toy import central_asia, measured, site
from tests.geo.vincenty import vincenty_km


def test_the_border_of_the_origin_by_hand():
    column = measured("xinjiang_distance", [site(90), site(220), site(410, country="BB")])
    assert column.value == pytest.approx([210.0, 80.0, 0.0], abs=0.01)
    assert column.provenance[0].note.startswith("to the border of Betaland")
    assert column.provenance[2].note == "within Betaland"


def test_it_is_measured_off_the_map_too():
    texas = Site("Texas", "US-TX", -97.00137, 30.65548, off_map=True)
    column = measured("xinjiang_distance", [texas], pack=central_asia())
    assert 10_000 < column.value[0] < 12_000


def test_five_distances_of_the_shipped_pack_against_vincenty():
    frame = central_asia().layer("regions")
    border = frame.geometry[frame["jurisdiction"] == "CN-XJ"].union_all()
    ring = shapely.get_coordinates(shapely.segmentize(border.boundary, 0.005))
    places = {
        "Almaty": (76.9115, 43.25249),
        "Bishkek": (74.59, 42.87),
        "Oskemen": (82.60586, 49.97143),
        "Naryn": (75.9957, 41.4283),
        "Taldykorgan": (78.37389, 45.01556),
    }
    sites = [
        Site(name, "KG" if name in {"Bishkek", "Naryn"} else "KZ", *at)
        for name, at in places.items()
    ]
    found = measured("xinjiang_distance", sites, pack=central_asia()).value
    for (lon, lat), km in zip(places.values(), found, strict=True):
        rough = np.hypot((ring[:, 0] - lon) * np.cos(np.radians(lat)), ring[:, 1] - lat)
        nearest = ring[np.argsort(rough)[:400]]
        true = min(vincenty_km(lon, lat, x, y) for x, y in nearest)
        assert km == pytest.approx(true, rel=5e-4)
