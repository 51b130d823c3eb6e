import pytest

from siteselect.errors import StudyError
from siteselect.ui.pair_levels import ALL, GROUPS, levels, shares, within
from siteselect.ui.preview import judged_criteria
from tests.making import make_evaluation


@pytest.fixture
def found():
    evaluation = make_evaluation()
    return levels(evaluation, judged_criteria(evaluation))


def test_there_is_a_level_of_groups_one_for_each_group_and_one_for_all(found):
    names = [each.name for each in found]
    assert names == [
        GROUPS, "Within Power", "Within Law & risk", "Within Logistics", "Within Climate & site",
        ALL,
    ]  # fmt: skip
    assert len(found[0].pairs) == 6
    assert found[1].keys == ("measure_0", "measure_4")
    assert found[3].pairs == ()
    assert found[1].now == pytest.approx((10 / 24, 14 / 24))
    assert found[1].title("measure_0") == "Measure 0"


def test_levels_without_a_judgement_keep_their_shares(found):
    evaluation = make_evaluation()
    own = dict(zip([each.key for each in evaluation.criteria], evaluation.shares, strict=True))
    assert shares(found, {}) == pytest.approx(own)
    power = shares(found, {within("Power"): {("measure_0", "measure_4"): 3.0}})
    group = own["measure_0"] + own["measure_4"]
    assert power["measure_0"] == pytest.approx(0.75 * group)
    assert power["measure_1"] == pytest.approx(own["measure_1"])


def test_groups_scale_their_members(found):
    groups = found[0].keys
    said = {GROUPS: {(groups[0], each): 1.0 for each in groups[1:]}}
    result = shares(found, said)
    assert result["measure_0"] + result["measure_4"] == pytest.approx(0.25)
    assert result["measure_2"] == pytest.approx(0.25)
    assert sum(result.values()) == pytest.approx(1.0)


def test_all_criteria_at_once_speak_alone(found):
    keys = found[-1].keys
    said = {ALL: {(keys[0], each): 1.0 for each in keys[1:]}, GROUPS: {}}
    assert shares(found, said) == pytest.approx(dict.fromkeys(keys, 1 / 6))


def test_judgements_that_do_not_hang_together_are_refused(found):
    with pytest.raises(StudyError, match="fall into groups"):
        shares(found, {GROUPS: {("Power", "Law & risk"): 2.0}})
