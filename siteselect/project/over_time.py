"""The ranking over time: each site's rank, verdict and all-in price on many days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from math import nan

import numpy as np

from siteselect.criteria import MEASURES
from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.mcda.evaluate import evaluate
from siteselect.model.arrays import Floats, frozen_floats
from siteselect.model.decision_matrix import Column
from siteselect.model.gate import Verdict
from siteselect.model.study import Study
from siteselect.packs.own_layers import laid_over
from siteselect.packs.pack import Pack
from siteselect.packs.rates import DOLLAR, rate_on
from siteselect.packs.rows import FeeStep, Rule, Tariff
from siteselect.progress import Progress, silent
from siteselect.project.build import MatrixBuilder
from siteselect.project.prices_told import currencies
from siteselect.project.region_day import region_day

PRICE = "power_price"


@dataclass(frozen=True, slots=True)
class Standing:
    """One site on one day."""

    rank: int | None
    """1 is best; None where the site does not rank."""
    verdict: Verdict
    price: float
    """All-in price in USD/MWh; NaN where it is not known."""
    low: float
    high: float
    badge: str
    """A word on the price: carried, reference, national estimate ..."""


@dataclass(frozen=True, eq=False, slots=True)
class OverTime:
    """Ranks and prices of all sites on some days, one row a day and one column a site."""

    study: Study
    """The study it was made from: another one makes it stale."""
    days: tuple[date, ...]
    names: tuple[str, ...]
    ranks: Floats
    """1 is best; NaN where a site does not rank."""
    price: Floats
    """USD/MWh; NaN where it is not known."""
    low: Floats
    high: Floats
    verdicts: tuple[tuple[Verdict, ...], ...]
    badges: tuple[tuple[str, ...], ...]
    headlines: tuple[str, ...]
    """What held on each day, in one line."""
    moneys: tuple[str, ...] = ()
    """The currency of each site's land."""
    rates: Mapping[str, Floats] = field(default_factory=dict)
    """Units of each currency for one US dollar, by day; NaN where no rate is known."""

    def rate(self, day: date, currency: str) -> float:
        """Return the units of a currency for one US dollar on one of the days; NaN for unknown."""
        known = self.rates.get(currency)
        if known is None:
            return 1.0 if currency == DOLLAR else nan
        return float(known[self.days.index(day)])

    def at(self, day: date, name: str) -> Standing:
        """Return how one site stood on one of the days."""
        row, column = self.days.index(day), self.names.index(name)
        rank = self.ranks[row, column]
        return Standing(
            None if np.isnan(rank) else int(rank),
            self.verdicts[row][column],
            float(self.price[row, column]),
            float(self.low[row, column]),
            float(self.high[row, column]),
            self.badges[row][column],
        )


def over_time(
    study: Study,
    pack: Pack,
    days: Iterable[date],
    progress: Progress = silent,
    builder: MatrixBuilder | None = None,
) -> OverTime:
    """Return the ranking of the scenario at work on each of `days`, in their order.

    Parameters
    ----------
    study
        Sites, scenario and facts of the user; its own day does not matter.
    pack
        The pack that the study names, as it was opened.
    days
        On which facts are read; each counts once.
    progress
        Called before each day; it may cancel.
    builder
        One that has measured these sites before, to save looking at geometry again.
    """
    asked = tuple(dict.fromkeys(days))
    if not asked:
        raise StudyError(say("A ranking over time wants at least one day."))
    builder = builder or MatrixBuilder(pack)
    laid = laid_over(pack, study)
    ranks, prices, verdicts, badges = [], [], [], []
    for place, day in enumerate(asked):
        progress(place / len(asked), f"{day}")
        dated = study.with_day(day)
        matrix = builder.build(dated)
        evaluation = evaluate(dated.scenario, matrix)
        known = any(info.key == PRICE for info in matrix.infos)
        column = (
            matrix.column(PRICE)
            if known
            else MEASURES[PRICE].measure(matrix.sites, laid, dated.context, silent)
        )
        ranks.append(np.where(evaluation.ranks > 0, evaluation.ranks, nan))
        prices.append(column)
        verdicts.append(tuple(evaluation.verdicts))
        badges.append(tuple(each.badge for each in column.provenance))
    progress(1.0, say("Ranked"))
    return OverTime(
        study,
        asked,
        tuple(site.name for site in study.candidates),
        frozen_floats(ranks),
        *_stacked(prices),
        tuple(verdicts),
        tuple(badges),
        tuple(region_day(laid, day).headline for day in asked),
        tuple(money_of(laid, site.country) for site in study.candidates),
        _rates(laid, asked),
    )


def money_of(pack: Pack, country: str) -> str:
    """Return the currency of a land; US dollars where the pack names none."""
    land = pack.manifest.jurisdictions.get(country)
    return land.currency if land is not None and land.currency else DOLLAR


def _rates(pack: Pack, days: Sequence[date]) -> Mapping[str, Floats]:
    found = {}
    for code in currencies(pack):
        known = [rate_on(pack.facts, code, day) for day in days]
        found[code] = frozen_floats([nan if rate is None else rate.units_per_usd for rate in known])
    return found


def days_of_years(day: date, first: date, last: date) -> tuple[date, ...]:
    """Return the same day of every year from `first` to `last`: of 29 February the 28th."""
    month_day = (2, 28) if (day.month, day.day) == (2, 29) else (day.month, day.day)
    days = (date(year, *month_day) for year in range(first.year, last.year + 1))
    return tuple(each for each in days if first <= each <= last)


def days_of_change(study: Study, pack: Pack, first: date, last: date) -> tuple[date, ...]:
    """Return `first` and every later day on which a rule, price or fee of the sites' lands changes.

    Exchange rates are not among them: they change every month.
    """
    lands = tuple(dict.fromkeys(site.country for site in study.candidates))
    changes = _changes(laid_over(pack, study), lands)
    return (first, *(day for day in changes if first < day <= last))


@lru_cache(maxsize=16)
def _changes(pack: Pack, lands: tuple[str, ...]) -> tuple[date, ...]:
    facts = pack.facts
    codes = {each for land in lands for each in facts.lineage(land)}
    rows: list[Rule | Tariff | FeeStep] = []
    for code in codes:
        rows += [*facts.rules_of(code), *facts.tariffs_of(code), *facts.fees_of(code)]
    starts = {row.validity.start for row in rows if row.validity.start}
    ends = {row.validity.end for row in rows if row.validity.end}
    found = starts | {end + timedelta(days=1) for end in ends}
    return tuple(sorted(found))


def _stacked(columns: Sequence[Column]) -> tuple[Floats, Floats, Floats]:
    return (
        frozen_floats([each.value for each in columns]),
        frozen_floats([each.low for each in columns]),
        frozen_floats([each.high for each in columns]),
    )
