import threading

import pytest
from PySide6.QtWidgets import QWidget

from siteselect.ui.export_progress import ExportProgress
from siteselect.ui.tasks import Advance


@pytest.fixture
def room(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_it_tells_how_far_the_work_of_its_key_is(tasks, room):
    waiting = ExportProgress(tasks, "one", "r.pdf", room)
    assert waiting.box.labelText() == "Writing r.pdf"
    tasks.progressed.emit(Advance("other", 0.9, "not this"))
    tasks.progressed.emit(Advance("one", 0.5, "Printing page 3"))
    assert waiting.box.labelText() == "Printing page 3"
    assert waiting.box.value() == 500
    waiting.end()
    waiting.end()


def test_cancel_stops_the_work(qtbot, tasks, room):
    begun, go, done = threading.Event(), threading.Event(), []

    def work(progress):
        begun.set()
        go.wait(5)
        progress(0.5, "")
        return 1

    waiting = ExportProgress(tasks, "one", "r.pdf", room)
    tasks.start("one", work, done.append, done.append)
    assert begun.wait(5)
    waiting.box.canceled.emit()
    go.set()
    qtbot.waitUntil(lambda: "one" not in tasks.running)
    tasks.close()
    assert done == []
