"""The contents of a window made anew, in another language.

What a person did stays: the study, its history, what is picked, the part of the map, the file and
its lock. What only shows it goes, with every sentence in it, and is made again.
"""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QMainWindow, QMenu, QWidget

from siteselect.ui.documents import Documents
from siteselect.ui.messages import MessageBar, Messages
from siteselect.ui.present.door import SceneDoor
from siteselect.ui.project_desk import ProjectDesk
from siteselect.ui.rubbish import go_on
from siteselect.ui.session import Session
from siteselect.ui.tasks import Tasks

FOR_THE_SCREEN = frozenset(
    {"matrix", "map", "conclusions", "comparison", "money", "site money", "over time", "scan",
     "arrange", "suggest", "cells under pixels", "scene picture"}
)  # fmt: skip
"""Work that only the contents wait for; a file that is being written goes on."""


class Renewable(Protocol):
    """The window, as what can be renewed."""

    session: Session
    tasks: Tasks
    brush: Tasks
    bar: MessageBar
    messages: Messages
    documents: Documents
    desk: ProjectDesk
    scenes: SceneDoor

    def keep_places(self) -> None:
        """Remember how the places lie."""

    def build(self) -> None:
        """Make all that is in sight."""

    def begin(self) -> None:
        """Start reading the pack."""


def renew(window: Renewable) -> None:
    """Make all that is in sight anew; the work at hand goes on."""
    if not isinstance(window, QWidget):
        raise TypeError(f"{type(window).__name__} is no window")
    window.keep_places()
    if window.desk.views is not None:
        window.desk.views.leave()
    window.scenes.close()
    states = window.documents.states
    shown = not states.isHidden()
    states.setParent(window)
    _clear(window)
    window.bar = MessageBar(window)
    window.messages.move_to(window.bar)
    window.desk.packs.renew()
    window.build()
    go_on(window.session)
    states.setVisible(shown)
    window.begin()


def _clear(window: Renewable) -> None:
    """Close what is open over the window, silence the session, and take the contents away."""
    if not isinstance(window, QMainWindow):
        raise TypeError(f"{type(window).__name__} is no window")
    for dialog in window.findChildren(QDialog):
        dialog.close()
        dialog.deleteLater()
    for key in window.tasks.running & FOR_THE_SCREEN:
        window.tasks.cancel(key)
    for key in window.brush.running:
        window.brush.cancel(key)
    window.session.hush()
    for action in window.actions():
        window.removeAction(action)
        action.deleteLater()
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    for each in (*window.findChildren(QShortcut, options=direct),
                 *window.findChildren(QMenu, options=direct)):  # fmt: skip
        each.deleteLater()
    contents = window.takeCentralWidget()
    if contents is not None:
        contents.hide()
        contents.deleteLater()
