"""Words, tables and pictures set one beneath the other, from sheet to sheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPicture, QTextLayout, QTextOption

from siteselect.ui.pictures import Drawing
from siteselect.ui.print.paper import (
    CELL,
    CHAPTER,
    HEAD_CELL,
    HEADING,
    LINE,
    POINT,
    SMALL,
    TEXT,
    Paper,
    Type,
)

Paint = Callable[[QPainter, QRectF], None]
"""Paints a cell of a table into its box."""
_FAR = 1e6
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    title: str
    share: float
    """Of the width of the table, against the others."""
    right: bool = False
    style: Type = CELL


@dataclass(frozen=True, slots=True)
class Drawn:
    """A cell that is painted: how high it is, in points, and what paints it."""

    height: float
    paint: Paint


Cell = str | Drawn


@dataclass(slots=True)
class Mark:
    """A chapter and the page on which it begins, from 0."""

    title: str
    page: int


@dataclass(slots=True)
class Flow:
    """Sets what it is given and turns the page when it is full."""

    paper: Paper
    accent: str
    pages: list[QPicture] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    y: float = 0.0
    painter: QPainter = field(init=False)
    _open: bool = False

    @property
    def box(self) -> QRectF:
        """Where words stand on a page."""
        return self.paper.body

    @property
    def left(self) -> float:
        """What is left of the page, in points."""
        return (self.box.bottom() - self.y) / POINT

    def turn(self) -> None:
        """Begin a page."""
        self.close()
        self.pages.append(QPicture())
        self.painter = QPainter(self.pages[-1])
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.y = self.box.top()
        self._open = True

    def close(self) -> None:
        """Have set everything."""
        if self._open:
            self.painter.end()
            self._open = False

    def need(self, points: float) -> None:
        """Turn the page unless so much is left of it."""
        if self.left < points:
            self.turn()

    def space(self, points: float) -> None:
        """Leave room, unless the page has just begun."""
        if self.y > self.box.top():
            self.y += points * POINT

    # words

    def chapter(self, title: str, need: float = 120.0) -> None:
        """Begin a chapter, where there is room for a little of it, else on a fresh page."""
        self.space(26)
        self.need(need)
        self.marks.append(Mark(title, len(self.pages) - 1))
        top = self.y + 3 * POINT
        self.painter.fillRect(
            QRectF(self.box.left(), top, 3 * POINT, 16 * POINT), QColor(self.accent)
        )
        self.words(title, CHAPTER, inset=11)
        self.space(7)

    def heading(self, title: str, need: float = 60.0) -> None:
        """Set the heading of a part of a chapter."""
        self.space(10)
        self.need(need)
        self.words(title, HEADING)
        self.space(2)

    def words(self, text: str, style: Type = TEXT, inset: float = 0.0, width: float = 0.0) -> None:
        """Set a paragraph, over as many pages as it takes."""
        wide = width * POINT or self.box.width() - inset * POINT
        layout, step = laid_out(text, style, wide)
        for place in range(layout.lineCount()):
            if self.y + step > self.box.bottom() + 0.1:
                self.turn()
            line = layout.lineAt(place)
            self.painter.setPen(QColor(style.colour))
            at = QPointF(
                self.box.left() + inset * POINT, self.y - line.y() + (step - line.height()) / 2
            )
            line.draw(self.painter, at)
            self.y += step

    def paragraph(self, text: str, style: Type = TEXT) -> None:
        """Set a paragraph with a little room after it."""
        if text:
            self.words(text, style)
            self.space(4)

    def point(self, text: str, sign: str = "•", style: Type = TEXT) -> None:
        """Set a paragraph behind a sign."""
        self.need(style.points * style.leading)
        page = len(self.pages)
        top = self.y
        self.words(sign, replace(style, colour=self.accent), width=12)
        if len(self.pages) == page:
            self.y = top
        self.words(text, style, inset=12)
        self.space(2.5)

    # pictures

    def height_of(self, drawing: Drawing, most: float) -> float:
        """Return how high a drawing will stand, in points."""
        whole = self.box.width() / POINT * drawing.height / drawing.width
        return min(whole, most)

    def picture(self, drawing: Drawing, caption: str, most: float = 330.0) -> None:
        """Set a drawing over the whole width, or smaller where that would be too high."""
        high = self.height_of(drawing, most) * POINT
        self.need(high / POINT + 26)
        box = QRectF(self.box.left(), self.y, self.box.width(), high)
        drawing.paint(self.painter, box)
        self.y += high + 3 * POINT
        self.paragraph(caption, SMALL)
        self.space(4)

    def pictures_beside(self, drawings: Sequence[Drawing], gap: float = 14.0) -> None:
        """Set drawings of one height side by side."""
        wide = (self.box.width() - gap * POINT * (len(drawings) - 1)) / len(drawings)
        high = max(wide * each.height / each.width for each in drawings)
        self.need(high / POINT + 8)
        for place, each in enumerate(drawings):
            left = self.box.left() + place * (wide + gap * POINT)
            each.paint(self.painter, QRectF(left, self.y, wide, high))
        self.y += high
        self.space(4)

    # tables

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
        """Set a table; its head stands on every page that it reaches."""
        total = sum(each.share for each in columns)
        gap = 7 * POINT
        wide = self.box.width() - gap * (len(columns) - 1)
        widths = [wide * each.share / total for each in columns]
        heads = [replace(each, style=HEAD_CELL) for each in columns]
        head: list[Cell] = [each.title for each in columns]
        self.need(self._height(heads, head, widths) / POINT + 40)
        self._row(heads, head, widths, gap)
        for row in rows:
            if self.y + self._height(columns, row, widths) > self.box.bottom():
                self.turn()
                self._row(heads, head, widths, gap)
            self._row(columns, row, widths, gap)
        self.space(6)

    def _height(
        self, columns: Sequence[Column], row: Sequence[Cell], widths: Sequence[float]
    ) -> float:
        highs = []
        for column, cell, wide in zip(columns, row, widths, strict=True):
            if isinstance(cell, Drawn):
                highs.append(cell.height * POINT)
            else:
                layout, step = laid_out(cell, column.style, wide)
                highs.append(layout.lineCount() * step)
        return max(highs) + 5.5 * POINT

    def _row(
        self,
        columns: Sequence[Column],
        row: Sequence[Cell],
        widths: Sequence[float],
        gap: float,
    ) -> None:
        high = self._height(columns, row, widths)
        left, top = self.box.left(), self.y + 2.5 * POINT
        for column, cell, wide in zip(columns, row, widths, strict=True):
            if isinstance(cell, Drawn):
                cell.paint(self.painter, QRectF(left, top, wide, high - 5.5 * POINT))
            else:
                self._cell(column, cell, QRectF(left, top, wide, high))
            left += wide + gap
        self.y += high
        self.painter.setPen(QPen(QColor(LINE), 0.6 * POINT))
        foot = QPointF(self.box.left(), self.y)
        self.painter.drawLine(foot, QPointF(self.box.right(), self.y))

    def _cell(self, column: Column, text: str, box: QRectF) -> None:
        layout, step = laid_out(text, column.style, box.width(), RIGHT if column.right else LEFT)
        self.painter.setPen(QColor(column.style.colour))
        for place in range(layout.lineCount()):
            line = layout.lineAt(place)
            y = box.top() + place * step + (step - line.height()) / 2
            line.draw(self.painter, QPointF(box.left(), y - line.y()))


def laid_out(
    text: str, style: Type, width: float, align: Qt.AlignmentFlag = LEFT
) -> tuple[QTextLayout, float]:
    """Return a paragraph in lines of a width, and the distance from line to line."""
    layout = QTextLayout(text.replace("\n", "\u2028"), style.font())
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout, style.points * style.leading * POINT


def line_of(painter: QPainter, text: str, style: Type, box: QRectF, *, right: bool = False) -> None:
    """Set one line into a box, at its left or its right."""
    layout, _ = laid_out(text, style, _FAR)
    line = layout.lineAt(0)
    left = box.right() - line.naturalTextWidth() if right else box.left()
    painter.setPen(QColor(style.colour))
    line.draw(painter, QPointF(left, box.top() + (box.height() - line.height()) / 2))
