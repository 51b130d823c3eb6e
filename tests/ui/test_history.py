import pytest
from PySide6.QtGui import QUndoStack

from siteselect.ui.history import StudyEdit
from tests.ui.made import make_study


class Desk:
    def __init__(self):
        self.stack = QUndoStack()
        self.study = make_study(4)

    def weigh(self, weight, gesture):
        after = self.study.with_weight("measure_0", weight)
        self.stack.push(StudyEdit(self.study, after, "Weight", gesture, self.put))

    def put(self, study):
        self.study = study

    @property
    def weight(self):
        return self.study.scenario.criterion("measure_0").weight


@pytest.fixture
def desk(qapp):
    return Desk()


def test_edits_of_one_gesture_are_one_step(desk):
    for weight in (11.0, 12.0, 13.0):
        desk.weigh(weight, 1)
    assert desk.stack.count() == 1
    desk.stack.undo()
    assert desk.weight == 10.0
    desk.stack.redo()
    assert desk.weight == 13.0


def test_two_gestures_are_two_steps(desk):
    desk.weigh(11.0, 1)
    desk.weigh(12.0, 2)
    assert desk.stack.count() == 2


def test_single_steps_never_merge(desk):
    desk.weigh(11.0, -1)
    desk.weigh(12.0, -1)
    assert desk.stack.count() == 2


def test_a_drag_back_to_the_start_removes_itself(desk):
    desk.weigh(11.0, 1)
    desk.weigh(10.0, 1)
    assert desk.stack.count() == 0
    assert desk.stack.isClean()


def test_nothing_merges_across_a_saved_state(desk):
    desk.weigh(11.0, 1)
    desk.stack.setClean()
    desk.weigh(12.0, 1)
    assert desk.stack.count() == 2
    desk.stack.undo()
    assert desk.stack.isClean()
    assert desk.weight == 11.0


def test_redo_after_undo_is_identity(desk):
    for gesture, weight in enumerate((14.0, 15.5, 3.0), start=1):
        desk.weigh(weight, gesture)
    last = desk.study
    for _ in range(3):
        desk.stack.undo()
    assert desk.study == make_study(4)
    for _ in range(3):
        desk.stack.redo()
    assert desk.study == last
