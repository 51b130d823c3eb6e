"""Value functions, gates and leaders in plain sentences; numbers as people read them."""

import numpy as np

from siteselect.model.class_value import Category, Step
from siteselect.model.criterion import AnyValueFunction
from siteselect.model.decision_matrix import MeasureInfo
from siteselect.model.evaluation import Evaluation
from siteselect.model.fact import Confidence
from siteselect.model.gate import Gate, Verdict
from siteselect.model.relative_value import Percentile, ZScore
from siteselect.model.value_function import (
    Gaussian,
    Linear,
    Logistic,
    Piecewise,
    Power,
    Relative,
)
from siteselect.packs.pack import Pack

OBJECTIVES = {"min": "lower is better", "max": "higher is better", "target": "a target is best"}
POLICIES = {
    "pessimistic": "An unknown value counts as the worst.",
    "neutral": "An unknown value counts as the middle between worst and best.",
    "exclude": "An unknown value counts as the mean of what is known of the same site.",
}
METHOD_REMARK = (
    "The method compares the sites with one another: adding or leaving out a site can change the "
    "order of the others."
)


def figure(value: float | None, unit: str = "") -> str:
    """Return a raw value as people read it, with thin spaces between thousands; unknown as such."""
    if value is None or not np.isfinite(value):
        return "unknown"
    size = abs(value)
    text = (
        "0"
        if size == 0
        else f"{value:,.0f}"
        if size >= 100
        else f"{value:,.1f}"
        if size >= 10
        else f"{value:,.2f}"
    )
    text = text.replace(",", "\u202f").replace("-", "−")
    return f"{text} {unit}" if unit else text


def points(score: float | None) -> str:
    """Return a score of 0 to 1 as 0 to 100 with one decimal."""
    return "–" if score is None or not np.isfinite(score) else f"{100 * score:.1f}"


def value_words(value: AnyValueFunction, unit: str) -> str:
    """Return in words how a raw value becomes a value of 0 to 100."""
    of_unit = f" {unit}" if unit else ""
    match value:
        case Linear():
            return f"{value.best:g}{of_unit} counts 100, {value.worst:g}{of_unit} counts 0"
        case Logistic():
            return f"an S-curve from {value.worst:g} (0) to {value.best:g}{of_unit} (100)"
        case Power():
            return f"a power curve from {value.worst:g} (0) to {value.best:g}{of_unit} (100)"
        case Gaussian():
            return f"best at {value.target:g}{of_unit}, falling off by {value.spread:g} around it"
        case Piecewise():
            return f"straight lines through {_pairs(value.points)}{of_unit and f',{of_unit}'}"
        case Step():
            return f"steps from {_pairs(value.steps)}{of_unit and f',{of_unit}'}"
        case Category():
            return f"classes: {_pairs(value.values)}"
        case Relative():
            return "0 and 100 are the worst and the best of the sites at hand"
        case Percentile():
            return "the place among the sites at hand"
        case ZScore():
            return "the distance from the mean of the sites at hand"


def _pairs(pairs: tuple[tuple[float, float], ...]) -> str:
    return ", ".join(f"{raw:g} → {100 * value:g}" for raw, value in pairs)


def gate_words(gate: Gate, info: MeasureInfo) -> str:
    """Return what a gate demands."""
    unit = f" {info.unit}" if info.unit else ""
    bounds = []
    if gate.at_least is not None:
        bounds.append(f"at least {gate.at_least:g}{unit}")
    if gate.at_most is not None:
        bounds.append(f"at most {gate.at_most:g}{unit}")
    text = f"{info.title}: {' and '.join(bounds)}"
    return f"{text}; conditional within {gate.band:g} beyond" if gate.band else text


def own_words(pack: Pack) -> str:
    """Return which facts are the user's own, where the pack bears any; "" where it bears none."""
    ids = [row.id for row in pack.facts.rows if row.confidence is Confidence.USER]
    return f"Facts of the user's own, not of the pack: {', '.join(ids)}." if ids else ""


def known_words(evaluation: Evaluation, measure: str = "power_price") -> str:
    """Return "price known for n of m places on this day", empty where nobody asks for prices."""
    if measure not in [info.key for info in evaluation.matrix.infos]:
        return ""
    column = evaluation.matrix.column(measure)
    count = len(evaluation.matrix.sites)
    return f"Price known for {column.known} of {count} places on this day."


def why(evaluation: Evaluation, place: int) -> str:
    """Return why the site at `place` of the list stands there; empty when it has no rank.

    What a site gains or loses by a criterion is its weighted value against the mean of the sites in
    the ranking.
    """
    rows = [int(row) for row in evaluation.order if evaluation.verdicts[row].ranks]
    if place >= len(rows) or not np.isfinite(evaluation.scores[rows[place]]):
        return ""
    row, site = rows[place], evaluation.matrix.sites.items[rows[place]]
    text = f"{site.name} ranks {_ordinal(int(evaluation.ranks[row]))} with "
    text += f"{points(float(evaluation.scores[row]))} points{_lead(evaluation, rows, place)}."
    gains = evaluation.contributions[row] - evaluation.contributions[rows].mean(axis=0)
    best = [int(at) for at in np.argsort(-gains, kind="stable")[:2] if gains[at] > 0.001]
    worst = int(np.argmin(gains)) if len(gains) else -1
    if best:
        text += f" It gains most from {' and '.join(_judged(evaluation, row, at) for at in best)}"
        text += " against the mean of the ranked sites"
    if worst >= 0 and gains[worst] < -0.001:
        text += f"{'; it' if best else ' It'} loses most on {_judged(evaluation, row, worst)}"
    if best or worst >= 0:
        text += "."
    gates = [each for each in evaluation.gates[row] if each.verdict is Verdict.CONDITIONAL]
    if gates:
        titles = [evaluation.matrix.info(each.gate.measure).title for each in gates]
        text += f" It is conditional on: {', '.join(titles)}."
    return text


def _lead(evaluation: Evaluation, rows: list[int], place: int) -> str:
    if place + 1 >= len(rows):
        return ""
    row, after = rows[place], rows[place + 1]
    name = evaluation.matrix.sites.items[after].name
    gap = 100 * float(evaluation.scores[row] - evaluation.scores[after])
    if not np.isfinite(gap):
        return ""
    said = f", level with {name}" if gap < 0.05 else f", {gap:.1f} ahead of {name}"
    low, high = evaluation.scores_low[row], evaluation.scores_high[after]
    if gap >= 0.05 and low < high:
        said += " (their intervals overlap, so the order is not firm)"
    return said


def _judged(evaluation: Evaluation, row: int, at: int) -> str:
    info = evaluation.matrix.info(evaluation.criteria[at].measure)
    title = evaluation.criteria[at].title or info.title
    raw = float(evaluation.matrix.column(info.key).value[row])
    return f"{title} ({figure(raw, info.unit)})"


def _ordinal(rank: int) -> str:
    words = {1: "first", 2: "second", 3: "third"}
    return words.get(rank, f"number {rank}")
