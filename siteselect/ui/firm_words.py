"""How sure the ranking is and what would change it, in words made from the conclusions."""

import numpy as np

from siteselect.mcda.comparison import Comparison
from siteselect.mcda.dominance import Dominance
from siteselect.mcda.finding_out import Questions
from siteselect.mcda.flips import ValueFlip, ValueFlips
from siteselect.mcda.robustness import Robustness
from siteselect.mcda.sensitivity import Stability, WeightFlip, WeightStability
from siteselect.mcda.verdict import Conclusion
from siteselect.model.evaluation import Evaluation
from siteselect.ui import figures
from siteselect.ui.grouping import title_of
from siteselect.ui.site_words import Figure

FIRST_IN = "First in"
FLIPS = 2
"""So many ways to turn two sites round are told of each kind."""


def first_in(row: int, held: Robustness | None) -> Figure:
    """Return in which part of the draws a site is first."""
    if held is None:
        return Figure(FIRST_IN, "…", "drawing weights")
    at = np.flatnonzero(held.rows == row)
    if not len(at):
        return Figure(FIRST_IN, figures.DASH, "not in the race")
    count = figures.number(held.draws.count, 0)
    return Figure(FIRST_IN, figures.percent(float(held.first[at[0]])), f"of {count} draws")


def sureness(verdict: Conclusion | None, held: Dominance | None, row: int) -> str:
    """Return the verdict on the first place, and who beats this site whatever the weights."""
    told = [verdict.sentence] if verdict is not None else []
    names = held.evaluation.matrix.sites.names if held is not None else ()
    better = held.dominator(names[row]) if held is not None else None
    if better is not None:
        told.append(
            f"{better} is at least as good as {names[row]} in every criterion: "
            "no weights put it before."
        )
    return " ".join(told)


def dethroning(stability: WeightStability | None, values: ValueFlips | None) -> str:
    """Return the smallest change of one weight, and of one value, that dethrones the leader."""
    told = []
    if stability is not None and stability.leader is not None:
        flip = stability.smallest
        told.append(
            weight_words(stability.evaluation, flip)
            if flip is not None
            else "No single weight changes who leads."
        )
    if values is not None and values.leader is not None:
        smallest = values.smallest
        told.append(
            value_words(values.evaluation, smallest)
            if smallest is not None
            else "No single known value changes who leads."
        )
    return " ".join(told)


def turning(comparison: Comparison) -> str:
    """Return what would turn two sites round."""
    evaluation = comparison.evaluation
    told = [weight_words(evaluation, flip) for flip in comparison.weight_flips[:FLIPS]]
    told += [value_words(evaluation, flip) for flip in comparison.value_flips[:FLIPS]]
    return " ".join(told) or f"No single weight or value puts {comparison.other} before."


def weight_words(evaluation: Evaluation, flip: WeightFlip) -> str:
    """Return one change of weight, as shares of the total."""
    title = title_of(evaluation, evaluation.scenario.criterion(flip.key))
    then, now = _share(flip.share_then), _share(flip.share)
    if then == now:
        then, now = (f"{100 * share:.2f} %" for share in (flip.share_then, flip.share))
    return f"{flip.rival} leads once {title} weighs {then} instead of {now}."


def value_words(evaluation: Evaluation, flip: ValueFlip) -> str:
    """Return one change of a raw value, in its unit."""
    info = evaluation.matrix.info(flip.measure)
    then, now = (figures.quantity(each, each, each, info.unit) for each in (flip.then, flip.now))
    if then == now:
        bare = [figures.shown_value(each, info.unit) for each in (flip.then, flip.now)]
        then, now = (f"{each:.4g} {figures.shown_unit(info.unit)}".rstrip() for each in bare)
    return f"{flip.leader} leads once {info.title} of {flip.site} is {then} instead of {now}."


def asking(held: Questions | None) -> str:
    """Return what to find out next, and why."""
    return held.sentence if held is not None else ""


def band_words(interval: Stability) -> str:
    """Return between which weights of one criterion the leader stays."""
    told = []
    if interval.rival_low is not None:
        told.append(f"Below {figures.number(interval.weight_low, 1)} {interval.rival_low} leads.")
    if interval.rival_high is not None:
        told.append(f"Above {figures.number(interval.weight_high, 1)} {interval.rival_high} leads.")
    return " ".join(told) or "No weight of this criterion changes who leads."


def _share(share: float) -> str:
    return f"{figures.number(100 * share, 1)} %"
