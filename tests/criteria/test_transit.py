from datetime import date
from math import isnan

import pytest

from siteselect.criteria._drafts import Ask
from siteselect.criteria._transit import transit
from siteselect.model.sites import Site
from siteselect.model.supply import RouteKind
from siteselect.project.routes import routes
from tests.criteria.toy import central_asia

KEMIN = Site("Kemin", "KG", 75.69167, 42.78611)
RATE = 87.0
DAY = date(2024, 6, 1)


def found(day=DAY, site=KEMIN):
    return {each.kind: each for each in routes(central_asia(), site, day)}


def test_kazakh_power_in_transit_to_kemin_is_a_floor():
    route = found()[RouteKind.IMPORT]
    fee = route.part("Grid: transit")
    assert fee.rows == ("T015",)
    assert isnan(route.value)
    assert route.low == pytest.approx(fee.value * 1.1)  # with the tax of 10 % on the bill
    assert "Power is bought abroad at a price that is not known" in route.why_unknown
    assert isnan(route.part("Energy").value)
    assert "energy bought from a Kazakh company" in route.note


def test_it_is_never_the_price_where_a_supplier_is_known():
    first = routes(central_asia(), KEMIN, DAY)[0]
    assert first.kind is RouteKind.SUPPLIER


@pytest.mark.parametrize("day", [date(2023, 7, 31), date(2025, 6, 1)])
def test_not_before_the_first_day_nor_once_it_is_stale(day):
    assert RouteKind.IMPORT not in found(day)


def test_only_in_its_region():
    facts = central_asia().facts
    assert transit(Ask(facts, "KG", "KG-O", DAY)) is None
    assert transit(Ask(facts, "KZ", "KZ-ALM", DAY)) is None
