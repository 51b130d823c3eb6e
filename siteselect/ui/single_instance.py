"""One window for a person: a second `siteselect FILE` opens the file in the window that runs."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from siteselect.project.recovery import recovery_folder

PATIENCE_MS = 500
_LARGEST = 10_000
_TAKEN = b"taken\n"


def name_of_person() -> str:
    """Return under which name this person's window listens: one for each home of unsaved work."""
    home = str(recovery_folder().absolute())
    return f"siteselect-{hashlib.sha256(home.encode()).hexdigest()[:16]}"


def hand_over(file: Path, name: str) -> bool:
    """Ask a running window to open `file`; return whether one has taken it."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    socket.write(json.dumps({"open": str(file.absolute())}).encode() + b"\n")
    socket.flush()
    answered = socket.waitForReadyRead(4 * PATIENCE_MS)
    taken = answered and socket.readAll().data() == _TAKEN
    socket.disconnectFromServer()
    return taken


class Listener(QObject):
    """Hears of files that other starts of the program were given; the first window listens."""

    def __init__(self, name: str, opened: Callable[[Path], None], parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        self.listening = False
        if not _answers(name):  # listening would take the name even from a window that lives
            QLocalServer.removeServer(name)  # what one that crashed has left
            self.listening = self._server.listen(name)

    def close(self) -> None:
        """Hear no more."""
        self._server.close()

    def _greet(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._hear(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LARGEST:
                socket.abort()
            return
        try:
            asked = json.loads(bytes(socket.readLine(_LARGEST).data()))
            path = Path(str(asked["open"]))
        except (ValueError, TypeError, KeyError):
            socket.abort()
            return
        socket.write(_TAKEN)
        socket.flush()
        self._opened(path)


def _answers(name: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    there = socket.waitForConnected(PATIENCE_MS)
    socket.abort()
    return there
