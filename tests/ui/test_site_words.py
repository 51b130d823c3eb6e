import re
from dataclasses import replace

import numpy as np

from siteselect.mcda.evaluate import evaluate
from siteselect.model.decision_matrix import Column
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Gate, Verdict
from siteselect.ui import site_words
from tests.making import make_evaluation, make_matrix, make_scenario
from tests.ui.test_ranking_model import with_prices


def _name(evaluation: Evaluation, place: int) -> str:
    return evaluation.matrix.sites.names[evaluation.order[place]]


def test_titles_say_where_a_site_stands() -> None:
    evaluation = make_evaluation(30)
    first, fourth, last = (int(evaluation.order[place]) for place in (0, 3, -1))
    assert site_words.title(evaluation, first) == f"Why {_name(evaluation, 0)} is first"
    assert site_words.title(evaluation, fourth) == f"{_name(evaluation, 3)} is 4th"
    assert site_words.title(evaluation, last) == f"{_name(evaluation, -1)} fails: Mining lawful"


def test_titles_of_equals_and_of_the_unknown() -> None:
    matrix = make_matrix(3, 1, unknown=0.0)
    level = Column(np.full(3, 50.0), matrix.columns[0].provenance)
    evaluation = evaluate(make_scenario(1), replace(matrix, columns=(level, matrix.columns[1])))
    assert site_words.title(evaluation, 0) == "Site 0000 shares the first place"
    matrix = make_matrix(30)
    row = int(np.flatnonzero(np.isnan(matrix.columns[0].value))[0])
    scenario = replace(make_scenario(), gates=(Gate("measure_0", at_least=0.0),))
    unsure = evaluate(scenario, matrix)
    assert unsure.verdicts[row] is Verdict.UNKNOWN
    assert site_words.title(unsure, row).endswith("is not known enough to pass")


def test_a_row_is_the_best_placed_of_those_picked_else_the_first() -> None:
    evaluation = make_evaluation(30)
    picked = frozenset({_name(evaluation, 7), _name(evaluation, 4)})
    assert site_words.row_of(evaluation, picked) == evaluation.order[4]
    assert site_words.row_of(evaluation, frozenset()) == evaluation.order[0]
    assert site_words.row_of(evaluation, frozenset({"nobody"})) == evaluation.order[0]
    assert site_words.rival_of(evaluation, int(evaluation.order[4]), picked) == evaluation.order[7]
    assert site_words.rival_of(evaluation, int(evaluation.order[0])) == evaluation.order[1]
    assert site_words.rival_of(evaluation, int(evaluation.order[9])) == evaluation.order[0]


def test_the_sentence_names_the_greatest_differences() -> None:
    evaluation = make_evaluation(30)
    row, rival = int(evaluation.order[0]), int(evaluation.order[1])
    words = site_words.sentence(evaluation, row, rival)
    parts = evaluation.contributions[row] - evaluation.contributions[rival]
    gap = 100 * (evaluation.scores[row] - evaluation.scores[rival])
    assert f"leads {_name(evaluation, 1)} by {gap:.1f} points" in words
    assert f"Measure {int(np.argmax(parts))} (+{100 * parts.max():.1f})" in words
    assert f"gives up most on Measure {int(np.argmin(parts))} (−{-100 * parts.min():.1f})" in words


def test_the_sentence_of_one_behind_begins_with_its_loss() -> None:
    evaluation = make_evaluation(30)
    row, rival = int(evaluation.order[9]), int(evaluation.order[0])
    parts = evaluation.contributions[row] - evaluation.contributions[rival]
    words = site_words.sentence(evaluation, row, rival)
    assert re.search(rf"trails .* lost most on Measure {int(np.argmin(parts))} ", words)


def test_unknown_criteria_are_named_with_what_they_could_add() -> None:
    evaluation = make_evaluation(30)
    row = next(int(r) for r in evaluation.order if evaluation.coverage[r] < 0.99)
    missing = int(np.flatnonzero(np.isnan(evaluation.values[row]))[0])
    words = site_words.sentence(evaluation, row, None)
    assert f"Measure {missing}" in words
    gain = 100 * (evaluation.scores_high[row] - evaluation.scores[row])
    assert f"add up to {gain:.1f} points" in words


def test_a_failed_site_is_told_what_it_would_earn() -> None:
    evaluation = make_evaluation(30)
    row = int(evaluation.order[-1])
    earned = evaluation.contributions[row].sum()
    place = 1 + sum(score > earned for score in evaluation.scores if np.isfinite(score))
    words = site_words.sentence(evaluation, row, None)
    assert f"would earn {100 * earned:.1f} points" in words
    assert f"the {place}" in words


def test_a_method_that_does_not_add_up_is_told() -> None:
    evaluation = make_evaluation(30, method="topsis")
    order = [int(row) for row in evaluation.order]
    assert "do not add up" in site_words.sentence(evaluation, order[0], order[1])
    assert site_words.sentence(evaluation, order[-1], order[0]) == ""


def test_four_figures_of_the_leader() -> None:
    evaluation = with_prices(make_evaluation(30))
    row = int(evaluation.order[0])
    score, price, known, margin = site_words.four_figures(evaluation, row)
    assert score.value == f"{100 * evaluation.scores[row]:.1f}"
    assert price.value == ("—" if row > 1 else price.value)
    assert known.label == "Known"
    lead = 100 * (evaluation.scores[row] - evaluation.scores[evaluation.order[1]])
    assert margin.value == f"+{lead:.1f}"
    assert margin.note == f"over {_name(evaluation, 1)}"


def test_figures_of_the_unknown_and_the_failed_are_dashes_with_reasons() -> None:
    evaluation = with_prices(make_evaluation(30))
    row = int(evaluation.order[-1])
    score, price, _, margin = site_words.four_figures(evaluation, row)
    assert (score.value, score.note) == ("—", "fails a gate")
    assert (price.value, price.note) == ("—", "unknown")
    assert (margin.value, margin.note) == ("—", "no place")
    without = site_words.four_figures(make_evaluation(5), 0)[1]
    assert without.note == "not measured"


def test_no_site_gives_no_row() -> None:
    assert site_words.row_of(make_evaluation(0), frozenset()) is None


def test_many_unknown_criteria_are_counted_not_all_named() -> None:
    matrix = make_matrix(3, 7, unknown=0.0)
    nothing = np.array([np.nan, 50.0, 50.0])
    columns = [Column(nothing, column.provenance) for column in matrix.columns[:5]]
    matrix = replace(matrix, columns=(*columns, *matrix.columns[5:]))
    evaluation = evaluate(make_scenario(7), matrix)
    words = site_words.sentence(evaluation, 0, None)
    assert "Unknown: Measure 0, Measure 1, Measure 2 and 2 more: " in words


def test_the_origin_of_a_point_is_told_where_one_is_known() -> None:
    evaluation = make_evaluation()
    assert site_words.origin(evaluation, 0) == ""
    held = evaluation.matrix
    first = replace(
        held.sites.items[0], note="middle of a cell of 2 km", source="Suggested by scan of a day"
    )
    sites = replace(held.sites, items=(first, *held.sites.items[1:]))
    told = replace(evaluation, matrix=replace(held, sites=sites))
    assert site_words.origin(told, 0) == (
        "The point: middle of a cell of 2 km · Suggested by scan of a day"
    )
