"""Who shares cost and profit: nobody, the case of BIT Mining, or shares that are typed."""

from math import isnan

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from siteselect.language import later, say
from siteselect.model.money import Partner
from siteselect.ui.money_day import MoneyDay
from siteselect.ui.money_edits import BIT_CASE, YOURS, MoneyEdits
from siteselect.ui.money_words import months, signed
from siteselect.ui.panels.figure_row import FigureRow
from siteselect.ui.theme import Theme

NOBODY = later("Nobody shares")
PRESET = later("BIT case, cost 80 : 20")
PRESET_SOURCE = later(
    "BIT Mining bore 80 % of the cost (2021); its share of the profit is an assumption"
)
PRESET_ASSUMED = later(
    "assumption; BIT Mining bore 80 % of the cost (2021); its share of the profit is an assumption"
)


class AssumedPartners(QWidget):
    """Two partners and what falls to each at the site on show."""

    def __init__(self, edits: MoneyEdits, theme: Theme) -> None:
        super().__init__()
        self._edits = edits
        self._partners: tuple[Partner, ...] = ()
        self.preset = QComboBox()
        self.preset.setAccessibleName(say("Partners"))
        self.preset.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.preset.addItems([say(NOBODY), say(PRESET)])
        self.preset.activated.connect(self._choose)
        self.cost = FigureRow(say("Your share of the cost"), "share", theme, most=1.0)
        self.profit = FigureRow(say("Your share of the profit"), "share", theme, most=1.0)
        self.cost.edited.connect(lambda value, at: self._share(at, cost=value))
        self.profit.edited.connect(lambda value, at: self._share(at, profit=value))
        self.told = QLabel()
        self.told.setObjectName("muted")
        self.told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 0, 4, 8)
        column.setSpacing(4)
        for each in (self.preset, self.cost, self.profit, self.told):
            column.addWidget(each)

    def show_day(self, day: MoneyDay) -> None:
        """Show who shares; no signal follows."""
        self._partners = day.finance.reckoning.money.partners
        shared = bool(self._partners)
        self.preset.setCurrentIndex(int(shared))
        for row in (self.cost, self.profit):
            row.setVisible(shared)
        if shared:
            first, preset = self._partners[0], self._partners == BIT_CASE
            told = PRESET_SOURCE if preset else YOURS
            self.cost.show_figure(first.cost_share, told, chosen=False)
            profit = PRESET_ASSUMED if preset else YOURS
            self.profit.show_figure(first.profit_share, profit, chosen=False)

    def show_site(self, day: MoneyDay, name: str) -> None:
        """Tell what falls to each partner at a site."""
        lines = []
        for who, part in day.finance.partners(name):
            worth, back = float(part.npv.squeeze()), float(part.payback.squeeze())
            if not isnan(worth):
                lines.append(
                    say(
                        "{who}: NPV {signed} M$, {back}",
                        who=say(who),
                        signed=signed(worth / 1e6, 1),
                        back=months(back, back, back),
                    )
                )
        self.told.setText("\n".join([say("At {name}:", name=name), *lines]) if lines else "")
        self.told.setVisible(bool(lines))

    def dress(self, theme: Theme) -> None:
        """Take on other colours."""
        self.cost.dress(theme)
        self.profit.dress(theme)

    def _choose(self, at: int) -> None:
        self._edits.partners(BIT_CASE if at else ())

    def _share(self, gesture: int, cost: float | None = None, profit: float | None = None) -> None:
        if not self._partners:
            return
        first = self._partners[0]
        cost = first.cost_share if cost is None else cost
        profit = first.profit_share if profit is None else profit
        name = self._partners[1].name if len(self._partners) > 1 else "Partner"
        yours = Partner(first.name, cost, profit)
        theirs = Partner(name, 1.0 - cost, 1.0 - profit)
        self._edits.partners((yours, theirs), gesture)
