"""What the Money place shows: the reckoning of a day with every supply route, and one site's runs.

Both are frozen values that a background task makes; displays read them and compute nothing.
"""

from dataclasses import dataclass, replace

from siteselect.economics.money_sensitivity import Bar
from siteselect.economics.simulation import Bands
from siteselect.errors import StudyError
from siteselect.language import later, say
from siteselect.model.arrays import Floats
from siteselect.model.event import Conflict
from siteselect.model.fact import Confidence
from siteselect.model.route import Route
from siteselect.model.study import Study
from siteselect.model.supply import RouteKind
from siteselect.packs.own_facts import lay_over
from siteselect.packs.pack import Pack
from siteselect.progress import Progress, silent
from siteselect.project.conflicts import conflicts
from siteselect.project.finance import Finance, finance
from siteselect.project.routes import routes_of_all

PRICE = "power_price"


@dataclass(frozen=True, eq=False, slots=True)
class MoneyDay:
    """All sites of a study on its day."""

    study: Study
    pack: Pack
    """With the user's facts laid over it."""
    finance: Finance
    routes: tuple[tuple[Route, ...], ...]
    """For each site the ways to power that are known of, first the one that the price is from."""
    conflicts: tuple[Conflict, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The sites in the order of every figure."""
        return self.finance.sites.names

    def unlawful(self, row: int) -> str:
        """Return the law that forbids mining at a site on the day; empty where none does."""
        law = self.finance.reckoning.law
        if law.value[row] != 0:
            return ""
        return self.finance.estimate("npv").why[row] or say("Mining is not lawful on this day.")


@dataclass(frozen=True, eq=False, slots=True)
class SiteMoney:
    """One site by month, in runs, and by what moves it."""

    day: MoneyDay
    name: str
    cash: Floats
    """Cumulative cash by month, USD; NaN where it cannot be reckoned."""
    bands: Bands
    bars: tuple[Bar, ...]
    """The widest swing first; none where the site cannot be reckoned."""
    why: str
    """Why it cannot be reckoned; empty where it can."""


def money_day(study: Study, pack: Pack, progress: Progress = silent) -> MoneyDay:
    """Return what every site costs and earns on the study's day."""
    day = study.context.as_of
    laid = lay_over(pack, study.facts)
    progress(0.1, say("Reckoning the money"))
    found = finance(study, pack)
    progress(0.7, say("Reading the routes"))
    by_site = []
    every = routes_of_all(laid, found.sites, day)
    for site, known in zip(study.candidates, every, strict=True):
        typed = dict(site.values).get(PRICE)
        by_site.append(known if typed is None else (_typed(typed), *known))
    return MoneyDay(study, laid, found, tuple(by_site), conflicts(laid, day))


def site_money(day: MoneyDay, name: str, progress: Progress = silent) -> SiteMoney:
    """Return one site by month, in seeded runs, and by what moves it."""
    if name not in day.names:
        raise StudyError(say("The study has no site called {name}.", name=name))
    found = day.finance
    progress(0.1, say("Running the months"))
    bands = found.bands(name)
    progress(0.6, say("Moving each figure"))
    bars = found.tornado(name)
    why = found.estimate("npv").why[found.row(name)]
    return SiteMoney(day, name, found.cash(name), bands, bars, why)


def _typed(price: float) -> Route:
    """Return the price that was typed with a site as a route of its own."""
    told = Route(
        RouteKind.OFFER, price, price, price, source=later("Given by the user with the site")
    )
    return replace(told, confidence=Confidence.USER, badge="yours")
