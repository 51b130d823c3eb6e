"""The sites that stand for the first place, and how they would stand if something changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from siteselect.mcda.evaluate import method_of
from siteselect.mcda.gates import tiers
from siteselect.mcda.method import Method
from siteselect.mcda.rank import EQUAL
from siteselect.mcda.unknowns import fill
from siteselect.model.arrays import Floats, Ints, frozen_ints
from siteselect.model.evaluation import Evaluation
from siteselect.model.scenario import UnknownPolicy


@dataclass(frozen=True, eq=False, slots=True)
class Contest:
    """An evaluation made ready to be asked "what if".

    Contenders are the sites that pass the gates, or, when none does, those whose gates are
    unknown; the first contender is the leader. Failed sites take no part.
    """

    evaluation: Evaluation
    method: Method = field(init=False)
    settings: Mapping[str, float] = field(init=False)
    judged: Ints = field(init=False)
    """Rows that are scored: methods that compare sites compare these."""
    contenders: Ints = field(init=False)
    """Rows that stand for the first place, in the order of the list."""
    places: Ints = field(init=False)
    """Where the contenders stand within `judged`."""

    def __post_init__(self) -> None:
        evaluation = self.evaluation
        method, settings = method_of(evaluation.scenario)
        tier = tiers(evaluation.scenario.gates, evaluation.matrix)
        scored = evaluation.order[np.isfinite(evaluation.scores[evaluation.order])]
        passing = scored[tier[scored] == 0]
        judged = np.flatnonzero(tier < 2)
        contenders = passing if len(passing) else scored
        object.__setattr__(self, "method", method)
        object.__setattr__(self, "settings", settings)
        object.__setattr__(self, "judged", frozen_ints(judged))
        object.__setattr__(self, "contenders", frozen_ints(contenders))
        object.__setattr__(self, "places", frozen_ints(np.searchsorted(judged, contenders)))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the contenders, the leader first."""
        names = self.evaluation.matrix.sites.names
        return tuple(names[row] for row in self.contenders)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the criteria, in the order of every column."""
        return tuple(each.key for each in self.evaluation.criteria)

    @property
    def parts(self) -> Floats | None:
        """Contenders x criteria whose product with the shares orders them as the scores do.

        None when the method is not linear in the weights, or the weights decide what an unknown
        value counts as.
        """
        method, evaluation = self.method, self.evaluation
        if method.parts is None or self._refills:
            return None
        parts = method.parts(evaluation.filled[self.judged], **self.settings)
        found: Floats = parts[self.places]
        return found

    def merits(self, shares: Floats, values: Floats | None = None) -> Floats:
        """Return the score of every contender under other shares, or other values (n x k)."""
        evaluation = self.evaluation
        if values is None and not self._refills:
            filled = evaluation.filled
        else:
            filled = fill(
                evaluation.values if values is None else values,
                evaluation.values_low,
                evaluation.values_high,
                shares,
                evaluation.scenario.unknown,
            )
        merits: Floats = self.method.merits(filled[self.judged], shares, self.settings)
        return merits[self.places]

    @property
    def _refills(self) -> bool:
        evaluation = self.evaluation
        return evaluation.scenario.unknown is UnknownPolicy.EXCLUDE and bool(
            np.isnan(evaluation.values).any()
        )


def holds(merits: Floats) -> bool:
    """Return whether the leader, the first, is still nowhere below another."""
    return bool(merits[0] >= merits.max() - EQUAL)


def shares_with(shares: Floats, place: int, share: float) -> Floats:
    """Return `shares` with one of them set, the others scaled to fill the rest to 1.

    Parameters
    ----------
    shares
        k numbers that sum to 1.
    place
        Which of them is set.
    share
        What it is set to, in [0, 1].

    Returns
    -------
    k numbers that sum to 1; as given when all the weight lies on that one.

    Examples
    --------
    >>> import numpy as np
    >>> shares_with(np.array([0.5, 0.3, 0.2]), 0, 0.0).round(3).tolist()
    [0.0, 0.6, 0.4]
    """
    rest = 1.0 - shares[place]
    if rest <= 0:
        return shares
    varied: Floats = shares * ((1.0 - share) / rest)
    varied[place] = share
    return varied
