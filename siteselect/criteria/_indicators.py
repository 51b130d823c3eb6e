"""Slow indicators of a jurisdiction as a column: the nearest vintage, its year as a badge."""

from siteselect.criteria._cells import Cell, column, known, title_of, unknown
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.packs.indicators import indicator_near
from siteselect.packs.pack import Pack


def indicator(name: str, sites: Sites, pack: Pack, context: Context) -> Column:
    """Return an indicator of each site's jurisdiction, or of its parent's."""
    cells: dict[str, Cell] = {}
    for country in {site.country for site in sites.items}:
        row = indicator_near(pack.facts, name, country, context.as_of)
        if row is None:
            words = name.replace("_", " ")
            cells[country] = unknown(f"The pack has no {words} of {title_of(pack, country)}.")
            continue
        serving = "" if row.jurisdiction == country else f"of {title_of(pack, row.jurisdiction)}"
        note = "; ".join(each for each in (serving, row.note) if each)
        badge = f"observed {row.year}"
        provenance = Provenance(str(row.source), row.observed, row.confidence, note, badge)
        cells[country] = known(row.value, provenance)
    return column(cells[site.country] for site in sites.items)
