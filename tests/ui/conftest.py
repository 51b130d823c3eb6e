"""Fixtures of the window's tests: tasks that are closed, a session on made data."""

import pytest

from siteselect.ui.session import Session
from siteselect.ui.tasks import Tasks
from tests.ui.made import MadeGround, make_study


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
def session(qtbot, tasks, ground, faults):
    """A session that has published its first evaluation."""
    made = Session(make_study(), tasks, faults.append, ground)
    with qtbot.waitSignal(made.changed):
        made.begin()
    return made
