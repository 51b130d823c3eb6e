import pytest

from siteselect.economics.price_unit import Per
from siteselect.intake.choices import Choices
from siteselect.intake.draft import draft_of
from siteselect.intake.said import reading_of
from siteselect.intake.source import pasted
from siteselect.model.sites import Vat

BOUNDS = (46.0, 34.0, 97.0, 56.0)


def said(text, choices=None):
    """Return what the first row says, and the remarks on it."""
    draft = draft_of(pasted(text), choices, BOUNDS)
    return reading_of(draft, BOUNDS).said(draft.rows[0][1])


def test_degrees_in_any_dress_become_decimal():
    got, _ = said("name;lon;lat\nA;75°19'12\"E;51°43'30\"N\n")
    assert float(got["lon"]) == pytest.approx(75.32)
    assert float(got["lat"]) == pytest.approx(51.725)
    got, _ = said("name;lon;lat\nA;75,32;51,725\n")
    assert (got["lon"], got["lat"]) == ("75.32", "51.725")
    assert said("name;lon;lat\nA;east;51,725\n")[0]["lon"] == "east"


@pytest.mark.parametrize(
    ("heading", "cell", "lon"),
    [
        ("coordinates", "51.7, 75.3", 75.3),
        ("coordinates", "75.3, 51.7", 75.3),  # off the home view the other way round
        ("lon lat", "51.7, 51.9", 51.7),
        ("wkt", "POINT (75.3 51.7)", 75.3),
        ("coordinates", "51°42'N 75°18'E", 75.3),
    ],
)
def test_one_cell_for_both(heading, cell, lon):
    got, _ = said(f"name;{heading}\nA;{cell}\n")
    assert float(got["lon"]) == pytest.approx(lon)


def test_a_pair_that_is_none_is_left_for_the_reader_of_rows_to_tell():
    got, _ = said("name;coordinates\nA;somewhere\n")
    assert got["lon"] == got["lat"] == "somewhere"


def test_a_swap_and_a_system_that_the_person_names():
    got, _ = said("name;lon;lat\nA;51,7;75,3\n", Choices(swap=True))
    assert (got["lon"], got["lat"]) == ("75.3", "51.7")
    got, _ = said("name;x;y\nA;500000;4769868,9\n", Choices(crs="EPSG:32643"))
    assert float(got["lon"]) == pytest.approx(75)
    got, _ = said("name;x;y\nA;1e30;1e30\n", Choices(crs="EPSG:32643"))
    assert got["lon"] == "outside its reference system"


@pytest.mark.parametrize(
    ("heading", "cell", "price", "currency", "vat"),
    [
        ("price", "18,5", "18.5", None, None),
        ("price (KZT/kWh, excl. VAT)", "18,5", "18.5", "KZT", "excluded"),
        ("price USD/MWh", "45,5", "0.0455", "USD", None),
        ("price, US cents", "4,5", "0.045", None, None),
        ("price", "18,5 тг", "18.5", "KZT", None),
        ("price", "18,5 KZT/kWh", "18.5", "KZT", None),
        ("price", "45,5 USD/MWh", "0.0455", "USD", None),
        ("price", "dear", "dear", None, None),
    ],
)
def test_prices_become_a_price_per_kwh(heading, cell, price, currency, vat):
    got, _ = said(f'name;lon;lat;"{heading}"\nA;75,3;51,7;{cell}\n')
    assert got["price"] == price
    assert got.get("currency") == currency
    assert got.get("vat") == vat


def test_what_the_person_says_of_prices_beats_the_heading():
    choices = Choices(per=Per.MWH, currency="KGS", vat=Vat.INCLUDED)
    got, _ = said("name;lon;lat;price KZT/kWh\nA;75,3;51,7;4550\n", choices)
    assert (got["price"], got["currency"], got["vat"]) == ("4.55", "KGS", "included")


@pytest.mark.parametrize(
    ("field", "cell", "value", "remarks"),
    [
        ("power_mw", "60 MW", "60", 0),
        ("power_mw", "60000 kW", "60", 1),
        ("power_mw", "0,06 ГВт", "60", 1),
        ("power_mw", "60 horses", "60 horses", 0),
        ("voltage_kv", "110 кВ", "110", 0),
        ("contract_months", "36 months", "36", 0),
        ("power_mw", "1,500", "1.500", 1),
    ],
)
def test_units_in_cells(field, cell, value, remarks):
    got, told = said(f"name;lon;lat;{field}\nA;75;51;{cell}\n")
    assert got[field] == value
    assert len(told) == remarks
