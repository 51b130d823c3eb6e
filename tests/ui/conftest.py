"""Fixtures of the window's tests: tasks that are closed, a session on made data, a window."""

import gc
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from siteselect.ui.panels.defaults import Defaults
from siteselect.ui.session import Session
from siteselect.ui.settings import Settings
from siteselect.ui.tasks import Tasks
from tests.making import make_scenario
from tests.ui.made import MadeGround, ToyGround, make_study
from tests.ui.settling import evaluated


@pytest.fixture(autouse=True)
def _nothing_is_collected_while_it_is_painted():
    """Widgets that a test let go of die after the test, not in the middle of their own painting."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _no_hand_stays_on_the_mouse(qapp):
    """A button that a test pressed is let go, or the next test has it down."""
    yield
    held, hand = QGuiApplication.mouseButtons(), QWidget()
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        if held & button:
            QTest.mouseRelease(hand, button)


@pytest.fixture(autouse=True)
def _maps_are_kept_apart(monkeypatch, tmp_path_factory):
    """No test reads or fills the user's own cache."""
    monkeypatch.setenv("SITESELECT_CACHE", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def ground():
    return MadeGround()


@pytest.fixture
def faults():
    return []


@pytest.fixture
def settings(tmp_path):
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def session(qtbot, tasks, ground, faults):
    """A session that has published its first evaluation."""
    made = Session(make_study(), tasks, faults.append, ground)
    with evaluated(qtbot, made):
        made.begin()
    return made


@pytest.fixture
def make_window(qtbot, settings):
    """Open windows on made data over the toy pack; fail when one leaves something behind."""
    from siteselect.ui.main_window import MainWindow

    before = set(QApplication.topLevelWidgets())
    windows = []

    def make(study=None, begin=True, **rest):
        window = MainWindow(
            study or make_study(),
            rest.pop("settings", settings),
            rest.pop("open_pack", None) or ToyGround(),
            Defaults(lambda: (make_scenario(),)),
        )
        windows.append(window)
        window.resize(1280, 800)
        window.show()
        if begin:
            window.begin()
            begun = {"matrix", "map"}  # slower conclusions may still be drawn
            qtbot.waitUntil(
                lambda: bool(window.session.evaluation) and not begun & window.tasks.running,
                timeout=30_000,  # imports and the toy region, on a machine that does other things
            )
        return window

    yield make
    for window in windows:
        window.session.history.setClean()
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [each for each in QApplication.topLevelWidgets() if each not in before]
    assert [type(each).__name__ for each in left] == []
    assert [t.name for t in threading.enumerate() if t.name.startswith("siteselect-task")] == []
