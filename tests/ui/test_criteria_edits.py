import pytest

from siteselect.model.criterion import Criterion
from siteselect.model.value_function import Linear
from siteselect.ui.criteria_edits import CriteriaEdits
from tests.making import make_scenario


@pytest.fixture
def edits(session):
    return CriteriaEdits(session)


def weights(session):
    return {each.key: each.weight for each in session.study.scenario.criteria}


def test_a_total_of_100_is_kept_whatever_comes_and_goes(edits, session):
    edits.keep_total(total_100=True)
    for act in (
        lambda: edits.weigh("measure_0", 60.0, 3),
        lambda: edits.remove("measure_1"),
        lambda: edits.duplicate("measure_2"),
        lambda: edits.switch("measure_3", on=False),
        lambda: edits.switch("measure_3", on=True),
        lambda: edits.add(Criterion("measure_1", Linear(0, 100), 8.0), "Measure 1"),
    ):
        act()
        counted = [each.weight for each in session.study.scenario.criteria if each.enabled]
        assert sum(counted) == pytest.approx(100.0)
    edits.keep_total(total_100=False)
    edits.weigh("measure_0", 5.0, 9)
    assert sum(weights(session).values()) != pytest.approx(100.0)


def test_a_drag_is_balanced_from_where_it_began(edits, session):
    edits.keep_total(total_100=True)
    before = weights(session)
    edits.weigh("measure_0", 100.0, 5)
    assert weights(session)["measure_1"] == 0.0
    edits.weigh("measure_0", before["measure_0"], 5)
    assert weights(session) == pytest.approx(before)


def test_without_a_total_one_weight_moves_alone(edits, session):
    edits.weigh("measure_0", 33.0, 2)
    assert session.study.scenario == make_scenario().with_weight("measure_0", 33.0)


def test_a_share_of_all_cannot_be_given(edits, session):
    edits.give_share("measure_0", 100.0, 2)
    assert session.history.count() == 0


def test_a_new_criterion_stands_with_its_group(edits, session):
    edits.add(Criterion("legal_status", Linear(0, 2), 5.0, "Power"), "Mining lawful")
    keys = [each.key for each in session.study.scenario.criteria]
    assert keys.index("legal_status") == keys.index("measure_4") + 1
    assert session.history.undoText() == "Add Mining lawful"


def test_titles_and_groups_are_as_a_person_reads_them(edits, session):
    assert edits.title("measure_1") == "Measure 1"
    edits.rename("measure_1", " Law ")
    assert edits.title("measure_1") == "Law"
    edits.rename("measure_1", "Law")
    assert session.history.count() == 1
    assert edits.groups()[:2] == ("Power", "Law & risk")
    assert edits.group("measure_2") == "Logistics"
    assert not edits.is_own("measure_2")


def test_the_ends_of_a_group_stop_a_move(edits, session):
    edits.move("measure_0", -1)
    edits.move("measure_4", 1)
    edits.put_in_group("measure_0", "  ")
    assert session.history.count() == 0
    edits.put_in_group("measure_0", "Mine")
    assert session.study.scenario.criterion("measure_0").group == "Mine"


def test_a_reset_keeps_name_and_lock(edits, session):
    edits.rename("measure_0", "Mine")
    edits.weigh("measure_0", 1.0, 4)
    edits.reset("measure_0", make_scenario().criterion("measure_0"))
    held = session.study.scenario.criterion("measure_0")
    assert (held.title, held.weight) == ("Mine", 10.0)
