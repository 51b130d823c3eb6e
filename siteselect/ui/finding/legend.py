"""What the colours and patterns of the surface mean."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from siteselect.language import say
from siteselect.ui.finding.colours import colour_table
from siteselect.ui.finding.found import DIM, DOT, HATCH, OPEN, SHUT, STEPS
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.painting import LEFT, face, write

_SAMPLE, _HIGH, _GAP = 26, 15, 18


class SurfaceLegend(QWidget):
    """Three samples: open, unknown and closed land."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._span = (0.0, 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("Legend of the surface"))

    def sizeHint(self) -> QSize:
        """Return room for three lines."""
        return QSize(240, 3 * _GAP + 2)

    def show_span(self, span: tuple[float, float]) -> None:
        """Show between which scores the colours run."""
        self._span = span
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.theme = theme
        self.update()

    @property
    def words(self) -> tuple[str, str, str]:
        """What is written beside the samples."""
        low, high = (100 * each for each in self._span)
        return (
            say("Open land, score {low:.0f} to {high:.0f}", low=low, high=high),
            say("A gate knows nothing of it"),
            say("Closed by a gate"),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the samples and their words."""
        del event
        painter = QPainter(self)
        colours = [QColor.fromRgba(each) for each in colour_table(self.theme)]
        for row, text in enumerate(self.words):
            box = QRectF(0, row * _GAP + 1, _SAMPLE, _HIGH - 2)
            painter.fillRect(box, QColor(self.theme.land))
            if row < 2:
                first = (OPEN, DIM)[row]
                ramp = QLinearGradient(box.topLeft(), box.topRight())
                for step in range(0, STEPS, 9):
                    ramp.setColorAt(step / (STEPS - 1), colours[first + step])
                painter.fillRect(box, ramp)
            else:
                painter.fillRect(box, colours[SHUT])
            self._pattern(painter, box, row, colours)
            words = QRectF(box.right() + 8, box.top(), self.width() - box.right() - 8, _HIGH)
            write(painter, words, text, face("small"), self.theme.muted, LEFT)

    def _pattern(self, painter: QPainter, box: QRectF, row: int, colours: list[QColor]) -> None:
        painter.save()
        painter.setClipRect(box)
        if row == 1:
            for y in range(1, _HIGH, 6):
                for x in range(1, _SAMPLE, 6):
                    painter.fillRect(QRectF(x, box.top() + y, 2, 2), colours[DOT])
        if row == 2:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colours[HATCH], 1.6, Qt.PenStyle.SolidLine))
            for x in range(-_HIGH, _SAMPLE + _HIGH, 9):
                painter.drawLine(int(x), int(box.bottom()), int(x + _HIGH), int(box.top()))
        painter.restore()
