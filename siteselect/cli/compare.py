"""`siteselect compare`: scenarios side by side, what differs, and who is near the top in all."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import numpy as np
import typer

from siteselect.cli import choices
from siteselect.cli.choices import Choices
from siteselect.cli.sensitivity import Format
from siteselect.cli.terminal import console, line, table_of
from siteselect.errors import StudyError

if TYPE_CHECKING:
    from siteselect.mcda.scenarios import ScenarioComparison
    from siteselect.model.decision_matrix import DecisionMatrix
    from siteselect.model.scenario import Scenario
    from siteselect.model.study import Study
    from siteselect.packs.pack import Pack

_SITES = 20
"""So many sites are told of in the terminal; programs are told of all."""


@dataclass(frozen=True, eq=False, slots=True)
class SideBySide:
    """Everything that the command tells."""

    study: "Study"
    pack: "Pack"
    matrix: "DecisionMatrix"
    comparison: "ScenarioComparison"
    top: int

    @property
    def robust(self) -> tuple[str, ...]:
        """Sites among the best `top` in every scenario."""
        return self.comparison.robust(self.top)

    @property
    def order(self) -> list[int]:
        """Rows by the mean of their ranks, those without a rank somewhere last."""
        ranks = np.where(self.comparison.ranks > 0, self.comparison.ranks, len(self.matrix.sites))
        lacking = (self.comparison.ranks == 0).sum(axis=0)
        rows: list[int] = np.lexsort((ranks.mean(axis=0), lacking)).tolist()
        return rows


def compare(
    project: choices.Project = None,
    scenarios: Annotated[
        list[str] | None,
        typer.Option(metavar="A,B", help="Names of scenarios; without them, all of the project."),
    ] = None,
    top: Annotated[int, typer.Option(min=1, help="How many of the best places count.")] = 3,
    format_: Annotated[Format, typer.Option("--format", help="How it is told.")] = Format.table,
    as_of: choices.AsOf = None,
    load: choices.Load = None,
    sites: choices.SitesFile = None,
    pack: choices.PackName = None,
    unknown: choices.UnknownAs = None,
) -> None:
    """Rank the sites in several scenarios side by side, and tell what differs."""
    found = _found(project, scenarios or [], top, (as_of, load, sites, pack, unknown))
    if format_ is Format.json:
        print(json.dumps(as_plain(found), indent=2, ensure_ascii=False, allow_nan=False))
    else:
        _print(found)


_Options = tuple[str | None, float | None, Path | None, str | None, choices.Unknown | None]


def _found(project: Path | None, wanted: list[str], top: int, options: _Options) -> SideBySide:
    from siteselect.mcda.evaluate import evaluate
    from siteselect.mcda.scenarios import compare_scenarios
    from siteselect.model.scenario import UnknownPolicy
    from siteselect.project.build import MatrixBuilder

    as_of, load, sites, pack_name, unknown = options
    study, pack = Choices(project, as_of, load=load, sites=sites, pack=pack_name).study()
    chosen = chosen_scenarios(study, wanted)
    if unknown is not None:
        chosen = [replace(each, unknown=UnknownPolicy(unknown.value)) for each in chosen]
    matrix = MatrixBuilder(pack).build(study)
    evaluations = [evaluate(each, matrix) for each in chosen]
    return SideBySide(study, pack, matrix, compare_scenarios(evaluations), top)


def chosen_scenarios(study: "Study", wanted: list[str]) -> "list[Scenario]":
    """Return the scenarios named, in the order given; all of the study when none is.

    Raises
    ------
    StudyError
        If one does not exist or is named twice, or there are fewer than two.
    """
    by_name = {each.name.casefold(): each for each in study.scenarios}
    names = [
        name.strip()
        for text in wanted
        for name in ([text] if text.strip().casefold() in by_name else text.split(","))
    ]
    missing = [name for name in names if name.casefold() not in by_name]
    if missing:
        there = ", ".join(each.name for each in study.scenarios)
        raise StudyError(
            f"The study {study.title} has no scenario called {missing[0]}. It has: {there}."
        )
    chosen = [by_name[name.casefold()] for name in names] if names else list(study.scenarios)
    twice = sorted({each.name for each in chosen if chosen.count(each) > 1})
    if twice:
        raise StudyError(f"The scenario {twice[0]} is named twice: name two different ones.")
    if len(chosen) < 2:
        raise StudyError(f"{chosen[0].name} alone cannot be compared: name two scenarios or more.")
    return chosen


def as_plain(found: SideBySide) -> dict[str, Any]:
    """Return what the command tells as plain values; a site without a rank has null."""
    from siteselect.mcda.consensus import kendalls_w

    evaluations = found.comparison.evaluations
    ranked = (found.comparison.ranks > 0).all(axis=0)
    return {
        "title": found.study.title,
        "pack": found.pack.reference,
        "as_of": found.matrix.as_of.isoformat(),
        "load_mw": found.matrix.load_mw,
        "scenarios": [
            {
                "name": each.scenario.name,
                "method": each.scenario.method,
                "unknown": each.scenario.unknown.value,
                "leader": each.leader,
            }
            for each in evaluations
        ],
        "agreement": round(kendalls_w(found.comparison.ranks[:, ranked]), 12),
        "sites": [_site(found, row) for row in found.order],
        "robust": {"top": found.top, "sites": list(found.robust)},
        "differences": [
            {
                "one": evaluations[0].scenario.name,
                "other": each.scenario.name,
                **_difference(found, evaluations[0].scenario, each.scenario),
            }
            for each in evaluations[1:]
        ],
    }


def _site(found: SideBySide, row: int) -> dict[str, Any]:
    site, evaluations = found.matrix.sites.items[row], found.comparison.evaluations
    return {
        "name": site.name,
        "country": site.country,
        "ranks": {each.scenario.name: int(each.ranks[row]) or None for each in evaluations},
        "scores": {
            each.scenario.name: float(f"{each.scores[row]:.12g}")
            if np.isfinite(each.scores[row])
            else None
            for each in evaluations
        },
        "verdicts": {each.scenario.name: each.verdicts[row].value for each in evaluations},
    }


def _difference(found: SideBySide, one: "Scenario", other: "Scenario") -> dict[str, Any]:
    from siteselect.export.scenario_words import difference_words
    from siteselect.mcda.scenario_difference import scenario_difference

    difference = scenario_difference(one, other)
    return {
        "weights": {
            each.key: [round(each.share, 12), round(each.other_share, 12)]
            for each in difference.criteria
            if each.reweighed
        },
        "functions": [each.key for each in difference.criteria if each.revalued],
        "gates": [each.measure for each in difference.gates],
        "method": list(difference.method) if difference.method else None,
        "sentences": list(difference_words(difference, found.matrix)),
    }


def _print(found: SideBySide) -> None:
    out, names = console(), found.comparison.scenarios
    day, load = found.matrix.as_of.isoformat(), found.matrix.load_mw
    out.print(line(f"{found.study.title} · {len(names)} scenarios", "bold"))
    out.print(line(f"As of {day}, {load:g} MW wanted, {found.pack.reference}", "dim"))
    ranks = found.comparison.ranks
    rows = [
        (found.matrix.sites.names[row], *(str(rank) if rank else "–" for rank in ranks[:, row]))
        for row in found.order[:_SITES]
    ]
    out.print(table_of(("Site", *names), rows, ("Site",)))
    out.print()
    told = ", ".join(found.robust) or "no site"
    out.print(line(f"Among the first {found.top} in every scenario: {told}."))
    first = found.comparison.evaluations[0].scenario
    for each in found.comparison.evaluations[1:]:
        out.print()
        out.print(line(f"{each.scenario.name}, against {first.name}", "bold"))
        said = _difference(found, first, each.scenario)["sentences"]
        for text in said or ["They judge alike."]:
            out.print(line(text))
