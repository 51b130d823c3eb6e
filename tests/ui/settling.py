"""Waiting for a session: a slow machine measures in the background and publishes twice."""

from collections.abc import Iterator
from contextlib import contextmanager

from pytestqt.qtbot import QtBot

from siteselect.ui.session import Session


@contextmanager
def evaluated(qtbot: QtBot, session: Session) -> Iterator[None]:
    """Wait until what is done within is published, measured as it now is."""
    with qtbot.waitSignal(session.changed):
        yield
    qtbot.waitUntil(lambda: session.settled)
