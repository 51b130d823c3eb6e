import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QThread

from siteselect.progress import Cancelled
from siteselect.ui.tasks import Tasks


class Ear:
    def __init__(self):
        self.done, self.failed, self.threads = [], [], []

    def hear(self, value):
        self.done.append(value)
        self.threads.append(QThread.isMainThread())

    def fault(self, error):
        self.failed.append(error)
        self.threads.append(QThread.isMainThread())


@pytest.fixture
def ear():
    return Ear()


def test_a_result_arrives_on_the_main_thread(qtbot, tasks, ear):
    tasks.start("a", lambda progress: 42, ear.hear, ear.fault)
    qtbot.waitUntil(lambda: ear.done == [42])
    assert ear.threads == [True]
    assert tasks.running == frozenset()


def test_a_failure_arrives_on_the_main_thread(qtbot, tasks, ear):
    def work(progress):
        raise ValueError("broken")

    tasks.start("a", work, ear.hear, ear.fault)
    qtbot.waitUntil(lambda: len(ear.failed) == 1)
    assert str(ear.failed[0]) == "broken"
    assert ear.threads == [True]


def test_a_newer_work_of_a_key_replaces_the_older_whose_late_result_is_dropped(qtbot, tasks, ear):
    release = threading.Event()

    def old(progress):  # never asks about progress
        release.wait(5)
        return "old"

    tasks.start("a", old, ear.hear, ear.fault)
    tasks.start("a", lambda progress: "new", ear.hear, ear.fault)
    qtbot.waitUntil(lambda: ear.done == ["new"])
    release.set()
    tasks.start("b", lambda progress: "end", ear.hear, ear.fault)
    qtbot.waitUntil(lambda: "end" in ear.done)
    qtbot.wait(20)
    assert ear.done == ["new", "end"]


def test_a_cancelled_work_ends_in_silence(qtbot, tasks, ear):
    began, go_on, ended = threading.Event(), threading.Event(), []

    def work(progress):
        began.set()
        go_on.wait(5)
        try:
            progress(0.5, "half")
        except Cancelled:
            ended.append("cancelled")
            raise

    tasks.start("a", work, ear.hear, ear.fault)
    assert began.wait(5)
    tasks.cancel("a")
    go_on.set()
    qtbot.waitUntil(lambda: ended == ["cancelled"])
    qtbot.wait(20)
    assert (ear.done, ear.failed) == ([], [])


def test_progress_is_told_and_ends_with_over(qtbot, tasks, ear):
    told = []
    tasks.progressed.connect(told.append)

    def work(progress):
        progress(0.25, "reading")

    tasks.start("a", work, ear.hear, ear.fault)
    qtbot.waitUntil(lambda: ear.done == [None])
    assert [(each.part, each.what, each.over) for each in told] == [
        (0.0, "", False),
        (0.25, "reading", False),
        (1.0, "", True),
    ]


def test_close_cancels_waits_and_leaves_no_thread(qapp, ear):
    tasks = Tasks()
    began = threading.Event()

    def work(progress):
        began.set()
        while True:
            progress(0.5, "still")

    tasks.start("a", work, ear.hear, ear.fault)
    assert began.wait(5)
    tasks.close()
    assert not [each for each in threading.enumerate() if each.name.startswith("siteselect-task")]
    tasks.start("b", lambda progress: 1, ear.hear, ear.fault)  # nothing starts any more
    assert tasks.running == frozenset()


def test_what_a_person_ends_is_told_once_and_brings_nothing(qtbot, tasks, ear):
    stopped = []
    tasks.stopped.connect(stopped.append)

    def work(progress):
        while True:
            progress(0.5, "going on")

    tasks.start("a", work, ear.hear, ear.fault)
    tasks.stop("a")
    tasks.stop("a")  # it has ended already
    assert stopped == ["a"]
    assert tasks.running == frozenset()
    tasks.close()
    assert (ear.done, ear.failed) == ([], [])


def test_no_work_leaves_or_deletes_an_object_that_a_worker_may_still_hold(qtbot, tasks):
    """An object for each work died while its worker was still telling of the end."""
    before, brought = len(tasks.children()), []
    for number in range(200):
        tasks.start(
            f"work {number}", lambda told: told(1.0, "done"), brought.append, brought.append
        )
    qtbot.waitUntil(lambda: len(brought) == 200)
    assert len(tasks.children()) == before


def test_who_waited_for_cancelled_work_is_let_go_at_once(qtbot, tasks):
    class Waiting:
        def come(self, value):
            raise AssertionError(value)

    gate, waiting = threading.Event(), Waiting()
    known = weakref.ref(waiting)
    tasks.start("slow", lambda _: gate.wait(10), waiting.come, waiting.come)
    tasks.cancel("slow")
    del waiting
    gc.collect()
    assert known() is None
    gate.set()
