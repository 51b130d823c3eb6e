"""Clear, a close call or fragile: what the numbers allow to be said, in one sentence."""

from dataclasses import dataclass
from enum import Enum

import numpy as np

from siteselect.language import say, say_names
from siteselect.mcda.contest import Contest
from siteselect.mcda.rank import EQUAL
from siteselect.mcda.robustness import Robustness
from siteselect.mcda.sensitivity import WeightStability
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Verdict

TOLERANCE = 0.02
"""Scores closer than this are a close call: no winner is named."""
NEAR_FLIP = 0.05
"""A leader is fragile when one share need move no further than this to dethrone it."""
OFTEN = 0.5
"""A leader is fragile when it is first in fewer draws than this."""


class Firmness(Enum):
    """How much a ranking can bear."""

    CLEAR = "clear"
    CLOSE = "close call"
    FRAGILE = "fragile"
    NOBODY = "nobody"
    """No site passes the gates."""


@dataclass(frozen=True, eq=False, slots=True)
class Conclusion:
    """What can be said of the first place."""

    evaluation: Evaluation
    firmness: Firmness
    sentence: str
    winner: str | None
    """Named only when the advance is greater than the tolerance."""
    advance: float
    """Score of the leader less that of the next; NaN without two."""


def conclude(
    evaluation: Evaluation,
    stability: WeightStability | None = None,
    robustness: Robustness | None = None,
    tolerance: float = TOLERANCE,
) -> Conclusion:
    """Return the sentence that the numbers allow.

    Parameters
    ----------
    evaluation
        What was concluded.
    stability, robustness
        Made from the same evaluation; what is left out is not spoken of.
    tolerance
        Scores closer than this are a close call.

    Returns
    -------
    How firm the first place is, and why.

    Raises
    ------
    ValueError
        If stability or robustness belong to another evaluation.
    """
    for made in (stability, robustness):
        if made is not None and made.evaluation is not evaluation:
            raise ValueError("stability and robustness must be made from this evaluation")
    contest = Contest(evaluation)
    names = contest.names
    if not evaluation.passing or not names:
        return Conclusion(evaluation, Firmness.NOBODY, _nobody(evaluation, names), None, np.nan)
    if len(names) == 1:
        only = say("{site} is the only site that passes the gates.", site=names[0])
        return Conclusion(evaluation, Firmness.CLEAR, only, names[0], np.nan)
    scores = evaluation.scores[contest.contenders]
    advance = float(scores[0] - scores[1])
    if advance <= tolerance + EQUAL:
        near = [
            name
            for name, score in zip(names, scores, strict=True)
            if scores[0] - score <= tolerance + EQUAL
        ]
        sentence = say(
            "No clear winner: {near} lie within {tolerance:.1f} points.",
            near=_named(near),
            tolerance=tolerance * 100,
        )
        return Conclusion(evaluation, Firmness.CLOSE, sentence, None, advance)
    leads = say(
        "{site} leads by {advance:.1f} points over {other}",
        site=names[0],
        advance=advance * 100,
        other=names[1],
    )
    doubts = _doubts(contest, stability, robustness)
    if doubts:
        sentence = say(
            "{leads}, but this is fragile: {doubts}.", leads=leads, doubts="; ".join(doubts)
        )
        return Conclusion(evaluation, Firmness.FRAGILE, sentence, names[0], advance)
    firm = _firm(stability, robustness)
    sentence = (
        say("{leads}, and this is clear: {reasons}.", leads=leads, reasons="; ".join(firm))
        if firm
        else say("{leads}, and this is clear.", leads=leads)
    )
    return Conclusion(evaluation, Firmness.CLEAR, sentence, names[0], advance)


def kept_out(evaluation: Evaluation) -> tuple[tuple[str, int], ...]:
    """Return for each enabled gate its title and how many sites it fails, most first."""
    gates = [gate for gate in evaluation.scenario.gates if gate.enabled]
    counts = [
        (
            evaluation.matrix.info(gate.measure).title,
            sum(results[place].verdict is Verdict.FAIL for results in evaluation.gates),
        )
        for place, gate in enumerate(gates)
    ]
    return tuple(sorted(counts, key=lambda each: -each[1]))


def _nobody(evaluation: Evaluation, names: tuple[str, ...]) -> str:
    if len(evaluation.ranks) == 0:
        return say("There are no sites to rank.")
    if evaluation.passing:
        return say("No site has a score: nothing is known of any criterion that has a weight.")
    out = ", ".join(
        say("{title} fails {count}", title=title, count=count)
        for title, count in kept_out(evaluation)
        if count
    )
    total = len(evaluation.ranks)
    sentence = say("None of {total} sites passes the gates", total=total)
    told = f"{sentence}: {out}" if out else sentence
    if not names:
        return f"{told}."
    return say(
        "{told}; of those that a gate knows too little of, {site} comes first.",
        told=told,
        site=names[0],
    )


def _doubts(
    contest: Contest, stability: WeightStability | None, robustness: Robustness | None
) -> list[str]:
    evaluation = contest.evaluation
    doubts = []
    flip = stability.smallest if stability else None
    if flip and abs(flip.change) <= NEAR_FLIP:
        title = _title(evaluation, flip.key)
        doubts.append(
            say(
                "{rival} leads once the weight of {title} goes from {share:.1f} to "
                "{share_then:.1f} per cent",
                rival=flip.rival,
                title=title,
                share=flip.share * 100,
                share_then=flip.share_then * 100,
            )
        )
    low = evaluation.scores_low[contest.contenders[0]]
    highs = evaluation.scores_high[contest.contenders[1:]]
    above = [
        name
        for name, high in zip(contest.names[1:], highs, strict=True)
        if high > low + EQUAL  # NaN compares false: such an interval was left out
    ]
    if above:
        doubts.append(say("values not known for sure could put {above} first", above=_named(above)))
    if robustness and robustness.leader_first < OFTEN:
        doubts.append(
            say(
                "it is first with {leader_first:.0f} % of the weights drawn",
                leader_first=robustness.leader_first * 100,
            )
        )
    return doubts


def _firm(stability: WeightStability | None, robustness: Robustness | None) -> list[str]:
    said = []
    if stability:
        flip = stability.smallest
        said.append(
            say(
                "no weight changes the leader before it moves by {change:.1f} per cent of "
                "the total",
                change=abs(flip.change) * 100,
            )
            if flip
            else say("no single weight changes the leader")
        )
    if robustness:
        said.append(
            say(
                "it is first with {leader_first:.0f} % of the weights drawn",
                leader_first=robustness.leader_first * 100,
            )
        )
    return said


def _title(evaluation: Evaluation, key: str) -> str:
    criterion = evaluation.scenario.criterion(key)
    return criterion.title or evaluation.matrix.info(criterion.measure).title


def _named(names: list[str], most: int = 4) -> str:
    """Return names in words: A, B and 3 more."""
    if len(names) > most:
        return say(
            "{names} and {count} more",
            names=say_names(names[: most - 1]),
            count=len(names) - most + 1,
        )
    if len(names) == 1:
        return names[0]
    return say("{names} and {last}", names=say_names(names[:-1]), last=names[-1])
