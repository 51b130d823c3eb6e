"""Weights from pairs (AHP): a slider each, the matrix beside them, and how well they fit."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from siteselect.errors import StudyError
from siteselect.language import later, say
from siteselect.mcda.pairwise import LIMIT, Misfit, Pairwise, pairwise
from siteselect.model.evaluation import Evaluation
from siteselect.ui.dialogs.weight_page import WeightPage
from siteselect.ui.figures import percent
from siteselect.ui.pair_levels import ALL, Level, levels, shares
from siteselect.ui.widgets.pair_slider import PairSlider, times

_WIDE = 30
_MATRIX_MOST = 9
"""A larger matrix is not read by anybody: the pairs alone are shown."""


class PairsPage(WeightPage):
    """Pairs of one level at a time: groups, criteria within a group, or all at once."""

    key = "pairs"
    title = later("Pairs")
    about = later(
        "Say of each pair which matters more, and how much: 1 equally, 3 "
        "somewhat, 5 clearly, 7 strongly, 9 absolutely (Saaty 1980). Pairs "
        "may be left out while all hang together; levels that you leave out "
        "keep their shares."
    )

    def __init__(self, evaluation: Evaluation) -> None:
        super().__init__(evaluation)
        self._levels = levels(evaluation, self.titles)
        self._said: dict[str, dict[tuple[str, str], float]] = {}
        self.level = QComboBox()
        self.level.setAccessibleName(say("What is compared"))
        for each in self._levels:
            if len(each.keys) > 1:
                told = say("{name} ({count} pairs)", name=say(each.name), count=len(each.pairs))
                self.level.addItem(told, each.name)
        self.level.activated.connect(lambda _: self._build())
        self.sliders: dict[tuple[str, str], PairSlider] = {}
        self._told: dict[tuple[str, str], QLabel] = {}
        self.matrix = QTableWidget()
        self.matrix.setAccessibleName(say("Matrix of judgements"))
        self.matrix.setObjectName("matrix")
        self.matrix.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.matrix.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.matrix.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ratio = QLabel()
        self.ratio.setObjectName("subtitle")
        self.ratio.setWordWrap(True)
        self.misfit = QLabel()
        self.misfit.setWordWrap(True)
        self.misfit.setTextFormat(Qt.TextFormat.PlainText)
        self.take = QPushButton()
        self.take.clicked.connect(self._take_suggestion)
        self._suggested: Misfit | None = None
        self._lay_out()
        self._build()

    @property
    def compared(self) -> Level:
        """The level on show."""
        name = self.level.currentData()
        return next(each for each in self._levels if each.name == (name or ALL))

    def shares(self) -> dict[str, float]:
        """Return the weights that the judgements make."""
        if not any(self._said.values()):
            raise StudyError(
                say("No pair is judged yet: move a slider to the side that matters more.")
            )
        return shares(self._levels, self._said)

    def judge(self, first: str, second: str, said: float | None) -> None:
        """Say how many times as important the first is; None takes the judgement back."""
        held = self._said.setdefault(self.compared.name, {})
        if said is None:
            held.pop((first, second), None)
        else:
            held[first, second] = said
        self._show()
        self.changed.emit()

    def _lay_out(self) -> None:
        self._inner = QWidget()
        self._inner.setObjectName("panel")
        self._grid = QGridLayout(self._inner)
        self._grid.setContentsMargins(8, 8, 8, 8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._inner)
        right = QVBoxLayout()
        right.setSpacing(8)
        for part in (self.matrix, self.ratio, self.misfit, self.take):
            right.addWidget(part)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(scroll, 1)
        row.addLayout(right, 1)
        self.body.addWidget(self.level)
        self.body.addLayout(row, 1)

    def _build(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.sliders, self._told = {}, {}
        level = self.compared
        for place, (one, other) in enumerate(level.pairs):
            names = QLabel(f"{level.title(one)}  ·  {level.title(other)}")
            names.setTextFormat(Qt.TextFormat.PlainText)
            names.setWordWrap(True)
            slider = PairSlider(level.title(one), level.title(other))
            told = QLabel()
            told.setObjectName("muted")
            self._grid.addWidget(names, 3 * place, 0, 1, 2)
            self._grid.addWidget(slider, 3 * place + 1, 0, 1, 2)
            self._grid.addWidget(told, 3 * place + 2, 0, 1, 2)
            self._grid.setRowMinimumHeight(3 * place + 2, 22)
            slider.edited.connect(lambda said, one=one, other=other: self.judge(one, other, said))
            slider.cleared.connect(lambda one=one, other=other: self.judge(one, other, None))
            self.sliders[one, other] = slider
            self._told[one, other] = told
        self._grid.setRowStretch(3 * len(level.pairs), 1)
        self._show()

    def _show(self) -> None:
        level, held = self.compared, self._said.get(self.compared.name, {})
        for (one, other), slider in self.sliders.items():
            said = held.get((one, other))
            slider.show_judgement(said)
            self._told[one, other].setText(_worded(level.title(one), level.title(other), said))
        found: Pairwise | None = None
        fault = ""
        if held:
            try:
                found = pairwise(level.keys, held)
            except StudyError as error:
                fault = str(error)
        self._fill_matrix(level, held, found)
        self._tell(level, found, fault)

    def _tell(self, level: Level, found: Pairwise | None, fault: str) -> None:
        self._suggested = found.misfit if found is not None and not found.consistent else None
        if found is None:
            self.ratio.setText(say("Consistency: nothing to compare yet.") if not fault else "")
            self.misfit.setText(fault)
        else:
            verdict = say("fits together") if found.consistent else say("look at it again")
            self.ratio.setText(
                say(
                    "Consistency ratio {ratio:.2f} (up to {limit:.2f} is fine): {verdict}.",
                    ratio=found.ratio,
                    limit=LIMIT,
                    verdict=verdict,
                )
            )
            self.misfit.setText(_misfit(level, found.misfit))
        self.ratio.setObjectName("caution" if self._suggested else "subtitle")
        self.ratio.style().unpolish(self.ratio)
        self.ratio.style().polish(self.ratio)
        self.take.setVisible(self._suggested is not None)
        if self._suggested is not None:
            self.take.setText(say("Take {suggested}", suggested=times(self._suggested.suggested)))

    def _fill_matrix(
        self, level: Level, held: dict[tuple[str, str], float], found: Pairwise | None
    ) -> None:
        count = len(level.keys)
        self.matrix.setVisible(count <= _MATRIX_MOST)
        if count > _MATRIX_MOST:
            return
        self.matrix.setRowCount(count)
        self.matrix.setColumnCount(count + 1)
        numbered = [f"{at} {level.title(key)}" for at, key in enumerate(level.keys, 1)]
        self.matrix.setVerticalHeaderLabels(numbered)
        self.matrix.setHorizontalHeaderLabels([*map(str, range(1, count + 1)), say("Share")])
        head = self.matrix.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultSectionSize(_WIDE)
        head.setMinimumSectionSize(20)
        head.setStretchLastSection(True)
        for row, one in enumerate(level.keys):
            for column, other in enumerate(level.keys):
                said = held.get((one, other))
                back = held.get((other, one))
                text = "1" if one == other else ""
                text = times(said) if said is not None else text
                text = times(1 / back) if back is not None else text
                self.matrix.setItem(row, column, _cell(text or "·"))
            share = percent(float(found.shares[row])) if found is not None else ""
            self.matrix.setItem(row, count, _cell(share))
        height = self.matrix.horizontalHeader().sizeHint().height()
        self.matrix.verticalHeader().setDefaultSectionSize(24)
        self.matrix.verticalHeader().setFixedWidth(92)
        self.matrix.setFixedHeight(height + 24 * count + 14)

    def _take_suggestion(self) -> None:
        misfit = self._suggested
        if misfit is None:
            return
        turned = (misfit.first, misfit.second) not in self.sliders
        first, second = misfit.first, misfit.second
        if turned:
            self.judge(second, first, 1 / misfit.suggested)
        else:
            self.judge(first, second, misfit.suggested)


def _cell(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
    return item


def _misfit(level: Level, misfit: Misfit | None) -> str:
    if misfit is None:
        return ""
    named = Misfit(
        level.title(misfit.first), level.title(misfit.second), misfit.said, misfit.suggested
    )
    return say("Least fitting: {named}", named=named)


def _worded(one: str, other: str, said: float | None) -> str:
    """Return a judgement in words."""
    if said is None:
        return say("not judged")
    if abs(said - 1) < 1e-9:
        return say("equally important")
    more = one if said > 1 else other
    return say("{more}: {said:.3g} times as important", more=more, said=max(said, 1 / said))
