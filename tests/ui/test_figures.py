import math

import pytest

from siteselect.ui import figures

NAN = math.nan


@pytest.mark.parametrize(
    ("share", "text"), [(0.8604, "86.0"), (1.0, "100.0"), (0.0, "0.0"), (NAN, "—")]
)
def test_points_are_0_to_100_with_one_decimal(share: float, text: str) -> None:
    assert figures.points(share) == text


def test_points_with_a_sign() -> None:
    assert figures.points(0.042, sign=True) == "+4.2"
    assert figures.points(-0.042, sign=True) == "−4.2"
    assert figures.points(NAN, sign=True) == "—"


@pytest.mark.parametrize(
    ("value", "low", "high", "text"),
    [
        (46.0, 46.0, 46.0, "4.60"),
        (47.0, 45.0, 49.0, "4.5–4.9"),
        (46.0, 46.0, NAN, "4.60"),
        (NAN, NAN, NAN, "—"),
        (NAN, 20.0, NAN, "—"),
    ],
)
def test_price_is_in_cents(value: float, low: float, high: float, text: str) -> None:
    assert figures.price(value, low, high) == text


def test_quantity_has_its_unit_and_interval() -> None:
    assert figures.quantity(1234.4, 1234.4, 1234.4, "km") == "1\u2009234 km"
    assert figures.quantity(-0.42, -0.5, -0.3, "WGI") == "−0.42 WGI (−0.50 to −0.30)"
    assert figures.quantity(46.0, 45.0, 49.0, "USD/MWh") == "4.60 ¢/kWh (4.50–4.90)"
    assert figures.quantity(NAN, NAN, NAN, "km") == "—"
    assert figures.quantity(NAN, 20.0, NAN, "USD/MWh") == "2.00 or more ¢/kWh"


def test_percent_never_rounds_up_to_the_whole() -> None:
    assert figures.percent(0.9999) == "99 %"
    assert figures.percent(1.0) == "100 %"
    assert figures.percent(0.586) == "59 %"
    assert figures.percent(NAN) == "—"


def test_negative_zero_has_no_sign() -> None:
    assert figures.number(-0.001, 1) == "0.0"


def test_ordinals() -> None:
    said = [figures.ordinal(place) for place in (1, 2, 3, 4, 11, 12, 13, 21, 102, 111)]
    assert said == ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th"]


def test_unit_shown() -> None:
    assert figures.shown_unit("USD/MWh") == "¢/kWh"
    assert figures.shown_unit("km") == "km"
