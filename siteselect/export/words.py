"""Value functions, gates and leaders in plain sentences; numbers as people read them."""

import numpy as np

from siteselect.language import decimal_mark, later, say, say_as, say_name, say_number
from siteselect.model.arrays import Floats
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

OBJECTIVES = {
    "min": later("lower is better"),
    "max": later("higher is better"),
    "target": later("a target is best"),
}
POLICIES = {
    "pessimistic": later("An unknown value counts as the worst."),
    "neutral": later("An unknown value counts as the middle between worst and best."),
    "exclude": later("An unknown value counts as the mean of what is known of the same site."),
}
METHOD_REMARK = later(
    "The method compares the sites with one another: adding or leaving "
    "out a site can change the order of the others."
)


VERDICTS = {
    Verdict.PASS: later("pass"),
    Verdict.CONDITIONAL: later("conditional"),
    Verdict.UNKNOWN: later("not known"),
    Verdict.FAIL: later("fail"),
}


def verdict_word(verdict: Verdict) -> str:
    """Return a verdict in a word."""
    return say(VERDICTS[verdict])


def figure(value: float | None, unit: str = "") -> str:
    """Return a raw value as people read it, with thin spaces between thousands; unknown as such."""
    if value is None or not np.isfinite(value):
        return say("unknown")
    size = abs(value)
    decimals = 0 if size == 0 or size >= 100 else 1 if size >= 10 else 2
    text = say_number(value, decimals, group="\u202f").replace("-", "−")
    return f"{text} {say_name(unit)}" if unit else text


def points(score: float | None) -> str:
    """Return a score of 0 to 1 as 0 to 100 with one decimal."""
    return "–" if score is None or not np.isfinite(score) else say_number(100 * score, 1)


def per_cent(share: float, decimals: int = 0) -> str:
    """Return a share of 1 in per cent."""
    return f"{say_number(100 * share, decimals)} %"


def plain(value: float) -> str:
    """Return a number as it was typed, with the decimal mark of the language."""
    return say("{value:g}", value=value)


def value_words(value: AnyValueFunction, unit: str) -> str:
    """Return in words how a raw value becomes a value of 0 to 100."""
    of_unit = f" {say_name(unit)}" if unit else ""
    match value:
        case Linear():
            return say(
                "{best:g}{of_unit} counts 100, {worst:g}{of_unit} counts 0",
                best=value.best,
                of_unit=of_unit,
                worst=value.worst,
            )
        case Logistic():
            return say(
                "an S-curve from {worst:g} (0) to {best:g}{of_unit} (100)",
                worst=value.worst,
                best=value.best,
                of_unit=of_unit,
            )
        case Power():
            return say(
                "a power curve from {worst:g} (0) to {best:g}{of_unit} (100)",
                worst=value.worst,
                best=value.best,
                of_unit=of_unit,
            )
        case Gaussian():
            return say(
                "best at {target:g}{of_unit}, falling off by {spread:g} around it",
                target=value.target,
                of_unit=of_unit,
                spread=value.spread,
            )
        case Piecewise():
            return say(
                "straight lines through {points}{of_unit}",
                points=_pairs(value.points),
                of_unit=of_unit and f",{of_unit}",
            )
        case Step():
            return say(
                "steps from {steps}{of_unit}",
                steps=_pairs(value.steps),
                of_unit=of_unit and f",{of_unit}",
            )
        case Category():
            return say("classes: {values}", values=_pairs(value.values))
        case Relative():
            return say("0 and 100 are the worst and the best of the sites at hand")
        case Percentile():
            return say("the place among the sites at hand")
        case ZScore():
            return say("the distance from the mean of the sites at hand")


def _pairs(pairs: tuple[tuple[float, float], ...]) -> str:
    between = "; " if decimal_mark() == "," else ", "
    return between.join(f"{plain(raw)} → {plain(100 * value)}" for raw, value in pairs)


def gate_words(gate: Gate, info: MeasureInfo) -> str:
    """Return what a gate demands."""
    unit = f" {say_name(info.unit)}" if info.unit else ""
    held = {
        "title": info.title, "unit": unit, "least": gate.at_least, "most": gate.at_most,
    }  # fmt: skip
    if gate.at_least is not None and gate.at_most is not None:
        text = say("{title}: at least {least:g}{unit} and at most {most:g}{unit}", **held)
    elif gate.at_least is not None:
        text = say("{title}: at least {least:g}{unit}", **held)
    elif gate.at_most is not None:
        text = say("{title}: at most {most:g}{unit}", **held)
    else:
        text = f"{info.title}: "
    if not gate.band:
        return text
    return say("{demand}; conditional within {band:g} beyond", demand=text, band=gate.band)


