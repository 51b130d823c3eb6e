"""Rank reversal: whether leaving one site out reorders the others."""

from dataclasses import dataclass, replace

import numpy as np

from siteselect.language import say, say_count
from siteselect.mcda.contest import Contest
from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.rank import EQUAL
from siteselect.model.arrays import Ints
from siteselect.model.decision_matrix import Column, DecisionMatrix
from siteselect.model.evaluation import Evaluation
from siteselect.model.sites import Sites
from siteselect.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Reversal:
    """A site whose absence reorders others."""

    site: str
    pairs: int
    """How many pairs of other contenders change their order."""
    leader: str | None
    """Who leads without it, when that is another than the next in the list; else None."""


@dataclass(frozen=True, eq=False, slots=True)
class Reversals:
    """Every site whose absence reorders others, the weightiest first."""

    evaluation: Evaluation
    possible: bool
    """False when method and value functions are anchored, so that no site matters to another."""
    reversals: tuple[Reversal, ...]

    @property
    def sentence(self) -> str:
        """What a reader must know: whether a site that leaves or joins reorders the others."""
        if not self.possible:
            return say("Rank reversal: none can happen, every site is judged by itself.")
        if not self.reversals:
            return say("Rank reversal: leaving out any one site keeps the order of the others.")
        first, more = self.reversals[0], len(self.reversals) - 1
        told = say_count(
            "Rank reversal: leaving out {site} would reorder {count} pair of the others",
            "Rank reversal: leaving out {site} would reorder {count} pairs of the others",
            first.pairs,
            site=first.site,
        )
        if first.leader:
            told = say("{told}, and {leader} would lead", told=told, leader=first.leader)
        others = say_count("So would {count} more.", "So would {count} more.", more) if more else ""
        return f"{told}. {others}".rstrip()


def rank_reversals(evaluation: Evaluation, progress: Progress = silent) -> Reversals:
    """Return which sites, left out one at a time, reorder the others.

    Parameters
    ----------
    evaluation
        What was concluded.
    progress
        Is told after each site, and may stop the work.

    Returns
    -------
    The sites that do it; none when the scenario is anchored.

    References
    ----------
    Triantaphyllou, E. (2001). Two new cases of rank reversals when the AHP and some of its additive
    variants are used that do not occur with the multiplicative AHP. Journal of Multi-Criteria
    Decision Analysis 10(1), 11-25.
    """
    contest = Contest(evaluation)
    relative = any(each.value.relative for each in evaluation.criteria)
    if contest.method.rowwise and not relative:
        return Reversals(evaluation, possible=False, reversals=())
    names = evaluation.matrix.sites.names
    found = []
    for count, gone in enumerate(contest.judged):
        rest = np.delete(np.arange(len(names)), gone)
        without = evaluate(evaluation.scenario, _only(evaluation.matrix, rest))
        rows = contest.contenders[contest.contenders != gone]
        places = np.searchsorted(rest, rows)
        pairs = _turned(evaluation.scores[rows], without.scores[places])
        expected = names[rows[0]] if len(rows) else None
        leader = names[rest[without.order[0]]] if len(rows) else None
        if pairs:
            found.append(Reversal(names[gone], pairs, leader if leader != expected else None))
        progress((count + 1) / len(contest.judged), say("Leaving each site out"))
    found.sort(key=lambda each: (each.leader is None, -each.pairs, each.site))
    return Reversals(evaluation, possible=True, reversals=tuple(found))


def _turned(before: np.ndarray, after: np.ndarray) -> int:
    """Return how many pairs stand the other way round; a tie made or broken does not count."""
    one, other = np.subtract.outer(before, before), np.subtract.outer(after, after)
    return int(((one > EQUAL) & (other < -EQUAL)).sum())


def _only(matrix: DecisionMatrix, rows: Ints) -> DecisionMatrix:
    columns = tuple(
        Column(
            each.value[rows],
            tuple(each.provenance[row] for row in rows),
            each.low[rows],
            each.high[rows],
        )
        for each in matrix.columns
    )
    sites = Sites(tuple(matrix.sites.items[row] for row in rows))
    return replace(matrix, sites=sites, columns=columns)
