from dataclasses import replace

import pytest

from siteselect.mcda.methods import METHODS
from siteselect.ui.panels.method_box import MethodBox


@pytest.fixture
def box(qtbot, session):
    made = MethodBox(session)
    qtbot.addWidget(made)
    made.resize(288, 200)
    made.show()

    def choose(method):
        scenario = replace(session.study.scenario, method=method)
        session.edit(session.study.with_scenario(scenario), method)
        made.show_scenario(session.study.scenario)

    made.choose = choose
    made.show_scenario(session.study.scenario)
    return made


def test_a_plain_method_says_whose_it_is_and_asks_nothing(box):
    assert box.controls == {}
    assert box.reference.text() == "Fishburn, P. C. (1967)"
    assert box.caution.isHidden()


def test_the_attitude_to_risk_is_a_dial_from_cautious_to_bold(box, session):
    box.choose("owa")
    dial = box.controls["attitude"]
    assert dial.weight == 25.0  # half way
    dial.edited.emit(10.0, 3)
    dial.edited.emit(40.0, 3)
    assert dict(session.study.scenario.method_parameters) == {"attitude": 0.8}
    assert session.history.undoText() == "Attitude to risk"
    assert session.history.count() == 2
    session.history.undo()
    box.show_scenario(session.study.scenario)
    assert dial.weight == 25.0
    dial.edited.emit(25.0, 4)  # the default leaves nothing behind
    assert session.study.scenario.method_parameters == ()


@pytest.mark.parametrize("method", [key for key, each in METHODS.items() if not each.rowwise])
def test_methods_that_compare_sites_say_so(box, method):
    box.choose(method)
    assert not box.caution.isHidden()
    assert "adding a site can reorder" in box.caution.text()


def test_a_preference_function_shows_the_thresholds_that_count(box, session):
    box.choose("promethee")
    assert box.controls["preference"].isHidden()
    box.controls["shape"].activated.emit(4)
    assert dict(session.study.scenario.method_parameters) == {"shape": 5.0}
    box.show_scenario(session.study.scenario)
    hidden = {key for key, each in box.controls.items() if key != "shape" and each.isHidden()}
    assert hidden == {"spread"}
    box.controls["preference"].edited.emit(0.4, 2)
    assert dict(session.study.scenario.method_parameters)["preference"] == 0.4


def test_the_parameters_of_another_method_leave_the_box(box):
    box.choose("promethee")
    box.choose("vikor")
    assert [*box.controls] == ["majority"]
