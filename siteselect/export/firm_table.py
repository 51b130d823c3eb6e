"""How firm a ranking is, as a table for a report: draws of weights, what each weight can bear."""

from dataclasses import dataclass

import numpy as np

from siteselect.language import say, say_number
from siteselect.mcda.consensus import Consensus, consensus
from siteselect.mcda.contest import Contest
from siteselect.mcda.robustness import Draws, Robustness, robustness
from siteselect.mcda.sensitivity import WeightStability, weight_stability
from siteselect.mcda.verdict import Firmness, conclude
from siteselect.model.evaluation import Evaluation
from siteselect.progress import Progress, silent

DRAWS, SEED = 10_000, 1
"""So many weights are drawn where a draw is a product of matrices."""
_FEWEST, _SITE_DRAWS = 1_000, 2_000_000
"""Where each draw is a scoring of its own: at least so many, and about so many draws x sites."""
MOST_SITES = 2_000
"""Above so many sites nothing is drawn: the page would wait for minutes."""
_TOLD = 12
"""So many sites are told of."""


@dataclass(frozen=True, slots=True)
class FirmSite:
    """One contender: how often it is first, and where it stands in the mean."""

    name: str
    first: float
    mean_place: float
    in_top: int
    """In how many methods it is among the best three."""


@dataclass(frozen=True, slots=True)
class FirmWeight:
    """Between which shares of one criterion the leader stays the leader."""

    title: str
    share: float
    low: float
    high: float
    below: str
    """Who leads with less; empty where nobody does."""
    above: str

    @property
    def rivals(self) -> str:
        """Who leads beyond the two ends, in words."""
        told = []
        if self.below:
            told.append(say("below, {rival}", rival=self.below))
        if self.above:
            told.append(say("above, {rival}", rival=self.above))
        return "; ".join(told) or say("nobody else")


@dataclass(frozen=True, slots=True)
class FirmTable:
    """What can be said of the first place, and the numbers behind it."""

    firmness: Firmness
    sentence: str
    draws: int
    """0 where nothing was drawn: there are too many sites."""
    sites: tuple[FirmSite, ...]
    weights: tuple[FirmWeight, ...]
    methods: int
    agreement: float
    """Kendall's W over all methods; NaN where nothing was compared."""
    leaders: tuple[str, ...]
    """Who leads by some method, each once."""

    @property
    def agreement_words(self) -> str:
        """How far the methods agree, in a sentence; empty where nothing was compared."""
        if not np.isfinite(self.agreement):
            return ""
        return say(
            "{count} methods were asked: they agree with a Kendall's W of {agreement:.2f} "
            "(1 is alike in every place). First by one or more of them: {leaders}.",
            count=self.methods,
            agreement=self.agreement,
            leaders=", ".join(self.leaders),
        )

    @property
    def draws_words(self) -> str:
        """How the weights were drawn, in a sentence; empty where none were."""
        if not self.draws:
            return ""
        return say(
            "{count} sets of weights were drawn evenly from all that are possible: how often a "
            "site comes first tells how much rests on the weights chosen here.",
            count=say_number(self.draws, 0, group="\u202f"),
        )


def firm_table(evaluation: Evaluation, progress: Progress = silent) -> FirmTable:
    """Return how firm the ranking is; seeded, so that the same study gives the same table."""
    if len(evaluation.matrix.sites) > MOST_SITES:
        plain = conclude(evaluation)
        return FirmTable(plain.firmness, plain.sentence, 0, (), (), 0, np.nan, ())
    progress(0.1, say("Moving each weight"))
    stability = weight_stability(evaluation)
    progress(0.3, say("Drawing weights"))
    drawn = robustness(evaluation, wanted_draws(evaluation))
    progress(0.8, say("Asking every method"))
    agreed = consensus(evaluation)
    conclusion = conclude(evaluation, stability, drawn)
    return FirmTable(
        conclusion.firmness,
        conclusion.sentence,
        drawn.draws.count if len(drawn.rows) else 0,
        _sites(drawn, agreed),
        _weights(evaluation, stability),
        len(agreed.methods),
        float(agreed.agreement),
        tuple(dict.fromkeys(agreed.leaders)),
    )


def wanted_draws(evaluation: Evaluation) -> Draws:
    """Return how many weights to draw: the same as the window draws."""
    contest = Contest(evaluation)
    if contest.parts is not None:
        return Draws(DRAWS, SEED)
    sites = max(1, len(contest.judged))
    return Draws(min(DRAWS, max(_FEWEST, _SITE_DRAWS // sites)), SEED)


def _sites(drawn: Robustness, agreed: Consensus) -> tuple[FirmSite, ...]:
    tops = dict(zip(agreed.rows.tolist(), agreed.in_top(3).tolist(), strict=True))
    rows = zip(
        drawn.rows.tolist(),
        drawn.names,
        drawn.first.tolist(),
        drawn.mean_place.tolist(),
        strict=True,
    )
    return tuple(FirmSite(name, first, mean, tops.get(row, 0)) for row, name, first, mean in rows)[
        :_TOLD
    ]


def _weights(evaluation: Evaluation, stability: WeightStability) -> tuple[FirmWeight, ...]:
    known = {each.key: each for each in evaluation.criteria}
    held = sorted(stability.intervals, key=lambda each: -each.share)
    return tuple(
        FirmWeight(
            known[each.key].title or evaluation.matrix.info(known[each.key].measure).title,
            each.share,
            each.share_low,
            each.share_high,
            each.rival_low or "",
            each.rival_high or "",
        )
        for each in held
        if each.key in known and each.share > 0
    )
