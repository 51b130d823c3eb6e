from dataclasses import replace

import numpy as np

from siteselect.ui.charts.cloud import NUMBERED, cloud_of, side_of, variety
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


def test_the_front_holds_who_is_not_beaten_on_both_sides() -> None:
    evaluation = make_evaluation(30)
    cloud = cloud_of(evaluation, evaluation.criteria[0], evaluation.criteria[1])
    x, y = cloud.across.value[cloud.sites], -cloud.up.value[cloud.sites]  # less is better upwards
    ranked = np.flatnonzero(~cloud.hollow)
    expected = [
        k
        for k in ranked
        if not any(
            (x[j] >= x[k]) & (y[j] >= y[k]) & ((x[j] > x[k]) | (y[j] > y[k])) for j in ranked
        )
    ]
    assert sorted(cloud.front) == expected


def test_variety_is_that_of_the_poorer_side_among_the_ranked() -> None:
    evaluation = make_evaluation(30)
    cloud = cloud_of(evaluation, evaluation.criteria[0], evaluation.criteria[1])
    assert variety(cloud) == (~cloud.hollow).sum()
    flat = replace(cloud.across, value=np.full(30, 1.0))
    assert variety(replace(cloud, across=flat)) == 1
