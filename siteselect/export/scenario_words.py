"""What two scenarios judge otherwise, in sentences for a person."""

from siteselect.export.words import gate_words, per_cent, plain, value_words
from siteselect.language import say
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
            say(METHODS[method].title) if method in METHODS else method
            for method in difference.method
        ]
        said.append(say("Method: {other} instead of {one}.", one=titles[0], other=titles[1]))
    if difference.parameters:
        one, other = (_parameters(each) for each in difference.parameters)
        said.append(say("Settings of the method: {other} instead of {one}.", one=one, other=other))
    if difference.unknown:
        one, other = (say(each.value) for each in difference.unknown)
        said.append(say("Unknown values: {other} instead of {one}.", one=one, other=other))
    for each in difference.criteria:
        said += _criterion(each, matrix)
    for gate in difference.gates:
        info = matrix.info(gate.measure)
        if gate.other is None:
            said.append(say("Gate left out: {title}.", title=info.title))
        elif gate.one is None:
            said.append(say("Gate: {other}.", other=gate_words(gate.other, info)))
        else:
            one, other = (gate_words(each, info) for each in (gate.one, gate.other))
            said.append(say("Gate: {other} instead of {one}.", one=one, other=other))
    return tuple(said)


def _criterion(each: CriterionDifference, matrix: DecisionMatrix) -> list[str]:
    info = matrix.info(each.criterion.measure)
    title = each.criterion.title or info.title
    said = []
    if each.reweighed:
        said.append(
            say(
                "{title}: {other} of the weight instead of {one}.",
                title=title,
                one=per_cent(each.share, 1),
                other=per_cent(each.other_share, 1),
            )
        )
    if each.revalued and each.one and each.other:
        said.append(
            say(
                "{title}: {other}; instead of {one}.",
                title=title,
                one=value_words(each.one.value, info.unit),
                other=value_words(each.other.value, info.unit),
            )
        )
    return said


def _parameters(chosen: tuple[tuple[str, float], ...]) -> str:
    return ", ".join(f"{key} {plain(value)}" for key, value in chosen) or say("the defaults")
