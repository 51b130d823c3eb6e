from dataclasses import replace
from datetime import date
from math import isnan

import pytest

from siteselect.economics.price_unit import Per
from siteselect.model.own_fact import OwnFact
from siteselect.model.sites import Offer, Site, Sites, Vat
from siteselect.model.supply import OwnPower, RouteKind
from siteselect.packs.own_facts import lay_over
from siteselect.project.routes import price_unit, routes, routes_of_all
from tests.criteria.toy import WEST, central_asia, measured, toy

KARAGANDA = Site("Karaganda", "KZ", 73.10211, 49.80187)
DAY = date(2021, 6, 2)


@pytest.mark.parametrize("day", [DAY, date(2022, 6, 1), date(2023, 11, 15), date(2026, 6, 1)])
def test_the_first_route_is_the_one_that_the_measure_reads(day):
    found = routes(central_asia(), KARAGANDA, day)
    column = measured("power_price", [KARAGANDA], day, pack=central_asia())
    if not found:
        assert isnan(column.value[0])
        return
    assert (found[0].low, found[0].high) == (column.low[0], column.high[0])
    assert [part.amount for part in column.provenance[0].parts] == [
        part.value for part in found[0].parts if not isnan(part.value) or part.title != "Losses"
    ]


def test_all_routes_of_a_place_with_contract_and_plant():
    site = Site(
        "Karaganda", "KZ", 73.10211, 49.80187,
        offer=Offer(18.5, "KZT", Vat.EXCLUDED), own_power=OwnPower(0.03, renewable=True),
        route=RouteKind.IMPORT,
    )  # fmt: skip
    found = routes(central_asia(), site, date(2022, 6, 1))
    assert [each.kind for each in found] == [
        RouteKind.IMPORT,
        RouteKind.OFFER,
        RouteKind.OWN_RENEWABLE,
        RouteKind.SUPPLIER,
    ]
    prices = {each.kind: each.value for each in found}
    factor = 1000 / 460.2  # KZT of 2022
    assert prices[RouteKind.OFFER] == pytest.approx(19.5 * factor)
    assert prices[RouteKind.IMPORT] == pytest.approx(47 * factor)
    assert prices[RouteKind.SUPPLIER] == pytest.approx(20 * factor)
    assert prices[RouteKind.OWN_RENEWABLE] == pytest.approx(30 + factor)


def test_the_routes_of_many_are_those_of_each():
    sites = Sites((KARAGANDA, replace(KARAGANDA, name="Far", off_map=True)))
    found = routes_of_all(central_asia(), sites, DAY)
    assert found == tuple(routes(central_asia(), site, DAY) for site in sites.items)


def test_a_fact_of_the_user_is_read():
    own = OwnFact.of("tariffs", {"id": "T1", "price": "0.3"})
    laid = lay_over(toy(), (own,))
    assert routes(laid, WEST, date(2021, 7, 1))[0].value == pytest.approx(32.0)
    assert routes(toy(), WEST, date(2021, 7, 1))[0].value == pytest.approx(52.0)


def test_losses_count_once_the_user_types_their_share():
    rule = OwnFact.of("rules", {
        "id": "U1", "jurisdiction": "KZ", "kind": "losses", "status": "in force", "effect": "cost",
        "value": "5", "unit": "% losses", "valid_from": "2019-01-01", "text": "Losses of the grid",
    })  # fmt: skip
    laid = lay_over(central_asia(), (rule,))
    wholesale = next(
        each for each in routes(laid, KARAGANDA, DAY) if each.kind is RouteKind.WHOLESALE
    )
    assert wholesale.part("Losses").value == pytest.approx(0.05 * 5.43 / 425.9 * 1000)
    assert wholesale.low == pytest.approx((5.43 * 1.05 + 3.201) / 425.9 * 1000)
    assert "losses" not in wholesale.why_unknown


def test_units_at_the_rate_of_the_day():
    unit = price_unit(central_asia(), "KZT", Per.KWH, DAY)
    assert (unit.title, unit.units_per_usd) == ("KZT/kWh", 425.9)
    assert "425.9 KZT a US dollar" in unit.note
    low = routes(central_asia(), KARAGANDA, DAY)[0].low
    assert unit.of(low) == pytest.approx(18.0)


def test_a_rate_that_is_missing_is_said():
    unit = price_unit(toy(), "AAD", Per.KWH, date(2024, 1, 1))
    assert isnan(unit.of(50.0))
    assert unit.note.startswith("No exchange rate of AAD is known for 2024-01-01")
