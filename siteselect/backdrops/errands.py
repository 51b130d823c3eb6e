"""Which tiles are fetched next: few at once, the newest wishes first, and a busy server rested."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto

from siteselect.backdrops.tiles import TileAt

AT_ONCE = 2
"""So many tiles are under way at one moment."""
MOST_WAITING = 120
STALE = 30.0
"""Seconds after which a wish is forgotten: the map has moved on."""
TRIES = 3
"""How often one tile is asked for before it is left until it is wished for much later."""
FIRST_REST, LONGEST_REST = 2.0, 300.0
"""Seconds for which a server is left alone after a failure, doubled at each one more."""
REFUSED_REST = 3600.0
ABSENT = 86_400.0
"""Seconds for which a tile that there is not is not asked for again."""
GIVEN_UP = 600.0
_MOST_KNOWN = 20_000


class Outcome(Enum):
    """How the fetching of a tile ended."""

    CAME = auto()
    ABSENT = auto()
    """The server has no such tile."""
    BUSY = auto()
    """It wants to be left alone for a while."""
    REFUSED = auto()
    """It does not serve this program, or this address."""
    BROKEN = auto()
    """Anything else: no answer, a damaged one, none in time."""


@dataclass(slots=True)
class _Wish:
    at: TileAt
    since: float


class Errands:
    """The wishes for tiles of one server. `now` tells seconds that never run back."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._waiting: list[_Wish] = []
        self._under_way: set[TileAt] = set()
        self._tried: dict[TileAt, int] = {}
        self._not_before: dict[TileAt, float] = {}
        self._failures = 0
        self._rest_until = 0.0

    @property
    def idle(self) -> bool:
        """Whether nothing is wished for and nothing under way."""
        return not self._waiting and not self._under_way

    @property
    def resting(self) -> float:
        """Seconds for which the server is still left alone."""
        return max(self._rest_until - self._now(), 0.0)

    @property
    def failures(self) -> int:
        """How many answers in a row were none."""
        return self._failures

    def want(self, tiles: Iterable[TileAt]) -> None:
        """Wish for tiles; the last wishes are fetched first, in the order given."""
        now = self._now()
        fresh = [at for at in dict.fromkeys(tiles) if self._may_be_asked(at, now)]
        known = set(fresh)
        rest = [each for each in self._waiting if each.at not in known]
        self._waiting = [*(_Wish(at, now) for at in fresh), *rest][:MOST_WAITING]

    def next(self) -> TileAt | None:
        """Return a tile to be fetched now, which is then under way; None while none may be."""
        now = self._now()
        self._waiting = [each for each in self._waiting if now - each.since <= STALE]
        most = 1 if self._failures else AT_ONCE
        if not self._waiting or len(self._under_way) >= most or self.resting:
            return None
        at = self._waiting.pop(0).at
        self._under_way.add(at)
        return at

    def ended(self, at: TileAt, outcome: Outcome, after: float | None = None) -> None:
        """Take note of how fetching a tile ended; `after` is when the server wants to be asked."""
        now = self._now()
        self._under_way.discard(at)
        if outcome in (Outcome.CAME, Outcome.ABSENT):
            self._failures, self._rest_until = 0, 0.0
            self._tried.pop(at, None)
            if outcome is Outcome.ABSENT:
                self._leave(at, now + ABSENT)
            return
        self._failures += 1
        rest = min(FIRST_REST * 2.0 ** min(self._failures - 1, 20), LONGEST_REST)
        if outcome is Outcome.REFUSED:
            rest = REFUSED_REST
        self._rest_until = max(
            self._rest_until, now + (rest if after is None else max(after, rest))
        )
        self._tried[at] = self._tried.get(at, 0) + 1
        if self._tried[at] >= TRIES or outcome is Outcome.REFUSED:
            self._tried.pop(at)
            self._leave(at, now + GIVEN_UP)
        else:
            self._waiting.insert(0, _Wish(at, max(now, self._rest_until)))

    def clear(self) -> None:
        """Forget all wishes; what is under way is told by `ended` all the same."""
        self._waiting.clear()

    def _may_be_asked(self, at: TileAt, now: float) -> bool:
        return at.real and at not in self._under_way and self._not_before.get(at, 0.0) <= now

    def _leave(self, at: TileAt, until: float) -> None:
        self._not_before[at] = until
        while len(self._not_before) > _MOST_KNOWN:
            self._not_before.pop(next(iter(self._not_before)))
