"""Gate, value, weigh, score and rank every site: the heart of the program."""

from collections.abc import Mapping

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.mcda.gates import gate_results, tiers, verdicts
from siteselect.mcda.judge import judge
from siteselect.mcda.method import Method
from siteselect.mcda.methods import METHODS
from siteselect.mcda.rank import ranks
from siteselect.mcda.unknowns import fill
from siteselect.model.arrays import Bools, Floats, frozen_floats, frozen_ints
from siteselect.model.criterion import Criterion
from siteselect.model.decision_matrix import Column, DecisionMatrix
from siteselect.model.evaluation import Evaluation
from siteselect.model.scenario import Scenario


def evaluate(scenario: Scenario, matrix: DecisionMatrix) -> Evaluation:
    """Return what `scenario` concludes of the sites in `matrix`.

    Raises
    ------
    StudyError
        If the method or one of its parameters is unknown, or no weight is above zero.
    """
    method, settings = method_of(scenario)
    criteria = tuple(each for each in scenario.criteria if each.enabled)
    columns = [matrix.column(each.measure) for each in criteria]
    shares = _shares(scenario, criteria, columns)
    judged = [judge(each.value, column) for each, column in zip(criteria, columns, strict=True)]
    values = np.column_stack([each.values for each in judged])
    low = np.column_stack([each.low for each in judged])
    high = np.column_stack([each.high for each in judged])
    filled = fill(values, low, high, shares, scenario.unknown)

    tier = tiers(scenario.gates, matrix)
    scores, scores_low, scores_high = _scores(
        method, settings, (filled, low, high), shares, tier < 2
    )
    places, order = ranks(scores, tier, matrix.sites.names)
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
        gates=gate_results(scenario.gates, matrix),
        verdicts=verdicts(scenario.gates, matrix),
        ranks=frozen_ints(places),
        order=frozen_ints(order),
    )


def method_of(scenario: Scenario) -> tuple[Method, dict[str, float]]:
    """Return the method that `scenario` asks for, and all its parameters."""
    if scenario.method not in METHODS:
        raise StudyError(
            say(
                "The scenario {name} asks for the method {method}, which does not exist. There "
                "are: {methods}.",
                name=scenario.name,
                method=scenario.method,
                methods=", ".join(METHODS),
            )
        )
    chosen = dict(scenario.method_parameters)
    known = {each.key for method in METHODS.values() for each in method.parameters}
    unknown = sorted(chosen.keys() - known)
    if unknown:
        raise StudyError(
            say(
                "The scenario {name} sets {unknown}, which no method has. There are: {known}.",
                name=scenario.name,
                unknown=", ".join(unknown),
                known=", ".join(sorted(known)),
            )
        )
    method = METHODS[scenario.method]
    return method, method.settings(chosen)


def _shares(scenario: Scenario, criteria: tuple[Criterion, ...], columns: list[Column]) -> Floats:
    """Return the weights divided by their sum; a criterion that no site knows gets 0."""
    weights = np.array([each.weight for each in criteria], dtype=np.float64)
    if not weights.any():
        raise StudyError(
            say(
                "No criterion of the scenario {name} has a weight above zero: switch one on, "
                "or give it a weight.",
                name=scenario.name,
            )
        )
    counts = [column.known > 0 or len(column.value) == 0 for column in columns]
    shares: Floats = weights / weights.max() * counts  # the sum of huge weights is not finite
    total = float(shares.sum())
    return shares / total if total > 0 else shares


def _scores(
    method: Method,
    settings: Mapping[str, float],
    cells: tuple[Floats, Floats, Floats],
    shares: Floats,
    takes_part: Bools,
) -> tuple[Floats, Floats, Floats]:
    """Return scores and their intervals; sites that fail a gate take no part and get NaN."""
    rows = np.flatnonzero(takes_part)
    values, low, high = (each[rows] for each in cells)
    scores, scores_low, scores_high = (np.full(len(takes_part), np.nan) for _ in range(3))
    if not shares.any() or len(rows) == 0:
        return scores, scores_low, scores_high
    found = method.merits(values, shares, settings)
    scores[rows] = scores_low[rows] = scores_high[rows] = found
    for end in (low, high):  # one row at its end, the others as they are
        moved = np.flatnonzero(((end != values) & (shares > 0)).any(axis=1))
        if len(moved):
            reached = method.merits_alone(values, moved, end[moved], shares, settings)
            places = rows[moved]
            scores_low[places] = np.minimum(scores_low[places], reached)
            scores_high[places] = np.maximum(scores_high[places], reached)
    return scores, scores_low, scores_high
