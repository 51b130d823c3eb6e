"""Python looks for rubbish among what is young: what a pack brought is set aside and left alone.

A look at the hundreds of thousands of things that a pack and a window hold keeps the window from
its work for a tenth of a second, in the middle of a drag. They stay as long as the pack does; so
they are set aside once all has come, and looked at again only when another pack is opened.
"""

import gc

from PySide6.QtCore import QObject, QTimer

from siteselect.ui.ground import Ground
from siteselect.ui.session import Session

SETTLED_MS = 1_500
"""So long after a pack its map, the first ranking and what follows from it have come."""


class Rubbish(QObject):
    """Sets aside what came with a pack, once it has come."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._timer = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._timer.timeout.connect(gc.freeze)
        session.concluded.connect(self._hear)

    def _hear(self, conclusion: object) -> None:
        if not isinstance(conclusion, Ground):
            return
        if gc.get_freeze_count():  # another pack: the person waits for it anyway
            gc.unfreeze()
            gc.collect()
        self._timer.start()


def go_on(session: Session) -> None:
    """Set aside again what a window made anew will hold, where that was done before."""
    if gc.get_freeze_count():
        gc.unfreeze()
        Rubbish(session)
