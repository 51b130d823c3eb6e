"""`siteselect sensitivity`: how firm the first place is, and what would change it."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import numpy as np
import typer

from siteselect.cli import choices
from siteselect.cli.choices import Choices, evaluated
from siteselect.cli.terminal import console, line, table_of
from siteselect.errors import StudyError

if TYPE_CHECKING:
    from siteselect.export.report import Report
    from siteselect.mcda.finding_out import Questions
    from siteselect.mcda.flips import ValueFlip, ValueFlips
    from siteselect.mcda.reversal import Reversals
    from siteselect.mcda.robustness import Draws, Robustness
    from siteselect.mcda.sensitivity import Stability, WeightFlip, WeightStability
    from siteselect.mcda.verdict import Conclusion

MOST_DRAWS = 1_000_000
_SITES = 12
"""So many sites are told of in the terminal; programs are told of all."""
_PLACES = 5


class Format(StrEnum):
    """How it is told."""

    table = "table"
    json = "json"


@dataclass(frozen=True, eq=False, slots=True)
class Firmness:
    """Everything that the command tells."""

    report: "Report"
    conclusion: "Conclusion"
    stability: "WeightStability"
    flips: "ValueFlips"
    robustness: "Robustness"
    questions: "Questions"
    reversals: "Reversals"

    def title(self, key: str) -> str:
        """Return the title of the criterion called `key`."""
        return next((each.title for each in self.report.criteria if each.key == key), key)

    def unit(self, measure: str) -> str:
        """Return the unit of a measure."""
        return self.conclusion.evaluation.matrix.info(measure).unit


def sensitivity(
    project: choices.Project = None,
    draws: Annotated[int, typer.Option(metavar="N", help="How often weights are drawn.")] = 10_000,
    seed: Annotated[int, typer.Option(metavar="S", help="Where chance begins.")] = 1,
    within: Annotated[
        float | None,
        typer.Option(metavar="PART", help="Draw each weight within PART of its share: 0.2."),
    ] = None,
    values: Annotated[
        bool, typer.Option("--values", help="Draw unknown and uncertain values too.")
    ] = False,
    format_: Annotated[Format, typer.Option("--format", help="How it is told.")] = Format.table,
    as_of: choices.AsOf = None,
    method: choices.Method = None,
    scenario: choices.ScenarioName = None,
    weights: choices.Weights = None,
    set_: choices.Set = None,
    load: choices.Load = None,
    sites: choices.SitesFile = None,
    pack: choices.PackName = None,
    unknown: choices.UnknownAs = None,
) -> None:
    """Tell how firm the first place is: weights, values, and thousands of drawn weights."""
    chosen = Choices(
        project, as_of, method, scenario, weights, tuple(set_ or ()), load, sites, pack, unknown
    )
    found = _found(chosen, _draws(draws, seed, within, values=values))
    if format_ is Format.json:
        print(json.dumps(as_plain(found), indent=2, ensure_ascii=False, allow_nan=False))
    else:
        _print(found)


def _draws(count: int, seed: int, within: float | None, *, values: bool) -> "Draws":
    from siteselect.mcda.robustness import Draws

    if count > MOST_DRAWS:
        raise StudyError(f"{count} draws are too many: {MOST_DRAWS:,} show as much.")
    if not 0 <= seed < 2**63:
        raise StudyError(f"The seed is {seed}: give a whole number of 0 or more.")
    return Draws(count, seed, within, raw=values)


def _found(chosen: Choices, draws: "Draws") -> Firmness:
    from siteselect.export.compose import make_report
    from siteselect.mcda.finding_out import finding_out
    from siteselect.mcda.flips import value_flips
    from siteselect.mcda.reversal import rank_reversals
    from siteselect.mcda.robustness import robustness
    from siteselect.mcda.sensitivity import weight_stability
    from siteselect.mcda.verdict import conclude

    study, pack = chosen.study()
    evaluation = evaluated(study, pack)
    stability, drawn = weight_stability(evaluation), robustness(evaluation, draws)
    return Firmness(
        make_report(evaluation, pack, study.title),
        conclude(evaluation, stability, drawn),
        stability,
        value_flips(evaluation),
        drawn,
        finding_out(evaluation),
        rank_reversals(evaluation),
    )


def as_plain(found: Firmness) -> dict[str, Any]:
    """Return what the command tells as plain values; null is endless, unknown or nobody."""
    smallest, flip = found.stability.smallest, found.flips.smallest
    return {
        "stamp": {"title": found.report.title, **found.report.stamp.as_dict()},
        "verdict": found.conclusion.firmness.value,
        "sentence": found.conclusion.sentence,
        "leader": found.stability.leader,
        "winner": found.conclusion.winner,
        "advance": _number(found.conclusion.advance),
        "exact": found.stability.exact,
        "weights": [_interval(found, each) for each in found.stability.intervals],
        "smallest_weight_change": _weight_flip(smallest) if smallest else None,
        "smallest_value_change": _value_flip(found, flip) if flip else None,
        "robustness": _drawn(found),
        "find_out_next": found.questions.sentence,
        "rank_reversal": found.reversals.sentence,
    }


def _interval(found: Firmness, each: "Stability") -> dict[str, Any]:
    return {
        "key": each.key,
        "title": found.title(each.key),
        "share": _number(each.share),
        "share_low": _number(each.share_low),
        "share_high": _number(each.share_high),
        "weight": _number(each.weight),
        "weight_low": _number(each.weight_low),
        "weight_high": _number(each.weight_high),
        "rival_low": each.rival_low,
        "rival_high": each.rival_high,
    }


def _weight_flip(flip: "WeightFlip") -> dict[str, Any]:
    return {
        "key": flip.key,
        "share": _number(flip.share),
        "share_then": _number(flip.share_then),
        "weight": _number(flip.weight),
        "weight_then": _number(flip.weight_then),
        "leader": flip.rival,
    }


def _value_flip(found: Firmness, flip: "ValueFlip") -> dict[str, Any]:
    return {
        "site": flip.site,
        "measure": flip.measure,
        "unit": found.unit(flip.measure),
        "now": _number(flip.now),
        "then": _number(flip.then),
        "leader": flip.leader,
    }


def _drawn(found: Firmness) -> dict[str, Any]:
    drawn = found.robustness
    keys = [each.key for each in found.conclusion.evaluation.criteria]
    return {
        "draws": drawn.draws.count,
        "seed": drawn.draws.seed,
        "within": drawn.draws.within,
        "values": drawn.draws.raw,
        "sites": [
            {
                "name": name,
                "first": _number(drawn.first[place]),
                "mean_place": _number(drawn.mean_place[place]),
                "acceptability": [_number(each) for each in drawn.acceptability[place]],
                "central_weights": _central(keys, drawn.central_weights[place].tolist()),
            }
            for place, name in enumerate(drawn.names)
        ],
    }


def _central(keys: list[str], weights: list[float]) -> dict[str, float | None] | None:
    """Return the weights under which a site is typically first; None for one that never is."""
    if not np.isfinite(weights).all():
        return None
    return {key: _number(weight) for key, weight in zip(keys, weights, strict=True)}


def _number(value: float) -> float | None:
    """Return `value` to twelve figures; None where it is not finite."""
    return float(f"{value:.12g}") if np.isfinite(value) else None


def _print(found: Firmness) -> None:
    stamp, out = found.report.stamp, console()
    out.print(
        line(f"{found.report.title} · {stamp.scenario} · {found.report.method_title}", "bold")
    )
    out.print(line(f"As of {stamp.as_of}, {stamp.load_mw:g} MW wanted, {stamp.pack}", "dim"))
    out.print(line(found.conclusion.sentence, "bold"))
    for text in (*_changes(found), found.reversals.sentence):
        out.print(line(text))
    if found.stability.leader is None:
        return
    out.print()
    out.print(line(f"Shares of the weight between which {found.stability.leader} leads", "bold"))
    titles = ("Criterion", "Share", "From", "To", "Below it", "Above it")
    evaluation = found.conclusion.evaluation
    rows = [
        _stability_line(found, each)
        for place, each in enumerate(found.stability.intervals)
        if np.isfinite(evaluation.values[:, place]).any()  # what no site knows cannot be moved
    ]
    out.print(table_of(titles, rows, ("Criterion", "Below it", "Above it")))
    _print_draws(found.robustness)


def _print_draws(drawn: "Robustness") -> None:
    out, places = console(), range(min(_PLACES, drawn.acceptability.shape[1]))
    out.print()
    out.print(line(f"{drawn.draws.count:,} draws of weights, seed {drawn.draws.seed}", "bold"))
    titles = ("Site", *(f"Place {place + 1}" for place in places), "Mean place")
    rows = [
        (
            name,
            *(_per_cent(drawn.acceptability[row, place]) for place in places),
            f"{drawn.mean_place[row]:.1f}",
        )
        for row, name in enumerate(drawn.names[:_SITES])
    ]
    out.print(table_of(titles, rows, ("Site",)))


def _changes(found: Firmness) -> list[str]:
    """Return the smallest changes that dethrone the leader, and what to find out, in sentences."""
    said = []
    smallest, flip = found.stability.smallest, found.flips.smallest
    if smallest:
        said.append(
            f"Smallest change of a weight: {found.title(smallest.key)} from "
            f"{_per_cent(smallest.share)} to {_per_cent(smallest.share_then)}; then "
            f"{smallest.rival} leads."
        )
    if flip:
        unit = found.unit(flip.measure)
        said.append(
            f"Smallest change of a value: {found.title(flip.measure)} of {flip.site} from "
            f"{flip.now:.4g} to {flip.then:.4g} {unit}".rstrip()
            + f"; then {flip.leader} leads."
        )
    return [*said, found.questions.sentence]


def _stability_line(found: Firmness, each: "Stability") -> tuple[str, ...]:
    return (
        found.title(each.key),
        _per_cent(each.share),
        _per_cent(each.share_low),
        _per_cent(each.share_high),
        each.rival_low or "–",
        each.rival_high or "–",
    )


def _per_cent(part: float) -> str:
    return f"{100 * part:.1f} %"
