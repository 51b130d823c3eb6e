import numpy as np
import pytest

from siteselect.mcda.advisers import advice
from siteselect.ui.preview import judged_criteria, preview, rank_changes, share_rows, weighed
from tests.making import make_evaluation, make_scenario


def test_judged_weights_are_points_of_100_and_keep_their_ratio():
    scenario = weighed(make_scenario(), {"measure_0": 3.0, "measure_1": 1.0})
    assert scenario.criterion("measure_0").weight == 75.0
    assert scenario.criterion("measure_1").weight == 25.0
    assert scenario.criterion("measure_2").weight == 12.0  # not named: as it was
    assert weighed(make_scenario(), {"gone": 1.0}) == make_scenario()


def test_a_preview_is_the_evaluation_with_these_weights():
    before = make_evaluation()
    shares = dict.fromkeys(judged_criteria(before), 1.0)
    after = preview(before, shares)
    assert after.shares == pytest.approx(np.full(6, 1 / 6), abs=1e-4)
    assert preview(before, dict.fromkeys(shares, 0.0)) is not None  # equal ones
    same = preview(before, dict(zip(shares, before.shares, strict=True)))
    assert same.leader == before.leader


def test_the_first_sites_are_told_with_where_they_stood():
    before = make_evaluation()
    after = preview(
        before, {"measure_0": 1.0, **dict.fromkeys(list(judged_criteria(before))[1:], 0)}
    )
    rows = rank_changes(before, after, top=5)
    assert [each.after for each in rows] == [1, 2, 3, 4, 5]
    names = before.matrix.sites.names
    assert all(int(before.ranks[names.index(each.name)]) == each.before for each in rows)
    assert rows[0].name == after.leader


def test_advisers_stand_beside_the_persons_weights():
    evaluation = make_evaluation()
    rows = share_rows(evaluation, {"measure_0": 1.0, "measure_1": 3.0})
    told = advice(evaluation)
    assert [each.title for each in rows] == [f"Measure {place}" for place in range(6)]
    assert [each.own for each in rows] == pytest.approx(evaluation.shares.tolist())
    assert [each.critic for each in rows] == pytest.approx(told.critic.tolist())
    assert (rows[0].judged, rows[1].judged, rows[2].judged) == (0.25, 0.75, 0.0)
    assert np.isnan(share_rows(evaluation, {})[0].judged)
