"""Sites of the toy pack, named by where they lie, and a short way to measure them."""

from datetime import date
from functools import cache
from pathlib import Path

from siteselect.criteria import MEASURES
from siteselect.model.sites import Site, Sites
from siteselect.model.study import Context
from siteselect.packs.catalogue import open_pack
from siteselect.progress import silent
from tests.packs.make_toy import TOY, at

DAY = date(2021, 6, 15)


@cache
def toy():
    """Return the toy pack, opened once."""
    return open_pack(Path(TOY))


@cache
def central_asia():
    """Return the shipped pack, opened once."""
    return open_pack("central-asia")


def site(east, north=0.0, country="AA", **rest):
    """Return a site by kilometres east and north."""
    return Site(rest.pop("name", f"{east} E {north} N"), country, *at(east, north), **rest)


WEST, EAST, BETA = (
    site(90, name="West"),
    site(220, name="East"),
    site(410, country="BB", name="Beta"),
)
GAMMA = Site("Gamma", "CC", -100.0, 40.0, off_map=True)
SITES = Sites((WEST, EAST, BETA, GAMMA))


def measured(key, sites=SITES, day=DAY, load=50.0, pack=None):
    """Return the column of a measure."""
    sites = sites if isinstance(sites, Sites) else Sites(tuple(sites))
    return MEASURES[key].measure(sites, pack or toy(), Context(day, load), silent)
