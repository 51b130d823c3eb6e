"""One figure of the site card: label, number, a note. Painted, for figures change every frame."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from siteselect.ui.site_words import Figure
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.painting import face, rounded, whole_words, width_of, write
from siteselect.ui.widgets.tips import tip

LEFT, TOP = 8.0, 6.0
HIGH = (14.0, 19.0, 14.0)


class Tile(QWidget):
    """Shows a `Figure`; words too long for it are told in the tool tip."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.figure = Figure("", "")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for three lines."""
        return QSize(90, int(2 * TOP + sum(HIGH)))

    def show_figure(self, figure: Figure) -> None:
        """Show a figure."""
        if figure == self.figure:
            return
        self.figure = figure
        self.setToolTip(tip(f"{figure.label}: {figure.value} {figure.note}"))
        self.setAccessibleName(f"{figure.label}: {figure.value} {figure.note}")
        self.update()

    def text(self) -> str:
        """Return the figure as tab-separated text, uncut."""
        return f"{self.figure.label}\t{self.figure.value}\t{self.figure.note}"

    def lines(self) -> tuple[str, str, str]:
        """Return label, number and note, cut to the width."""
        room, figure = self.width() - LEFT - 4, self.figure
        small, large = face("small"), self._large()
        note = whole_words(figure.note, small, room) if figure.brief else figure.note
        return (
            _cut(figure.label, small, room),
            _cut(figure.value, large, room),
            _cut(note, small, room),
        )

    def _large(self) -> QFont:
        """Return the face of the number; a smaller one where the number is long."""
        large, room = face("title", bold=True), self.width() - LEFT - 4
        return large if width_of(self.figure.value, large) <= room else face("small", bold=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the three lines."""
        del event
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), self.theme.chip, 8)
        small, large = face("small"), self._large()
        top, muted = TOP, self.theme.muted
        looks = ((small, muted), (large, self.theme.text), (small, muted))
        for words, high, (font, ink) in zip(self.lines(), HIGH, looks, strict=True):
            write(painter, QRectF(LEFT, top, self.width() - LEFT - 2, high), words, font, ink)
            top += high
        painter.end()


def _cut(words: str, font: QFont, room: float) -> str:
    return QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
