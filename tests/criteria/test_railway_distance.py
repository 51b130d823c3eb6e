import numpy as np

from tests.criteria.toy import central_asia, measured


def test_it_is_unknown_until_a_layer_is_given():
    for pack in (None, central_asia()):
        column = measured("railway_distance", pack=pack)
        assert np.isnan(column.value).all()
        assert all(
            where.source.startswith("No railway layer in the pack") for where in column.provenance
        )
