import pytest

from siteselect.project.over_time import OverTime
from siteselect.ui.money_day import MoneyDay, SiteMoney
from siteselect.ui.reckoner import Reckoner
from siteselect.ui.session import Session
from tests.ui.money_made import ground, study
from tests.ui.settling import evaluated


@pytest.fixture
def session(qtbot, tasks, faults):
    made = Session(study(), tasks, faults.append, lambda *_: ground())
    with evaluated(qtbot, made):
        made.begin()
    return made


@pytest.fixture
def told(session):
    held = []
    session.concluded.connect(held.append)
    return held


def kinds(told):
    return {type(each) for each in told} & {MoneyDay, SiteMoney, OverTime}


def test_asleep_it_reckons_nothing(qtbot, session, tasks, faults, told):
    reckoner = Reckoner(session, tasks, faults.append)
    session.edit(session.study.with_load(20.0), "Load")
    qtbot.wait(1)
    assert reckoner.settled
    assert kinds(told) == set()


def test_awake_it_reckons_the_day_the_leader_and_the_years(qtbot, session, tasks, faults, told):
    reckoner = Reckoner(session, tasks, faults.append)
    reckoner.wake(True)
    qtbot.waitUntil(lambda: reckoner.settled and len(kinds(told)) == 3)
    assert faults == []
    site = next(each for each in told if isinstance(each, SiteMoney))
    assert site.name == session.evaluation.leader
    years = next(each for each in told if isinstance(each, OverTime))
    assert session.study.context.as_of in years.days
    assert len({day.year for day in years.days}) == len(years.days)


def test_a_weight_reckons_no_money_anew_but_the_ranks(qtbot, session, tasks, faults, told):
    reckoner = Reckoner(session, tasks, faults.append)
    reckoner.wake(True)
    qtbot.waitUntil(lambda: reckoner.settled and len(kinds(told)) == 3)
    told.clear()
    key = session.study.scenario.criteria[0].key
    session.edit(session.study.with_weight(key, 33.0), "Weight")
    qtbot.waitUntil(lambda: reckoner.settled and OverTime in kinds(told))
    assert MoneyDay not in kinds(told)


def test_a_picked_site_is_reckoned(qtbot, session, tasks, faults, told):
    reckoner = Reckoner(session, tasks, faults.append)
    reckoner.wake(True)
    qtbot.waitUntil(lambda: reckoner.settled and len(kinds(told)) == 3)
    session.select(frozenset({"Balkhash"}))
    qtbot.waitUntil(
        lambda: any(isinstance(each, SiteMoney) and each.name == "Balkhash" for each in told)
    )


def test_another_load_is_reckoned(qtbot, session, tasks, faults, told):
    reckoner = Reckoner(session, tasks, faults.append)
    reckoner.wake(True)
    qtbot.waitUntil(lambda: reckoner.settled and len(kinds(told)) == 3)
    session.edit(session.study.with_load(10.0), "Load")
    qtbot.waitUntil(lambda: any(
        isinstance(each, MoneyDay) and each.study.context.load_mw == 10.0 for each in told
    ))  # fmt: skip
    qtbot.waitUntil(lambda: reckoner.settled)


def test_what_a_person_ends_is_reckoned_with_the_next_change(qtbot, session, tasks, faults, told):
    reckoner = Reckoner(session, tasks, faults.append)
    reckoner.wake(True)
    qtbot.waitUntil(lambda: {"money", "over time"} & tasks.running != set())
    for key in tuple(tasks.running):
        tasks.stop(key)
    assert reckoner.settled
    assert kinds(told) == set()
    with evaluated(qtbot, session):
        session.edit(session.study.with_weight("power_price", 31.0), "Weight")
    qtbot.waitUntil(lambda: reckoner.settled and len(kinds(told)) == 3)
    assert faults == []
