"""Slow indicators of a jurisdiction as a column: the nearest vintage, its year as a badge."""

from datetime import date

from siteselect.criteria._cells import Cell, column, known, title_of, unknown
from siteselect.criteria._places import by_country
from siteselect.language import remembered, say
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.places import Places, Reading
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.packs.days import is_stale_year
from siteselect.packs.indicators import indicator_near
from siteselect.packs.pack import Pack


def indicator(name: str, sites: Sites, pack: Pack, context: Context) -> Column:
    """Return an indicator of each site's jurisdiction, or of its parent's."""
    return _of_year(name, sites, pack, context.as_of.year)


def read_indicator(name: str, places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same indicator at every point."""
    return by_country(places, lambda code: _cell(name, code, pack, context.as_of.year))


@remembered(256)
def _of_year(name: str, sites: Sites, pack: Pack, year: int) -> Column:
    countries = {site.country for site in sites.items}
    cells = {country: _cell(name, country, pack, year) for country in countries}
    return column(cells[site.country] for site in sites.items)


def _cell(name: str, country: str, pack: Pack, year: int) -> Cell:
    row = indicator_near(pack.facts, name, country, date(year, 7, 1))  # a vintage is a whole year
    if row is None:
        words = name.replace("_", " ")
        return unknown(
            say(
                "The pack has no {indicator} of {place}.",
                indicator=say(words),
                place=title_of(pack, country),
            )
        )
    serving = (
        ""
        if row.jurisdiction == country
        else say("of {place}", place=title_of(pack, row.jurisdiction))
    )
    note = "; ".join(each for each in (serving, row.note) if each)
    badge = f"observed {row.year}" + (", stale" if is_stale_year(row.year, year) else "")
    return known(row.value, Provenance(str(row.source), row.observed, row.confidence, note, badge))
