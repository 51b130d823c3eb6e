from dataclasses import replace

import numpy as np
import pytest

from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.flips import value_flips
from siteselect.mcda.methods import METHODS
from siteselect.model.class_value import Category, Step
from siteselect.model.criterion import Criterion
from siteselect.model.decision_matrix import Column
from siteselect.model.value_function import Gaussian, Linear, Relative
from siteselect.progress import Cancelled
from tests.making import make_evaluation
from tests.mcda.problems import matrix_of, scenario_of


def with_raw(evaluation, flip, value):
    """The whole evaluation anew, with one raw value changed."""
    matrix = evaluation.matrix
    place = [info.key for info in matrix.infos].index(flip.measure)
    column = matrix.columns[place]
    raw = column.value.copy()
    raw[matrix.sites.index(flip.site)] = value
    columns = list(matrix.columns)
    columns[place] = Column(raw, column.provenance)
    return evaluate(evaluation.scenario, replace(matrix, columns=tuple(columns)))


def leads(evaluation, name):
    return evaluation.ranks[evaluation.matrix.sites.index(name)] == 1


def test_two_sites_worked_by_hand():
    # S00 0.75, S01 0.5: S00 loses when m0 falls by 8 * 0.25 / 0.75 km, or S01 gains as much
    evaluation = evaluate(scenario_of([3, 1]), matrix_of([[8, 0], [4, 4]]))
    found = value_flips(evaluation)
    assert found.leader == "S00"
    sizes = {(flip.site, flip.measure): flip.size for flip in found.flips}
    assert sizes == pytest.approx({("S00", "m0"): 1 / 3, ("S01", "m0"): 1 / 3})
    smallest = found.smallest
    assert (smallest.site, smallest.now) == ("S00", 8)
    assert smallest.then == pytest.approx(8 - 8 / 3)
    assert smallest.leader == "S01"


@pytest.mark.parametrize("method", METHODS)
def test_the_whole_evaluation_anew_confirms_every_flip(method):
    before = make_evaluation(25, 4, method)
    matrix = replace(
        before.matrix,
        columns=tuple(Column(each.value, each.provenance) for each in before.matrix.columns),
    )
    evaluation = evaluate(before.scenario, matrix)
    found = value_flips(evaluation)
    assert found.flips
    assert [flip.size for flip in found.flips] == sorted(flip.size for flip in found.flips)
    for flip in found.flips:
        beyond = flip.then + 1e-6 * (flip.then - flip.now)
        inside = flip.now + (1 - 1e-4) * (flip.then - flip.now)
        assert not leads(with_raw(evaluation, flip, beyond), found.leader), flip
        assert leads(with_raw(evaluation, flip, inside), found.leader), flip


def test_relative_functions_move_their_ends_with_the_value():
    scenario = scenario_of([1, 1])
    scenario = replace(
        scenario, criteria=tuple(replace(each, value=Relative()) for each in scenario.criteria)
    )
    evaluation = evaluate(scenario, matrix_of([[8, 2], [5, 4], [0, 0]]))
    for flip in value_flips(evaluation).flips:
        beyond = flip.then + 1e-6 * (flip.then - flip.now)
        assert not leads(with_raw(evaluation, flip, beyond), evaluation.leader), flip


def with_function(function):
    scenario = scenario_of([1, 1])
    return scenario.with_criterion(Criterion("m0", function))


def test_a_target_can_be_missed_on_either_side():
    evaluation = evaluate(with_function(Gaussian(4, 1)), matrix_of([[4.5, 4], [4.5, 3]]))
    flip = next(
        flip for flip in value_flips(evaluation).flips if (flip.site, flip.measure) == ("S00", "m0")
    )
    # the value falls by 0.125: the bell is 2 ** -(d ** 2)
    far = np.sqrt(-np.log2(2**-0.25 - 0.125))
    assert flip.then == pytest.approx(4 + far)
    assert flip.now == 4.5


def test_a_step_flips_at_its_bound():
    evaluation = evaluate(with_function(Step(((2, 0.5), (6, 1.0)))), matrix_of([[7, 4], [7, 3]]))
    found = {flip.site: flip for flip in value_flips(evaluation).flips if flip.measure == "m0"}
    assert found["S00"].then == pytest.approx(6)
    assert "S01" not in found  # it stands on the best step


def test_a_category_flips_to_a_code():
    function = Category(((0, 0.0), (1, 0.9), (2, 1.0)))
    evaluation = evaluate(with_function(function), matrix_of([[2, 4], [2, 2]]))
    flips = {flip.site: flip for flip in value_flips(evaluation).flips if flip.measure == "m0"}
    assert flips["S00"].then == 0
    assert flips["S00"].size == 1


def test_unknown_values_and_dead_ends_are_left_out():
    evaluation = evaluate(scenario_of([3, 1]), matrix_of([[8, np.nan], [0, 4]]))
    assert all(flip.measure == "m0" for flip in value_flips(evaluation).flips)
    safe = evaluate(scenario_of([1, 9]), matrix_of([[4, 8], [8, 0]]))
    # S00 has 0.95, S01 0.1: m0, with a tenth of the weight, can do nothing
    found = {(flip.site, flip.measure): flip.then for flip in value_flips(safe).flips}
    assert found == pytest.approx({("S00", "m1"): 8 / 18, ("S01", "m1"): 8 * 17 / 18})


def test_nobody_to_dethrone():
    assert value_flips(evaluate(scenario_of([1]), matrix_of([[8]]))).smallest is None
    assert value_flips(make_evaluation(0, 2)).leader is None


def test_how_many_rivals_are_looked_at():
    evaluation = make_evaluation(20, 4)
    sites = {flip.site for flip in value_flips(evaluation, rivals=1).flips}
    assert len(sites) <= 2


def test_it_can_be_stopped():
    def stop(done, what):
        raise Cancelled

    with pytest.raises(Cancelled):
        value_flips(make_evaluation(), progress=stop)


def test_linear_is_exact_to_rounding():
    scenario = scenario_of([1, 1]).with_criterion(Criterion("m0", Linear(8, 0)))
    evaluation = evaluate(scenario, matrix_of([[0, 4], [2, 4]]))
    flip = value_flips(evaluation).smallest
    assert flip.then == pytest.approx(2 if flip.site == "S00" else 0, abs=1e-9)


def test_a_value_that_two_criteria_judge_moves_in_both():
    scenario = scenario_of([1, 1])
    again = Criterion("m0", Linear(0, 4), 2.0, name="m0 again")
    scenario = replace(scenario, criteria=(*scenario.criteria, again))
    evaluation = evaluate(scenario, matrix_of([[4, 4], [2, 6]]))
    flips = [flip for flip in value_flips(evaluation).flips if flip.measure == "m0"]
    assert len(flips) == len({flip.site for flip in flips})
    for flip in flips:
        beyond = flip.then + 1e-6 * (flip.then - flip.now)
        assert not leads(with_raw(evaluation, flip, beyond), evaluation.leader), flip
        inside = flip.now + 0.999 * (flip.then - flip.now)
        assert leads(with_raw(evaluation, flip, inside), evaluation.leader), flip
