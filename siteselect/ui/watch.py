"""Faults that nobody caught, wherever they come from: in the journal, and told in the window."""

import logging
import sys
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)

from siteselect.language import say
from siteselect.ui.messages import Hook, Messages, install_hook

qt_log = logging.getLogger("siteselect.qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.DEBUG,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
Handler = Callable[[QtMsgType, QMessageLogContext, str], Any]  # Any: as Qt's own stubs say


class Watch(QObject):
    """Listens from `begin` to `end`; threads and Qt are heard on the main thread.

    `caught` is emitted with a fault of another thread, `heard` with a grave word of Qt.
    """

    caught = Signal(object)
    heard = Signal(str)

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._hook: Hook | None = None
        self._thread_hook: Callable[[threading.ExceptHookArgs], object] | None = None
        self._handler: Handler | None = None
        later = Qt.ConnectionType.QueuedConnection
        self.caught.connect(self._tell_fault, later)
        self.heard.connect(self._tell_qt, later)

    def begin(self) -> None:
        """Take the place of the hooks of Python, of its threads and of Qt."""
        self._hook = install_hook(self._messages)
        self._thread_hook = threading.excepthook
        threading.excepthook = self._of_thread
        self._handler = qInstallMessageHandler(self._of_qt)

    def end(self) -> None:
        """Give the hooks back."""
        if self._hook is None or self._thread_hook is None:
            return
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook
        qInstallMessageHandler(self._handler)
        self._hook = self._thread_hook = self._handler = None

    def _of_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None and not isinstance(told.exc_value, SystemExit):
            self.caught.emit(told.exc_value)

    def _of_qt(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        level = _LEVELS.get(kind, logging.WARNING)
        category = getattr(context, "category", None) or "default"
        qt_log.log(level, "%s: %s", category, text)
        if level >= logging.WARNING and sys.stderr is not None:
            sys.stderr.write(f"{text}\n")
        if level == logging.ERROR:
            self.heard.emit(text)

    @Slot(object)
    def _tell_fault(self, fault: BaseException) -> None:
        self._messages.fault(fault)

    @Slot(str)
    def _tell_qt(self, text: str) -> None:
        self._messages.notice(
            say(
                "The screen has a fault: {text}. The log has it; Help, Save a diagnostic report, "
                "writes it to a file.",
                text=text.rstrip("."),
            )
        )
