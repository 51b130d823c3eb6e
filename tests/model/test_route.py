from math import isnan, nan

from siteselect.model.route import Route, RoutePart, choose, unknown_route
from siteselect.model.supply import RouteKind


def at(kind, price, **rest):
    return Route(kind, price, price, price, **rest)


SUPPLIER, IMPORT = at(RouteKind.SUPPLIER, 45.0), at(RouteKind.IMPORT, 90.0)
FLOOR = Route(RouteKind.WHOLESALE, nan, 20.0, nan, why_unknown="a floor")


def test_the_cheapest_open_route_is_read():
    assert choose((IMPORT, FLOOR, SUPPLIER)) is SUPPLIER
    assert choose((IMPORT, at(RouteKind.OWN_PLANT, 30.0))).kind is RouteKind.OWN_PLANT


def test_the_users_own_contract_beats_them_all_and_a_choice_beats_that():
    offer = at(RouteKind.OFFER, 120.0)
    assert choose((SUPPLIER, offer)) is offer
    assert choose((SUPPLIER, offer), RouteKind.SUPPLIER) is SUPPLIER
    assert choose((SUPPLIER, FLOOR), RouteKind.WHOLESALE) is FLOOR
    assert choose((SUPPLIER, IMPORT), RouteKind.OWN_PLANT) is SUPPLIER


def test_a_closed_route_stands_in_only_where_none_is_open():
    closed = at(RouteKind.SUPPLIER, 45.0, lawful=False, reason="auction only")
    assert choose((closed, IMPORT)) is IMPORT
    assert choose((closed, FLOOR)) is closed


def test_a_stale_price_is_never_chosen_over_a_fresher_one():
    stale = at(RouteKind.SUPPLIER, 10.0, stale=True)
    assert choose((stale, IMPORT)) is IMPORT
    assert choose((stale, FLOOR)) is stale


def test_a_sum_is_asked_only_without_a_suppliers_fresh_price():
    both = at(RouteKind.SUM, 40.0)
    assert choose((SUPPLIER, both)) is SUPPLIER
    assert choose((both, IMPORT)) is both
    assert choose((at(RouteKind.SUPPLIER, 10.0, stale=True), both)) is both
    assert choose((unknown_route(RouteKind.SUPPLIER, "no rate"), both)) is both


def test_of_unknown_prices_the_suppliers_comes_first():
    unknown = unknown_route(RouteKind.SUPPLIER, "The fee is not known.")
    assert choose((FLOOR, unknown)) is unknown
    assert choose(()) is None


def test_parts_are_found_by_title():
    energy = RoutePart("Energy", 40.0, 38.0, 42.0)
    route = at(RouteKind.SUPPLIER, 45.0, parts=(energy,))
    assert route.part("Energy") is energy
    assert route.part("Losses") is None
    assert (route.title, route.known) == ("Supplier", True)


def test_an_unknown_route_says_why():
    route = unknown_route(RouteKind.IMPORT, "No rate.")
    assert isnan(route.value)
    assert (route.known, route.why_unknown) == (False, "No rate.")
