"""The tiles of a server as a painter sees them: what is kept is there, what lacks is wished for.

Nothing here opens a connection; `wish` is heard by whoever may.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping

from siteselect.backdrops.freshness import freshness
from siteselect.backdrops.image_head import checked_tile
from siteselect.backdrops.provider import Provider
from siteselect.backdrops.tile_cache import Kept, TileCache
from siteselect.backdrops.tiles import TileAt

IN_MEMORY = 24 * 2**20
"""Bytes of tiles that are held whether or not the disk takes them."""


class OnlineTiles:
    """Tiles of one server; any thread may ask."""

    steady = False
    """A tile may come, or become another."""

    def __init__(
        self,
        provider: Provider,
        cache: TileCache,
        wish: Callable[[TileAt], object],
        now: Callable[[], float] = time.time,
    ) -> None:
        self.provider = provider
        self.info = provider.info
        self._cache, self._wish, self._now = cache, wish, now
        self._lock = threading.Lock()
        self._held: OrderedDict[TileAt, Kept] = OrderedDict()
        self._bytes = 0

    @property
    def writes(self) -> bool:
        """Whether the disk takes tiles."""
        return self._cache.writes

    def tile(self, at: TileAt) -> bytes | None:
        """Return the bytes of a tile that is here, fresh or not; wish for it unless it is fresh."""
        if not at.real:
            return None
        kept = self.kept(at)
        if kept is None or kept.until <= self._now():
            self._wish(at)
        return None if kept is None else kept.data

    def fresh(self, at: TileAt) -> bool:
        """Return whether a tile is in memory and need not be asked for."""
        with self._lock:
            held = self._held.get(at)
        return held is not None and held.until > self._now()

    def at_hand(self, at: TileAt) -> bytes | None:
        """Return the bytes of a tile that is here, and wish for nothing."""
        kept = self.kept(at)
        return None if kept is None else kept.data

    def kept(self, at: TileAt) -> Kept | None:
        """Return a tile as it is kept, in memory or on the disk."""
        with self._lock:
            held = self._held.get(at)
            if held is not None:
                self._held.move_to_end(at)
                return held
        kept = self._cache.read(self.provider.mark, at)
        if kept is not None:
            self._hold(at, kept)
        return kept

    def asks(self, at: TileAt) -> dict[str, str]:
        """Return the headers by which a server can say that a tile is still as it was."""
        with self._lock:
            held = self._held.get(at)
        if held is None:
            return {}
        told = {"If-None-Match": held.tag, "If-Modified-Since": held.changed}
        return {name: word for name, word in told.items() if word}

    def take(self, at: TileAt, data: bytes, headers: Mapping[str, str]) -> Callable[[], object]:
        """Take a tile that came; return what keeps it on the disk, for a thread that may wait.

        Raises
        ------
        DamagedTileError
            If it is no tile that can be shown.
        """
        checked_tile(data)
        now = self._now()
        fresh = freshness(headers, now)
        kept = Kept(
            data, fresh.until, _word(headers, "etag"), _word(headers, "last-modified"), came=now
        )
        self._hold(at, kept)
        if not fresh.keep:
            return lambda: False
        return lambda: self._cache.keep(self.provider.mark, at, kept)

    def renew(self, at: TileAt, headers: Mapping[str, str]) -> Callable[[], object]:
        """Take note that a tile is as it was; return what keeps that on the disk."""
        with self._lock:
            held = self._held.get(at)
        if held is None:
            return lambda: False
        now = self._now()
        fresh = freshness(headers, now)
        kept = Kept(held.data, fresh.until, held.tag, held.changed, now)
        self._hold(at, kept)
        if not fresh.keep:
            return lambda: False
        return lambda: self._cache.keep(self.provider.mark, at, kept)

    def close(self) -> None:
        """Let go of what is in memory."""
        with self._lock:
            self._held.clear()
            self._bytes = 0

    def _hold(self, at: TileAt, kept: Kept) -> None:
        with self._lock:
            before = self._held.pop(at, None)
            self._bytes += len(kept.data) - (len(before.data) if before is not None else 0)
            self._held[at] = kept
            while self._bytes > IN_MEMORY and len(self._held) > 1:
                _, gone = self._held.popitem(last=False)
                self._bytes -= len(gone.data)


def _word(headers: Mapping[str, str], name: str) -> str:
    """Return a header that may be sent back: one line, and short."""
    word = headers.get(name, "")
    return word if len(word) <= 256 and word.isprintable() and word.isascii() else ""
