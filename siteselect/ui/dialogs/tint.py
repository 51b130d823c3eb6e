"""Colours of prices: how many classes, where they meet, which ramp; tried on the legend's block."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.economics.price_unit import PriceUnit
from siteselect.errors import StudyError
from siteselect.language import later, say, say_count
from siteselect.model.tint import AS_SHIPPED, FEWEST, MOST, Ramp, Steps, Tint
from siteselect.ui.dialogs.foot import foot
from siteselect.ui.figures import number
from siteselect.ui.map.legend_blocks import Block, Shades, price_block
from siteselect.ui.price_words import decimals, symbol
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.ramp import tint_colours

STEPS_TOLD: dict[Steps, str] = {
    Steps.EQUAL: later("Equal steps"),
    Steps.QUANTILES: later("As many regions in each"),
    Steps.TYPED: later("Bounds of my own"),
}
RAMPS_TOLD: dict[Ramp, str] = {
    Ramp.WARM: later("Warm"),
    Ramp.VIRIDIS: later("Viridis"),
    Ramp.CIVIDIS: later("Cividis"),
}
_WIDE, _SWATCH = 220, QSize(56, 12)


class _Sample(QWidget):
    """Shows the block of the legend as it would be."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._block = theme, Block(0.0, lambda *_: None)
        self.setFixedWidth(_WIDE)
        self.setMinimumHeight(150)
        self.setAccessibleName(say("How the legend will be"))

    def show_block(self, block: Block | None) -> None:
        """Show this block; nothing where no price is known."""
        self._block = block or Block(0.0, lambda *_: None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the block as the legend does."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._block.paint(painter, self._theme, float(self.width()))
        painter.end()


class TintDialog(QDialog):
    """Accepted when colours are wanted; `chosen` tells which."""

    def __init__(
        self,
        tint: Tint,
        prices: Sequence[float],
        ends: tuple[float, float],
        unit: PriceUnit,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """Prices of all regions and the ends of their ramp are in USD/MWh; `unit` is shown."""
        super().__init__(parent)
        self.setWindowTitle(say("Colours of prices"))
        self._prices, self._ends, self._unit, self._theme = tuple(prices), ends, unit, theme
        self._kept = tint.bounds
        self.classes = self._choice(say("Classes"))
        self.classes.addItem(say("None, shaded evenly"), 0)
        for count in range(FEWEST, MOST + 1):
            self.classes.addItem(say_count("{count} class", "{count} classes", count), count)
        self.steps = self._choice(say("Where classes meet"))
        for step, words in STEPS_TOLD.items():
            self.steps.addItem(say(words), step)
        self.bounds = QLineEdit()
        self.bounds.setAccessibleName(say("Bounds in {unit}", unit=symbol(unit)))
        self.bounds.setToolTip(say("One bound fewer than classes, rising, with ; between them"))
        self.ramp = self._choice(say("Colours"))
        self.ramp.setIconSize(_SWATCH)
        for ramp, words in RAMPS_TOLD.items():
            self.ramp.addItem(_swatch(tint_colours(ramp, theme)), say(words), ramp)
        self.sample = _Sample(theme)
        self.fault = QLabel()
        self.fault.setObjectName("pale")
        self.fault.setWordWrap(True)
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        self.back = QPushButton(say("As before"))
        self.back.setToolTip(say("Shaded evenly in warm colours, as the program does by itself"))
        self.back.setAutoDefault(False)
        self.back.clicked.connect(lambda: self.show_tint(AS_SHIPPED))
        self.take = QPushButton(say("OK"))
        self._lay_out()
        self.show_tint(tint)
        self.classes.currentIndexChanged.connect(self._divide)
        self.steps.currentIndexChanged.connect(self._divide)
        self.ramp.currentIndexChanged.connect(self._look)
        self.bounds.textChanged.connect(self._look)

    @staticmethod
    def _choice(name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        return box

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(say("Classes"), self.classes)
        form.addRow(say("Where they meet"), self.steps)
        form.addRow(say("Bounds in {unit}", unit=symbol(self._unit)), self.bounds)
        form.addRow(say("Colours"), self.ramp)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addWidget(self.fault)
        left.addStretch(1)
        upper = QHBoxLayout()
        upper.setSpacing(24)
        upper.addLayout(left, 1)
        upper.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignTop)
        self.take.clicked.connect(self.accept)
        buttons = foot(self, self.take, self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(upper)
        layout.addLayout(buttons)

    def show_tint(self, tint: Tint) -> None:
        """Put these choices into the fields."""
        for box, value in (
            (self.ramp, tint.ramp), (self.steps, tint.steps), (self.classes, tint.classes),
        ):  # fmt: skip
            box.setCurrentIndex(box.findData(value))
        self._divide()

    @property
    def chosen(self) -> Tint:
        """The colours that the fields ask for.

        Raises
        ------
        StudyError
            If the bounds that were typed make no classes.
        """
        ramp, steps = Ramp(self.ramp.currentData()), Steps(self.steps.currentData())
        classes = int(self.classes.currentData())
        if not classes:
            return Tint(ramp=ramp)
        if steps is not Steps.TYPED:
            return Tint(classes, steps, ramp=ramp)
        if self.bounds.text() == self._words(self._kept):  # not what was rounded to be shown
            return Tint(classes, steps, self._kept, ramp)
        return Tint(classes, steps, self._typed(), ramp)

    def _typed(self) -> tuple[float, ...]:
        found = []
        for part in self.bounds.text().split(";"):
            plain = "".join(part.split()).replace(",", ".")
            try:
                found.append(self._unit.back(float(plain)))
            except ValueError:
                told = say("“{text}” is no number: write bounds as 4.5; 5; 6.", text=part.strip())
                raise StudyError(told) from None
        classes = int(self.classes.currentData())
        if len(found) != classes - 1 or any(one >= other for one, other in pairwise(found)):
            wanted = say_count("{count} bound", "{count} bounds", classes - 1)
            told = say("Write {wanted}, each above the one before, with ; between.", wanted=wanted)
            raise StudyError(told)
        return tuple(found)

    def _divide(self) -> None:
        """Let the field of bounds tell where classes meet as they now are divided."""
        classes, steps = int(self.classes.currentData()), Steps(self.steps.currentData())
        self.steps.setEnabled(bool(classes))
        typed = bool(classes) and steps is Steps.TYPED
        self.bounds.setEnabled(typed)
        if typed and len(self._kept) == classes - 1:
            edges = self._kept
        else:
            plain = Steps.EQUAL if steps is Steps.TYPED else steps
            edges = Tint(classes, plain).edges(self._prices, *self._ends)
            self._kept = edges if typed else self._kept
        self.bounds.setText(self._words(edges))
        self._look()

    def _words(self, edges: Sequence[float]) -> str:
        places = decimals(self._unit)
        return "; ".join(number(self._unit.of(each), places) for each in edges)

    def _look(self) -> None:
        """Show what was chosen, or say why it cannot be."""
        try:
            tint = self.chosen
        except StudyError as fault:
            self.fault.setText(str(fault))
            self.take.setEnabled(False)
            return
        self.fault.setText("")
        self.take.setEnabled(True)
        edges = tint.edges(self._prices, *self._ends)
        known = bool(self._prices)
        if known and tint.classes > len(edges) + 1:
            left = say_count("{count} class", "{count} classes", len(edges) + 1)
            self.fault.setText(say("Many prices are alike: {left} can be told apart.", left=left))
        self.sample.show_block(
            price_block(
                self._ends if known else None, False, False, self._unit, Shades(tint.ramp, edges)
            )
        )


def _swatch(colours: Sequence[QColor]) -> QIcon:
    """Return a ramp as it stands beside its name."""
    picture = QPixmap(_SWATCH)
    painter = QPainter(picture)
    wide = _SWATCH.width() / len(colours)
    for place, colour in enumerate(colours):
        painter.fillRect(QRectF(place * wide, 0, wide + 1, _SWATCH.height()), colour)
    painter.end()
    return QIcon(picture)
