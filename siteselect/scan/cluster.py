"""Blocks on a Dask cluster: the same work, on as many machines as there are."""

import importlib
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.scan.engine import AHEAD
from siteselect.scan.work import BlockDone, BlockWork, Ground, measure_block

RETRIES = 5
"""A block whose worker was lost so often is given up: then something is wrong with the block."""
WAITING = 30.0
"""Seconds to wait for a scheduler to answer."""


class ClusterEngine:
    """Works on a Dask cluster; a lost worker's blocks are worked on again by another."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._client = _connected(address)

    def run(self, ground: Ground, works: Iterable[BlockWork]) -> Iterator[BlockDone]:
        """Yield each block when it is done, at most a few ahead for each thread of the cluster."""
        distributed = _distributed()
        client = self._client
        threads = max(1, sum(client.nthreads().values()))
        waiting, flowing = iter(works), distributed.as_completed(loop=client.loop)
        held: set[Any] = set()  # Any: dask futures

        def submit(work: BlockWork) -> None:
            future = client.submit(measure_block, ground, work, pure=False, retries=RETRIES)
            held.add(future)
            flowing.add(future)

        for work in islice(waiting, AHEAD * threads):
            submit(work)
        try:
            while held:
                future = next(flowing)
                held.discard(future)
                done = self._result(future)
                future.release()
                for work in islice(waiting, 1):
                    submit(work)
                yield done
        finally:
            if held:
                client.cancel(list(held))

    def close(self) -> None:
        """Leave the cluster; it goes on for others."""
        self._client.close()

    def _result(self, future: Any) -> BlockDone:  # Any: a dask future
        try:
            done: BlockDone = future.result()
        except _distributed().KilledWorker as error:
            raise StudyError(
                say(
                    "A block of the scan was lost with its worker again and again at {address}: "
                    "look at the memory of the workers. ({error})",
                    address=self.address,
                    error=error,
                )
            ) from error
        return done


def _connected(address: str) -> Any:  # Any: dask has no types
    try:
        return _distributed().Client(address, timeout=WAITING, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise StudyError(
            say(
                "No scheduler answers at {address}: {error}. Start one with `dask scheduler`, and "
                "give its address as tcp://HOST:PORT.",
                address=address,
                error=error,
            )
        ) from error


def _distributed() -> Any:  # Any: dask has no types
    try:
        return importlib.import_module("distributed")
    except ImportError:
        raise StudyError(
            say(
                "A scan on a cluster needs dask and distributed: install the extra [cluster] of "
                "siteselect, or leave out --scheduler."
            )
        ) from None
