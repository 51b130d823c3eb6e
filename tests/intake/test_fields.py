import pytest

from siteselect.economics.price_unit import Per
from siteselect.intake.cells import CURRENCIES
from siteselect.intake.fields import (
    COLUMNS,
    FIELDS,
    PAIR,
    TITLES,
    PriceWords,
    field_of,
    guess_by_content,
    price_words,
    recognised,
    says_lon_first,
)
from siteselect.intake.numerals import Numerals
from siteselect.model.sites import Vat

BOUNDS = (46.0, 34.0, 97.0, 56.0)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Site Name", "name"), ("LONGITUDE", "lon"), ("Широта", "lat"), ("经度", "lon"),
        ("Бойлық", "lon"), ("Бойлык", "lon"), ("Кеңдик", "lat"), ("Power, MW", "power_mw"),
        ("Capacity (MW)", "power_mw"), ("Price, KZT/kWh", "price"), ("price_usd", "price"),
        ("Тариф (тенге/кВт·ч, без НДС)", "price"), ("координаты", PAIR), ("经纬度", PAIR),
        ("Letter-Date", "letter_date"), ("description", "note"), ("mood", ""), ("", ""),
    ],
)  # fmt: skip
def test_headings_in_five_languages(heading, field):
    assert field_of(heading) == field


def test_every_field_has_a_title_and_knows_itself():
    assert set(TITLES) == set(FIELDS) == {*COLUMNS, PAIR}
    assert all(field_of(field) == field for field in COLUMNS)
    assert recognised(["name", "x", "else"]) == 2


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Price, KZT/kWh", PriceWords("KZT", Per.KWH)),
        ("Тариф (тенге/кВт·ч, без НДС)", PriceWords("KZT", Per.KWH, Vat.EXCLUDED)),
        ("Price USD/MWh incl. VAT", PriceWords("USD", Per.MWH, Vat.INCLUDED)),
        ("US cents per kWh", PriceWords("", Per.CENTS)),
        ("电价 (元/千瓦时)", PriceWords("CNY", Per.KWH)),
        ("price", PriceWords()),
    ],
)
def test_a_heading_tells_the_unit_of_prices(heading, words):
    assert price_words(heading, CURRENCIES) == words


def test_columns_without_headings_are_told_by_their_content():
    rows = [["1", "A", "75,3", "51,7", "60"], ["2", "B", "76,9", "52,0", "35"]]
    assert guess_by_content(rows, 5, Numerals(",", seen=True), BOUNDS) == {
        "lon": 2, "lat": 3, "name": 1,
    }  # fmt: skip
    rows = [["A", "51.7, 75.3"], ["B", "52.0, 76.9"]]
    assert guess_by_content(rows, 2, Numerals(), BOUNDS) == {PAIR: 1, "name": 0}
    assert guess_by_content([["1", "2"]], 2, Numerals(), BOUNDS) == {}


def test_a_heading_may_put_longitude_first():
    assert says_lon_first("lon_lat")
    assert says_lon_first("经纬度")
    assert not says_lon_first("lat lon")
