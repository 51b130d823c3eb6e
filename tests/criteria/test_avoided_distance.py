import numpy as np
import shapely

from siteselect.criteria import _places
from siteselect.geo.proximity import edges_of
from tests.criteria.toy import measured, site


def test_without_a_layer_it_is_unknown_and_says_what_to_drop():
    column = measured("avoided_distance", [site(90.0)])
    assert np.isnan(column.value[0])
    assert "drop one" in column.provenance[0].source


def test_in_an_area_it_is_nothing(monkeypatch):
    from tests.criteria.toy import toy

    near = site(90.0)
    area = shapely.box(near.lon - 0.1, near.lat - 0.1, near.lon + 0.1, near.lat + 0.1)
    monkeypatch.setattr(_places, "edges_in", lambda pack, layer: edges_of([area]))
    found = _places._nearest_areas(
        _places.places_of(measured_sites(near, site(120.0))), toy(), "avoided"
    )
    assert found.km[0] == 0.0
    assert np.isclose(found.km[1], 30.0 - 11.13, rtol=1e-2)


def measured_sites(*sites):
    from siteselect.model.sites import Sites

    return Sites(sites)
