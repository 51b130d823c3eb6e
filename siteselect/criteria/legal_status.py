"""Whether mining is lawful on the day: 2 lawful, 1 under conditions, 0 not."""

from siteselect.criteria._cells import Cell, column, known, unknown
from siteselect.criteria._places import by_country
from siteselect.criteria.measure import Measure
from siteselect.language import later
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.gate import Verdict
from siteselect.model.places import Places, Reading
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.model.value_function import Linear
from siteselect.packs.law import legal_status
from siteselect.packs.pack import Pack
from siteselect.progress import Progress

_GRADES = {Verdict.PASS: 2.0, Verdict.CONDITIONAL: 1.0, Verdict.FAIL: 0.0}


def measure(sites: Sites, pack: Pack, context: Context, progress: Progress) -> Column:
    """Return the standing of mining in each site's jurisdiction; unknown where no rule holds."""
    countries = {site.country for site in sites.items}
    cells = {country: _cell(country, pack, context) for country in countries}
    return column(cells[site.country] for site in sites.items)


def _cell(country: str, pack: Pack, context: Context) -> Cell:
    status = legal_status(pack.facts, country, context.as_of)
    if status.verdict is Verdict.UNKNOWN:
        return unknown(status.text)
    deciding = status.rules[0]
    provenance = Provenance(status.source, str(deciding.validity), deciding.confidence, status.text)
    return known(_GRADES[status.verdict], provenance)


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return by_country(places, lambda code: _cell(code, pack, context))


MEASURE = Measure(
    title=later("Mining lawful"),
    unit="status",
    group=later("Law & risk"),
    about=(
        later(
            "A gate: 2 where mining is lawful on the as-of day, 1 under "
            "conditions or when a change is announced, 0 where it is banned or "
            "cut off; unknown where no rule of the pack holds. The reason quotes "
            "the rule and its source. No legal advice."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=0, best=2),
    facts=("rules",),
    reads=frozenset({"day"}),
)
