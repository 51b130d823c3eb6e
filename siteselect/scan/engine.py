"""Where blocks are worked on: in threads of this process, or wherever another engine works."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Protocol

from siteselect.packs.pack import Pack
from siteselect.scan.work import BlockDone, BlockWork, Ground, measure_block

AHEAD = 3
"""So many blocks wait for each thread: enough to keep it busy, few enough to bound memory."""


class Engine(Protocol):
    """Works on blocks in any order."""

    def run(self, ground: Ground, works: Iterable[BlockWork]) -> Iterator[BlockDone]:
        """Yield each block when it is done; closing the iterator stops the rest."""


class HereEngine:
    """Works in threads of this process; numpy, GEOS and PROJ let each other run."""

    def __init__(self, pack: Pack, threads: int | None = None) -> None:
        self._pack = pack
        self._threads = threads or os.cpu_count() or 1

    def run(self, ground: Ground, works: Iterable[BlockWork]) -> Iterator[BlockDone]:
        """Yield each block when it is done."""
        waiting = iter(works)
        if self._threads == 1:
            for work in waiting:
                yield measure_block(ground, work, self._pack)
            return
        pool = ThreadPoolExecutor(self._threads, "scan")
        running: set[Future[BlockDone]] = set()
        try:
            for work in waiting:
                running.add(pool.submit(measure_block, ground, work, self._pack))
                if len(running) >= AHEAD * self._threads:
                    done, running = wait(running, return_when=FIRST_COMPLETED)
                    yield from (each.result() for each in done)
            while running:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (each.result() for each in done)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
