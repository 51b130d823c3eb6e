from siteselect.model.scenario import UnknownPolicy
from siteselect.ui.panels.unknown_box import ABOUT, UnknownBox


def test_a_policy_is_chosen_with_a_line_that_explains_it(qtbot, session):
    box = UnknownBox(session)
    qtbot.addWidget(box)
    box.show_scenario(session.study.scenario)
    assert box.about.text() == ABOUT[UnknownPolicy.PESSIMISTIC]
    assert session.history.count() == 0
    box.policy.activated.emit(2)
    assert session.study.scenario.unknown is UnknownPolicy.EXCLUDE
    assert box.about.text() == ABOUT[UnknownPolicy.EXCLUDE]
    session.history.undo()
    box.policy.setCurrentIndex(2)
    box.show_scenario(session.study.scenario)
    assert box.policy.currentText() == "as the worst"
