"""The kinds of machine in a fleet, one line each: pick one to edit it, take one out, add one."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import say
from siteselect.model.fleet import Fleet, Lot
from siteselect.ui.figures import number, percent
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.icons import icon


class LotLine(QWidget):
    """One kind: its name, how many, and a cross that takes it out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.pick = QPushButton()
        self.pick.setCheckable(True)
        self.pick.setObjectName("chip")
        self.pick.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.out = QToolButton()
        self.out.setObjectName("quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.pick, 1)
        row.addWidget(self.count)
        row.addWidget(self.out)
        self.dress(theme)

    def show_lot(self, lot: Lot, share: float, *, fills: bool, picked: bool, alone: bool) -> None:
        """Show one kind; its share is by number of machines."""
        self.pick.setText(lot.machine.model.replace("&", "&&"))
        told = percent(share) if fills else number(lot.count, 0)
        self.count.setText(told)
        model = lot.machine.model
        words = (
            say("Edit {model}, {told} of the machines", model=model, told=told)
            if fills
            else say("Edit {told} of {model}", told=told, model=model)
        )
        self.pick.setChecked(picked)
        self.pick.setAccessibleName(words)
        self.pick.setToolTip(words)
        self.out.setAccessibleName(say("Take {model} out of the fleet", model=lot.machine.model))
        self.out.setToolTip(say("Take this kind out of the fleet"))
        self.out.setVisible(not alone)

    def dress(self, theme: Theme) -> None:
        """Take on other colours."""
        self.out.setIcon(icon("close", theme.muted, size=10))


class FleetLots(QWidget):
    """All kinds. `picked`, `taken_out` and `added` are emitted by a hand alone."""

    picked = Signal(int)
    taken_out = Signal(int)
    added = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines: list[LotLine] = []
        self._listed = QVBoxLayout()
        self._listed.setSpacing(2)
        self.add = QPushButton(say("Add a kind of machine"))
        self.add.setToolTip(say("A fleet may hold several kinds; each is edited on its own"))
        self.add.clicked.connect(self.added)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(4)
        column.addLayout(self._listed)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_fleet(self, fleet: Fleet, at: int) -> None:
        """Show the kinds of a fleet, the one at `at` as picked; no signal follows."""
        while len(self.lines) > len(fleet.lots):
            line = self.lines.pop()
            line.hide()
            line.deleteLater()
        while len(self.lines) < len(fleet.lots):
            line, place = LotLine(self._theme), len(self.lines)
            line.pick.clicked.connect(partial(self._pick, place))
            line.out.clicked.connect(partial(self._take_out, place))
            self.lines.append(line)
            self._listed.addWidget(line)
        alone = len(fleet.lots) == 1
        for place, (line, lot) in enumerate(zip(self.lines, fleet.lots, strict=True)):
            line.show_lot(
                lot, lot.count / fleet.machines, fills=fleet.fills_load, picked=place == at,
                alone=alone,
            )  # fmt: skip
            line.setVisible(not alone)

    def dress(self, theme: Theme) -> None:
        """Take on other colours."""
        self._theme = theme
        for line in self.lines:
            line.dress(theme)

    def _pick(self, place: int) -> None:
        for at, line in enumerate(self.lines):
            line.pick.setChecked(at == place)
        self.picked.emit(place)

    def _take_out(self, place: int) -> None:
        self.taken_out.emit(place)
