from siteselect.intake.draft import draft_of
from siteselect.intake.odd import table_findings
from siteselect.intake.said import reading_of
from siteselect.intake.source import pasted
from siteselect.model.sites import Offer, Site

BOUNDS = (46.0, 34.0, 97.0, 56.0)


def told(text="name,lon,lat\nA,75.3,51.7\n", *sites):
    draft = draft_of(pasted(text), None, BOUNDS)
    return " ".join(each.text for each in table_findings(draft, reading_of(draft, BOUNDS), sites))


def priced(name, price):
    return Site(name, "KZ", 75, 51, offer=Offer(price, "KZT"))


def test_a_clean_table_is_not_odd():
    assert told() == ""
    assert told("name,lon,lat\nA,75,51\n", priced("A", 18), priced("B", 19), priced("C", 30)) == ""


def test_ids_that_stand_twice():
    text = "id,name,lon,lat\n7,A,75,51\n7,B,75,52\n8,C,75,53\n"
    assert told(text) == 'In the column "id" "7" stands twice.'
    many = "id,name,lon,lat\n" + "".join(f"{n % 5},A{n},75,51\n" for n in range(10))
    assert "and 2 more stand twice" in told(many)


def test_metres_are_noticed():
    assert "say in which reference system" in told("name,x,y\nA,500000,4769868\n")


def test_prices_far_apart_and_names_alike():
    sites = [priced(name, price) for name, price in zip("ABCD", (18, 19, 20, 18000), strict=True)]
    assert "18000 KZT per kWh, is far from the others" in told("name,lon,lat\nA,75,51\n", *sites)
    alike = told("name,lon,lat\nA,75,51\n", Site("Aksu", "KZ", 75, 51), Site("AKSU", "KZ", 76, 51))
    assert "only in capitals" in alike


def test_the_middle_of_nowhere_and_signs_read_wrong():
    assert "where nothing is" in told("name,lon,lat\nA,75,51\n", Site("A", "KZ", 0, 0))
    assert "is the encoding right" in told(
        "name,lon,lat\nA,75,51\n", Site("Ð°ÐºÑ\x81", "KZ", 75, 51)
    )
