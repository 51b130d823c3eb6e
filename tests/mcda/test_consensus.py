import numpy as np
import pytest
from scipy.stats import friedmanchisquare

from siteselect.mcda.consensus import consensus, kendalls_w
from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.methods import METHODS
from siteselect.progress import Cancelled
from tests.making import make_evaluation
from tests.mcda.problems import matrix_of, scenario_of


@pytest.mark.parametrize("seed", range(5))
def test_w_agrees_with_friedmans_test_also_with_ties(seed):
    rng = np.random.default_rng(seed)
    ranks = rng.integers(1, 6, (4, 7))
    statistic = friedmanchisquare(*ranks.T).statistic
    assert kendalls_w(ranks) == pytest.approx(statistic / (4 * (7 - 1)))


def test_w_at_its_ends():
    assert kendalls_w(np.array([[1, 2, 3]] * 4)) == 1
    assert kendalls_w(np.array([[1, 2], [2, 1]])) == 0
    assert kendalls_w(np.array([[1, 1], [1, 1]])) == 1
    assert kendalls_w(np.array([[1, 2, 3]])) == 1
    assert kendalls_w(np.empty((3, 1))) == 1


def test_each_method_ranks_as_an_evaluation_of_its_own():
    evaluation = make_evaluation(20, 4)
    found = consensus(evaluation)
    assert found.methods == tuple(METHODS)
    for place, method in enumerate(found.methods):
        other = make_evaluation(20, 4, method)
        assert found.ranks[place].tolist() == other.ranks[found.rows].tolist()
        assert found.leaders[place] == other.leader
    assert 0 < found.agreement <= 1
    expected = (found.ranks <= 3).sum(axis=0)
    assert found.in_top(3).tolist() == expected.tolist()
    assert found.in_top(len(found.rows)).tolist() == [6] * len(found.rows)


def test_a_dominating_site_leads_by_all():
    evaluation = evaluate(scenario_of([1, 2]), matrix_of([[8, 8], [4, 4], [0, 2]]))
    found = consensus(evaluation)
    assert set(found.leaders) == {"S00"}
    assert found.in_top(1).tolist() == [6, 0, 0]
    assert found.agreement == 1


def test_nobody_is_no_fault():
    found = consensus(make_evaluation(0, 2), ["weighted_sum", "topsis"])
    assert found.leaders == ()
    assert found.ranks.shape == (2, 0)


def test_it_can_be_stopped():
    def stop(done, what):
        raise Cancelled

    with pytest.raises(Cancelled):
        consensus(make_evaluation(), progress=stop)
