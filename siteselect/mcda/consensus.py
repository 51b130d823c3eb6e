"""All methods side by side: how far they agree, and who is near the top in most."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from siteselect.language import say
from siteselect.mcda.contest import Contest
from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.methods import METHODS
from siteselect.mcda.rank import shared_ranks
from siteselect.model.arrays import Floats, Ints, frozen_ints
from siteselect.model.evaluation import Evaluation
from siteselect.progress import Progress, silent


@dataclass(frozen=True, eq=False, slots=True)
class Consensus:
    """The ranks of m contenders by each method."""

    evaluation: Evaluation
    methods: tuple[str, ...]
    rows: Ints
    """m rows of the evaluation, in the order of its list."""
    ranks: Ints
    """methods x m."""
    agreement: float
    """Kendall's W: 1 when all methods rank alike, 0 when they agree no better than chance."""

    def in_top(self, places: int) -> Ints:
        """Return for each contender in how many methods it is among the best `places`."""
        count: Ints = (self.ranks <= places).sum(axis=0)
        return count

    @property
    def leaders(self) -> tuple[str, ...]:
        """Who leads by each method; the first by the list where several do."""
        names = self.evaluation.matrix.sites.names
        return tuple(names[self.rows[int(each.argmin())]] for each in self.ranks if len(each))


def consensus(
    evaluation: Evaluation,
    methods: Sequence[str] = tuple(METHODS),
    progress: Progress = silent,
) -> Consensus:
    """Return how the contenders of `evaluation` rank by each method, all else alike.

    Parameters
    ----------
    evaluation
        What was concluded.
    methods
        Names of the methods; all by default.
    progress
        Is told after each method, and may stop the work.

    Returns
    -------
    Ranks, and Kendall's W.

    References
    ----------
    Kendall, M. G., Babington Smith, B. (1939). The problem of m rankings. Annals of Mathematical
    Statistics 10(3), 275-287.
    """
    rows = Contest(evaluation).contenders
    ranks = []
    for count, method in enumerate(methods):
        other = evaluate(replace(evaluation.scenario, method=method), evaluation.matrix)
        ranks.append(shared_ranks(other.scores[rows]))
        progress((count + 1) / len(methods), say("Ranking by each method"))
    found = np.array(ranks, dtype=np.intp).reshape(len(methods), len(rows))
    return Consensus(evaluation, tuple(methods), rows, frozen_ints(found), kendalls_w(found))


def kendalls_w(ranks: Ints | Floats) -> float:
    """Return Kendall's coefficient of concordance, corrected for ties.

    Parameters
    ----------
    ranks
        m rankings of n sites; equals may share any place.

    Returns
    -------
    W in [0, 1]; 1 when there is nothing to disagree on.

    Examples
    --------
    >>> import numpy as np
    >>> kendalls_w(np.array([[1, 2, 3], [1, 2, 3]])), kendalls_w(np.array([[1, 2], [2, 1]]))
    (1.0, 0.0)
    """
    judges, count = ranks.shape
    if judges < 2 or count < 2:
        return 1.0
    middle = np.empty(ranks.shape)
    ties = 0.0
    for row, ranking in enumerate(ranks):
        _, group, size = np.unique(ranking, return_inverse=True, return_counts=True)
        middle[row] = (np.cumsum(size) - (size - 1) / 2)[group]
        ties += float((size**3 - size).sum())
    spread = ((middle.sum(axis=0) - judges * (count + 1) / 2) ** 2).sum()
    most = judges**2 * (count**3 - count) - judges * ties
    return float(min(1.0, 12 * spread / most)) if most > 0 else 1.0
