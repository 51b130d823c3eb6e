"""`siteselect price`: the routes by which power reaches a site, part by part, with sources."""

import json
from math import isnan, nan
from typing import TYPE_CHECKING, Annotated, Any

import typer

from siteselect.cli import choices, price_units
from siteselect.cli.choices import Choices
from siteselect.cli.price_units import Power, span, told_in
from siteselect.errors import StudyError

if TYPE_CHECKING:
    from datetime import date

    from siteselect.economics.price_unit import PriceUnit
    from siteselect.model.route import Route, RoutePart
    from siteselect.model.sites import Site
    from siteselect.packs.pack import Pack


def price(
    site: Annotated[str, typer.Option("--site", help="The name of a site of the project.")],
    project: choices.Project = None,
    as_of: choices.AsOf = None,
    sites: choices.SitesFile = None,
    pack: choices.PackName = None,
    unit: price_units.Unit = Power.mwh,
    currency: price_units.Currency = "USD",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Print every supply route of a site on a day: parts, sources, and which one the price is."""
    from siteselect.packs.own_facts import lay_over
    from siteselect.project.routes import routes

    study, opened = Choices(project, as_of, sites=sites, pack=pack).study()
    place = next((each for each in study.candidates if each.name == site), None)
    if place is None:
        known = ", ".join(each.name for each in study.candidates[:8])
        raise StudyError(f"The study {study.title} has no site called {site}. It has: {known} ...")
    day, laid = study.context.as_of, lay_over(opened, study.facts)
    found = routes(laid, place, day)
    shown = told_in(laid, currency, unit, day).of(place.country)
    if as_json:
        told = {
            "stamp": {"pack": opened.reference, "digest": opened.digest, "as_of": f"{day}"},
            "site": place.name,
            "country": place.country,
            "unit": shown.title,
            "rate": {"usd": _number(shown.units_per_usd), "told": shown.note},
            "typed": _number(shown.of(_typed(place))),
            "why": "" if found else _nothing(place, day),
            "routes": [_json(each, shown, chosen=not at) for at, each in enumerate(found)],
        }
        print(json.dumps(told, indent=2, ensure_ascii=False))
        return
    _print(place, found, day, opened, shown)


def _json(
    route: "Route", shown: "PriceUnit", *, chosen: bool
) -> dict[str, Any]:  # Any: JSON values
    return {
        "route": route.kind.value,
        "title": route.title,
        "chosen": chosen,
        "value": _number(shown.of(route.value)),
        "low": _number(shown.of(route.low)),
        "high": _number(shown.of(route.high)),
        "lawful": route.lawful,
        "reason": route.reason,
        "why": route.why_unknown,
        "source": route.source,
        "observed": route.observed,
        "confidence": route.confidence.value if route.confidence else None,
        "badge": route.badge,
        "note": route.note,
        "parts": [
            {
                "title": part.title,
                "value": _number(shown.of(part.value)),
                "low": _number(shown.of(part.low)),
                "high": _number(shown.of(part.high)),
                "source": part.source,
                "observed": part.observed,
                "confidence": part.confidence.value if part.confidence else None,
                "vat": part.vat.value if part.vat else None,
                "note": part.note,
            }
            for part in route.parts
        ],
    }


def _print(
    site: "Site", found: "tuple[Route, ...]", day: "date", pack: "Pack", shown: "PriceUnit"
) -> None:
    from siteselect.cli.terminal import console, line

    out = console()
    out.print(line(f"{site.name} ({site.country}): power on {day}, {shown.title}", "bold"))
    out.print(line(f"{pack.reference}; without VAT unless a part says otherwise", "dim"))
    if shown.note:
        out.print(line(f"Prices {shown.note}" if shown.known else shown.note, "dim"))
    typed = _typed(site)
    if not isnan(typed):
        told = span(shown, typed, typed, typed)
        out.print(line(f"{told} is typed with the site and stands in place of all below."))
    if not found:
        out.print(line(_nothing(site, day)))
    for place, route in enumerate(found):
        out.print()
        mark = "→ " if not place else "  "
        price = span(shown, route.value, route.low, route.high)
        closed = "" if route.lawful else f", closed: {route.reason}"
        out.print(line(f"{mark}{route.title}: {price}{closed}", "" if place else "bold"))
        for text in (route.why_unknown, route.note, route.badge):
            if text:
                out.print(line(f"    {text}", "dim"))
        for part in route.parts:
            out.print(line(f"    {part.title}: {span(shown, part.value, part.low, part.high)}"))
            told = _told(part)
            if told:
                out.print(line(f"        {told}", "dim"))


def _told(part: "RoutePart") -> str:
    vat = f"VAT {part.vat.value}" if part.vat else ""
    trust = part.confidence.value if part.confidence else ""
    return " · ".join(each for each in (part.source, part.observed, trust, vat, part.note) if each)


def _typed(site: "Site") -> float:
    return dict(site.values).get("power_price", nan)


def _nothing(site: "Site", day: "date") -> str:
    return f"No price of power for industry or miners is known for {site.name} on {day}."


def _number(value: float) -> float | None:
    return None if isnan(value) else value
