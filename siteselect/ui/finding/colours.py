"""The colour of each code of the surface, in the look of the window."""

from functools import lru_cache

from PySide6.QtGui import QColor

from siteselect.ui.finding.found import BELOW, BELOW_DIM, DIM, DOT, HATCH, OPEN, SHUT
from siteselect.ui.map.surface_item import NOTHING
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.ramp import score_colours

_OPEN, _DIM = 0.90, 0.40
"""How opaque open and unknown land is."""


@lru_cache(maxsize=4)
def colour_table(theme: Theme) -> tuple[int, ...]:
    """Return colours as 0xAARRGGBB by code."""
    table = [0] * (DOT + 1)
    for step, colour in enumerate(score_colours()):
        table[OPEN + step] = _of(colour, _OPEN)
        table[DIM + step] = _of(colour, _DIM)
    table[BELOW] = _of(theme.muted, 0.16)
    table[BELOW_DIM] = _of(theme.muted, 0.08)
    table[SHUT] = _of(theme.warn, 0.10)
    table[HATCH] = _of(theme.warn, 0.55)
    table[DOT] = _of(theme.text, 0.45)
    table[NOTHING] = 0
    return tuple(table)


def _of(colour: QColor | str, alpha: float) -> int:
    held = QColor(colour)
    held.setAlphaF(alpha)
    return held.rgba()
