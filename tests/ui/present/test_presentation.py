import pytest

from siteselect.errors import StudyError
from siteselect.ui.present.presentation import Presentation
from siteselect.ui.session import Session
from tests.ui.present.present_made import DAYS, SCENES, make_deck
from tests.ui.settling import evaluated


@pytest.fixture
def session(qtbot, tasks, ground, faults):
    made = Session(make_deck(), tasks, faults.append, ground)
    with evaluated(qtbot, made):
        made.begin()
    return made


@pytest.fixture
def shown(session):
    return Presentation(session, session.study.scenes)


def test_a_scene_brings_its_day_scenario_and_sites(session, shown):
    turned = []
    shown.turned.connect(turned.append)
    assert shown.go(1)
    assert session.study.active == "Lowest cost"
    assert session.study.context.as_of == DAYS[1]
    assert turned[-1].scene is SCENES[1]
    assert shown.following is SCENES[2]
    assert shown.go(0)
    assert session.selection == {"Site 0002"}
    assert not shown.go(3)
    assert not shown.go(-1)
    assert shown.place == 0
    assert not session.history.canUndo()


def test_what_is_tried_is_dropped_by_reset(session, shown):
    shown.go(0)
    saved = session.study.scenario
    shown.weigh("measure_0", 77.0)
    assert shown.tried
    assert session.study.scenario.criterion("measure_0").weight == 77.0
    shown.reset()
    assert session.study.scenario == saved
    assert not shown.tried
    assert shown.leave() == ""


def test_leaving_restores_the_study_and_keeps_what_was_tried_under_redo(session, shown):
    before, selection = session.study, session.selection
    shown.go(2)
    shown.weigh("measure_1", 55.0)
    shown.go(1)  # the next scene is as saved
    assert session.study.scenario.criterion("measure_1").weight != 55.0
    told = shown.leave()
    assert session.study == before
    assert session.selection == selection
    assert "as it was before the presentation" in told
    assert "Balanced" in told
    assert session.history.isClean()
    assert session.history.canRedo()
    session.history.redo()
    assert session.study.scenarios[0].criterion("measure_1").weight == 55.0
    assert session.study.context == before.context


def test_without_scenes_there_is_nothing_to_present(session):
    with pytest.raises(StudyError, match="no scene to present"):
        Presentation(session, ())
