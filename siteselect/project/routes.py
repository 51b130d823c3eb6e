"""Supply routes of a site on a day, and the unit in which a person reads their prices.

The measure of the all-in price reads the same routes: there is one truth. Facts that the user
added count when they are laid over the pack first: `lay_over(pack, study.facts)`.
"""

from datetime import date
from math import nan

from siteselect.criteria._charges import no_rate, rate_words
from siteselect.criteria._places import region_of, regions_of
from siteselect.criteria._routes import routes_on
from siteselect.economics.price_unit import Per, PriceUnit
from siteselect.model.route import Route, choose
from siteselect.model.sites import Site, Sites
from siteselect.packs.pack import Pack
from siteselect.packs.rates import rate_on


def routes(pack: Pack, site: Site, day: date) -> tuple[Route, ...]:
    """Return every supply route that is known of, first the one that the price is read from.

    Parameters
    ----------
    pack
        The pack, with the facts of the user laid over it.
    site
        The place, with the contract, plant and chosen route that the user gave it.
    day
        The day on which facts are read.
    """
    return _routes(pack, site, region_of(site, pack.base), day)


def routes_of_all(pack: Pack, sites: Sites, day: date) -> tuple[tuple[Route, ...], ...]:
    """Return the routes of many sites: which region holds them is looked up at once."""
    regions = regions_of(sites, pack.base)
    pairs = zip(sites.items, regions, strict=True)
    return tuple(_routes(pack, site, region, day) for site, region in pairs)


def _routes(pack: Pack, site: Site, region: str, day: date) -> tuple[Route, ...]:
    found = routes_on(
        pack.facts,
        site.country,
        region,
        day,
        site.offer,
        site.own_power,
        off_map=site.off_map,
        metered=site.metered,
    )
    chosen = choose(found, site.route)
    return tuple(sorted(found, key=lambda each: each is not chosen))


def price_unit(pack: Pack, currency: str, per: Per, day: date) -> PriceUnit:
    """Return the unit at the day's rate; without one its prices are unknown, and it says so."""
    rate = rate_on(pack.facts, currency, day)
    if rate is None:
        return PriceUnit(currency, per, nan, no_rate(currency, day))
    return PriceUnit(currency, per, rate.units_per_usd, rate_words(rate))
