"""Gate, value, weigh, score and rank every site: the heart of the program."""

import numpy as np

from siteselect.errors import StudyError
from siteselect.mcda.gates import gate_results
from siteselect.mcda.method import Method
from siteselect.mcda.methods import METHODS
from siteselect.mcda.rank import ranks
from siteselect.model.arrays import Floats, frozen_floats, frozen_ints
from siteselect.model.criterion import Criterion
from siteselect.model.decision_matrix import Column, DecisionMatrix
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Verdict, worst
from siteselect.model.scenario import Scenario, UnknownPolicy

_INTERVAL_ROWS = 200
"""Above so many uncertain rows a method that compares rows leaves the intervals out (NaN)."""


def evaluate(scenario: Scenario, matrix: DecisionMatrix) -> Evaluation:
    """Return what `scenario` concludes of the sites in `matrix`.

    Raises
    ------
    StudyError
        If the method is unknown, no criterion is left, or no weight is above zero.
    """
    method = _method(scenario)
    criteria = tuple(each for each in scenario.criteria if each.enabled)
    columns = [matrix.column(each.measure) for each in criteria]
    shares = _shares(scenario, criteria, columns)
    pairs = list(zip(criteria, columns, strict=True))
    values = _stack([each.value(column.value) for each, column in pairs], matrix)
    low, high = _bounds(pairs, values, matrix)
    filled = _fill(values, shares, scenario.unknown)

    gates = gate_results(scenario.gates, matrix)
    verdicts = tuple(
        _standing(worst([result.verdict for result in results]), pinned=site.pinned)
        for results, site in zip(gates, matrix.sites.items, strict=True)
    )
    judged = np.array([verdict is not Verdict.FAIL for verdict in verdicts], dtype=bool)
    scores, scores_low, scores_high = _scores(method, filled, low, high, shares, judged)
    places, order = ranks(scores, verdicts, matrix.sites.names)
    return Evaluation(
        scenario=scenario,
        matrix=matrix,
        criteria=criteria,
        shares=frozen_floats(shares),
        values=frozen_floats(values),
        values_low=frozen_floats(low),
        values_high=frozen_floats(high),
        filled=frozen_floats(filled),
        scores=frozen_floats(scores),
        scores_low=frozen_floats(scores_low),
        scores_high=frozen_floats(scores_high),
        coverage=frozen_floats(np.isfinite(values) @ shares),
        contributions=frozen_floats(filled * shares),
        gates=gates,
        verdicts=verdicts,
        ranks=frozen_ints(places),
        order=frozen_ints(order),
    )


def _method(scenario: Scenario) -> Method:
    if scenario.method not in METHODS:
        raise StudyError(
            f"The scenario {scenario.name} asks for the method {scenario.method}, which does not "
            f"exist. There are: {', '.join(METHODS)}."
        )
    return METHODS[scenario.method]


def _shares(scenario: Scenario, criteria: tuple[Criterion, ...], columns: list[Column]) -> Floats:
    """Return the weights divided by their sum; a criterion that no site knows gets 0."""
    weights = np.array([each.weight for each in criteria], dtype=np.float64)
    counts = np.array(
        [column.known > 0 or len(column.value) == 0 for column in columns], dtype=bool
    )
    total = float(weights.sum())
    if total <= 0:
        raise StudyError(
            f"No criterion of the scenario {scenario.name} has a weight above zero: "
            "switch one on, or give it a weight."
        )
    weights = weights * counts
    known = float(weights.sum())
    shares: Floats = weights / known if known > 0 else weights
    return shares


def _stack(columns: list[Floats], matrix: DecisionMatrix) -> Floats:
    return np.column_stack(columns) if columns else np.empty((len(matrix.sites), 0))


def _bounds(
    pairs: list[tuple[Criterion, Column]], values: Floats, matrix: DecisionMatrix
) -> tuple[Floats, Floats]:
    """Return the least and the greatest value of every cell."""
    at_low = _stack([each.value(column.low, column.value) for each, column in pairs], matrix)
    at_high = _stack([each.value(column.high, column.value) for each, column in pairs], matrix)
    known = np.isfinite(values)
    ends = np.stack([values, at_low, at_high])
    least = np.where(np.isnan(ends), np.inf, ends).min(axis=0)
    greatest = np.where(np.isnan(ends), -np.inf, ends).max(axis=0)
    for place, (each, column) in enumerate(pairs):  # a floor alone bounds one side of an unknown
        rising = each.value.objective.value == "max"
        floor_only = ~known[:, place] & np.isfinite(column.low) & np.isnan(column.high)
        roof_only = ~known[:, place] & np.isnan(column.low) & np.isfinite(column.high)
        target = each.value.objective.value == "target"
        least[(roof_only if rising else floor_only) | (target & ~known[:, place]), place] = 0.0
        greatest[(floor_only if rising else roof_only) | (target & ~known[:, place]), place] = 1.0
    return np.where(np.isinf(least), 0.0, least), np.where(np.isinf(greatest), 1.0, greatest)


def _fill(values: Floats, shares: Floats, policy: UnknownPolicy) -> Floats:
    """Return `values` with each NaN counted as the policy says."""
    unknown = np.isnan(values)
    if policy is UnknownPolicy.PESSIMISTIC:
        return np.where(unknown, 0.0, values)
    if policy is UnknownPolicy.NEUTRAL:
        return np.where(unknown, 0.5, values)
    weight = np.where(unknown, 0.0, shares).sum(axis=1)
    total = np.where(unknown, 0.0, values * shares).sum(axis=1)
    mean = np.divide(total, weight, out=np.zeros(len(values)), where=weight > 0)
    return np.where(unknown, mean[:, None], values)


def _standing(verdict: Verdict, *, pinned: bool) -> Verdict:
    """Return CONDITIONAL for a pinned site in place of FAIL or UNKNOWN: it stays, visibly."""
    return Verdict.CONDITIONAL if pinned and not verdict.ranks else verdict


def _scores(
    method: Method, filled: Floats, low: Floats, high: Floats, shares: Floats, judged: np.ndarray
) -> tuple[Floats, Floats, Floats]:
    """Return scores and their intervals; sites that fail a gate take no part and get NaN."""
    rows = np.flatnonzero(judged)
    values = filled[rows]
    scores, scores_low, scores_high = (np.full(len(filled), np.nan) for _ in range(3))
    if shares.sum() == 0 or len(rows) == 0:
        return scores, scores_low, scores_high
    scores[rows] = method.merit(method.score(values, shares))
    if method.rowwise:
        scores_low[rows] = method.merit(method.score(low[rows], shares))
        scores_high[rows] = method.merit(method.score(high[rows], shares))
        return scores, scores_low, scores_high
    uncertain = np.flatnonzero((((high - low)[rows] > 0) & (shares > 0)).any(axis=1))
    scores_low[rows] = scores_high[rows] = scores[rows]
    if len(uncertain) > _INTERVAL_ROWS:
        scores_low[rows[uncertain]] = scores_high[rows[uncertain]] = np.nan
        return scores, scores_low, scores_high
    for place in uncertain:  # one row at its ends, the others as they are
        row = rows[place]
        ends = []
        for end in (low[row], high[row]):
            varied = values.copy()
            varied[place] = end
            ends.append(float(method.merit(method.score(varied, shares))[place]))
        scores_low[row] = min(*ends, scores[row])
        scores_high[row] = max(*ends, scores[row])
    return scores, scores_low, scores_high
