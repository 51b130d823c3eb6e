"""The points of a value function that a hand can hold: where they lie, and what moving them makes.

Nothing here draws; raw values are in the unit of the matrix, shares in [0, 1].
"""

from dataclasses import dataclass, replace
from math import log

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.arrays import Floats
from siteselect.model.class_value import Category, Step
from siteselect.model.criterion import AnyValueFunction
from siteselect.model.value_function import Gaussian, Linear, Logistic, Piecewise, Power

_NEAR = 1e-3
"""How near two points may come, as a part of the stretch between the outer ones."""
_BEFORE = 0.08
"""How far before the first bound the value of "below" is held."""
_STEEPEST = 60.0
_BENDS = (0.1, 10.0)
_BEND_AT = 0.75
"""Where along an S its steepness is held."""


@dataclass(frozen=True, slots=True)
class Handle:
    """One point that can be held."""

    name: str
    raw: float
    share: float
    across: bool = True
    """Whether it moves along the raw values."""
    up: bool = True
    """Whether it moves along the shares."""
    removable: bool = False


def handles(value: AnyValueFunction) -> tuple[Handle, ...]:
    """Return the handles of `value`, in the order of its parameters; relative ones have none."""
    match value:
        case Linear():
            return _anchors(value)
        case Power():
            middle = (value.worst + value.best) / 2
            bend = Handle(say("Bend"), middle, float(0.5**value.exponent), across=False)
            return (*_anchors(value), bend)
        case Logistic():
            at = value.worst + _BEND_AT * (value.best - value.worst)
            share = _s_height(value.steepness)
            return (*_anchors(value), Handle(say("Steepness"), at, share, across=False))
        case Gaussian():
            target, spread = value.target, value.spread
            return (
                Handle(say("Target"), target, 1.0, up=False),
                Handle(say("Half value above"), target + spread, 0.5, up=False),
                Handle(say("Half value below"), target - spread, 0.5, up=False),
            )
        case Piecewise():
            many = len(value.points) > 2
            return tuple(
                Handle(say("Point {place}", place=place), raw, share, removable=many)
                for place, (raw, share) in enumerate(value.points, 1)
            )
        case Step():
            many = len(value.steps) > 1
            below = Handle(say("Below the first"), _before(value), value.below, across=False)
            return (
                below,
                *(
                    Handle(say("Class {place}", place=place), raw, share, removable=many)
                    for place, (raw, share) in enumerate(value.steps, 1)
                ),
            )
        case Category():
            return tuple(
                Handle(say("Code {raw:g}", raw=raw), raw, share, across=False)
                for raw, share in value.values
            )
        case _:
            return ()


def moved(value: AnyValueFunction, place: int, raw: float, share: float) -> AnyValueFunction:
    """Return `value` with one handle brought as near to a point as it can go."""
    share = min(max(share, 0.0), 1.0)
    try:
        return _moved(value, place, raw, share)
    except StudyError:
        return value  # two anchors on one another


def inserted(value: AnyValueFunction, raw: float) -> tuple[AnyValueFunction, int] | None:
    """Return `value` with one point more that changes nothing yet, and its place among handles.

    None where the kind has no points to add, or one lies there already.
    """
    pairs, _ = _pairs(value)
    near = _NEAR * _span(pairs) if pairs else 0.0
    if not pairs or any(abs(held - raw) <= near for held, _ in pairs):
        return None
    share = float(np.round(value(np.array([raw])), 4)[0])
    widened = tuple(sorted([*pairs, (raw, share)]))
    place = [held for held, _ in widened].index(raw)
    return _with_pairs(value, widened), place + (1 if isinstance(value, Step) else 0)


def removed(value: AnyValueFunction, place: int) -> AnyValueFunction:
    """Return `value` without the point of one handle; as it is where the handle must stay."""
    held = handles(value)
    if not 0 <= place < len(held) or not held[place].removable:
        return value
    pairs, first = _pairs(value)
    at = place - first
    return _with_pairs(value, (*pairs[:at], *pairs[at + 1 :]))


