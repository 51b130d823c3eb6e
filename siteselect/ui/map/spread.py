"""Pins that would cover each other move apart, as little as is needed."""

import numpy as np

from siteselect.model.arrays import Floats

MOST = 400
"""Above so many pins nothing moves: a crowd is drawn as small dots."""
ROUNDS = 120
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
    for step in range(ROUNDS):
        gap = at[:, None, :] - at[None, :, :]
        distance = np.sqrt((gap**2).sum(axis=2))
        np.fill_diagonal(distance, np.inf)
        lack = np.clip(apart - distance, 0.0, None)
        if step and not (lack > 0.01).any():
            break
        push = (gap / np.maximum(distance, 1e-9)[..., None] * (0.5 * lack)[..., None]).sum(axis=1)
        home = 0.06 * (points - at) * (1.0 - step / ROUNDS)
        at = at + push + home
    return _settled(points, at, apart)


def _settled(points: Floats, at: Floats, apart: Floats) -> Floats:
    """Part what still overlaps by pushes alone, without the pull home."""
    for _ in range(ROUNDS):
        gap = at[:, None, :] - at[None, :, :]
        distance = np.sqrt((gap**2).sum(axis=2))
        np.fill_diagonal(distance, np.inf)
        lack = np.clip(apart - distance, 0.0, None)
        if not (lack > 1e-3).any():
            break
        at = at + (gap / np.maximum(distance, 1e-9)[..., None] * (0.55 * lack)[..., None]).sum(
            axis=1
        )
    moved: Floats = at - points
    return np.where(np.abs(moved) < 0.25, 0.0, moved)