def own_words(pack: Pack) -> str:
    """Return which facts are the user's own, where the pack bears any; "" where it bears none."""
    ids = [row.id for row in pack.facts.rows if row.confidence is Confidence.USER]
    return (
        say("Facts of the user's own, not of the pack: {ids}.", ids=", ".join(ids)) if ids else ""
    )


def known_words(evaluation: Evaluation, measure: str = "power_price") -> str:
    """Return "price known for n of m places on this day", empty where nobody asks for prices."""
    if measure not in [info.key for info in evaluation.matrix.infos]:
        return ""
    column = evaluation.matrix.column(measure)
    count = len(evaluation.matrix.sites)
    return say(
        "Price known for {known} of {count} places on this day.", known=column.known, count=count
    )


def why(evaluation: Evaluation, place: int) -> str:
    """Return why the site at `place` of the list stands there; empty when it has no rank.

    What a site gains or loses by a criterion is its weighted value against the mean of the sites in
    the ranking.
    """
    rows = [int(row) for row in evaluation.order if evaluation.verdicts[row].ranks]
    if place >= len(rows) or not np.isfinite(evaluation.scores[rows[place]]):
        return ""
    row = rows[place]
    gains = evaluation.contributions[row] - evaluation.contributions[rows].mean(axis=0)
    told = [_lead(evaluation, rows, place), _gained(evaluation, row, gains)]
    gates = [each for each in evaluation.gates[row] if each.verdict is Verdict.CONDITIONAL]
    if gates:
        titles = [evaluation.matrix.info(each.gate.measure).title for each in gates]
        told.append(say("It is conditional on: {titles}.", titles=", ".join(titles)))
    return " ".join(each for each in told if each)


def _gained(evaluation: Evaluation, row: int, gains: Floats) -> str:
    """Return what lifts a site above the mean, and what pulls it down, in one sentence."""
    best = [int(at) for at in np.argsort(-gains, kind="stable")[:2] if gains[at] > 0.001]
    worst = int(np.argmin(gains)) if len(gains) else -1
    loses = worst >= 0 and gains[worst] < -0.001
    gained = [_judged(evaluation, row, at) for at in best]
    lost = _judged(evaluation, row, worst) if loses else ""
    most = say("{one} and {other}", one=gained[0], other=gained[1]) if len(gained) > 1 else ""
    most = most or "".join(gained)
    if most and lost:
        return say(
            "It gains most from {best} against the mean of the ranked sites; it loses most on "
            "{worst}.",
            best=most,
            worst=lost,
        )
    if most:
        return say("It gains most from {best} against the mean of the ranked sites.", best=most)
    return say("It loses most on {worst}.", worst=lost) if lost else ""


def _lead(evaluation: Evaluation, rows: list[int], place: int) -> str:
    """Return rank and score of a site, and how far it is ahead of the next."""
    row, sites = rows[place], evaluation.matrix.sites.items
    score = float(evaluation.scores[row])
    held = {
        "name": sites[row].name,
        "ordinal": _ordinal(int(evaluation.ranks[row])),
        "points": points(score),
    }
    after = rows[place + 1] if place + 1 < len(rows) else None
    gap = np.nan if after is None else 100 * float(score - evaluation.scores[after])
    if after is None or not np.isfinite(gap):
        return say("{name} ranks {ordinal} with {points} points.", **held)
    held |= {"next": sites[after].name, "gap": say_number(gap, 1)}
    if gap < 0.05:
        return say("{name} ranks {ordinal} with {points} points, level with {next}.", **held)
    if evaluation.scores_low[row] < evaluation.scores_high[after]:
        return say(
            "{name} ranks {ordinal} with {points} points, {gap} ahead of {next} (their intervals "
            "overlap, so the order is not firm).",
            **held,
        )
    return say("{name} ranks {ordinal} with {points} points, {gap} ahead of {next}.", **held)


def _judged(evaluation: Evaluation, row: int, at: int) -> str:
    info = evaluation.matrix.info(evaluation.criteria[at].measure)
    title = evaluation.criteria[at].title or info.title
    raw = float(evaluation.matrix.column(info.key).value[row])
    return f"{title} ({figure(raw, info.unit)})"


def _ordinal(rank: int) -> str:
    words = {
        1: say_as("ranks", "first"),
        2: say_as("ranks", "second"),
        3: say_as("ranks", "third"),
    }
    return words.get(rank) or say_as("ranks", "number {rank}", rank=rank)
