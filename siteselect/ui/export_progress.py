"""How far an export is, where it takes long, and the button that ends it."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from siteselect.language import say
from siteselect.ui.tasks import Advance, Tasks

LONG_MS = 900
"""Work that ends sooner shows no window of its own."""
_STEPS = 1000


class ExportProgress(QObject):
    """Follows the work of one key; the old file is whole whenever it is stopped."""

    def __init__(self, tasks: Tasks, key: str, name: str, window: QWidget) -> None:
        super().__init__(window)
        self._tasks, self._key = tasks, key
        self.box = QProgressDialog(
            say("Writing {name}", name=name), say("Cancel"), 0, _STEPS, window
        )
        self.box.setWindowTitle(say("Export"))
        self.box.setWindowModality(Qt.WindowModality.NonModal)
        self.box.setMinimumDuration(LONG_MS)
        self.box.setAutoClose(False)
        self.box.setAutoReset(False)
        self.box.canceled.connect(self.stop)
        self._ended = False
        tasks.progressed.connect(self._told)
        tasks.stopped.connect(self._stopped)

    def stop(self) -> None:
        """End the work: nothing is written."""
        self._tasks.cancel(self._key)
        self.end()

    def end(self) -> None:
        """Be gone: the work has ended, one way or the other."""
        if not self._ended:
            self._ended = True
            self._tasks.progressed.disconnect(self._told)
            self._tasks.stopped.disconnect(self._stopped)
            self.box.close()
            self.box.deleteLater()
            self.deleteLater()

    def _stopped(self, key: str) -> None:
        if key == self._key:
            self.end()

    def _told(self, advance: Advance) -> None:
        if advance.key != self._key or advance.over:
            return
        if advance.what:
            self.box.setLabelText(advance.what)
        self.box.setValue(round(_STEPS * min(advance.part, 0.99)))
