"""`siteselect finance`: what every site of a project costs, earns and risks on a day."""

import json
from collections.abc import Collection
from functools import partial
from math import isinf, isnan
from typing import TYPE_CHECKING, Annotated, Any

import typer

from siteselect.cli import choices, price_units
from siteselect.cli.choices import Choices
from siteselect.cli.price_units import Power, span, told_in
from siteselect.errors import StudyError

if TYPE_CHECKING:
    from siteselect.economics.price_unit import PricesTold
    from siteselect.model.study import Study
    from siteselect.packs.pack import Pack
    from siteselect.project.finance import Finance

_COLUMNS = (
    ("price", "", 1.0, 1),
    ("break_even", "Break-even", 1.0, 1),
    ("cost_per_btc", "USD/BTC", 1.0, 0),
    ("payback", "Payback", 1.0, 0),
    ("npv", "NPV M$", 1e6, 1),
    ("irr", "IRR %", 0.01, 0),
    ("capital", "Capital M$", 1e6, 1),
    ("at_risk", "Risk M$/y", 1e6, 1),
)
"""Figures in the table: key, heading, what it is divided by, decimals; prices say their unit."""
_PRICE_UNIT = "USD/MWh"
_SITES = 4
_WIDE = 190
"""Signs in a row from which on intervals are shown."""


