"""What two scenarios judge otherwise, in sentences for a person."""

from siteselect.export.words import gate_words, value_words
from siteselect.mcda.methods import METHODS
from siteselect.mcda.scenario_difference import CriterionDifference, ScenarioDifference
from siteselect.model.decision_matrix import DecisionMatrix


def difference_words(difference: ScenarioDifference, matrix: DecisionMatrix) -> tuple[str, ...]:
    """Return one sentence for each thing that the second scenario judges otherwise.

    Parameters
    ----------
    difference
        Of two scenarios.
    matrix
        Titles and units of all measures that they ask for.

    Returns
    -------
    Sentences, the method first and then weights by how far they move; none when they judge alike.
    """
    said = []
    if difference.method:
        titles = [
            METHODS[method].title if method in METHODS else method for method in difference.method
        ]
        said.append(f"Method: {titles[1]} instead of {titles[0]}.")
    if difference.parameters:
        one, other = (_parameters(each) for each in difference.parameters)
        said.append(f"Settings of the method: {other} instead of {one}.")
    if difference.unknown:
        one, other = (each.value for each in difference.unknown)
        said.append(f"Unknown values: {other} instead of {one}.")
    for each in difference.criteria:
        said += _criterion(each, matrix)
    for gate in difference.gates:
        info = matrix.info(gate.measure)
        if gate.other is None:
            said.append(f"Gate left out: {info.title}.")
        else:
            more = f" instead of {gate_words(gate.one, info)}" if gate.one else ""
            said.append(f"Gate: {gate_words(gate.other, info)}{more}.")
    return tuple(said)


def _criterion(each: CriterionDifference, matrix: DecisionMatrix) -> list[str]:
    info = matrix.info(each.criterion.measure)
    title = each.criterion.title or info.title
    said = []
    if each.reweighed:
        said.append(
            f"{title}: {100 * each.other_share:.1f} % of the weight instead of "
            f"{100 * each.share:.1f} %."
        )
    if each.revalued and each.one and each.other:
        said.append(
            f"{title}: {value_words(each.other.value, info.unit)}; "
            f"instead of {value_words(each.one.value, info.unit)}."
        )
    return said


def _parameters(chosen: tuple[tuple[str, float], ...]) -> str:
    return ", ".join(f"{key} {value:g}" for key, value in chosen) or "the defaults"
