"""The money of a study: every figure of every site, by month, in bands, by partner, by swing.

One reckoning serves criteria, screen and command line: `Finance` binds it to the study that it was
made for, and answers what a display asks.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np

from siteselect.criteria._money import reckon
from siteselect.criteria._reckoning import TITLES, Reckoning
from siteselect.economics.case import Case
from siteselect.economics.cash_flow import Shared, shared
from siteselect.economics.estimate import Estimate
from siteselect.economics.money_sensitivity import Bar, Swing, tornado
from siteselect.economics.simulation import Bands, Spread, simulate
from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.arrays import Floats
from siteselect.model.decision_matrix import DecisionMatrix
from siteselect.model.figures import FIGURES, Figure
from siteselect.model.sites import Site, Sites
from siteselect.model.study import Study
from siteselect.packs.own_layers import laid_over
from siteselect.packs.pack import Pack

RUNS = 2000
_SWINGS: Mapping[str, str] = {
    "decay": "decay",
    "discount": "discount",
    "months": "months",
    "pool_fee": "pool_fee",
    "opex_usd_mwh": "opex_usd_per_mwh",
    "profit_tax": "profit_tax",
}
"""Figures that are fields of a case, by their key."""


@dataclass(frozen=True, slots=True)
class Assumed:
    """One line of the list of assumptions."""

    key: str
    title: str
    unit: str
    group: str
    figure: Figure
    chosen: bool
    """Whether the person chose it; else it is the pack's or the program's."""


@dataclass(frozen=True, eq=False, slots=True)
class Finance:
    """All that was reckoned for one study."""

    study: Study
    matrix: DecisionMatrix | None
    """The matrix that is on screen beside it, where there is one."""
    reckoning: Reckoning

    @property
    def sites(self) -> Sites:
        """The sites in the order of every figure."""
        return self.reckoning.sites

    @property
    def titles(self) -> Mapping[str, tuple[str, str]]:
        """Title and unit of each figure, by its key."""
        return TITLES

    def estimate(self, key: str) -> Estimate:
        """Return one figure of all sites; StudyError for a key that there is not."""
        if key not in TITLES:
            raise StudyError(
                say(
                    "There is no figure called {key}. There are: {titles}.",
                    key=key,
                    titles=", ".join(TITLES),
                )
            )
        return self.reckoning.estimates[key]

    def row(self, name: str) -> int:
        """Return the row of a site; StudyError for a name that there is not."""
        if name not in self.sites.names:
            raise StudyError(say("The study has no site called {name}.", name=name))
        return self.sites.index(name)

    def site(self, name: str) -> Site:
        """Return the site called `name`."""
        return self.sites.items[self.row(name)]

    def case(self, name: str) -> Case:
        """Return the terms of one site, as arrays of one."""
        return one_of(self.reckoning.case, self.row(name))

    def cash(self, name: str) -> Floats:
        """Return cumulative cash of one site by month, from the capital on; NaN where unknown."""
        row = self.row(name)
        if np.isnan(self.estimate("npv").value[row]):
            return np.full(self.reckoning.case.months + 1, np.nan)
        cash: Floats = self.reckoning.at_value.cash[row]
        return cash

    def bands(self, name: str, runs: int = RUNS, seed: int = 1) -> Bands:
        """Return the Monte Carlo of one site; a site keeps its runs when others come and go."""
        row, figures = self.row(name), self.reckoning.terms.by_site[self.row(name)]
        spread = Spread(*(figures[f"spread_{each.name}"].value for each in fields(Spread)))
        case = self.case(name)
        if np.isnan(self.estimate("npv").value[row]):
            case = case.at_power(np.array([np.nan]))
        return simulate(
            case,
            spread,
            power_low=float(self.reckoning.price.low[row]),
            power_high=float(self.reckoning.price.high[row]),
            runs=runs,
            seed=seed,
            key=1 + zlib.crc32(name.encode()),
        )

    def tornado(self, name: str) -> tuple[Bar, ...]:
        """Return what moves net present value and cost per BTC of one site, the widest first."""
        row = self.row(name)
        if np.isnan(self.estimate("npv").value[row]):
            return ()
        return tornado(self.case(name), self._swings(row))

    def partners(self, name: str) -> tuple[tuple[str, Shared], ...]:
        """Return each partner's part of one site; none where nobody shares."""
        row, found = self.row(name), self.reckoning
        case = self.case(name)
        flows = np.where(
            np.isnan(self.estimate("npv").value[row]), np.nan, found.at_value.flows[row]
        )
        paid = float(np.squeeze(case.capital)) - float(np.squeeze(case.loan))
        discount, resale = float(np.squeeze(case.discount)), float(np.squeeze(case.resale))
        return tuple(
            (each.name, shared(paid, flows, discount, each.cost_share, each.profit_share, resale))
            for each in found.money.partners
        )

    def assumptions(self) -> tuple[Assumed, ...]:
        """Return every figure that holds for the study as a whole, in the order of the screen."""
        chosen = {key for key, _ in self.reckoning.money.figures}
        whole = self.reckoning.terms.whole
        return tuple(
            Assumed(key, info.title, info.unit, info.group, whole[key], key in chosen)
            for key, info in FIGURES.items()
        )

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a reader must know of the whole, one sentence each."""
        found = self.reckoning
        told = []
        if found.network.why_unknown:
            told.append(found.network.why_unknown)
        if found.network.notes:
            told.append(say("Carried on: {found}.", found="; ".join(found.network.notes)))
        if found.fleet is not None and found.money.fleet is None:
            machine = found.fleet.lots[0].machine
            told.append(
                say(
                    "No fleet was chosen: {model} stands in, {th_s:g} TH/s, {j_per_th:g} J/TH.",
                    model=machine.model,
                    th_s=machine.th_s,
                    j_per_th=machine.j_per_th,
                )
            )
        known = self.estimate("npv").known
        told.append(
            say(
                "Net present value known for {known} of {count} sites on this day.",
                known=known,
                count=len(self.sites),
            )
        )
        guessed = sum(each.figure.assumed for each in self.assumptions())
        told.append(
            say(
                "{guessed} of {count} figures are assumptions without a source.",
                guessed=guessed,
                count=len(FIGURES),
            )
        )
        return tuple(told)

    def _swings(self, row: int) -> tuple[Swing, ...]:
        found, figures = self.reckoning, self.reckoning.terms.by_site[row]
        price, low, high = (float(each[row]) for each in
                            (found.price.value, found.price.low, found.price.high))  # fmt: skip
        if low == high:
            low, high = price * 0.8, price * 1.2
        swings = [Swing("power_usd_per_mwh", say("Power price"), low, high)]
        btc = float(np.squeeze(found.case.btc_usd))
        swings.append(Swing("btc_usd", say("BTC price"), btc * 0.8, btc * 1.2))
        swings.append(Swing("difficulty", say("Difficulty"), 0.8, 1.2))
        for key, name in _SWINGS.items():
            swings.append(Swing(name, FIGURES[key].title, *FIGURES[key].ends(figures[key])))
        capital, up = float(found.spent.total[row]), float(found.case.yearly_uptime[row])
        swings.append(Swing("capital", say("Capital"), capital * 0.8, capital * 1.2))
        swings.append(Swing("uptime", say("Uptime"), up * 0.9, min(up * 1.1, 1.0)))
        if found.in_local_money[row]:
            ends = FIGURES["fx_drift"].ends(figures["fx_drift"])
            swings.append(Swing("power_drift", FIGURES["fx_drift"].title, *ends))
        pue = float(found.pue[row])
        swings.append(Swing("pue", "PUE", max(1.0, pue * 0.97), pue * 1.03))
        return tuple(each for each in swings if each.low < each.high)


def finance(study: Study, pack: Pack, matrix: DecisionMatrix | None = None) -> Finance:
    """Return the money of a study on its day; pure, and safe to run in a background task.

    Parameters
    ----------
    study
        The study; its own facts are laid over the pack here.
    pack
        The pack as it was opened.
    matrix
        The matrix on screen, whose sites are used, so that both belong together.
    """
    fits = matrix is not None and matrix.sites.items == study.candidates
    sites = matrix.sites if matrix is not None and fits else Sites(study.candidates)
    found = reckon(sites, laid_over(pack, study), study.context)
    return Finance(study, matrix if fits else None, found)


def one_of(case: Case, row: int) -> Case:
    """Return the terms of one site out of those of all; each array becomes one of length one."""
    size = len(np.asarray(case.pue))
    taken = {}
    for each in fields(Case):
        value = getattr(case, each.name)
        if isinstance(value, np.ndarray) and value.ndim and len(value) == size:
            value = value[row : row + 1]
        taken[each.name] = value
    return Case(**taken)
