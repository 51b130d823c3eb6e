import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from siteselect.ui.charts.cloud import NUMBERED, cloud_of, front_of, side_of
from tests.making import make_evaluation
from tests.ui.test_ranking_model import with_prices


def test_only_sites_known_on_both_sides_are_drawn_and_the_others_counted() -> None:
    evaluation = make_evaluation(30)
    cloud = cloud_of(evaluation, evaluation.criteria[0], evaluation.criteria[1])
    known = np.isfinite(evaluation.values[:, :2]).all(axis=1)
    assert sorted(cloud.sites) == np.flatnonzero(known).tolist()
    assert cloud.missing == 30 - known.sum()


def test_the_best_are_drawn_last_and_the_first_are_named() -> None:
    evaluation = make_evaluation(30)
    cloud = cloud_of(evaluation, evaluation.criteria[0], evaluation.criteria[1])
    ranks = [rank for _, rank, _ in cloud.leaders]
    assert len(ranks) == NUMBERED
    assert ranks == sorted(ranks)
    for place, rank, name in cloud.leaders:
        row = cloud.sites[place]
        assert evaluation.ranks[row] == rank
        assert evaluation.matrix.sites.names[row] == name


def test_failed_sites_are_hollow_and_never_on_the_front() -> None:
    evaluation = make_evaluation(30)
    cloud = cloud_of(evaluation, evaluation.criteria[0], evaluation.criteria[1])
    failed = evaluation.ranks[cloud.sites] == 0
    np.testing.assert_array_equal(cloud.hollow, failed)
    assert not cloud.hollow[cloud.front].any()
    across = cloud.across.value[cloud.sites[cloud.front]]
    assert np.all(np.diff(across) >= 0)


def test_an_axis_is_in_the_unit_shown_and_knows_its_better_side() -> None:
    evaluation = with_prices(make_evaluation(30))
    criterion = evaluation.criteria[1]
    side = side_of(evaluation, criterion)
    assert side.better == -1
    assert side.title == "Measure 1, km"
    np.testing.assert_array_equal(side.value, evaluation.matrix.columns[1].value)
    assert side_of(evaluation, evaluation.criteria[0]).better == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=0, max_size=25))
def test_the_front_is_what_nobody_dominates(pairs: list[tuple[float, float]]) -> None:
    first = np.array([one for one, _ in pairs], dtype=float)
    second = np.array([two for _, two in pairs], dtype=float)
    expected = {
        (one, two)
        for one, two in pairs
        if not any(a >= one and b >= two and (a > one or b > two) for a, b in pairs)
    }
    front = front_of(first, second)
    assert {(first[k], second[k]) for k in front} == expected
