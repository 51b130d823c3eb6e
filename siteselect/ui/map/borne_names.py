"""The names that pins bear: found room for by the picture, painted with the pins that move."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from siteselect.model.arrays import Floats, Ints
from siteselect.ui.map.labels import Spot
from siteselect.ui.map.lettering import drawn, write
from siteselect.ui.map.naming import Name, leader
from siteselect.ui.map.picture import Order
from siteselect.ui.strokes import strokes_wanted


@dataclass(frozen=True, slots=True)
class _Borne:
    """A name beside its pin: all that is needed to paint it many times a second."""

    row: int
    name: Name
    beside: Spot
    image: QImage
    corner: tuple[float, float]
    """Of the image, from the pin's middle; not rounded, for the pin is not."""
    line: QLineF | None


class BorneNames:
    """Names beside pins."""

    def __init__(self) -> None:
        self.held: list[_Borne] = []

    def take(self, order: Order, names: list[Name], spots: list[Spot | None], ratio: float) -> None:
        """Take the names that found room in a picture; each stays where it is beside its pin."""
        self.held = []
        for row, pin, name, spot in zip(order.rows, order.pins, names, spots, strict=False):
            if spot is not None:
                beside = spot.moved(-pin.x, -pin.y)
                image, left, top = drawn(name.text, name.style, ratio)
                line = leader((0.0, 0.0), beside) if spot.leader else None
                corner = (beside.x + left, beside.y + top)
                self.held.append(_Borne(row, name, beside, image, corner, line))

    def clear(self) -> None:
        """Bear none."""
        self.held = []

    def boxes(self, at: Floats, rows: Ints) -> Floats:
        """Return where the names of these rows stand."""
        there = set(rows.tolist())
        found = [each for each in self.held if each.row in there]
        boxes = np.array([each.beside.box for each in found]).reshape(-1, 4)
        return boxes + np.tile(at[[each.row for each in found]], 2)

    def paint(self, painter: QPainter, at: Floats, rows: Ints) -> None:
        """Write the names of these rows, each beside its pin wherever that now stands."""
        there = set(rows.tolist())
        by_strokes = strokes_wanted()
        for each in self.held:
            if each.row not in there:
                continue
            x, y = at[each.row].tolist()
            style = each.name.style
            if each.line is not None:
                line = each.line.translated(x, y)
                painter.setPen(QPen(QColor(style.halo), 3.0))
                painter.drawLine(line)
                painter.setPen(QPen(QColor(style.colour), 1.0))
                painter.drawLine(line)
            if by_strokes:
                write(painter, each.name.text, style, x + each.beside.x, y + each.beside.y)
            else:
                left, top = each.corner
                painter.drawImage(QPointF(round(x + left), round(y + top)), each.image)