def gap_for(value: AnyValueFunction, place: int) -> float:
    """Return the raw value in the middle between one point and the next, for a new one."""
    pairs, first = _pairs(value)
    at = min(max(place - first, 0), len(pairs) - 1)
    if at + 1 < len(pairs):
        return (pairs[at][0] + pairs[at + 1][0]) / 2
    step = pairs[at][0] - pairs[at - 1][0] if len(pairs) > 1 else max(abs(pairs[at][0]), 1.0)
    return pairs[at][0] + step / 2 if isinstance(value, Step) else pairs[at][0] - step / 2


def sampled(value: AnyValueFunction, ends: tuple[float, float], raw: Floats) -> Floats:
    """Return raw values at which a line through the function shows its every turn."""
    even = np.linspace(*ends, 121)
    turns = np.array([*value.turns, *value.reach(raw)], dtype=np.float64)
    turns = turns[np.isfinite(turns)]
    if isinstance(value, Step):
        turns = np.concatenate([turns, np.nextafter(turns, -np.inf)])
    inside = turns[(turns >= ends[0]) & (turns <= ends[1])]
    return np.unique(np.concatenate([even, inside]))


def _anchors(value: Linear | Logistic | Power) -> tuple[Handle, Handle]:
    return (
        Handle(say("Worst"), value.worst, 0.0, up=False),
        Handle(say("Best"), value.best, 1.0, up=False),
    )


def _moved(value: AnyValueFunction, place: int, raw: float, share: float) -> AnyValueFunction:
    match value:
        case Linear() | Power() | Logistic() if place < 2:
            return replace(value, worst=raw) if place == 0 else replace(value, best=raw)
        case Power():
            bend = log(min(max(share, 1e-6), 1 - 1e-6)) / log(0.5)
            return replace(value, exponent=round(min(max(bend, _BENDS[0]), _BENDS[1]), 2))
        case Logistic():
            return replace(value, steepness=_steepness(share))
        case Gaussian() if place == 0:
            return replace(value, target=raw)
        case Gaussian():
            return replace(value, spread=max(abs(raw - value.target), 1e-9))
        case Piecewise():
            return replace(value, points=_kept_apart(value.points, place, raw, share))
        case Step() if place == 0:
            return replace(value, below=share)
        case Step():
            return replace(value, steps=_kept_apart(value.steps, place - 1, raw, share))
        case Category():
            pairs = list(value.values)
            pairs[place] = (pairs[place][0], share)
            return Category(tuple(pairs))
        case _:
            return value


def _kept_apart(
    pairs: tuple[tuple[float, float], ...], place: int, raw: float, share: float
) -> tuple[tuple[float, float], ...]:
    """Return `pairs` with one moved, between its neighbours and never over them."""
    near = _NEAR * _span(pairs)
    least = pairs[place - 1][0] + near if place else -np.inf
    most = pairs[place + 1][0] - near if place + 1 < len(pairs) else np.inf
    held = min(max(raw, least), most) if least <= most else pairs[place][0]
    return (*pairs[:place], (float(held), share), *pairs[place + 1 :])


def _span(pairs: tuple[tuple[float, float], ...]) -> float:
    span = abs(pairs[-1][0] - pairs[0][0])
    return span if span > 0 else max(abs(pairs[0][0]), 1.0)


def _pairs(value: AnyValueFunction) -> tuple[tuple[tuple[float, float], ...], int]:
    """Return the points that can come and go, and the place of the first among the handles."""
    if isinstance(value, Piecewise):
        return value.points, 0
    if isinstance(value, Step):
        return value.steps, 1
    return (), 0


def _with_pairs(
    value: AnyValueFunction, pairs: tuple[tuple[float, float], ...]
) -> AnyValueFunction:
    return Step(pairs, value.below) if isinstance(value, Step) else Piecewise(pairs)


def _before(value: Step) -> float:
    return value.steps[0][0] - _BEFORE * _span(value.steps)


def _s_height(steepness: float) -> float:
    """Return the share of an S three quarters of the way to its best."""
    rise = np.tanh(steepness * (_BEND_AT - 0.5) / 2) / np.tanh(steepness / 4)
    return float(0.5 + 0.5 * rise)


def _steepness(share: float) -> float:
    """Return the steepness with which an S has `share` there, by halving."""
    low, high = 0.1, _STEEPEST
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if _s_height(middle) < share else (low, middle)
    return round((low + high) / 2, 1)
