from datetime import date

import openpyxl
import pytest

from siteselect.errors import IntakeError
from siteselect.intake.offers import COLUMNS, Region, merge, read_offers
from siteselect.model.sites import Offer, Site, Vat
from siteselect.resources import resource

REGION = Region(
    {"KZ": "Kazakhstan", "KG": "Kyrgyzstan", "CN-XJ": "Xinjiang", "US-TX": "Texas"},
    lambda lon, lat: "KZ" if 50 < lon < 80 and lat > 43 else None,
    (46.0, 34.0, 97.0, 56.0),
)
FULL = Site(
    "Plot 7",
    "KZ",
    75.3,
    51.7,
    note="by the substation",
    source="o.csv, row 2",
    offer=Offer(
        18.5, "KZT", Vat.EXCLUDED, 60.0, date(2021, 5, 20), 36, 110.0, date(2021, 9, 1), "A. B."
    ),
)
HEADER = ",".join(COLUMNS)


def read(tmp_path, text, known=()):
    path = tmp_path / "o.csv"
    path.write_text(text)
    return read_offers(path, REGION, known)


def test_a_full_row_becomes_a_site_with_its_offer(tmp_path):
    got = read(
        tmp_path,
        f"{HEADER}\nPlot 7,75.3,51.7,KZ,18.5,KZT,excluded,60,2021-05-20,36,110,2021-09-01,A. B.,"
        "by the substation\n",
    )
    assert got.sites == (FULL,)
    assert got.report.lines == ("o.csv: 1 site taken in.",)


def test_other_names_order_and_decimal_commas_give_the_same(tmp_path):
    got = read(
        tmp_path,
        "Широта;Долгота;Site Name;MW;Tariff;CCY;VAT treatment;Letter-Date;Contract months;kV;"
        "Ready by;Phone;Remarks;Country\n"
        "51,7;75,3;Plot 7;60,0;18,5;₸;без НДС;20.05.2021;36;110;01.09.2021;A. B.;by the substation;"
        "kazakhstan\n",
    )
    assert got.sites == (FULL,)


def test_a_workbook_gives_the_same(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(list(COLUMNS))
    book.active.append(
        ["Plot 7", 75.3, 51.7, "KZ", 18.5, "KZT", "excluded", 60, date(2021, 5, 20), 36, 110,
         date(2021, 9, 1), "A. B.", "by the substation"]
    )  # fmt: skip
    path = tmp_path / "o.csv"  # content decides, not the name
    book.save(path)
    assert read_offers(path, REGION).sites == (FULL,)


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ("Plot,75.3,abc,KZ", "lat", '"abc" is no number'),
        ("Plot,75.3,,KZ", "lat", "has no point"),
        (",75.3,51.7,KZ", "name", "has no name"),
        ("Plot,51.7,75.3,KZ", "lat", "look swapped; put 75.3 under lon and 51.7 under lat"),
        ("Plot,43.2,96.9,CN-XJ", "lat", "look swapped; put 96.9 under lon and 43.2 under lat"),
        ("Plot,200,51.7,KZ", "lon", "is no longitude"),
        ("Plot,75.3,51.7,ZZ", "country", "is no jurisdiction of the pack; it knows CN-XJ, KG, KZ"),
        ("Plot,90,40,", "country", "no country of the pack lies there"),
        ("Plot,75.3,51.7,KZ,-5,KZT", "price", "is below 0"),
        ("Plot,75.3,51.7,KZ,5", "currency", "a price needs its currency"),
        ("Plot,75.3,51.7,KZ,5,cents", "currency", "is no currency"),
        ("Plot,75.3,51.7,KZ,5,KZT,maybe", "vat", "is not excluded"),
        ("Plot,75.3,51.7,KZ,5,KZT,,0", "power_mw", "is not above 0"),
        ("Plot,75.3,51.7,KZ,5,KZT,,5,05/06/2021", "letter_date", "is no day"),
        ("Plot,75.3,51.7,KZ,5,KZT,,5,,1.5", "contract_months", "whole number of months"),
        ("Plot,75,3,51,7,KZ,5,KZT,,5,,,,,,note", "", "more cells than the header"),
    ],
)
def test_a_bad_row_is_left_out_with_row_column_and_reason(tmp_path, row, column, words):
    got = read(tmp_path, f"{HEADER}\nGood,75,51,KZ\n{row}\nAlso good,76,52,KZ\n")
    assert [site.name for site in got.sites] == ["Good", "Also good"]
    (finding,) = got.report.findings
    assert (finding.row, finding.column, finding.left_out) == (3, column, True)
    assert words in finding.text
    assert got.report.summary == "o.csv: 2 sites taken in, 1 row left out."


