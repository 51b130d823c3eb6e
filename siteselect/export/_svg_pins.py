"""Room for numbered pins and their names: none covers another, a line leads out when tight."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

Disc = tuple[float, float, float]
Box = tuple[float, float, float, float]

_MOST = 200
_TURNS = 16
_LETTER = 5.9
"""Mean width of a letter of the names, in pixels."""
_LINE = 12.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A pin to be placed: its true point, its size, and the name beside it."""

    x: float
    y: float
    radius: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a pin stands, and where its name begins; `anchor` is empty when there was no room."""

    x: float
    y: float
    label_x: float = 0.0
    label_y: float = 0.0
    anchor: str = ""


def place(pins: list[Wanted], width: float, height: float) -> list[Placed]:
    """Return a place for each pin, the first ones nearest to their points.

    Beyond the first few hundred there is no room to be found: those stand on their points, unnamed.
    """
    discs: list[Disc] = []
    for number, pin in enumerate(pins):
        spots = _spots(pin, width, height) if number < _MOST else iter(())
        free = (spot for spot in spots if _free(spot, pin.radius, discs))
        x, y = next(free, (pin.x, pin.y))
        discs.append((x, y, pin.radius))
    boxes: list[Box] = []
    placed = []
    for number, (pin, (x, y, radius)) in enumerate(zip(pins, discs, strict=True)):
        found = Placed(x, y)
        for label in _labels(pin, x, y, radius) if pin.name and number < _MOST else ():
            box = label_box(pin.name, label)
            inside = min(box[:2]) >= 0 and box[2] <= width and box[3] <= height
            if inside and not covered(box, boxes, discs):
                boxes.append(box)
                found = label
                break
        placed.append(found)
    return placed


def label_box(name: str, label: Placed) -> Box:
    """Return left, top, right and bottom of a name beside a pin."""
    length = _LETTER * len(name)
    shift = {"start": 0.0, "end": length, "middle": length / 2}[label.anchor]
    left, low = label.label_x - shift, label.label_y + 3
    return left, low - _LINE, left + length, low


def covered(box: Box, boxes: list[Box], discs: list[Disc]) -> bool:
    """Return whether `box` lies on another box or on a disc (x, y, radius)."""
    left, top, right, bottom = box
    if any(left < b[2] and b[0] < right and top < b[3] and b[1] < bottom for b in boxes):
        return True
    for x, y, radius in discs:
        near = min(max(x, left), right), min(max(y, top), bottom)
        if math.dist((x, y), near) < radius:
            return True
    return False


def _spots(pin: Wanted, width: float, height: float) -> Iterator[tuple[float, float]]:
    """Yield the point itself, then rings about it."""
    yield pin.x, pin.y
    for ring in range(1, 9):
        reach = ring * 0.9 * pin.radius + pin.radius
        for turn in range(_TURNS):
            angle = 2 * math.pi * (turn + 0.5 * (ring % 2)) / _TURNS
            x, y = pin.x + reach * math.cos(angle), pin.y - reach * math.sin(angle)
            if pin.radius <= x <= width - pin.radius and pin.radius <= y <= height - pin.radius:
                yield x, y


def _free(spot: tuple[float, float], radius: float, discs: list[Disc]) -> bool:
    return all(math.dist(spot, (x, y)) >= radius + other + 1 for x, y, other in discs)


def _labels(pin: Wanted, x: float, y: float, radius: float) -> Iterator[Placed]:
    gap = radius + 4
    yield Placed(x, y, x + gap, y + 4, "start")
    yield Placed(x, y, x - gap, y + 4, "end")
    yield Placed(x, y, x, y - gap, "middle")
    yield Placed(x, y, x, y + gap + 8, "middle")
    if (pin.x, pin.y) != (x, y):
        return
    for up in (-8.0, 10.0):
        yield Placed(x, y, x + gap - 3, y + up, "start")
        yield Placed(x, y, x - gap + 3, y + up, "end")
