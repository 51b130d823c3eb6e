"""How much of one criterion a unit of another is worth."""

from dataclasses import dataclass

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.criterion import Criterion
from siteselect.model.evaluation import Evaluation
from siteselect.model.scenario import Scenario
from siteselect.model.value_function import Linear, Objective


@dataclass(frozen=True, eq=False, slots=True)
class TradeOff:
    """One unit better in one criterion makes good for so many units worse in another."""

    evaluation: Evaluation
    gained: str
    """Key of the criterion that is bettered by one unit."""
    given: str
    """Key of the criterion that is worsened."""
    amount: float
    """In the unit of the second."""
    sentence: str


def trade_off(evaluation: Evaluation, gained: str, given: str) -> TradeOff:
    """Return what one unit of `gained` is worth in units of `given`, by weights and straight lines.

    Parameters
    ----------
    evaluation
        What was concluded.
    gained, given
        Keys of two different criteria with linear value functions and weights above 0.

    Returns
    -------
    The amount, and the sentence to be agreed with or not.
    """
    scenario = evaluation.scenario
    first, second = _line(scenario, gained), _line(scenario, given)
    amount = _slope(first) / _slope(second)
    one, other = (evaluation.matrix.info(each.measure) for each in (first, second))
    better = say("less") if first.value.objective is Objective.MIN else say("more")
    worse = say("more") if second.value.objective is Objective.MIN else say("less")
    sentence = say(
        "1 {unit} {better} of {title} makes good for {amount:.3g} {other_unit} {worse} of {other}.",
        unit=one.unit,
        better=better,
        title=first.title or one.title,
        amount=amount,
        other_unit=other.unit,
        worse=worse,
        other=second.title or other.title,
    )
    return TradeOff(evaluation, gained, given, amount, sentence)


def weight_for(scenario: Scenario, gained: str, given: str, amount: float) -> float:
    """Return the weight of `gained` with which one unit of it is worth `amount` of `given`.

    Parameters
    ----------
    scenario
        The scenario whose weight of `given` stays.
    gained, given
        Keys of two different criteria with linear value functions.
    amount
        In the unit of `given`, above 0.

    Returns
    -------
    A weight on the person's own scale.
    """
    if not 0 < amount < float("inf"):
        raise StudyError(
            say(
                "One unit of {gained} is worth {amount:g} of {given}: give more than 0.",
                gained=gained,
                amount=amount,
                given=given,
            )
        )
    second = _line(scenario, given)
    first = scenario.criterion(gained)
    span = _span(first)
    return amount * _slope(second) * span


def _line(scenario: Scenario, key: str) -> Criterion:
    criterion = scenario.criterion(key)
    _span(criterion)
    if criterion.weight <= 0 or not criterion.enabled:
        raise StudyError(say("{key} has no weight: give it one, then it can be traded.", key=key))
    return criterion


def _span(criterion: Criterion) -> float:
    if not isinstance(criterion.value, Linear):
        raise StudyError(
            say(
                "The value function of {key} is not a straight line: a unit of it is not worth "
                "the same everywhere.",
                key=criterion.key,
            )
        )
    return abs(criterion.value.best - criterion.value.worst)


def _slope(criterion: Criterion) -> float:
    """Return how much weighted value one unit is worth."""
    return criterion.weight / _span(criterion)
