from siteselect.criteria import MEASURES
from tests.criteria.toy import measured


def test_the_toy_by_hand():
    assert measured("rule_of_law").value[:3].tolist() == [1.0, 1.0, -1.0]


def test_the_anchors_are_the_ends_of_the_scale():
    value = MEASURES["rule_of_law"].value
    assert (value.worst, value.best) == (-2.5, 2.5)
