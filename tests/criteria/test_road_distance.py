import numpy as np

from tests.criteria.toy import central_asia, measured


def test_it_is_unknown_until_a_layer_is_given():
    for pack in (None, central_asia()):
        column = measured("road_distance", pack=pack)
        assert np.isnan(column.value).all()
        assert all(
            where.source.startswith("No road layer in the pack") for where in column.provenance
        )
