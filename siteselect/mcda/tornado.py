"""The score of one site, and how far each criterion can swing it."""

from dataclasses import dataclass

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.mcda.contest import shares_with
from siteselect.mcda.evaluate import method_of
from siteselect.mcda.gates import tiers
from siteselect.mcda.unknowns import fill
from siteselect.model.evaluation import Evaluation


@dataclass(frozen=True, slots=True)
class TornadoBar:
    """The score at either end of one criterion, all else as it is."""

    key: str
    """Of the criterion."""
    at_low: float
    """Score with the lower weight, or with the least that the value could be."""
    at_high: float

    @property
    def swing(self) -> float:
        """How far apart the two scores lie."""
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True, eq=False, slots=True)
class Tornado:
    """Bars of one site, the widest first."""

    evaluation: Evaluation
    site: str
    score: float
    bars: tuple[TornadoBar, ...]


def weight_tornado(evaluation: Evaluation, site: str, part: float = 0.2) -> Tornado:
    """Return how the score of `site` swings with each weight.

    Parameters
    ----------
    evaluation
        What was concluded.
    site
        The name of a site that has a score.
    part
        By how much of itself each weight is lowered and raised, in (0, 1].

    Returns
    -------
    A bar a criterion, the widest first.
    """
    row = _scored(evaluation, site)
    bars = []
    for place, criterion in enumerate(evaluation.criteria):
        share = float(evaluation.shares[place])
        ends = []
        for factor in (1.0 - part, 1.0 + part):
            varied = share * factor
            rest = 1.0 - share
            then = varied / (varied + rest) if varied + rest > 0 else share
            ends.append(_score(evaluation, row, shares_with(evaluation.shares, place, then)))
        bars.append(TornadoBar(criterion.key, ends[0], ends[1]))
    return _sorted(evaluation, row, bars)


def value_tornado(evaluation: Evaluation, site: str) -> Tornado:
    """Return how the score of `site` swings with each of its values, within what each could be.

    Parameters
    ----------
    evaluation
        What was concluded.
    site
        The name of a site that has a score.

    Returns
    -------
    A bar a criterion, the widest first; a value that is known for sure has no width.
    """
    row = _scored(evaluation, site)
    bars = []
    for place, criterion in enumerate(evaluation.criteria):
        ends = []
        for end in (evaluation.values_low, evaluation.values_high):
            values = evaluation.values.copy()
            values[row, place] = end[row, place]
            ends.append(_score(evaluation, row, evaluation.shares, values))
        bars.append(TornadoBar(criterion.key, ends[0], ends[1]))
    return _sorted(evaluation, row, bars)


def _scored(evaluation: Evaluation, site: str) -> int:
    names = evaluation.matrix.sites.names
    if site not in names or np.isnan(evaluation.scores[names.index(site)]):
        raise StudyError(
            say("There is no site {site} with a score: name one that passes the gates.", site=site)
        )
    return names.index(site)


def _score(
    evaluation: Evaluation, row: int, shares: np.ndarray, values: np.ndarray | None = None
) -> float:
    method, settings = method_of(evaluation.scenario)
    filled = fill(
        evaluation.values if values is None else values,
        evaluation.values_low,
        evaluation.values_high,
        shares,
        evaluation.scenario.unknown,
    )
    judged = np.flatnonzero(tiers(evaluation.scenario.gates, evaluation.matrix) < 2)
    merits = method.merits(filled[judged], shares, settings)
    return float(merits[np.searchsorted(judged, row)])


def _sorted(evaluation: Evaluation, row: int, bars: list[TornadoBar]) -> Tornado:
    return Tornado(
        evaluation,
        evaluation.matrix.sites.names[row],
        float(evaluation.scores[row]),
        tuple(sorted(bars, key=lambda bar: -bar.swing)),
    )
