from dataclasses import replace

import pytest

from siteselect.errors import StudyError
from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.scenarios import compare_scenarios
from siteselect.model.gate import Gate
from tests.making import make_evaluation
from tests.mcda.problems import matrix_of, scenario_of


def test_ranks_side_by_side_and_who_is_near_the_top_in_all():
    matrix = matrix_of([[8, 0], [6, 6], [0, 8], [1, 1]])
    one, other = replace(scenario_of([3, 1]), name="Cost"), replace(scenario_of([1, 3]), name="Law")
    found = compare_scenarios([evaluate(one, matrix), evaluate(other, matrix)])
    assert found.scenarios == ("Cost", "Law")
    assert found.ranks.tolist() == [[1, 1, 3, 4], [3, 1, 1, 4]]
    assert found.robust(2) == ("S01",)
    assert found.robust(3) == ("S00", "S01", "S02")


def test_a_site_below_the_line_is_never_robust():
    gated = replace(scenario_of([1]), gates=(Gate("m0", at_least=5),))
    matrix = matrix_of([[8], [float("nan")]])
    found = compare_scenarios([evaluate(gated, matrix)])
    assert found.robust() == ("S00",)


def test_scenarios_of_other_sites_are_refused():
    with pytest.raises(StudyError, match="different sites"):
        compare_scenarios([make_evaluation(4, 2), make_evaluation(5, 2)])
    with pytest.raises(StudyError, match="no scenarios to compare"):
        compare_scenarios([])
