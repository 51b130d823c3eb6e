"""Pins that would cover each other move apart, as little as is needed."""

import numpy as np
from numpy.typing import NDArray

from siteselect.model.arrays import Floats

MOST = 400
"""Above so many pins nothing moves: a crowd is drawn as small dots."""
ROUNDS = 120
ENOUGH = 0.1
"""Pixels by which two pins may overlap unseen."""
CLOSE = 1.6
"""Pins within so many times their radii are looked at together."""
_GOLDEN = 2.399963229728653


def spread(points: Floats, radii: Floats) -> Floats:
    """Return how far each of n x 2 points must move so that discs of these radii do not meet.

    The nearest pairs push each other, and each point is drawn back to where it belongs; equal
    points part along a fixed spiral, so that the same points always move in the same way.
    """
    count = len(points)
    if count < 2 or count > MOST:
        return np.zeros((count, 2))
    apart: Floats = radii[:, None] + radii[None, :]
    turn = _GOLDEN * np.arange(count)
    at = points + 0.05 * np.column_stack((np.cos(turn), np.sin(turn)))
    crowd = _crowded(at, apart)
    if crowd.any():
        near = apart[np.ix_(crowd, crowd)]
        at[crowd] = _settled(_parted(points[crowd], at[crowd], near), near)
        at = _settled(at, apart)  # who moved may have met someone who had room
    moved: Floats = at - points
    return np.where(np.abs(moved) < 0.25, 0.0, moved)


def _crowded(at: Floats, apart: Floats) -> NDArray[np.bool_]:
    """Return who is, or may soon be, too near to another; the others need not be looked at."""
    distance = np.hypot(*(at[:, None, :] - at[None, :, :]).transpose(2, 0, 1))
    np.fill_diagonal(distance, np.inf)
    crowded: NDArray[np.bool_] = (distance < CLOSE * apart).any(axis=1)
    return crowded


def _parted(points: Floats, at: Floats, apart: Floats) -> Floats:
    """Let those that overlap push each other, and draw each back to where it belongs."""
    for step in range(ROUNDS):
        push, worst = _pushes(at, apart)
        if step and worst <= ENOUGH:
            break
        at = at + 0.5 * push + 0.06 * (points - at) * (1.0 - step / ROUNDS)
    return at


def _settled(at: Floats, apart: Floats) -> Floats:
    """Part what still overlaps by pushes alone, without the pull home."""
    for _ in range(ROUNDS):
        push, worst = _pushes(at, apart)
        if worst <= ENOUGH:
            break
        at = at + 0.55 * push
    return at


def _pushes(at: Floats, apart: Floats) -> tuple[Floats, float]:
    """Return how each is pushed by those that it overlaps, and the largest overlap in pixels."""
    across = at[:, None, 0] - at[None, :, 0]
    down = at[:, None, 1] - at[None, :, 1]
    distance = np.sqrt(across * across + down * down)
    np.fill_diagonal(distance, np.inf)
    lack = np.maximum(apart - distance, 0.0)
    worst = float(lack.max(initial=0.0))
    share = lack / np.maximum(distance, 1e-9)
    push = np.column_stack(((across * share).sum(axis=1), (down * share).sum(axis=1)))
    return push, worst
