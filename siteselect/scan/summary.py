"""What a scan comes to while its stretches go by: counts, quartiles, and the best places."""

from collections.abc import Iterable, Iterator

import numpy as np

from siteselect.packs.pack import Pack
from siteselect.scan.cache import Cache, Numbers
from siteselect.scan.region import Region
from siteselect.scan.scan import Stretch
from siteselect.scan.shortlist import Suggestion, suggest
from siteselect.scan.standing import OPEN, GateShare
from siteselect.scan.surface import LEVELS


class Summary:
    """Watches stretches go by; the scores of open cells wait on the disk, however many."""

    def __init__(self, region: Region, passing: Cache) -> None:
        self.land = 0
        """How many cells were asked for."""
        self.open = 0
        """How many of them are open."""
        self._region = region
        self._passing = passing
        self._levels = np.zeros(LEVELS, dtype=np.int64)
        self._gates: list[tuple[GateShare, float, float]] = []
        self._scores: Numbers | None = None

    def watch(self, flow: Iterable[Stretch]) -> Iterator[Stretch]:
        """Yield the stretches as they come."""
        writing = self._passing.begin("scores", {"scores": (len(self._region), "float32")})
        try:
            for each in flow:
                open_ones = each.standing == OPEN
                scores = np.where(open_ones, each.scores, np.float32(np.nan))
                writing.put("scores", each.cells.start, scores)
                self._count(each, each.scores[open_ones])
                yield each
        except BaseException:
            writing.abandon()
            raise
        self._scores = writing.finish()["scores"]

    @property
    def gates(self) -> tuple[GateShare, ...]:
        """What each gate does to the whole land that was asked for."""
        land = max(self.land, 1)
        return tuple(
            GateShare(each.gate, closed / land, unknown / land)
            for each, closed, unknown in self._gates
        )

    @property
    def quartiles(self) -> tuple[float, float, float]:
        """Scores below which a quarter, half and three quarters of the open area lie."""
        below = np.cumsum(self._levels)
        first, second, third = (
            float(np.searchsorted(below, share * self.open)) / (LEVELS - 1)
            for share in (0.25, 0.5, 0.75)
        )
        return first, second, third

    def suggest(self, count: int, apart_km: float, pack: Pack) -> tuple[Suggestion, ...]:
        """Return the best open cells that keep their distance; all stretches have gone by."""
        if self._scores is None:
            raise ValueError("the stretches have not gone by yet")
        return suggest(self._region, None, self._scores, count, apart_km, pack)

    def _count(self, stretch: Stretch, scores: Numbers) -> None:
        held = stretch.held
        self.open += len(scores)
        self._levels += np.bincount((scores * (LEVELS - 1)).astype(np.int64), minlength=LEVELS)
        before = self._gates or [(each, 0.0, 0.0) for each in held.gates]
        self._gates = [
            (share, closed + share.closed * held.land, unknown + share.unknown * held.land)
            for share, (_, closed, unknown) in zip(held.gates, before, strict=True)
        ]
        self.land += held.land
