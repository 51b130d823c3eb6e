"""The weights over a scene: an audience asks "and if price counted double?", a hand answers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from siteselect.language import say
from siteselect.model.evaluation import Evaluation
from siteselect.ui import figures
from siteselect.ui.grouping import title_of
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.weight_slider import WeightSlider

WIDE = 372
ROW = 30
SEEN = 9
"""So many criteria are in sight at once, the weightiest."""


class WeightsCard(QFrame):
    """A slider for each criterion that counts.

    `edited` is emitted with key, weight and gesture when a hand moves one.
    """

    edited = Signal(str, float, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFixedWidth(WIDE)
        self.sliders: dict[str, WeightSlider] = {}
        self._shares: dict[str, QLabel] = {}
        self._title = QLabel(say("What counts, and how much"))
        self._title.setObjectName("title")
        self._hint = QLabel(say("R puts the scene back as saved · W closes"))
        self._hint.setObjectName("muted")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        inner = QWidget()
        inner.setLayout(self._grid)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inner)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 10, 14)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._hint)
        self.apply_theme(theme)

    def wanted_height(self) -> int:
        """Return the height at which the weightiest rows are seen; the others scroll."""
        return ROW * min(max(len(self.sliders), 1), SEEN) + 84

    def display(self, evaluation: Evaluation) -> None:
        """Show the weights of an evaluation; no signal follows."""
        criteria = sorted(evaluation.criteria, key=lambda each: -each.weight)
        if {each.key for each in criteria} != set(self.sliders):
            self._rebuild(evaluation)
        places = {each.key: at for at, each in enumerate(evaluation.criteria)}
        for each in criteria:
            self.sliders[each.key].show_value(each.weight)
            share = float(evaluation.shares[places[each.key]])
            self._shares[each.key].setText(figures.percent(share))

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.theme = theme
        self._scroll.setStyleSheet(f"QScrollArea, QScrollArea > QWidget > QWidget "
                                   f"{{ background: {theme.panel}; }}")  # fmt: skip

    def _rebuild(self, evaluation: Evaluation) -> None:
        """Make a row for each criterion, the weightiest first; the order stays while one moves."""
        while (item := self._grid.takeAt(0)) is not None:
            held = item.widget()
            if held is not None:
                held.hide()
                held.deleteLater()
        self.sliders, self._shares = {}, {}
        criteria = sorted(evaluation.criteria, key=lambda each: -each.weight)
        most = max((each.weight for each in criteria), default=50.0)
        for line, each in enumerate(criteria):
            title = title_of(evaluation, each)
            name, share = QLabel(title), QLabel()
            name.setFixedWidth(150)
            name.setFixedHeight(ROW)
            name.setText(name.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, 148))
            share.setFixedWidth(42)
            share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            slider = WeightSlider(say("Weight of {title}", title=title), max(50.0, 2 * most))
            slider.edited.connect(
                lambda value, gesture, key=each.key: self.edited.emit(key, value, gesture)
            )
            for place, part in enumerate((name, slider, share)):
                self._grid.addWidget(part, line, place)
            self.sliders[each.key], self._shares[each.key] = slider, share
        self._grid.setRowStretch(len(criteria), 1)
