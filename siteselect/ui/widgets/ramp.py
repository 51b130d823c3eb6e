"""Ramps of colour: viridis for scores, a quiet warm ramp for prices; safe for colour-blind eyes."""

from functools import cache

import numpy as np
from PySide6.QtGui import QColor

from siteselect.model.arrays import Floats, Ints
from siteselect.model.tint import CIVIDIS, VIRIDIS, Ramp
from siteselect.ui.theme import Theme

STEPS = 64
_SOFT = 0.3
"""How much of the land is in the two bright ramps: whole countries would shout in them."""
_PRICE_LIGHT = ("#F4DFB4", "#ECC68F", "#E1A96A", "#CF8647")
_PRICE_DARK = ("#33342D", "#4C402F", "#6A4D31", "#8C6138")


def between(stops: tuple[str, ...], steps: int) -> tuple[QColor, ...]:
    """Return `steps` colours that lead evenly through the stops."""
    channels: Floats = np.array(
        [[QColor(stop).red(), QColor(stop).green(), QColor(stop).blue()] for stop in stops], float
    )
    at = np.linspace(0, len(stops) - 1, steps)
    mixed = [np.interp(at, np.arange(len(stops)), channels[:, each]) for each in range(3)]
    return tuple(QColor(*(round(float(part[step])) for part in mixed)) for step in range(steps))


@cache
def score_colours() -> tuple[QColor, ...]:
    """Return the 64 colours of scores, worst to best."""
    return between(VIRIDIS, STEPS)


@cache
def _price_colours(dark: bool) -> tuple[QColor, ...]:
    return between(_PRICE_DARK if dark else _PRICE_LIGHT, STEPS)


def price_colours(theme: Theme) -> tuple[QColor, ...]:
    """Return the 64 colours of prices, cheap to dear."""
    return _price_colours(theme.dark)


@cache
def _tint_colours(ramp: Ramp, dark: bool, land: str) -> tuple[QColor, ...]:
    if ramp is Ramp.WARM:
        return _price_colours(dark)
    # names of towns and borders must be read on them, so that only half of each ramp is used
    stops = {Ramp.VIRIDIS: VIRIDIS, Ramp.CIVIDIS: CIVIDIS}[ramp]
    half = len(stops) // 2
    pure = between(stops[: half + 1] if dark else stops[: half - 1 : -1], STEPS)
    return tuple(mixed(each, QColor(land), _SOFT) for each in pure)


def tint_colours(ramp: Ramp, theme: Theme) -> tuple[QColor, ...]:
    """Return the 64 colours of prices of a ramp, cheap to dear: ever darker, in dark looks lighter.

    The first is near the land, so that the dear stands out.
    """
    return _tint_colours(ramp, theme.dark, theme.land)


def in_classes(colours: tuple[QColor, ...], classes: int) -> tuple[QColor, ...]:
    """Return one colour for each class, the ends of the ramp among them."""
    last = len(colours) - 1
    return tuple(colours[round(last * each / max(classes - 1, 1))] for each in range(classes))


def steps_of(values: Floats, low: float, high: float) -> Ints:
    """Return the step of each value in a ramp from low to high; NaN counts as low."""
    wide = max(high - low, 1e-12)
    share = np.clip((np.nan_to_num(values, nan=low) - low) / wide, 0.0, 1.0)
    steps: Ints = np.minimum((share * STEPS).astype(np.intp), STEPS - 1)
    return steps


def score_span(scores: Floats) -> tuple[float, float]:
    """Return what the ramp spans: the scores at hand, to whole tens of points."""
    known = scores[np.isfinite(scores)]
    if len(known) == 0:
        return 0.0, 1.0
    low = float(np.floor(known.min() * 10) / 10)
    return low, max(float(np.ceil(known.max() * 10) / 10), low + 0.1)


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ np.array([0.2126, 0.7152, 0.0722]))


def ink_on(colour: QColor) -> QColor:
    """Return near black or white, whichever is read better on this ground."""
    ground = luminance(colour) + 0.05
    return QColor("#10161D") if ground / 0.058 >= 1.05 / ground else QColor("#FFFFFF")


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """Return the first colour with `share` of the second in it."""
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )
