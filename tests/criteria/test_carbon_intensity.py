from tests.criteria.toy import measured


def test_the_toy_by_hand():
    column = measured("carbon_intensity")
    assert column.value[:3].tolist() == [500.0, 500.0, 300.0]
    assert column.provenance[2].observed == "2019-06"
    assert column.provenance[2].badge == "observed 2019"
