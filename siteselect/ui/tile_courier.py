"""Fetches the tiles of one server that a person switched on, and tells when new ones are here."""

import itertools
import time
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from siteselect.backdrops.errands import Errands, Outcome
from siteselect.backdrops.freshness import retry_after
from siteselect.backdrops.image_head import DamagedTileError
from siteselect.backdrops.online_tiles import OnlineTiles
from siteselect.backdrops.provider import Provider
from siteselect.backdrops.tile_cache import TileCache
from siteselect.backdrops.tiles import TileAt
from siteselect.language import say
from siteselect.ui.tasks import Tasks
from siteselect.ui.tile_transport import Answer, Transport

GATHER_MS = 30
"""Wishes of one painting are heard together."""
TOGETHER_MS = 250
"""Tiles that came are shown together."""
FAILS = 3
"""Failures in a row after which a person is told."""
_SAME, _NOTHING = 304, (204, 404, 410)
_BUSY, _REFUSED = (429, 503), (401, 403, 407, 451)


class Courier(QObject):
    """Stands between a painter that wishes for tiles and a server.

    `came` is emitted when new tiles are here; `trouble` with a sentence when the server, or the
    disk, does not do its part. `wished` is emitted with a TileAt by whichever thread paints.
    """

    came = Signal()
    trouble = Signal(str)
    wished = Signal(object)

    def __init__(
        self,
        provider: Provider,
        cache: TileCache,
        transport: Transport,
        porter: Tasks,
        parent: QObject,
    ) -> None:
        """`porter` writes tiles to the disk; `parent` keeps Python from ending this on a thread."""
        super().__init__(parent)
        transport.setParent(self)
        self.tiles = OnlineTiles(provider, cache, self._wish)
        self._provider, self._transport, self._porter = provider, transport, porter
        self._errands = Errands(time.monotonic)
        self._heard: list[TileAt] = []
        self._numbers = itertools.count()
        self._told = ""
        self._closed = False
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather.timeout.connect(self._want)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._go)
        self._together = QTimer(self, singleShot=True, interval=TOGETHER_MS)
        self._together.timeout.connect(self._show)
        self.wished.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    @property
    def key(self) -> str:
        """Key of the server."""
        return self._provider.key

    @property
    def idle(self) -> bool:
        """Whether nothing is wished for and all that came was told."""
        waits = self._gather.isActive() or self._together.isActive()
        return self._errands.idle and not self._heard and not waits

    @property
    def resting(self) -> float:
        """Seconds for which the server is left alone."""
        return self._errands.resting

    def close(self) -> None:
        """Ask for nothing more."""
        if self._closed:
            return
        self._closed = True
        for timer in (self._gather, self._again, self._together):
            timer.stop()
        self._errands.clear()
        self._transport.close()
        self.tiles.close()
        self.deleteLater()

    def _wish(self, at: TileAt) -> None:
        """Pass a wish on from whichever thread; nobody hears those that come after the end."""
        if not self._closed:
            with suppress(RuntimeError):  # what Python says of an object that Qt has ended
                self.wished.emit(at)

    @Slot(object)
    def _hear(self, at: object) -> None:
        if isinstance(at, TileAt) and not self._closed:
            self._heard.append(at)
            if not self._gather.isActive():
                self._gather.start()

    def _show(self) -> None:
        self.came.emit()

    def _want(self) -> None:
        heard, self._heard = self._heard, []
        self._errands.want(at for at in heard if not self.tiles.fresh(at))  # came meanwhile
        self._go()

    def _go(self) -> None:
        """Ask for what may be asked now; come back when a rest is over."""
        while not self._closed and (at := self._errands.next()) is not None:
            headers = self.tiles.asks(at)
            self._transport.get(self._provider.address(at), headers, partial(self._answered, at))
        rest = self._errands.resting
        if rest and not self._again.isActive() and not self._closed and not self._errands.idle:
            self._again.start(int(1000 * rest) + 50)

    def _answered(self, at: TileAt, answer: Answer) -> None:
        if self._closed:
            return
        outcome = self._take(at, answer)
        asked = retry_after(answer.headers, time.time()) if outcome is Outcome.BUSY else None
        self._errands.ended(at, outcome, asked)
        self._tell(outcome, answer)
        self._go()

    def _take(self, at: TileAt, answer: Answer) -> Outcome:
        """Take in what came, and return how it ended."""
        if answer.strays or answer.status in _REFUSED:
            return Outcome.REFUSED
        if answer.fault:
            return Outcome.BROKEN
        if answer.status in _BUSY:
            return Outcome.BUSY
        if answer.status in _NOTHING:
            return Outcome.ABSENT
        if answer.status == _SAME and self.tiles.kept(at) is not None:
            self._keep(self.tiles.renew(at, answer.headers))
            return Outcome.CAME
        if answer.status != 200:  # the web's own word for "here it is"
            return Outcome.BROKEN
        try:
            keep = self.tiles.take(at, answer.data, answer.headers)
        except DamagedTileError:
            return Outcome.BROKEN
        self._keep(keep)
        if not self._together.isActive():
            self._together.start()
        return Outcome.CAME

    def _keep(self, keep: object) -> None:
        """Let a thread that may wait write a tile to the disk."""
        if callable(keep):
            key = f"tile {next(self._numbers)}"
            self._porter.start(key, lambda _: keep(), self._kept, self._not_kept)

    def _kept(self, _: object) -> None:
        if not self.tiles.writes:
            self._say(
                say("The tiles cannot be kept on the disk: they will be fetched again. Make room.")
            )

    def _not_kept(self, fault: Exception) -> None:
        raise fault

    def _tell(self, outcome: Outcome, answer: Answer) -> None:
        host = self._provider.host
        if outcome is Outcome.REFUSED and answer.strays:
            self._say(
                say(
                    "{host} sends us to another server: nothing is fetched there. The map shows "
                    "what was kept before.",
                    host=host,
                )
            )
        elif outcome is Outcome.REFUSED:
            self._say(
                say(
                    "{host} refuses its tiles (answer {status}): look at its terms, or choose "
                    "another backdrop. It is left alone for an hour.",
                    host=host,
                    status=answer.status,
                )
            )
        elif self._errands.failures >= FAILS:
            self._say(
                say(
                    "{host} does not answer: the map shows what was kept before, and asks again "
                    "from time to time.",
                    host=host,
                )
            )
        elif outcome is Outcome.CAME and self.tiles.writes:
            self._told = ""

    def _say(self, sentence: str) -> None:
        """Tell a trouble once, until it is over."""
        if sentence != self._told:
            self._told = sentence
            self.trouble.emit(sentence)
