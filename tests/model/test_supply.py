import pytest

from siteselect.errors import StudyError
from siteselect.model.supply import OwnPower, RouteKind


def test_each_way_has_words_and_a_case_of_the_fee():
    assert len({kind.label for kind in RouteKind}) == len(RouteKind)
    assert [kind.fee_case() for kind in RouteKind if kind.own_power] == [
        "own plant",
        "own renewable",
    ]
    assert RouteKind.IMPORT.fee_case() == RouteKind.OFFER.fee_case() == "grid"
    assert RouteKind.SUPPLIER.fee_case(metered=False) == "no meter"
    assert RouteKind.OWN_PLANT.fee_case(metered=False) == "own plant"
    assert [kind for kind in RouteKind if kind.typed] == [
        RouteKind.OFFER,
        RouteKind.OWN_PLANT,
        RouteKind.OWN_RENEWABLE,
    ]


def test_a_plant_opens_its_route():
    assert OwnPower(0.03).kind is RouteKind.OWN_PLANT
    assert OwnPower(0.03, renewable=True).kind is RouteKind.OWN_RENEWABLE


@pytest.mark.parametrize("cost", [-0.01, float("nan"), float("inf")])
def test_a_cost_below_nothing_is_refused(cost):
    with pytest.raises(StudyError, match="give 0 or more"):
        OwnPower(cost, "KZT")