def finance(
    project: choices.Project = None,
    as_of: choices.AsOf = None,
    load: choices.Load = None,
    sites: choices.SitesFile = None,
    pack: choices.PackName = None,
    set_: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="KEY=VALUE",
            help="One figure: decay=0.02, of one land: KZ.profit_tax=0.2.",
        ),
    ] = None,
    site: Annotated[
        str | None, typer.Option("--site", help="With cash by month of one site.")
    ] = None,
    unit: price_units.Unit = Power.mwh,
    currency: price_units.Currency = "USD",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Print cost, break-even, payback, net present value, capital and risk of every site."""
    from siteselect.packs.own_layers import laid_over
    from siteselect.project.finance import finance as reckoned

    study, opened = Choices(project, as_of, load=load, sites=sites, pack=pack).study()
    found = reckoned(_with_figures(study, set_ or [], opened.manifest.jurisdictions), opened)
    if site is not None:
        found.row(site)
    told = told_in(laid_over(opened, study), currency, unit, study.context.as_of)
    if as_json:
        print(json.dumps(_json(found, opened, told, site), indent=2, ensure_ascii=False))
    else:
        _print(found, opened, told, site)


def _with_figures(study: "Study", settings: list[str], lands: Collection[str]) -> "Study":
    from siteselect.model.figures import Figure
    from siteselect.model.money import Money

    money = study.money
    for text in settings:
        key, _, value = text.partition("=")
        try:
            number = float(value)
        except ValueError:
            raise StudyError(f"--set {text} is not understood: write it as decay=0.02.") from None
        figure = Figure(number, "given on the command line")
        land, _, of_land = key.strip().rpartition(".")
        held = money or Money()
        if land and land not in lands:
            raise StudyError(f"--set {text}: the pack has no land {land}. It has: "
                             f"{', '.join(lands)}.")  # fmt: skip
        money = (
            held.with_land_figure(land, of_land, figure)
            if land
            else held.with_figure(of_land, figure)
        )
    return study if money is None else study.with_money(money)


def _json(
    found: "Finance", pack: "Pack", prices: "PricesTold", site: str | None
) -> dict[str, Any]:  # Any: JSON values
    context, reckoning = found.study.context, found.reckoning
    state = reckoning.network.network
    network = None if state is None else {
        name: {"value": each.value, "source": each.source}
        for name, each in (("btc_usd", state.btc_usd), ("difficulty", state.difficulty),
                           ("subsidy", state.subsidy), ("fee_share", state.fee_share))
    }  # fmt: skip
    fleet = reckoning.fleet
    machines = [] if fleet is None else [
        {"model": lot.machine.model, "count": lot.count, "th_s": lot.machine.th_s,
         "j_per_th": lot.machine.j_per_th, "usd": lot.machine.usd, "source": lot.machine.source,
         "usd_source": lot.machine.usd_source}
        for lot in fleet.lots
    ]  # fmt: skip
    told: dict[str, Any] = {
        "stamp": {
            "title": found.study.title,
            "pack": pack.reference,
            "digest": pack.digest,
            "as_of": f"{context.as_of}",
            "load_mw": context.load_mw,
        },
        "remarks": [*found.remarks, *_rates(prices)],
        "hashprice_usd_per_ph_day": _number(reckoning.hashprice),
        "network": network,
        "fleet": {"fills_load": bool(fleet and fleet.fills_load), "machines": machines},
        "assumptions": [
            {"key": each.key, "title": each.title, "unit": each.unit, "value": each.figure.value,
             "low": each.figure.low, "high": each.figure.high, "source": each.figure.source,
             "chosen": each.chosen}
            for each in found.assumptions()
        ],
        "sites": [_site(found, prices, row) for row in range(len(found.sites))],
    }  # fmt: skip
    if site is not None:
        told["cash"] = {"site": site, "usd": [_number(float(each)) for each in found.cash(site)]}
    return told


def _site(found: "Finance", prices: "PricesTold", row: int) -> dict[str, Any]:  # Any: JSON values
    reckoning, site = found.reckoning, found.sites.items[row]
    figures, shown = {}, prices.of(site.country)
    for key, (_, own) in found.titles.items():
        each, unit = found.estimate(key), own
        value, low, high = (float(one[row]) for one in (each.value, each.low, each.high))
        if unit == _PRICE_UNIT:
            value, low, high, unit = *map(shown.of, (value, low, high)), shown.title
        told: dict[str, Any] = {"value": _number(value), "low": _number(low),
                                "high": _number(high), "unit": unit}  # fmt: skip
        if isinf(value):
            told |= {"never": True, "why": _never(found)}
        elif isnan(value):
            told["why"] = each.why[row] or shown.note
        figures[key] = told
    return {
        "name": site.name,
        "country": site.country,
        "figures": figures,
        "price_source": reckoning.price.provenance[row].source,
        "pue": _number(float(reckoning.pue[row])),
        "pue_note": reckoning.pue_notes[row],
        "uptime": _number(float(reckoning.case.yearly_uptime[row])),
        "uptime_note": reckoning.uptime_notes[row],
        "machines": _number(float(reckoning.machines[row])),
    }


def _never(found: "Finance") -> str:
    return f"It does not pay back within {found.reckoning.case.months} months."


def _print(found: "Finance", pack: "Pack", prices: "PricesTold", site: str | None) -> None:
    from siteselect.cli.terminal import console, line, table_of

    context, out = found.study.context, console(_WIDE)
    cell = partial(_cell, found, prices, wide=out.width >= _WIDE)
    out.print(line(f"{found.study.title} · what a site earns", "bold"))
    out.print(
        line(f"As of {context.as_of}, {context.load_mw:g} MW wanted, {pack.reference}", "dim")
    )
    price = found.reckoning.hashprice
    out.print(line("Hash price unknown" if isnan(price) else f"Hash price {price:.2f} USD/PH/day"))
    for remark in (*found.remarks, *_rates(prices)):
        out.print(line(remark, "dim"))
    unit = "Local" if prices.local else prices.whole.title
    titles = (
        "Site",
        "Country",
        *(["Unit"] * prices.local),
        *(title or unit for _, title, _, _ in _COLUMNS),
    )
    rows = [
        (each.name, each.country, *([prices.of(each.country).title] * prices.local),
         *(cell(key, row, by, digits) for key, _, by, digits in _COLUMNS))
        for row, each in enumerate(found.sites.items)
    ]  # fmt: skip
    out.print(table_of(titles, rows, ("Site", "Country", "Unit")))
    for why, names in _reasons(found).items():
        more = f" and {len(names) - _SITES} more" if len(names) > _SITES else ""
        out.print()
        out.print(line(f"{', '.join(names[:_SITES])}{more}: {why}"))
    if site is not None:
        out.print()
        months = [f"{month}: {cash / 1e6:.2f}" for month, cash in enumerate(found.cash(site))]
        out.print(line(f"Cash of {site} by month, million USD. {'; '.join(months)}"))


def _rates(prices: "PricesTold") -> tuple[str, ...]:
    told = (prices.missing, f"Prices at {prices.rates}." if prices.rates else "")
    return tuple(each for each in told if each)


def _cell(
    found: "Finance",
    prices: "PricesTold",
    key: str,
    row: int,
    by: float,
    digits: int,
    *,
    wide: bool,
) -> str:
    """Return a figure, with its interval where the terminal is wide enough for all of them."""
    each = found.estimate(key)
    value, low, high = (float(one[row]) / by for one in (each.value, each.low, each.high))
    if not wide and not isnan(value):
        low = high = value
    if found.titles[key][1] == _PRICE_UNIT and not isnan(value):
        return span(prices.of(found.sites.items[row].country), value, low, high, "–")
    if isnan(value):
        return "–"
    if isinf(value):
        return "never"
    if low == high or isinf(high):
        return f"{value:,.{digits}f}"
    return f"{value:,.{digits}f} ({low:,.{digits}f}–{high:,.{digits}f})"


def _reasons(found: "Finance") -> dict[str, list[str]]:
    """Return each reason why a net present value is unknown, with the sites that it holds for."""
    groups: dict[str, list[str]] = {}
    for row, why in enumerate(found.estimate("npv").why):
        if why:
            groups.setdefault(why, []).append(found.sites.names[row])
    return groups


def _number(value: float) -> float | None:
    """Return a number that JSON can hold; None for unknown and for never."""
    return None if isnan(value) or isinf(value) else value
