from datetime import date

import numpy as np
import pytest

from siteselect.model.gate import Verdict
from siteselect.packs.law import legal_status
from siteselect.project.region_day import law_in_brief, region_day
from tests.criteria.toy import central_asia, toy


def state(pack, day, code):
    return next(each for each in region_day(pack, day).regions if each.code == code)


def test_the_headline_of_the_day_of_the_story():
    assert region_day(central_asia(), date(2021, 6, 2)).headline == (
        "Kyrgyzstan: mining suspended · Xinjiang: crackdown announced · "
        "Kazakhstan: notice to the ministry"
    )


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2019, 6, 1), "Kazakhstan: mining lawful · Kyrgyzstan: no rule known"),
        (date(2021, 7, 1), "Xinjiang: mining stopped"),
        (date(2022, 1, 26), "Kazakhstan: power cut off"),
        (date(2022, 6, 1), "Kyrgyzstan: registration, mining tariff"),
        (date(2023, 11, 15), "Kazakhstan: licence, power by quota"),
        (date(2025, 12, 15), "Kyrgyzstan: mining stopped"),
    ],
)
def test_other_days_in_brief(day, words):
    assert words in region_day(central_asia(), day).headline


def test_price_and_law_of_a_region_by_hand():
    west = state(toy(), date(2021, 7, 1), "AA-W")
    assert west.price == pytest.approx(52.0)
    assert west.verdict is Verdict.CONDITIONAL
    assert "Miners need a licence" in west.law
    assert west.source == "T1: toy gazette 1"
    east = state(toy(), date(2021, 7, 1), "AA-E")
    assert (east.low, east.high) == (pytest.approx(62.0), pytest.approx(82.0))
    assert east.badge == "national estimate"


def test_an_unknown_price_says_why():
    atyrau = state(central_asia(), date(2019, 6, 1), "KZ-ATY")
    assert np.isnan(atyrau.price)
    assert atyrau.source.startswith("No price of power")


def test_every_region_has_its_state_and_days_are_kept():
    day = region_day(central_asia(), date(2021, 6, 2))
    assert len(day.regions) == len(central_asia().layer("regions"))
    assert region_day(central_asia(), date(2021, 6, 2)) is day


def test_an_announcement_in_brief():
    law = legal_status(toy().facts, "BB", date(2021, 5, 15))
    assert law_in_brief(law) == "crackdown announced"
