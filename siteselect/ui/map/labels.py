"""Where labels stand: by rank, without touching each other. Pure geometry in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from siteselect.model.arrays import Floats

Box = tuple[float, float, float, float]
"""Left, top, right, foot in pixels."""
CUT_OFF = 6.0
"""What it costs a label to stand partly out of view."""
GAP = 2.0
"""Pixels kept free round a label."""
MARGINS: Floats = np.array([-GAP, -GAP, GAP, GAP])
_DIRECTIONS = (
    (1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1),
)  # fmt: skip
"""Eight places about a point, the best first: right, left, the corners, above, below."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that wants room: its size, and the points where its middle may stand, best first."""

    width: float
    height: float
    places: Floats
    """k x 2: middles of the label in pixels."""
    anchor: tuple[float, float] | None = None
    """The point it belongs to, for a leader line."""
    far_from: int = 10**6
    """Places from this one on are far from the anchor and get a leader line."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label stands; `leader` when a line leads to its anchor."""

    x: float
    y: float
    width: float
    height: float
    leader: bool

    def moved(self, x: float, y: float) -> "Spot":
        """Return this spot so much farther to the right and down."""
        return Spot(self.x + x, self.y + y, self.width, self.height, self.leader)

    @property
    def box(self) -> Box:
        """Left, top, right, foot."""
        return (
            self.x - self.width / 2,
            self.y - self.height / 2,
            self.x + self.width / 2,
            self.y + self.height / 2,
        )


def about(x: float, y: float, reach: float, width: float, height: float) -> Floats:
    """Return eight middles for a label beside a sign of radius `reach`."""
    places = np.array(_DIRECTIONS, dtype=float)
    diagonal = (places != 0).all(axis=1)
    places[:, 0] *= np.where(diagonal, 0.55 * reach, reach) + width / 2
    places[:, 1] *= np.where(diagonal, 0.55 * reach, reach) + height / 2
    places[diagonal, 1] *= 0.9
    beside: Floats = places + np.array([x, y])
    return beside


def around(x: float, y: float, reach: float, width: float, height: float) -> Floats:
    """Return twelve middles farther out, for a label at the end of a leader line."""
    angles = np.radians([0, 180, -30, 30, 210, 150, -60, 60, 240, 120, -90, 90])
    out = np.column_stack((np.cos(angles), np.sin(angles)))
    return np.array([x, y]) + out * (reach + width / 2, reach + height / 2)


def unhindered(start: tuple[float, float], ends: Floats, others: Floats, reach: float) -> Floats:
    """Return those of the ends to which a line from `start` stays `reach` away from all others."""
    origin = np.array(start)
    away = others[np.hypot(*(others - origin).T) > 1e-6] - origin
    if not len(away):
        return ends
    way = ends - origin
    along = np.clip(way @ away.T / np.maximum((way**2).sum(axis=1), 1e-9)[:, None], 0.0, 1.0)
    gap = along[..., None] * way[:, None, :] - away[None, :, :]
    free: Floats = ends[(np.hypot(gap[..., 0], gap[..., 1]) >= reach).all(axis=1)]
    return free


def place(
    wishes: Sequence[Wish], taken: Floats, soft: Floats, frame: Box, view: Box | None = None
) -> list[Spot | None]:
    """Give each wish, in turn, its best free place; None where there is no room.

    Parameters
    ----------
    wishes : sequence of Wish
        The labels, the most important first.
    taken : array
        m x 4 boxes that no label may touch.
    soft : array
        m x 4 boxes that a label leaves free when it can.
    frame : Box
        The box in which labels must lie.
    view : Box, optional
        The box in which they rather lie, as long as their first place is in it.
    """
    fixed, hints = len(taken), len(soft)
    held = np.empty((fixed + len(wishes), 4))
    held[:fixed] = taken + MARGINS
    count = fixed
    spots: list[Spot | None] = []
    for wish in wishes:
        half = np.array([wish.width / 2, wish.height / 2])
        boxes = np.hstack((wish.places - half, wish.places + half))
        free = _inside(boxes, frame)
        free &= ~_meet(boxes, held[:count]).any(axis=1)
        if not free.any():
            spots.append(None)
            continue
        cost = np.arange(len(boxes)) * 0.5
        if view is not None and _near(wish, view):
            cost += CUT_OFF * ~_inside(boxes, view)
        if hints:
            cost += 3.0 * _meet(boxes, soft).sum(axis=1)
        best = int(np.argmin(np.where(free, cost, np.inf)))
        held[count] = boxes[best] + MARGINS
        count += 1
        x, y = (float(each) for each in wish.places[best])
        spots.append(Spot(x, y, wish.width, wish.height, best >= wish.far_from))
    return spots


def _near(wish: Wish, view: Box) -> bool:
    """Return whether the point of a label, or its first place, is in view."""
    x, y = wish.anchor or wish.places[0]
    return bool(view[0] <= x <= view[2] and view[1] <= y <= view[3])


def _inside(boxes: Floats, frame: Box) -> NDArray[np.bool_]:
    """Return which boxes lie wholly in a frame."""
    across = (boxes[:, 0] >= frame[0]) & (boxes[:, 2] <= frame[2])
    inside: NDArray[np.bool_] = across & (boxes[:, 1] >= frame[1]) & (boxes[:, 3] <= frame[3])
    return inside


def _meet(boxes: Floats, others: Floats) -> NDArray[np.bool_]:
    """Return which boxes meet which others."""
    left, top, right, foot = others.T
    across = (boxes[:, 0, None] < right) & (boxes[:, 2, None] > left)
    meets: NDArray[np.bool_] = across & (boxes[:, 1, None] < foot) & (boxes[:, 3, None] > top)
    return meets
