from datetime import date
from math import isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from siteselect.criteria._routes import FEE, TAX, routes_on
from siteselect.model.fact import Confidence
from siteselect.model.sites import Offer, Vat
from siteselect.model.supply import OwnPower, RouteKind
from tests.criteria.toy import central_asia, toy


def real(jurisdiction, region, day, *typed):
    found = routes_on(central_asia().facts, jurisdiction, region, day, *typed)
    return {each.kind: each for each in found}


def test_the_day_of_the_story_in_karaganda():
    """The wholesale sum gives 2.0 to 2.3 US cents where miners named 4.2 to 4.7 (T022)."""
    routes = real("KZ", "KZ-KAR", date(2021, 6, 2))
    assert set(routes) == {RouteKind.SUPPLIER, RouteKind.WHOLESALE}
    paid, floor = routes[RouteKind.SUPPLIER], routes[RouteKind.WHOLESALE]
    assert (paid.low / 10, paid.high / 10) == (
        pytest.approx(18 / 425.9 * 100),  # 4.23
        pytest.approx(20 / 425.9 * 100),  # 4.70
    )
    grid = 2.797 + 0.306 + 0.098  # of 2020, carried
    known = [part for part in floor.parts if not isnan(part.value)]
    assert sum(part.low for part in known) == pytest.approx((5.43 + grid) / 425.9 * 1000)
    assert sum(part.high for part in known) == pytest.approx((6.27 + grid) / 425.9 * 1000)
    assert 20.0 < floor.low < 23.0
    assert (isnan(floor.value), isnan(floor.high)) == (True, True)
    assert "is a floor" in floor.why_unknown
    assert isnan(floor.part("Losses").value)
    assert [part.vat for part in known] == [Vat.NOT_STATED] + 3 * [Vat.EXCLUDED]
    assert paid.lawful
    assert floor.lawful


def test_the_auction_closes_suppliers_and_the_wholesale_market():
    routes = real("KZ", "KZ-KAR", date(2023, 7, 1), Offer(20, "KZT"), OwnPower(15, "KZT"))
    closed = {kind for kind, each in routes.items() if not each.lawful}
    assert closed == {RouteKind.SUPPLIER, RouteKind.SUM}
    assert "R11" in routes[RouteKind.SUPPLIER].reason
    assert routes[RouteKind.IMPORT].reason == ""
    assert all(each.lawful for each in real("KZ", "KZ-KAR", date(2023, 6, 30)).values())


def test_the_fee_of_each_case_by_hand():
    day = date(2023, 11, 15)
    plant = real("KZ", "KZ-PAV", day, None, OwnPower(12, "KZT"))[RouteKind.OWN_PLANT]
    assert plant.value == pytest.approx((12 + 10) / 456.2 * 1000)
    own = OwnPower(12, "KZT", renewable=True)
    green = real("KZ", "KZ-PAV", day, None, own)[RouteKind.OWN_RENEWABLE]
    assert green.value == pytest.approx((12 + 1) / 456.2 * 1000)
    assert green.confidence is Confidence.USER
    imported = real("KZ", "KZ-KAR", day)[RouteKind.IMPORT]
    assert imported.part(FEE).value == pytest.approx(1 / 456.2 * 1000)
    assert imported.value == pytest.approx(47 / 456.2 * 1000)


def test_tax_on_the_bill_may_not_fall_on_power_of_ones_own():
    route = real("KG", "KG-C", date(2022, 6, 1), None, OwnPower(0.03))[RouteKind.OWN_PLANT]
    assert (route.low, route.value) == (pytest.approx(30.0), pytest.approx(34.5))
    assert "not known" in route.part(TAX).note


def test_every_part_tells_source_date_and_confidence():
    route = real("KG", "KG-C", date(2021, 11, 15))[RouteKind.SUPPLIER]
    energy, tax = route.parts
    assert (energy.source.split(":")[0], energy.vat) == ("T003", Vat.EXCLUDED)
    assert energy.observed == "2021-10-15 to 2023-04-30"
    assert energy.confidence is Confidence.HIGH
    assert (tax.source.split(":")[0], tax.vat) == ("R20", None)
    assert tax.observed == "2020-08-01 to 2023-10-31"
    assert energy.value + tax.value == pytest.approx(route.value)
    assert round(route.value / 10, 2) == 6.85


def test_a_route_without_a_rate_is_known_of_and_has_no_price():
    found = routes_on(toy().facts, "AA", "AA-W", date(2024, 1, 1))
    assert [each.kind for each in found] == [RouteKind.SUPPLIER]
    assert "No exchange rate of AAD" in found[0].why_unknown


def test_parts_of_the_toy_wholesale_by_hand():
    found = routes_on(toy().facts, "AA", "AA-W", date(2021, 6, 15))
    floor = next(each for each in found if each.kind is RouteKind.WHOLESALE)
    assert [round(part.value, 6) for part in floor.parts[:3]] == [16.0, 8.0, 1.6]  # at 12.5
    assert floor.low == pytest.approx(16 + 8 + 1.6 + 1.6)  # and the fee of 0.02
    assert not any(each.part(FEE).value < 0 for each in found)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["KZ-KAR", "KZ-KUS", "KZ-PAV", "KZ-ALA", "KZ-ATY", "KG-C", "CN-XJ"]),
    st.dates(date(2019, 1, 1), date(2026, 10, 1)),
)
def test_intervals_hold_the_price_and_no_part_is_negative(region, day):
    land = region if region == "CN-XJ" else region[:2]
    for route in real(land, region, day, None, OwnPower(0.03)).values():
        assert route.known or route.why_unknown
        assert not route.known or route.low <= route.value <= route.high
        assert route.lawful == (route.reason == "")
        for part in route.parts:
            assert isnan(part.value) or part.value >= 0
            assert isnan(part.value) or isnan(part.low) or part.low <= part.value
        if route.known and all(part.low == part.high for part in route.parts):
            assert sum(part.value for part in route.parts) == pytest.approx(route.value)
