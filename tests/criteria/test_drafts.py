from datetime import date

import pytest

from siteselect.criteria._drafts import Ask, drafts_of
from siteselect.model.fact import Confidence
from siteselect.model.sites import Offer
from siteselect.model.supply import OwnPower, RouteKind
from tests.criteria.toy import central_asia, toy


def drafted(pack, jurisdiction, region, day, offer=None, own=None, **rest):
    return dict(drafts_of(Ask(pack.facts, jurisdiction, region, day, **rest), offer, own))


def test_an_offer_without_a_price_leaves_the_pack_to_speak():
    drafts = drafted(toy(), "AA", "AA-W", date(2021, 7, 1), Offer(power_mw=20.0))
    assert list(drafts) == [RouteKind.SUPPLIER, RouteKind.IMPORT, RouteKind.WHOLESALE]
    assert drafts[RouteKind.SUPPLIER].source.startswith("T1")


def test_an_offer_names_who_to_ask():
    offer = Offer(0.05, "USD", contact="A. Person")
    draft = drafted(toy(), "AA", "AA-W", date(2021, 7, 1), offer)[RouteKind.OFFER]
    assert draft.source == "Offer given by the user (A. Person)"
    assert draft.energy.value == pytest.approx(50.0)
    assert draft.confidence is Confidence.USER


def test_prices_that_disagree_widen_the_interval_and_are_named():
    draft = drafted(central_asia(), "KZ", "KZ-AKT", date(2021, 8, 15))[RouteKind.SUPPLIER]
    assert (draft.energy.low, draft.energy.high) == (pytest.approx(40.0), pytest.approx(50.0))
    assert any("says" in note for note in draft.notes)


def test_price_and_fee_in_one_sum_hold_the_fee():
    draft = drafted(central_asia(), "KZ", "KZ-AKT", date(2023, 3, 1))[RouteKind.SUM]
    assert draft.holds_fee
    assert draft.energy.value == pytest.approx(25 / 456.2 * 1000)


def test_the_notes_of_a_row_are_told():
    draft = drafted(central_asia(), "CN-XJ", "CN-XJ", date(2021, 6, 2))[RouteKind.SUPPLIER]
    assert any("lower end" in note for note in draft.notes)


def test_only_comparators_take_the_nearest_year():
    day = date(2021, 6, 2)
    assert drafted(central_asia(), "US-TX", "", day) == {}
    near = drafted(central_asia(), "US-TX", "", day, off_map=True)
    assert near[RouteKind.SUPPLIER].badges == ("2023, the nearest known",)


def test_a_missing_rate_is_a_sentence():
    draft = drafted(toy(), "AA", "AA-W", date(2024, 1, 1))[RouteKind.SUPPLIER]
    assert draft.startswith("T2 gives 0.6 AAD/kWh. No exchange rate")


def test_power_of_ones_own_costs_what_was_typed():
    own = OwnPower(0.2, "AAD", note="gas engine")
    draft = drafted(toy(), "AA", "AA-W", date(2021, 7, 1), own=own)[RouteKind.OWN_PLANT]
    assert draft.energy.value == pytest.approx(20.0)
    assert "gas engine" in draft.notes
    missing = drafted(toy(), "AA", "AA-W", date(2021, 7, 1), own=OwnPower(1, "XYZ", renewable=True))
    assert "No exchange rate of XYZ" in missing[RouteKind.OWN_RENEWABLE]
