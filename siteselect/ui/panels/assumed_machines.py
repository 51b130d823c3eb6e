"""The machines that are assumed: of the catalogue or typed, how many, and for how much power."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from siteselect.errors import SiteSelectError
from siteselect.language import later, say, say_name
from siteselect.model.fleet import Fleet, Lot, Machine
from siteselect.packs.money_defaults import machine_of
from siteselect.packs.money_rows import MachineRow, money_rows
from siteselect.ui.figures import number
from siteselect.ui.money_day import MoneyDay
from siteselect.ui.money_edits import YOURS, MoneyEdits
from siteselect.ui.panels.figure_row import FigureRow
from siteselect.ui.panels.fleet_lots import FleetLots
from siteselect.ui.theme import Theme

OF_THE_PACK = later("As the pack proposes")
TYPED = later("Typed")
NUMBER, PARTS = later("Number of machines"), later("Part of the fleet, by number")


class AssumedMachines(QWidget):
    """Machine, load and number; every change is asked of the session."""

    def __init__(self, edits: MoneyEdits, theme: Theme) -> None:
        super().__init__()
        self._edits = edits
        self._day: MoneyDay | None = None
        self._fleet: Fleet | None = None
        self._at = 0
        """The kind of machine that is edited."""
        self.lots = FleetLots(theme)
        self.lots.picked.connect(self._pick)
        self.lots.added.connect(self._add)
        self.lots.taken_out.connect(self._take_out)
        self.models = QComboBox()
        self.models.setAccessibleName(say("Machine"))
        self.models.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.models.setMinimumContentsLength(18)
        self.models.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.models.activated.connect(self._choose)
        self.load = FigureRow(say("Wanted load"), "MW", theme, least=0.01, decimals=1)
        self.th_s = FigureRow(say("Hash rate of one"), "TH/s", theme, least=0.1, decimals=1)
        self.j_per_th = FigureRow(
            say("Efficiency at the wall"), "J/TH", theme, least=0.1, decimals=2
        )
        self.usd = FigureRow(say("Worth of one"), "USD", theme, decimals=0)
        self.fills = QCheckBox(say("As many as the load carries"))
        self.count = FigureRow(say("Number of machines"), "machines", theme, least=1)
        self.buys = QCheckBox(say("Bought for the site"))
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
        for each in (self.load, self.lots, self.models, self.th_s, self.j_per_th, self.usd,
                     self.count, self.fills, self.buys):  # fmt: skip
            column.addWidget(each)

    def show_day(self, day: MoneyDay) -> None:
        """Show what was reckoned with; no signal follows."""
        found = day.finance.reckoning
        if self._day is None or self._day.pack.base is not day.pack.base:
            self._fill_models(day)
        self._day, self._fleet = day, found.fleet
        self.load.show_figure(
            day.study.context.load_mw, say("wanted power at the meter"), chosen=False
        )
        fleet = found.fleet
        for row in self.rows[1:]:
            row.setEnabled(fleet is not None)
        self.buys.setChecked(found.money.buys_machines)
        if fleet is None:
            return
        self._at = min(self._at, len(fleet.lots) - 1)
        self._show_lot()

    def _show_lot(self) -> None:
        day, fleet = self._day, self._fleet
        if day is None or fleet is None:
            return
        lot, chosen = fleet.lots[self._at], day.finance.reckoning.money.fleet is not None
        machine, several = lot.machine, len(fleet.lots) > 1
        typed = machine.source.startswith(YOURS)
        self.lots.show_fleet(fleet, self._at)
        self.th_s.show_figure(machine.th_s, machine.source, chosen=typed)
        self.j_per_th.show_figure(machine.j_per_th, machine.source, chosen=typed)
        self.usd.show_figure(machine.usd or 0.0, machine.usd_source or machine.source, chosen=typed)
        self.fills.setChecked(fleet.fills_load)
        self.count.setVisible(several or not fleet.fills_load)
        self.count.title.setText(say(PARTS if fleet.fills_load else NUMBER))
        self.count.show_figure(lot.count, YOURS, chosen=False)
        self.models.setCurrentIndex(self._place(machine, chosen=chosen))

    def _pick(self, at: int) -> None:
        self._at = at
        self._show_lot()

    def _add(self) -> None:
        """Add the first machine of the catalogue that the fleet does not hold yet."""
        if self._fleet is None or self._day is None:
            return
        held = {lot.machine.model for lot in self._fleet.lots}
        catalogue = money_rows(self._day.pack).machines
        for at in range(1, self.models.count() - 1):
            row = self.models.itemData(at)
            if isinstance(row, MachineRow) and row.model not in held:
                machine = machine_of(row, catalogue, self._day.study.context.as_of)
                self._at = len(self._fleet.lots)
                self._edits.add_kind(self._fleet, machine)
                return

    def _take_out(self, at: int) -> None:
        if self._fleet is not None:
            self._at = 0
            self._edits.take_kind_out(self._fleet, at)

    def dress(self, theme: Theme) -> None:
        """Take on other colours."""
        self.lots.dress(theme)
        for row in self.rows:
            row.dress(theme)

    def _fill_models(self, day: MoneyDay) -> None:
        self.models.clear()
        self.models.addItem(say(OF_THE_PACK), None)
        rows = [row for row in money_rows(day.pack).machines if row.runs]
        kept: dict[str, MachineRow] = {}
        for row in rows:
            kept.setdefault(_label(row), row)
        for label, row in kept.items():
            self.models.addItem(label, row)
            self.models.setItemData(
                self.models.count() - 1, f"{row.source}", Qt.ItemDataRole.ToolTipRole
            )
        self.models.addItem(say(TYPED), TYPED)

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
            self._edits.fleet(None, say("Machine of the pack"))
        elif isinstance(row, MachineRow) and self._day is not None:
            catalogue = money_rows(self._day.pack).machines
            try:
                machine = machine_of(row, catalogue, self._day.study.context.as_of)
            except SiteSelectError:
                return
            self._edits.machine(self._fleet, machine, at=self._at)
        else:
            self._type(-1)

    def _type(self, gesture: int, **changed: float) -> None:
        """Take the machine on show as one of the person's own."""
        if self._fleet is None:
            return
        now = self._fleet.lots[self._at].machine
        usd = changed.get("usd", now.usd)
        told = YOURS if "usd" in changed else now.usd_source
        typed = Machine(
            now.model if now.source.startswith(YOURS) else say("{model}, changed", model=now.model),
            changed.get("th_s", now.th_s),
            changed.get("j_per_th", now.j_per_th),
            usd,
            YOURS,
            told,
        )
        self._edits.machine(self._fleet, typed, gesture, self._at)

    def _count(self, value: float, gesture: int) -> None:
        if self._fleet is not None:
            self._edits.count(self._fleet, self._at, round(value), gesture)

    def _fill(self, fills: bool) -> None:
        if self._fleet is None or self._day is None:
            return
        times = self._day.study.context.load_mw / self._fleet.it_mw
        lots = self._fleet.lots
        if not fills:  # count out what fills the load, in the same parts
            lots = tuple(Lot(lot.machine, max(1, int(lot.count * times))) for lot in lots)
        elif len(lots) == 1:
            lots = (Lot(lots[0].machine),)
        self._edits.fleet(Fleet(lots, fills), say("Number of machines"))


def _label(row: MachineRow) -> str:
    return " · ".join(
        (
            row.model,
            f"{number(row.th_s, 0)} {say_name('TH/s')}",
            f"{number(row.j_per_th, 1)} {say_name('J/TH')}",
        )
    )
