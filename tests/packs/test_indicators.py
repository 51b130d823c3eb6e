from datetime import date

import pytest

from siteselect.packs.indicators import indicator_near
from tests.packs.making import make_facts

FACTS = make_facts(
    parents={"CN-XJ": "CN"},
    indicators="""id,indicator,jurisdiction,year,value,detail
    A,stability,CN,2019,1,
    B,stability,CN,2023,2,
    C,capacity,CN-XJ,2021-10,105,
    D,capacity,CN-XJ,2021,24,wind""",
)


@pytest.mark.parametrize(
    ("year", "value"), [(2010, 1), (2019, 1), (2021, 1), (2022, 2), (2023, 2), (2030, 2)]
)
def test_the_nearest_vintage_serves_of_two_the_earlier(year, value):
    found = indicator_near(FACTS, "stability", "CN-XJ", date(year, 6, 2))
    assert found is not None
    assert found.value == value


def test_a_part_is_no_whole():
    whole = indicator_near(FACTS, "capacity", "CN-XJ", date(2021, 1, 1))
    wind = indicator_near(FACTS, "capacity", "CN-XJ", date(2021, 1, 1), "wind")
    assert whole is not None
    assert wind is not None
    assert (whole.value, whole.observed, whole.year) == (105, "2021-10", 2021)
    assert wind.value == 24


def test_where_nothing_is_known_there_is_nothing():
    assert indicator_near(FACTS, "stability", "KZ", date(2021, 1, 1)) is None
