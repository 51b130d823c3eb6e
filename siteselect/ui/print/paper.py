"""Sheets of paper and the type that stands on them, in quarters of a point."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont, QPageSize

from siteselect.errors import ExportError
from siteselect.ui.dress import FAMILY

POINT = 4.0
"""Units to a point: fonts are counted in whole units, and half points are wanted."""
INK, MUTED, LINE, FAINT = "#1B2430", "#5F6B77", "#E1E4E8", "#F4F5F7"
WARN, AMBER = "#A8463E", "#8A5A00"


@dataclass(frozen=True, slots=True)
class Paper:
    """One size of paper."""

    name: str
    title: str
    width: float
    """In points, upright."""
    height: float
    size: QPageSize.PageSizeId

    @property
    def sheet(self) -> QSizeF:
        """The whole sheet, in units."""
        return QSizeF(self.width * POINT, self.height * POINT)

    @property
    def body(self) -> QRectF:
        """Where text stands, in units: within the margins, the running head and the foot."""
        side, top, foot = 50.0, 62.0, 54.0
        return QRectF(
            side * POINT,
            top * POINT,
            (self.width - 2 * side) * POINT,
            (self.height - top - foot) * POINT,
        )


A4 = Paper("a4", "A4", 595.0, 842.0, QPageSize.PageSizeId.A4)
LETTER = Paper("letter", "Letter", 612.0, 792.0, QPageSize.PageSizeId.Letter)
PAPERS = {each.name: each for each in (A4, LETTER)}


def paper_called(name: str) -> Paper:
    """Return a paper by its name; ExportError names those there are."""
    if name.lower() not in PAPERS:
        raise ExportError(f"There is no paper called {name}: choose {' or '.join(PAPERS)}.")
    return PAPERS[name.lower()]


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set."""

    points: float
    weight: QFont.Weight = QFont.Weight.Normal
    colour: str = INK
    leading: float = 1.38
    """Distance of the lines, in sizes."""

    def font(self) -> QFont:
        """Return the font, in units."""
        font = QFont(FAMILY)
        font.setPixelSize(max(1, round(self.points * POINT)))
        font.setWeight(self.weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


BOLD, MEDIUM = QFont.Weight.DemiBold, QFont.Weight.Medium
TITLE = Type(27, QFont.Weight.Bold, leading=1.18)
LEAD = Type(13.5, MEDIUM, leading=1.4)
CHAPTER = Type(17, QFont.Weight.Bold, leading=1.25)
HEADING = Type(11, BOLD)
TEXT = Type(9.5)
SMALL = Type(8, colour=MUTED)
CELL = Type(8.25, leading=1.32)
CELL_BOLD = Type(8.25, BOLD, leading=1.32)
HEAD_CELL = Type(7.5, BOLD, MUTED, leading=1.3)
FOOT = Type(7.5, colour=MUTED)
KICKER = Type(9, BOLD)
TILE = Type(13, BOLD)
