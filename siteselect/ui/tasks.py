"""Work in the background: the only file with threads."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot

from siteselect.progress import Cancelled, Progress

Work = Callable[[Progress], object]
Done = Callable[[object], None]
Failed = Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class Advance:
    """How far the work of one key is; `over` when it has ended, one way or the other."""

    key: str
    part: float
    """Done, in [0, 1]."""
    what: str
    over: bool = False


@dataclass(frozen=True, slots=True)
class _Result:
    value: object


class _Relay(QObject):
    """Carries what workers say to the main thread, over queued connections.

    There is one for all work, and it lives until no worker can speak: an object that were deleted
    when its work has ended could be deleted while the worker is still within `emit`.
    """

    told = Signal(object, float, str)
    """The task, the part that is done, and in words what is being done."""
    ended = Signal(object, object)
    """The task, and the result or the exception."""


class _Task:
    """One piece of work."""

    def __init__(self, key: str, done: Done, failed: Failed, relay: _Relay) -> None:
        self.key = key
        self.done: Done = done
        self.failed: Failed = failed
        self._relay = relay
        self._stop = threading.Event()

    def stop(self) -> None:
        """Ask the work to end at its next call of progress."""
        self._stop.set()

    def forget(self) -> None:
        """Let go of who waited: a worker that is the last to know them must not end them."""
        self.done = self.failed = _nobody

    def run(self, work: Work) -> None:
        """Do the work; called on a worker thread, which only emits."""
        try:
            self._progress(0.0, "")
            outcome: object = _Result(work(self._progress))
        except Exception as fault:  # carried to the main thread and told there
            outcome = fault
        self._relay.ended.emit(self, outcome)

    def _progress(self, part: float, what: str) -> None:
        if self._stop.is_set():
            raise Cancelled
        self._relay.told.emit(self, part, what)


class Tasks(QObject):
    """Runs work on a few threads; a newer work of a key replaces an older one.

    `progressed` is emitted with an `Advance` on each progress call of a live task, and once more
    with `over` when the latest task of a key has ended. `stopped` carries the key of work that a
    person has ended, so that whoever waits for it does so no more.
    """

    progressed = Signal(object)
    stopped = Signal(str)

    def __init__(self, parent: QObject | None = None, workers: int = 2) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="siteselect-task")
        self._relay = _Relay(self)
        self._relay.told.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._relay.ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._latest: dict[str, _Task] = {}
        self._closed = False

    @property
    def running(self) -> frozenset[str]:
        """Keys whose latest work has not ended."""
        return frozenset(self._latest)

    def start(self, key: str, work: Work, done: Done, failed: Failed) -> None:
        """Run `work` in the background; its result or failure arrives on the main thread.

        A newer work of the same key replaces an older one, whose result is dropped even when it
        never asked about progress. A cancelled work ends in silence.
        """
        if self._closed:
            return
        self.cancel(key)
        task = _Task(key, done, failed, self._relay)
        self._latest[key] = task
        self._pool.submit(task.run, work)

    def cancel(self, key: str) -> None:
        """Stop the work of `key`, if there is any."""
        task = self._latest.pop(key, None)
        if task is not None:
            task.stop()
            task.forget()
            self.progressed.emit(Advance(key, 1.0, "", over=True))

    def stop(self, key: str) -> None:
        """End the work of `key` because a person wants it ended."""
        if key in self._latest:
            self.cancel(key)
            self.stopped.emit(key)

    def close(self) -> None:
        """Stop all work and wait for the threads to end."""
        self._closed = True
        for task in self._latest.values():
            task.stop()
            task.forget()
        self._latest.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)

    @Slot(object, float, str)
    def _tell(self, task: _Task, part: float, what: str) -> None:
        """Pass on how far `task` is, when it is still the latest of its key."""
        if self._latest.get(task.key) is task:
            self.progressed.emit(Advance(task.key, part, what))

    @Slot(object, object)
    def _end(self, task: _Task, outcome: object) -> None:
        """Hand over what came out of `task`, when it is still the latest of its key."""
        if self._latest.get(task.key) is not task:
            return
        del self._latest[task.key]
        done, failed = task.done, task.failed
        task.forget()
        self.progressed.emit(Advance(task.key, 1.0, "", over=True))
        if isinstance(outcome, _Result):
            done(outcome.value)
        elif isinstance(outcome, Exception) and not isinstance(outcome, Cancelled):
            failed(outcome)


def _nobody(_: object) -> None:
    """Hear what nobody waits for."""
