from dataclasses import replace

import numpy as np

from siteselect.mcda.evaluate import evaluate
from siteselect.model.criterion import Criterion
from siteselect.model.decision_matrix import Column, DecisionMatrix, MeasureInfo, Provenance
from siteselect.model.gate import Gate
from siteselect.model.scenario import Scenario
from siteselect.model.sites import Sites
from siteselect.model.value_function import Linear, Relative
from tests.making import DAY, make_evaluation, make_matrix, make_scenario


def with_pinned(matrix: DecisionMatrix, row: int) -> DecisionMatrix:
    items = list(matrix.sites.items)
    items[row] = replace(items[row], pinned=True)
    return replace(matrix, sites=Sites(tuple(items)))


def test_the_leader_is_the_first_of_the_list():
    evaluation = make_evaluation()
    names = evaluation.matrix.sites.names
    assert evaluation.leader == names[evaluation.order[0]]
    assert evaluation.ranks[evaluation.order[0]] == 1
    assert evaluation.passing == 20


def test_nobody_leads_when_nobody_is_there_or_all_fail():
    scenario = make_scenario(2)
    assert evaluate(scenario, make_matrix(0, 2)).leader is None
    strict = scenario.with_gate(Gate("legal_status", at_least=3))
    evaluation = evaluate(strict, make_matrix(6, 2))
    assert evaluation.leader is None
    assert evaluation.passing == 0


def test_reasons_of_a_site_that_does_not_simply_pass():
    evaluation = make_evaluation(6, 2)
    assert evaluation.reasons(0) == ()
    assert evaluation.reasons(1) == ("banned since spring [R00]",)
    assert evaluation.reasons(2) == ("notice to the ministry [R00]",)


def test_a_pinned_site_says_so():
    evaluation = evaluate(make_scenario(2), with_pinned(make_matrix(6, 2), 1))
    assert evaluation.reasons(1) == ("Pinned in spite of this: banned since spring [R00]",)
    assert evaluation.reasons(2) == ("notice to the ministry [R00]",)


def test_notes_tell_what_a_reader_must_know():
    matrix = make_matrix(3, 2, unknown=0.0)
    nowhere = (Provenance("No source known."),) * 3
    infos = (MeasureInfo("road", "Distance to a road", "km"), MeasureInfo("flat", "Flat", "m"))
    columns = (Column([np.nan] * 3, nowhere), Column([4.0] * 3, nowhere))
    wider = DecisionMatrix(matrix.sites, matrix.infos + infos, matrix.columns + columns, DAY, 50)
    scenario = Scenario(
        "S",
        (
            Criterion("road", Relative()),
            Criterion("flat", Relative(), title="Flatness"),
            Criterion("measure_0", Linear(0, 100)),
            Criterion("measure_1", Relative(), weight=0),
        ),
    )
    assert evaluate(scenario, wider).notes == (
        "Distance to a road is unknown for every site and does not count.",
        "Flatness is judged by the sites at hand: adding a site can reorder the others.",
        "Flatness is the same for every site: each gets 1.",
    )
