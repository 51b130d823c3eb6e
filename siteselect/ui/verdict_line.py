"""The verdict on the first place in two lines: a word that weighs, and what it rests on."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from siteselect.language import later, say
from siteselect.mcda.verdict import Conclusion, Firmness
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.painting import CENTRE, face, faded, rounded, width_of, write
from siteselect.ui.widgets.tips import tip

LINE, LINES = 15.0, 2
STALE = 0.45
WORDS = {
    Firmness.CLEAR: later("Clear"),
    Firmness.CLOSE: later("Close call"),
    Firmness.FRAGILE: later("Fragile"),
    Firmness.NOBODY: later("Nobody"),
}


class VerdictLine(QWidget):
    """Paints a `Conclusion`; the tool tip has the whole sentence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.verdict: Conclusion | None = None
        self.stale = False
        self.setAccessibleName(say("How firm the first place is"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for two lines."""
        return QSize(300, int(LINES * LINE + 4))

    def show_verdict(self, verdict: Conclusion | None, *, stale: bool) -> None:
        """Show another verdict, or the same one as stale."""
        if (verdict, stale) == (self.verdict, self.stale):
            return
        self.verdict, self.stale = verdict, stale
        words = f"{self.word}: {verdict.sentence}" if verdict is not None else ""
        self.setToolTip(tip(words))
        self.setAccessibleDescription(words)
        self.update()

    @property
    def word(self) -> str:
        """The verdict in a word."""
        return say(WORDS[self.verdict.firmness]) if self.verdict is not None else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the word on a coloured ground, and the sentence around it."""
        del event
        if self.verdict is None:
            return
        painter = QPainter(self)
        painter.setOpacity(STALE if self.stale else 1.0)
        bold = face("small", bold=True)
        wide = width_of(self.word, bold) + 14
        colour = self._colour()
        rounded(painter, QRectF(0, 1, wide, LINE), faded(colour, 0.16), 7)
        write(painter, QRectF(0, 1, wide, LINE), self.word, bold, colour, CENTRE)
        painter.setFont(face("small"))
        painter.setPen(self.theme.text)
        for row, (left, words) in enumerate(self.lines(wide + 8)):
            base = row * LINE + QFontMetricsF(face("small")).ascent() + 2
            painter.drawText(QPointF(left, base), words)
        painter.end()

    def lines(self, indent: float) -> list[tuple[float, str]]:
        """Return the sentence cut into lines, each with its left end; the last one is elided."""
        if self.verdict is None:
            return []
        small, text = face("small"), self.verdict.sentence
        layout = QTextLayout(text, small)
        layout.beginLayout()
        made: list[tuple[float, str]] = []
        start = 0
        for row in range(LINES):
            left = indent if row == 0 else 0.0
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.width() - left)
            last = row == LINES - 1
            words = text[start:] if last else text[start : start + line.textLength()]
            made.append((left, words.strip()))
            start += line.textLength()
        layout.endLayout()
        if made:
            left, words = made[-1]
            right = Qt.TextElideMode.ElideRight
            made[-1] = left, QFontMetricsF(small).elidedText(words, right, self.width() - left)
        return made

    def _colour(self) -> str:
        firmness = self.verdict.firmness if self.verdict is not None else Firmness.NOBODY
        return {Firmness.CLEAR: self.theme.accent, Firmness.NOBODY: self.theme.warn}.get(
            firmness, self.theme.amber
        )