def test_duplicates_are_named(tmp_path):
    got = read(tmp_path, "name,lon,lat\nA,75,51\nB,75,51\nA,76,52\n")
    assert [site.name for site in got.sites] == ["A", "B"]
    assert [str(each) for each in got.report.findings] == [
        "row 3: B stands on the same point as A (row 2).",
        "row 4, column name: A stands in row 2 already. The row was left out.",
    ]


def test_country_comes_from_the_polygon_and_a_contradiction_is_told(tmp_path):
    got = read(tmp_path, "name,lon,lat,country\nA,75,51,\nB,75,50,KG\nC,-99,31,Texas\n")
    assert [(site.country, site.off_map) for site in got.sites] == [
        ("KZ", False), ("KG", False), ("US-TX", True),
    ]  # fmt: skip
    (finding,) = got.report.findings
    assert str(finding) == "row 3, column country: The point lies in Kazakhstan, the row says KG."


def test_a_known_site_may_leave_its_point_empty_and_keeps_what_the_row_is_silent_on(tmp_path):
    osh = Site("Osh", "KG", 72.8, 40.5, note="town", pinned=True, values=(("noise", 1.0),))
    got = read(tmp_path, "name,lon,lat,power_mw\nOsh,,,30\nNew,,,20\n", (osh,))
    (site,) = got.sites
    assert (site.lon, site.lat, site.country, site.note) == (72.8, 40.5, "KG", "town")
    assert site.offer == Offer(power_mw=30.0)
    assert site.pinned
    assert site.values == osh.values
    assert got.report.left_out == 1
    other = Site("Other", "KZ", 70.0, 50.0)
    assert merge((osh, other), got.sites) == (site, other)


def test_a_site_without_any_word_of_an_offer_has_none(tmp_path):
    assert read(tmp_path, "name,lon,lat,price\nA,75,51,\n").sites[0].offer is None


def test_odd_figures_are_remarked(tmp_path):
    got = read(
        tmp_path, 'name,lon,lat,price,currency,power_mw,mood\nA,75,51,18.5,USD,"1,500",good\n'
    )
    told = "\n".join(got.report.lines)
    assert 'The column "mood" is not known and was not read.' in told
    assert '"1,500" was read as 1500.' in told
    assert "18.5 USD per kWh is very dear" in told
    assert got.report.taken == 1


def test_a_table_without_needed_columns_is_refused(tmp_path):
    with pytest.raises(IntakeError, match=r"lacks the column lon, lat: .*template offers.csv"):
        read(tmp_path, "name,price\nA,1\n")
    with pytest.raises(IntakeError, match="two columns for lat"):
        read(tmp_path, "name,lon,lat,latitude\n")
    assert read(tmp_path, "name,lon,lat\n").report.lines[1] == "The table has a header and no rows."


def test_the_templates_that_ship_can_be_read():
    empty = read_offers(resource("templates", "offers.csv"), REGION)
    assert empty.sites == ()
    example = read_offers(resource("templates", "offers-example.csv"), REGION)
    assert len(example.sites) == 3
    assert example.report.left_out == 0
    assert [site.country for site in example.sites] == ["KZ"] * 3
    assert example.sites[1].offer == Offer(19.2, "KZT")


def test_a_name_that_steers_a_terminal_is_left_out(tmp_path):
    got = read(
        tmp_path, "name,lon,lat,note\n\x1b[31mRed,75,51,\nB,75.1,51,\u202egpj\nC,75.2,51,ok\n"
    )
    assert [site.name for site in got.sites] == ["C"]
    told = "\n".join(got.report.lines)
    assert "row 2, column name: the text holds the control sign U+001B" in told
    assert "row 3, column note: the text holds the control sign U+202E" in told
