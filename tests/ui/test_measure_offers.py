from dataclasses import replace

from siteselect.model.criterion import Criterion
from siteselect.model.user_measure import UserMeasure
from siteselect.ui.measure_offers import measure_offers
from tests.ui.made import make_study


def named(offers):
    return {each.key: each for each in offers}


def test_every_measure_is_offered_but_those_that_are_there():
    offers = named(measure_offers(make_study()))
    assert {"power_price", "elevation", "legal_status"} <= offers.keys()
    fewer = named(measure_offers(make_study(), without={"power_price"}))
    assert offers.keys() - fewer.keys() == {"power_price"}
    assert all(each.about for each in offers.values())


def test_every_word_of_a_search_must_be_found():
    price = named(measure_offers(make_study()))["power_price"]
    assert price.matches("PRICE usd")
    assert price.matches("mining fee")  # said of it
    assert not price.matches("price elevation")
    assert price.matches("")


def test_a_criterion_starts_as_its_measure_says_and_a_gate_where_the_function_ends():
    offers = named(measure_offers(make_study()))
    price = offers["power_price"]
    assert price.criterion() == Criterion("power_price", price.value, price.weight, "Power")
    assert price.criterion("Mine").group == "Mine"
    assert replace(price, weight=0.0).criterion().weight == 5.0
    assert price.gate().at_most == price.value.worst
    assert offers["capacity_50km"].gate().at_least == offers["capacity_50km"].value.worst


def test_the_users_own_are_offered_with_how_they_are_got():
    study = make_study()
    for own, told in (
        (UserMeasure("rent", "Rent", column="rent"), "The column rent of the sites' table."),
        (UserMeasure("rent", "Rent", expression="elevation*2"), "Computed: elevation*2"),
        (UserMeasure("rent", "Rent", typed=(("Site 0001", 2.0),)), "Typed for 1 site."),
    ):
        offer = named(measure_offers(study.with_measure(own)))["rent"]
        assert (offer.about, offer.group) == (told, "Your own")
