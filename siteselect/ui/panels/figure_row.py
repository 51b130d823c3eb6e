"""One assumption: what it is, its number, and where it is from; black when sourced, else grey."""

from math import inf, isfinite

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWhatsThis,
    QWidget,
)

from siteselect.language import later, say
from siteselect.model.fleet import ASSUMPTION
from siteselect.ui.figures import shown_unit
from siteselect.ui.theme import SIZES, Theme
from siteselect.ui.widgets.icons import icon
from siteselect.ui.widgets.number_box import NumberBox
from siteselect.ui.widgets.tips import tip

YOURS = later("yours")
"""What stands as the source of a figure that the person typed."""
_MOST = 1e12
_DECIMALS = {"1/K": 4, "times": 2, "": 3, "months": 0, "weeks": 0, "days": 0, "machines": 0,
             "0 or 1": 0, "USD/year": 0, "USD/MW": 0, "share": 2}  # fmt: skip


class SourceLine(QPushButton):
    """The source in one line; a click tells it whole."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(say("Source of {name}", name=name))
        self.setFlat(True)
        self.setFixedHeight(18)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._text = ""
        self.clicked.connect(self._tell)

    @property
    def source(self) -> str:
        """The source, whole."""
        return self._text

    def show_source(self, text: str) -> None:
        """Show another source."""
        if text != self._text:
            self._text = text
            self.setToolTip(tip(text))
            self.setAccessibleDescription(text)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the line where it does not fit."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Cut it anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        room = max(self.width() - 8, 40)
        cut = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        self.setText(cut.replace("&", "&&"))

    def _tell(self) -> None:
        QWhatsThis.showText(self.mapToGlobal(self.rect().bottomLeft()), tip(self._text), self)


class FigureRow(QWidget):
    """A figure that can be typed and put back.

    `edited` is emitted with the number in the figure's own unit and the gesture; `put_back` when
    the default is wanted again.
    """

    edited = Signal(float, int)
    put_back = Signal()

    def __init__(
        self,
        title: str,
        unit: str,
        theme: Theme,
        *,
        least: float = 0.0,
        most: float = inf,
        decimals: int | None = None,
        factor: float | None = None,
        about: str = "",
    ) -> None:
        super().__init__()
        share = unit == "share"
        self._factor = factor if factor is not None else (100.0 if share else 1.0)
        self._theme = theme
        places = _DECIMALS.get(unit, 2) if decimals is None else decimals
        top = most * self._factor if isfinite(most) else _MOST
        self.tone = ""
        """Whether the figure is sourced, assumed, or yours."""
        self.title = QLabel(title)
        self.title.setWordWrap(True)
        self.title.setToolTip(tip(about))
        self.box = NumberBox(title, least * self._factor, top, decimals=places,
                             step=10.0 ** -min(places, 1))  # fmt: skip
        self.box.setFixedWidth(112)
        self.box.setGroupSeparatorShown(True)
        shown = "%" if share else "" if unit == "0 or 1" else shown_unit(unit)
        self.box.setToolTip(shown)
        self.source = SourceLine(title)
        self.back = QToolButton()
        self.back.setToolTip(say("Put the default back"))
        self.back.setAccessibleName(say("Put back {title}", title=title))
        self.back.clicked.connect(self.put_back)
        self.unit = QLabel(shown)
        self.unit.setObjectName("muted")
        self.unit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.box.edited.connect(lambda value, at: self.edited.emit(value / self._factor, at))
        self._lay_out()
        self.dress(theme)

    def show_figure(self, value: float, source: str, *, chosen: bool) -> None:
        """Show a number and where it is from; no signal follows."""
        self.box.show_value(value * self._factor)
        self.source.show_source(say(source))
        self.back.setVisible(chosen)
        tone = "yours" if chosen else "assumed" if source.startswith(ASSUMPTION) else "sourced"
        if self.tone != tone:
            self.tone = tone
            self._colour()

    def dress(self, theme: Theme) -> None:
        """Take on other colours."""
        self._theme = theme
        self.back.setIcon(icon("reset", theme.muted, size=12))
        self._colour()

    def _colour(self) -> None:
        theme = self._theme
        colours = {"yours": theme.accent, "assumed": theme.muted, "sourced": theme.text}
        colour = colours.get(self.tone, theme.text)
        self.box.setStyleSheet(f"QDoubleSpinBox {{ color: {colour}; font-weight: 600; }}")
        quiet = theme.muted if self.tone != "yours" else theme.accent
        self.source.setStyleSheet(
            f"QPushButton {{ color: {quiet}; font-size: {SIZES['small']}px; padding: 0; "
            "min-height: 0; background: transparent; font-weight: 400; "
            "border: 1px solid transparent; text-align: left; }"
            "QPushButton:hover { text-decoration: underline; }"
            f"QPushButton:focus {{ border-color: {theme.accent}; }}"
        )

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.title, 0, 0)
        grid.addWidget(self.box, 0, 1, 1, 2)
        grid.addWidget(self.source, 1, 0)
        grid.addWidget(self.unit, 1, 1)
        grid.addWidget(self.back, 1, 2)
        grid.setColumnStretch(0, 1)
