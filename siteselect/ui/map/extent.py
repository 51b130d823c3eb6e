"""Which part of the plane is drawn on which pixels."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QTransform

from siteselect.model.arrays import Floats
from siteselect.ui.map.levels import Window


@dataclass(frozen=True, slots=True)
class Extent:
    """A rectangle of `width` x `height` pixels whose first pixel lies at left, top of the plane."""

    left: float
    top: float
    metres_per_pixel: float
    width: int
    height: int
    ratio: float = 1.0
    """Device pixels to a pixel."""

    @property
    def window(self) -> Window:
        """The part of the plane that is seen."""
        wide, high = self.width * self.metres_per_pixel, self.height * self.metres_per_pixel
        return (self.left, self.top, self.left + wide, self.top + high)

    @property
    def transform(self) -> QTransform:
        """From metres of the plane to pixels."""
        step = 1.0 / self.metres_per_pixel
        return QTransform(step, 0.0, 0.0, step, -self.left * step, -self.top * step)

    def pixels(self, x: Floats, y: Floats) -> Floats:
        """Return points of the plane as an n x 2 array of pixels."""
        return np.column_stack(
            ((x - self.left) / self.metres_per_pixel, (y - self.top) / self.metres_per_pixel)
        )

    def visible(self, x: Floats, y: Floats, beyond: float = 0.0) -> NDArray[np.bool_]:
        """Return which points are seen, or lie at most `beyond` pixels outside."""
        more = beyond * self.metres_per_pixel
        left, top, right, foot = self.window
        return (x >= left - more) & (x <= right + more) & (y >= top - more) & (y <= foot + more)

    def grown(self, margin: int) -> "Extent":
        """Return this extent with `margin` more pixels on each side."""
        more = margin * self.metres_per_pixel
        return Extent(
            self.left - more,
            self.top - more,
            self.metres_per_pixel,
            self.width + 2 * margin,
            self.height + 2 * margin,
            self.ratio,
        )


def window_about(x: Floats, y: Floats) -> Window:
    """Return a window with all these points in it, and some land around them."""
    room = max(60_000.0, 0.15 * float(max(np.ptp(x), np.ptp(y))))
    return (
        float(x.min() - room),
        float(y.min() - room),
        float(x.max() + room),
        float(y.max() + room),
    )
