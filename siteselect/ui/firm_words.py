"""How sure the ranking is and what would change it, in words made from the conclusions."""

import numpy as np

from siteselect.language import later, say
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

FIRST_IN = later("First in")
FLIPS = 2
"""So many ways to turn two sites round are told of each kind."""


def first_in(row: int, held: Robustness | None) -> Figure:
    """Return in which part of the draws a site is first."""
    if held is None:
        return Figure(say(FIRST_IN), "…", say("drawing weights"))
    at = np.flatnonzero(held.rows == row)
    if not len(at):
        return Figure(say(FIRST_IN), figures.DASH, say("not in the race"))
    count = figures.number(held.draws.count, 0)
    return Figure(
        say(FIRST_IN),
        figures.percent(float(held.first[at[0]])),
        say("of {count} draws", count=count),
        brief=True,
    )


def sureness(verdict: Conclusion | None, held: Dominance | None, row: int) -> str:
    """Return the verdict on the first place, and who beats this site whatever the weights."""
    told = [verdict.sentence] if verdict is not None else []
    names = held.evaluation.matrix.sites.names if held is not None else ()
    better = held.dominator(names[row]) if held is not None else None
    if better is not None:
        told.append(
            say(
                "{better} is at least as good as {site} in every criterion: no "
                "weights put it before.",
                better=better,
                site=names[row],
            )
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
            else say("No single weight changes who leads.")
        )
    if values is not None and values.leader is not None:
        smallest = values.smallest
        told.append(
            value_words(values.evaluation, smallest)
            if smallest is not None
            else say("No single known value changes who leads.")
        )
    return " ".join(told)


def turning(comparison: Comparison) -> str:
    """Return what would turn two sites round."""
    evaluation = comparison.evaluation
    told = [weight_words(evaluation, flip) for flip in comparison.weight_flips[:FLIPS]]
    told += [value_words(evaluation, flip) for flip in comparison.value_flips[:FLIPS]]
    return " ".join(told) or say(
        "No single weight or value puts {other} before.", other=comparison.other
    )


def weight_words(evaluation: Evaluation, flip: WeightFlip) -> str:
    """Return one change of weight, as shares of the total."""
    title = title_of(evaluation, evaluation.scenario.criterion(flip.key))
    then, now = _share(flip.share_then), _share(flip.share)
    if then == now:
        then, now = (f"{100 * share:.2f} %" for share in (flip.share_then, flip.share))
    return say(
        "{rival} leads once {title} weighs {then} instead of {now}.",
        rival=flip.rival,
        title=title,
        then=then,
        now=now,
    )


def value_words(evaluation: Evaluation, flip: ValueFlip) -> str:
    """Return one change of a raw value, in its unit."""
    info = evaluation.matrix.info(flip.measure)
    then, now = (figures.quantity(each, each, each, info.unit) for each in (flip.then, flip.now))
    if then == now:
        bare = [figures.shown_value(each, info.unit) for each in (flip.then, flip.now)]
        then, now = (f"{each:.4g} {figures.shown_unit(info.unit)}".rstrip() for each in bare)
    return say(
        "{leader} leads once {title} of {site} is {then} instead of {now}.",
        leader=flip.leader,
        title=info.title,
        site=flip.site,
        then=then,
        now=now,
    )


def asking(held: Questions | None) -> str:
    """Return what to find out next, and why."""
    return held.sentence if held is not None else ""


def band_words(interval: Stability) -> str:
    """Return between which weights of one criterion the leader stays."""
    told = []
    if interval.rival_low is not None:
        told.append(
            say(
                "Below {weight} {rival} leads.",
                weight=figures.number(interval.weight_low, 1),
                rival=interval.rival_low,
            )
        )
    if interval.rival_high is not None:
        told.append(
            say(
                "Above {weight} {rival} leads.",
                weight=figures.number(interval.weight_high, 1),
                rival=interval.rival_high,
            )
        )
    return " ".join(told) or say("No weight of this criterion changes who leads.")


def _share(share: float) -> str:
    return f"{figures.number(100 * share, 1)} %"
