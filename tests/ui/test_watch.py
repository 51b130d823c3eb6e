import sys
import threading

import pytest
from PySide6.QtCore import qCritical, qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QWidget

from siteselect.ui.messages import MessageBar, Messages
from siteselect.ui.watch import Watch


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def messages(window):
    return Messages(MessageBar(window), window)


@pytest.fixture
def watch(window, messages):
    made = Watch(messages, window)
    made.begin()
    yield made
    made.end()


def test_a_fault_of_a_thread_is_told_on_the_main_thread(qtbot, watch, messages):
    def breaks():
        raise ZeroDivisionError("far away")

    thread = threading.Thread(target=breaks)
    thread.start()
    thread.join()
    assert messages.reports == []
    qtbot.waitUntil(lambda: len(messages.reports) == 1)


def test_a_fault_of_the_main_thread_is_told(watch, messages):
    sys.excepthook(ValueError, ValueError("x"), None)
    assert len(messages.reports) == 1


def test_a_grave_word_of_qt_is_a_sentence_and_a_warning_is_for_the_journal_alone(
    qtbot, watch, messages, caplog, capsys
):
    qWarning("a warning")
    qCritical("the driver went away.")
    qtbot.waitUntil(lambda: messages._bar.text != "")
    assert messages._bar.text.startswith("The screen has a fault: the driver went away.")
    assert [(each.levelname, each.getMessage()) for each in caplog.records] == [
        ("WARNING", "default: a warning"),
        ("ERROR", "default: the driver went away."),
    ]


def test_the_hooks_are_given_back(window, messages):
    held = (sys.excepthook, threading.excepthook)
    handler = qInstallMessageHandler(None)
    qInstallMessageHandler(handler)
    watch = Watch(messages, window)
    watch.begin()
    assert (sys.excepthook, threading.excepthook) != held
    watch.end()
    watch.end()
    assert (sys.excepthook, threading.excepthook) == held
