import gc

import pytest
from PySide6.QtCore import QObject, Signal

from siteselect.ui.ground import Ground
from siteselect.ui.rubbish import Rubbish, go_on


class Speaker(QObject):
    concluded = Signal(object)


def ground():
    return Ground("toy@1", None, None, None)


@pytest.fixture
def speaker(qtbot):
    made = Speaker()
    yield made
    for rubbish in made.findChildren(Rubbish):
        rubbish._timer.stop()
    gc.unfreeze()


def test_what_came_with_a_pack_is_set_aside_when_all_is_there(speaker, qtbot):
    rubbish = Rubbish(speaker)
    rubbish._timer.setInterval(1)
    speaker.concluded.emit("anything else")
    assert not rubbish._timer.isActive()
    assert gc.get_freeze_count() == 0
    speaker.concluded.emit(ground())
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 1000)


def test_with_another_pack_what_the_last_one_left_is_looked_through(speaker, qtbot):
    rubbish = Rubbish(speaker)
    rubbish._timer.setInterval(1)

    class Ring:
        left = 0

        def __init__(self):
            self.itself = self

        def __del__(self):
            Ring.left += 1

    Ring()
    speaker.concluded.emit(ground())
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    gc.collect()
    before = Ring.left
    speaker.concluded.emit(ground())
    assert gc.get_freeze_count() == 0
    assert Ring.left == 1 >= before


def test_a_window_made_anew_goes_on_as_before(speaker, qtbot):
    go_on(speaker)
    assert not speaker.children()
    gc.freeze()
    go_on(speaker)
    assert gc.get_freeze_count() == 0
    assert [type(each) for each in speaker.children()] == [Rubbish]
