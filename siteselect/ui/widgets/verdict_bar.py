"""How many sites pass a gate, as a thin bar and in words."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from siteselect.language import later, say
from siteselect.model.gate import Verdict
from siteselect.ui.theme import Theme

WORDS = {
    Verdict.PASS: later("pass"),
    Verdict.CONDITIONAL: later("conditional"),
    Verdict.UNKNOWN: later("unknown"),
    Verdict.FAIL: later("fail"),
}


def counted(verdicts: Iterable[Verdict]) -> str:
    """Return the counts in words, verdicts that do not occur left out."""
    counts = Counter(verdicts)
    parts = [f"{counts[each]} {say(word)}" for each, word in WORDS.items() if counts[each]]
    return " · ".join(parts) if parts else say("no sites")


class VerdictBar(QWidget):
    """A bar cut into pass, conditional, unknown (hatched) and fail."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts: Counter[Verdict] = Counter()
        self.setFixedHeight(5)

    def show_verdicts(self, verdicts: Iterable[Verdict]) -> None:
        """Show how often each verdict was given."""
        self._counts = Counter(verdicts)
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return a thin bar."""
        return QSize(120, 5)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts."""
        del event
        painter = QPainter(self)
        total = self._counts.total()
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        if not total:
            painter.fillRect(self.rect(), QColor(theme.line))
        left = 0.0
        for verdict, colour in (
            (Verdict.PASS, theme.accent),
            (Verdict.CONDITIONAL, theme.amber),
            (Verdict.UNKNOWN, theme.muted),
            (Verdict.FAIL, theme.warn),
        ):
            wide = self.width() * self._counts[verdict] / total if total else 0.0
            if wide <= 0:
                continue
            box = QRectF(left, 0, max(wide - 1.5, 1.5), self.height())
            brush = QBrush(QColor(colour))
            if verdict is Verdict.UNKNOWN:
                brush.setStyle(Qt.BrushStyle.BDiagPattern)
            painter.fillRect(box, brush)
            left += wide
        painter.end()
