"""A flight over the plane from one view to another, out and in again, at an even pace for the eye.

After J. J. van Wijk and W. A. A. Nuij, "Smooth and efficient zooming and panning", 2003.
"""

import math
from dataclasses import dataclass

RHO = 1.3
"""How much a flight climbs: larger climbs higher."""
SHORTEST_MS, LONGEST_MS = 450, 1600
MS_FOR_ONE = 620.0
"""Milliseconds for a path of length one; a doubling of the scale is 0.7 / RHO long."""


@dataclass(frozen=True, slots=True)
class Pose:
    """Where a view stands over the plane: its middle, and its scale."""

    x: float
    y: float
    metres_per_pixel: float


@dataclass(frozen=True, slots=True)
class Flight:
    """The way from `start` to `end`; `width` is the width of the view in pixels."""

    start: Pose
    end: Pose
    width: float

    @property
    def length(self) -> float:
        """The length of the way as the eye feels it; 0 where nothing moves."""
        if self._away < 1e-6 * self._wide(self.start):
            return abs(math.log(self._wide(self.end) / self._wide(self.start))) / RHO
        climb, fall = self._slopes()
        return (fall - climb) / RHO

    @property
    def milliseconds(self) -> int:
        """How long it takes; 0 where nothing moves."""
        if self.length < 1e-3:
            return 0
        return round(min(max(MS_FOR_ONE * self.length, SHORTEST_MS), LONGEST_MS))

    def at(self, share: float) -> Pose:
        """Return the pose after `share` of the time, 0 to 1: it starts and lands softly."""
        if share <= 0.0:
            return self.start
        if share >= 1.0:
            return self.end
        return self._along(share * share * (3.0 - 2.0 * share))

    def _along(self, part: float) -> Pose:
        first, last = self._wide(self.start), self._wide(self.end)
        if self._away < 1e-6 * first:
            wide = first * (last / first) ** part
            x = self.start.x + (self.end.x - self.start.x) * part
            y = self.start.y + (self.end.y - self.start.y) * part
            return Pose(x, y, wide / self.width)
        climb, fall = self._slopes()
        here = climb + (fall - climb) * part
        wide = first * math.cosh(climb) / math.cosh(here)
        gone = first / RHO**2 * (math.cosh(climb) * math.tanh(here) - math.sinh(climb))
        share = gone / self._away
        x = self.start.x + (self.end.x - self.start.x) * share
        y = self.start.y + (self.end.y - self.start.y) * share
        return Pose(x, y, wide / self.width)

    @property
    def _away(self) -> float:
        return math.hypot(self.end.x - self.start.x, self.end.y - self.start.y)

    def _wide(self, pose: Pose) -> float:
        return pose.metres_per_pixel * self.width

    def _slopes(self) -> tuple[float, float]:
        """Return the r of both ends, the paper's parameter of the path."""
        first, last, away = self._wide(self.start), self._wide(self.end), self._away
        near = (last**2 - first**2 + RHO**4 * away**2) / (2 * first * RHO**2 * away)
        far = (last**2 - first**2 - RHO**4 * away**2) / (2 * last * RHO**2 * away)
        return -math.asinh(near), -math.asinh(far)
