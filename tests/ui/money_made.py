"""The shipped sample reckoned once, for the tests of the Money place."""

from dataclasses import replace
from datetime import date
from functools import cache

from siteselect.packs.catalogue import open_pack
from siteselect.project.file import sample_study
from siteselect.ui.ground import Ground, open_ground
from siteselect.ui.money_day import MoneyDay, SiteMoney, money_day, site_money

DAY = date(2021, 6, 2)


@cache
def pack():
    return open_pack("central-asia")


@cache
def ground() -> Ground:
    return open_ground("central-asia", lambda *_: None)


@cache
def study(day: date = DAY):
    sample = sample_study()
    keep = {"Ekibastuz", "Karaganda", "Balkhash", "Kemin", "Zhundong (Wucaiwan)",
            "Rockdale (Texas)", "Sherbrooke (Quebec)", "Medicine Hat (Alberta)"}  # fmt: skip
    sites = tuple(site for site in sample.candidates if site.name in keep)
    return replace(sample, candidates=sites).with_day(day)


@cache
def money(day: date = DAY) -> MoneyDay:
    return money_day(study(day), pack())


@cache
def site(name: str = "Ekibastuz", day: date = DAY) -> SiteMoney:
    return site_money(money(day), name)
