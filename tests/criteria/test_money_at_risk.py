import pytest

from tests.criteria.toy import BETA
from tests.criteria.toy_money import judged


def test_half_of_the_machines_where_mining_is_banned():
    assert judged("money_at_risk", [BETA]).value == pytest.approx([0.5])
