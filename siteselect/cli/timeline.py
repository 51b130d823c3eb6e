"""`siteselect timeline`: who passes on which day, at what price, and which fact made that so."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from math import isnan
from typing import TYPE_CHECKING, Annotated, Any

import typer

from siteselect.cli import choices
from siteselect.cli.choices import Choices, check_day, day_of
from siteselect.errors import StudyError

if TYPE_CHECKING:
    from siteselect.model.study import Study
    from siteselect.packs.pack import Pack
    from siteselect.project.differences import Difference
    from siteselect.project.over_time import OverTime, Standing

_VERDICTS = {"PASS": "pass", "CONDITIONAL": "cond", "UNKNOWN": "unkn", "FAIL": "FAIL"}
_NAME, _DAY = 30, 26
"""Signs that a name and a day take in the table."""
_TOLD = 3
"""So many differences are told of each group of sites; JSON tells all."""
_SITES = 4

Changes = dict[tuple[date, date], "dict[str, tuple[Difference, ...]]"]


class Format(StrEnum):
    """How it is told."""

    table = "table"
    json = "json"


@dataclass(frozen=True, slots=True)
class _Told:
    """All that is printed."""

    study: "Study"
    pack: "Pack"
    found: "OverTime"
    changes: Changes


def timeline(
    project: choices.Project = None,
    days: Annotated[
        str,
        typer.Option(
            metavar="D1,D2,...",
            help="Days to compare; or: years (the as-of day of every year), "
            "changes (every day on which a fact of the sites' lands changes).",
        ),
    ] = "years",
    scenario: choices.ScenarioName = None,
    site: Annotated[
        list[str] | None, typer.Option("--site", help="Only this site; may be given again.")
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How it is told.")] = Format.table,
    pack: choices.PackName = None,
) -> None:
    """Rank the sites on several days: who passes, at what price, and what made the difference."""
    from siteselect.packs.own_layers import laid_over
    from siteselect.project.differences import differences
    from siteselect.project.over_time import over_time

    study, opened = Choices(project, scenario=scenario, pack=pack).study()
    asked = _days(days, study, opened)
    shown = _shown(study, site or [])
    found, laid = over_time(study, opened, asked), laid_over(opened, study)
    changes: Changes = {
        pair: {each.name: differences(laid, each, *pair) for each in shown}
        for pair in zip(found.days, found.days[1:], strict=False)
    }
    told = _Told(study, opened, found, changes)
    names = [each.name for each in shown]
    if form is Format.json:
        print(json.dumps(_json(told, names), indent=2, ensure_ascii=False))
    else:
        _print(told, names)


def _days(text: str, study: "Study", pack: "Pack") -> list[date]:
    from siteselect.project.over_time import days_of_change, days_of_years

    today = datetime.now(UTC).date()
    first = pack.manifest.first_day or study.context.as_of
    if text == "years":
        return list(days_of_years(study.context.as_of, first, today))
    if text == "changes":
        return list(days_of_change(study, pack, first, today))
    found = [day_of(each.strip()) for each in text.split(",") if each.strip()]
    if not found:
        raise StudyError("--days names no day: write it as 2019-06-01,2021-06-02.")
    for each in found:
        check_day(each, pack)
    return found


def _shown(study: "Study", wanted: list[str]) -> list[Any]:  # of sites, imported when needed
    sites = {site.name.casefold(): site for site in study.candidates}
    lacking = [name for name in wanted if name.casefold() not in sites]
    if lacking:
        raise StudyError(
            f"The study {study.title} has no site called {', '.join(lacking)}. "
            "Look at the names with `siteselect rank`."
        )
    return [sites[name.casefold()] for name in wanted] or list(study.candidates)


def _print(told: _Told, names: list[str]) -> None:
    from siteselect.cli.terminal import console, line, table_of

    found, study = told.found, told.study
    out = console(_NAME + _DAY * len(found.days))
    out.print(line(f"{study.title} · {study.active} · {told.pack.reference}", "bold"))
    out.print(line("place · all-in price in USD/MWh, low–high · verdict of all gates", "dim"))
    for place, day in enumerate(found.days):
        passing = sum(each.ranks for each in found.verdicts[place])
        text = f"{day}: {passing} of {len(found.names)} pass. {found.headlines[place]}"
        out.print(line(text, "dim"))
    last = found.days[-1]
    names = sorted(names, key=lambda name: (found.at(last, name).rank or 10**6, name))
    rows = [(name, *(_cell(found.at(day, name)) for day in found.days)) for name in names]
    titles = ("Site", *(str(day) for day in found.days))
    out.print(table_of(titles, rows, words=titles))
    for (before, after), changes in told.changes.items():
        out.print()
        out.print(line(f"{before} to {after}: what made the difference", "bold"))
        for sites, texts in _grouped(changes).items():
            out.print(line(f"{_few(sites)}:"))
            for text in texts[:_TOLD] or ["nothing that is known"]:
                out.print(line(f"  {text}", "dim"))


def _cell(standing: "Standing") -> str:
    rank = str(standing.rank) if standing.rank is not None else "–"
    if isnan(standing.price):
        price = "unknown" if isnan(standing.low) else f"≥ {standing.low:.1f}"
    elif standing.low < standing.high:
        price = f"{standing.low:.1f}–{standing.high:.1f}"
    else:
        price = f"{standing.price:.1f}"
    return f"{rank} · {price} · {_VERDICTS[standing.verdict.value]}"


def _grouped(changes: "dict[str, tuple[Difference, ...]]") -> dict[tuple[str, ...], list[str]]:
    """Return the sites for which the same facts made the difference, and these in words."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for name, found in changes.items():
        groups.setdefault(tuple(_words(each) for each in found), []).append(name)
    return {tuple(names): list(texts) for texts, names in groups.items()}


def _words(difference: "Difference") -> str:
    change = "" if isnan(difference.change) else f" ({difference.change:+.1f} USD/MWh)"
    return f"{difference.subject}: {difference.text}{change}"


def _few(names: tuple[str, ...]) -> str:
    if len(names) <= _SITES:
        return ", ".join(names)
    return f"{', '.join(names[:_SITES])} and {len(names) - _SITES} more"


def _json(told: _Told, names: list[str]) -> dict[str, Any]:  # JSON values
    found = told.found
    return {
        "pack": told.pack.reference,
        "digest": told.pack.digest,
        "study": told.study.title,
        "scenario": told.study.active,
        "unit": "USD/MWh",
        "days": [
            {
                "day": f"{day}",
                "headline": found.headlines[place],
                "sites": [{"name": name, **_standing(found.at(day, name))} for name in names],
            }
            for place, day in enumerate(found.days)
        ],
        "differences": [
            {
                "before": f"{before}",
                "after": f"{after}",
                "sites": {
                    name: [
                        {
                            "subject": each.subject,
                            "text": each.text,
                            "rows": list(each.rows),
                            "change": _number(each.change),
                        }
                        for each in changes[name]
                    ]
                    for name in names
                },
            }
            for (before, after), changes in told.changes.items()
        ],
    }


def _standing(standing: "Standing") -> dict[str, Any]:  # JSON values
    return {
        "rank": standing.rank,
        "verdict": standing.verdict.value,
        "price": _number(standing.price),
        "low": _number(standing.low),
        "high": _number(standing.high),
        "badge": standing.badge,
    }


def _number(value: float) -> float | None:
    return None if isnan(value) else value
