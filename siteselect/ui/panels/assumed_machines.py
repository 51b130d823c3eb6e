"""The machines that are assumed: of the catalogue or typed, how many, and for how much power."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from siteselect.errors import SiteSelectError
from siteselect.model.fleet import Fleet, Lot, Machine
from siteselect.packs.money_defaults import machine_of
from siteselect.packs.money_rows import MachineRow, money_rows
from siteselect.ui.figures import number
from siteselect.ui.money_day import MoneyDay
from siteselect.ui.money_edits import YOURS, MoneyEdits
from siteselect.ui.panels.figure_row import FigureRow
from siteselect.ui.theme import Theme

OF_THE_PACK = "As the pack proposes"
TYPED = "Typed"


class AssumedMachines(QWidget):
    """Machine, load and number; every change is asked of the session."""

    def __init__(self, edits: MoneyEdits, theme: Theme) -> None:
        super().__init__()
        self._edits = edits
        self._day: MoneyDay | None = None
        self._fleet: Fleet | None = None
        self.models = QComboBox()
        self.models.setAccessibleName("Machine")
        self.models.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.models.setMinimumContentsLength(18)
        self.models.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.models.activated.connect(self._choose)
        self.load = FigureRow("Wanted load", "MW", theme, least=0.01, decimals=1)
        self.th_s = FigureRow("Hash rate of one", "TH/s", theme, least=0.1, decimals=1)
        self.j_per_th = FigureRow("Efficiency at the wall", "J/TH", theme, least=0.1, decimals=2)
        self.usd = FigureRow("Worth of one", "USD", theme, decimals=0)
        self.fills = QCheckBox("As many as the load carries")
        self.count = FigureRow("Number of machines", "machines", theme, least=1)
        self.buys = QCheckBox("Bought for the site")
        self.rows = (self.load, self.th_s, self.j_per_th, self.usd, self.count)
        self.load.edited.connect(edits.load)
        self.th_s.edited.connect(lambda value, at: self._type(at, th_s=value))
        self.j_per_th.edited.connect(lambda value, at: self._type(at, j_per_th=value))
        self.usd.edited.connect(lambda value, at: self._type(at, usd=value))
        self.count.edited.connect(self._count)
        self.fills.clicked.connect(self._fill)
        self.buys.clicked.connect(edits.buys)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 0, 4, 8)
        column.setSpacing(4)
        for each in (self.load, self.models, self.th_s, self.j_per_th, self.usd, self.fills,
                     self.count, self.buys):  # fmt: skip
            column.addWidget(each)

    def show_day(self, day: MoneyDay) -> None:
        """Show what was reckoned with; no signal follows."""
        found = day.finance.reckoning
        if self._day is None or self._day.pack.base is not day.pack.base:
            self._fill_models(day)
        self._day, self._fleet = day, found.fleet
        self.load.show_figure(day.study.context.load_mw, "wanted power at the meter", chosen=False)
        fleet = found.fleet
        for row in self.rows[1:]:
            row.setEnabled(fleet is not None)
        self.buys.setChecked(found.money.buys_machines)
        if fleet is None:
            return
        machine = fleet.lots[0].machine
        several = f" (first of {len(fleet.lots)} kinds)" * (len(fleet.lots) > 1)
        typed = machine.source.startswith(YOURS)
        self.th_s.show_figure(machine.th_s, machine.source + several, chosen=typed)
        self.j_per_th.show_figure(machine.j_per_th, machine.source + several, chosen=typed)
        self.usd.show_figure(machine.usd or 0.0, machine.usd_source or machine.source, chosen=typed)
        self.fills.setChecked(fleet.fills_load)
        self.count.setVisible(not fleet.fills_load)
        self.count.show_figure(fleet.machines, YOURS, chosen=found.money.fleet is not None)
        self.models.setCurrentIndex(self._place(machine, chosen=found.money.fleet is not None))

    def dress(self, theme: Theme) -> None:
        """Take on other colours."""
        for row in self.rows:
            row.dress(theme)

    def _fill_models(self, day: MoneyDay) -> None:
        self.models.clear()
        self.models.addItem(OF_THE_PACK, None)
        rows = [row for row in money_rows(day.pack).machines if row.runs]
        kept: dict[str, MachineRow] = {}
        for row in rows:
            kept.setdefault(_label(row), row)
        for label, row in kept.items():
            self.models.addItem(label, row)
            self.models.setItemData(
                self.models.count() - 1, f"{row.source}", Qt.ItemDataRole.ToolTipRole
            )
        self.models.addItem(TYPED, TYPED)

    def _place(self, machine: Machine, *, chosen: bool) -> int:
        if not chosen:
            return 0
        if not machine.source.startswith(YOURS):
            for at in range(1, self.models.count() - 1):
                row = self.models.itemData(at)
                if (row.model, row.th_s, row.j_per_th) == (
                    machine.model, machine.th_s, machine.j_per_th,
                ):  # fmt: skip
                    return at
        return self.models.count() - 1

    def _choose(self, at: int) -> None:
        row = self.models.itemData(at)
        if row is None:
            self._edits.fleet(None, "Machine of the pack")
        elif isinstance(row, MachineRow) and self._day is not None:
            catalogue = money_rows(self._day.pack).machines
            try:
                machine = machine_of(row, catalogue, self._day.study.context.as_of)
            except SiteSelectError:
                return
            self._edits.machine(self._fleet, machine)
        else:
            self._type(-1)

    def _type(self, gesture: int, **changed: float) -> None:
        """Take the machine on show as one of the person's own."""
        if self._fleet is None:
            return
        now = self._fleet.lots[0].machine
        usd = changed.get("usd", now.usd)
        told = YOURS if "usd" in changed else now.usd_source
        typed = Machine(
            now.model if now.source.startswith(YOURS) else f"{now.model}, changed",
            changed.get("th_s", now.th_s),
            changed.get("j_per_th", now.j_per_th),
            usd,
            YOURS,
            told,
        )
        self._edits.machine(self._fleet, typed, gesture)

    def _count(self, value: float, gesture: int) -> None:
        if self._fleet is not None:
            lot = Lot(self._fleet.lots[0].machine, max(1, round(value)))
            self._edits.fleet(Fleet((lot,), fills_load=False), "Number of machines", gesture)

    def _fill(self, fills: bool) -> None:
        if self._fleet is None or self._day is None:
            return
        lot = self._fleet.lots[0]
        load = self._day.study.context.load_mw
        count = 1 if fills else max(1, int(load * 1000 / lot.machine.kw))
        self._edits.fleet(Fleet((Lot(lot.machine, count),), fills), "Number of machines")


def _label(row: MachineRow) -> str:
    return f"{row.model} · {number(row.th_s, 0)} TH/s · {number(row.j_per_th, 1)} J/TH"
