"""The terms on which a site works: each figure with its source, machines, cooling, hours.

A figure is read in this order: typed with the site, chosen for its land, chosen in the study, given
by the pack for the jurisdiction or for all, assumed by the program.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import isnan

import numpy as np

from siteselect.economics.uptime import CutHours, available, by_month, from_month, uptime
from siteselect.language import later, say
from siteselect.model.arrays import Floats
from siteselect.model.decision_matrix import Column
from siteselect.model.figures import FIGURES, Figure
from siteselect.model.fleet import Fleet, Lot
from siteselect.model.money import Cut, Money, month_day
from siteselect.model.sites import Site, Sites
from siteselect.packs.money_defaults import cuts_on, default_fleet, figure_on
from siteselect.packs.money_rows import money_rows
from siteselect.packs.pack import Pack

GIVEN = later("Given by the user with the site")


@dataclass(frozen=True, eq=False, slots=True)
class Terms:
    """Every figure for every site, and for the study as a whole."""

    whole: Mapping[str, Figure]
    """Of no jurisdiction: what the list of assumptions shows."""
    by_site: tuple[Mapping[str, Figure], ...]

    def column(self, key: str) -> Floats:
        """Return one figure of all sites."""
        return np.array([each[key].value for each in self.by_site])


def terms(sites: Sites, pack: Pack, money: Money, day: date) -> Terms:
    """Return the figures of each site on `day`."""
    kept: dict[str, Mapping[str, Figure]] = {}
    by_site = []
    for site in sites.items:
        if site.country not in kept:
            kept[site.country] = _figures(pack, money, pack.facts.lineage(site.country), day)
        by_site.append(_with_given(kept[site.country], site))
    return Terms(_figures(pack, money, (), day), tuple(by_site))


def _figures(pack: Pack, money: Money, lineage: tuple[str, ...], day: date) -> Mapping[str, Figure]:
    rows = money_rows(pack).figures
    given = {row.key: figure_on(rows, row.key, lineage, day) for row in rows if row.figure}
    found = {key: given.get(key) or info.default for key, info in FIGURES.items()}
    return found | dict(money.figures) | money.land_figures(lineage)


def _with_given(figures: Mapping[str, Figure], site: Site) -> Mapping[str, Figure]:
    given = {key: Figure(value, say(GIVEN)) for key, value in site.values if key in FIGURES}
    for key, figure in given.items():
        FIGURES[key].check(figure)
    return {**figures, **given} if given else figures


def fleet_of(pack: Pack, money: Money, day: date, usd_per_th: Figure) -> Fleet | None:
    """Return the machines, those without a price valued by hash rate; None where none are known."""
    fleet = money.fleet or default_fleet(money_rows(pack), day)
    if fleet is None:
        return None
    return replace(fleet, lots=tuple(_valued(lot, usd_per_th) for lot in fleet.lots))


def _valued(lot: Lot, usd_per_th: Figure) -> Lot:
    machine = lot.machine
    if machine.usd is not None:
        return lot
    usd = usd_per_th.value * machine.th_s
    told = f"{usd_per_th.value:g} USD/TH/s; {usd_per_th.source}"
    return replace(lot, machine=replace(machine, usd=usd, usd_source=told))


def cooling(sites: Sites, july: Column, own: Terms) -> tuple[Floats, tuple[str, ...]]:
    """Return the PUE of each site and how it was got.

    A value typed as "pue" stands; else it grows with the mean of July above a threshold.
    """
    found, notes = [], []
    for row, site in enumerate(sites.items):
        figures, celsius = own.by_site[row], float(july.value[row])
        typed = dict(site.values).get("pue", np.nan)
        if not isnan(typed):
            found.append(typed)
            notes.append(say(GIVEN))
        elif isnan(celsius):
            found.append(figures["pue_unknown"].value)
            notes.append(
                say("the climate is not known: {source}", source=figures["pue_unknown"].source)
            )
        else:
            warm = max(celsius - figures["pue_from_c"].value, 0.0)
            found.append(figures["pue_base"].value + warm * figures["pue_per_degree"].value)
            notes.append(f"July mean of {celsius:.1f} °C; {figures['pue_base'].source}")
    return np.array(found), tuple(notes)


_LOST = ("planned_outage", "stale_share", "quota_share")
"""What takes from the hours, as `uptime` wants it."""


def hours(
    sites: Sites, pack: Pack, money: Money, day: date, own: Terms, months: int
) -> tuple[Floats, tuple[str, ...]]:
    """Return uptime, one row a site and one column a month from the day on, and the cuts in words.

    Quota is a share of the load; cuts are those of the study, or of the pack's calendar.
    """
    table, notes = np.empty((len(sites), months)), []
    kept: dict[str, tuple[Floats, str]] = {}
    rows: dict[tuple[str, tuple[float, ...]], Floats] = {}
    for row, site in enumerate(sites.items):
        if site.country not in kept:
            cuts = _cuts(pack, money, site.country, day)
            shares = by_month(available(_hours(cut) for cut in cuts))
            kept[site.country] = (shares, "; ".join(_words(cut) for cut in cuts))
        shares, note = kept[site.country]
        lost = tuple(own.by_site[row][each].value for each in _LOST)
        if (site.country, lost) not in rows:
            rows[site.country, lost] = uptime(from_month(shares, day.month, months), *lost)
        table[row] = rows[site.country, lost]
        notes.append(note or say("no cuts are counted with"))
    return table, tuple(notes)


def _cuts(pack: Pack, money: Money, country: str, day: date) -> tuple[Cut, ...]:
    lineage = pack.facts.lineage(country)
    if money.cuts is None:
        return cuts_on(money_rows(pack).cuts, lineage, day)
    return tuple(cut for cut in money.cuts if cut.jurisdiction in {*lineage, ""})


def _hours(cut: Cut) -> CutHours:
    ends = (month_day(cut.first), month_day(cut.last))
    return CutHours(*ends, cut.hour_from, cut.hour_to, cut.share)


def _words(cut: Cut) -> str:
    part = "" if cut.share == 1.0 else f"{cut.share:.0%} ".replace("%", " %")
    span = "" if (cut.hour_from, cut.hour_to) == (0, 24) else f", {cut.hour_from}-{cut.hour_to} h"
    return say(
        "{part}cut from {first} to {last}{span} ({source})",
        part=part,
        first=cut.first,
        last=cut.last,
        span=span,
        source=cut.source,
    )
