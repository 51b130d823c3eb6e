import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget
from shiboken6 import isValid

from siteselect.ui.export_progress import ExportProgress
from siteselect.ui.panels.jobs import JobsButton
from siteselect.ui.running_jobs import Job

SCAN = Job("scan", "Measuring 12,000 cells", 0.25, 90.0)
EXPORT = Job("export a.pdf", "Printing page 3", 0.5)


@pytest.fixture
def button(qtbot):
    room = QWidget()
    room.resize(600, 500)
    made = JobsButton()
    made.setParent(room)
    made.setGeometry(380, 460, 200, 24)
    qtbot.addWidget(room)
    room.show()
    yield made
    room.hide()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_open_the_list_and_escape_closes_it(qtbot, button, key):
    button.show_jobs((SCAN, EXPORT))
    qtbot.keyClick(button, key)
    assert button.popup.isVisible()
    assert button.popup.focusWidget() is button.popup.rows["scan"].cancel
    qtbot.keyClick(button.popup, Qt.Key.Key_Escape)
    assert not button.popup.isVisible()


def test_a_click_lists_every_job_with_words_bar_and_time_left(qtbot, button):
    button.show_jobs((SCAN, EXPORT))
    assert button.text() == "Printing page 3 · and 1 more"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    told = [
        (row.words.text(), row.bar.value(), row.state.text()) for row in button.popup.rows.values()
    ]
    assert told == [
        ("Measuring 12,000 cells", 250, "25 % · about 2 minutes left"),
        ("Printing page 3", 500, "50 % · time left unknown"),
    ]
    assert button.popup.empty.isHidden()
    foot = button.mapToGlobal(QPoint(0, 0)).y()
    assert button.popup.geometry().bottom() < foot


def test_it_follows_what_runs_and_says_when_nothing_does(button):
    button.show_jobs((SCAN, EXPORT))
    button.open()
    row, foot = button.popup.rows["export a.pdf"], button.popup.geometry().bottom()
    button.show_jobs((Job("export a.pdf", "Printing page 9", 0.9),))
    assert button.popup.rows == {"export a.pdf": row}
    assert (row.words.text(), row.bar.value()) == ("Printing page 9", 900)
    assert button.popup.geometry().bottom() == foot
    button.show_jobs(())
    assert button.popup.rows == {}
    assert button.popup.empty.isVisible()
    assert button.popup.empty.text() == "Nothing is running"
    assert button.text() == "No jobs"


def test_everything_has_a_name(button):
    button.show_jobs((SCAN, EXPORT))
    button.open()
    popup = button.popup
    assert button.accessibleName() == "Running jobs: Measuring 12,000 cells, Printing page 3"
    assert popup.accessibleName() == "Running jobs"
    assert [each.accessibleName() for each in popup.findChildren(QPushButton)] == [
        "Cancel Measuring 12,000 cells",
        "Cancel Printing page 3",
    ]
    assert [each.accessibleName() for each in popup.findChildren(QProgressBar)] == [
        "Progress of Measuring 12,000 cells",
        "Progress of Printing page 3",
    ]


def test_cancel_asks_for_the_end_of_that_job(qtbot, button):
    button.show_jobs((SCAN, EXPORT))
    button.open()
    with qtbot.waitSignal(button.stop_wanted) as heard:
        qtbot.mouseClick(button.popup.rows["export a.pdf"].cancel, Qt.MouseButton.LeftButton)
    assert heard.args == ["export a.pdf"]


def test_work_of_the_window_is_listed_and_ends_within_a_second(qtbot, make_window):
    """An export and a reading run at once; the window that waits for the export goes too."""
    window = make_window()
    ends, brought = {}, []

    def work_of(key, what):
        def work(progress):
            began = time.monotonic()
            try:
                while time.monotonic() - began < 30:
                    progress((time.monotonic() - began) / 30, what)
                    time.sleep(0.01)
            finally:
                ends[key] = time.monotonic()

        return work

    window.conclusions.hold(True)
    waiting = ExportProgress(window.tasks, "export r.pdf", "r.pdf", window)
    for key, what in (("export r.pdf", "Printing"), ("import", "Reading sites.csv")):
        window.tasks.start(key, work_of(key, what), brought.append, brought.append)
    popup = window.status.work.popup

    def listed():
        if not popup.isVisible():  # the window that waits for the export comes up and ends it
            window.status.work.open()
        return {key for key, row in popup.rows.items() if row.cancel.isVisible()}

    qtbot.waitUntil(lambda: listed() == {"export r.pdf", "import"})
    assert all(each.cancel.height() >= 24 for each in popup.rows.values())
    for key in ("export r.pdf", "import"):
        qtbot.waitUntil(lambda key=key: key in listed())
        asked = time.monotonic()
        qtbot.mouseClick(popup.rows[key].cancel, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda key=key: key in ends)
        qtbot.waitUntil(lambda key=key: key not in listed())
        assert ends[key] - asked < 1.0
    qtbot.waitUntil(lambda: not isValid(waiting.box))
    qtbot.waitUntil(lambda: not listed() and popup.empty.isVisible())
    assert brought == []
    popup.reject()
