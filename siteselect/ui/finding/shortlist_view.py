"""The right side of the Find place: suggested places, best first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from siteselect.economics.price_unit import PLAIN, PricesTold
from siteselect.language import say, say_as
from siteselect.ui import price_words
from siteselect.ui.figures import DASH, number
from siteselect.ui.finding.found import Suggested
from siteselect.ui.finding.two_lines import TwoLines
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.plain_table import PlainTable

WIDE = 352
_ROW = 42


class ShortlistView(QWidget):
    """A list; `picked` is emitted with the row that a hand chooses."""

    picked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(WIDE)
        self._told: PricesTold = PLAIN
        self._titles: dict[str, str] = {}
        self.suggested: Suggested | None = None
        title = QLabel(say("Suggested places"))
        title.setObjectName("subtitle")
        title.setContentsMargins(14, 0, 0, 0)
        self.table = PlainTable(say("Suggested places"), picks=True)
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.setWordWrap(False)
        self._lines = TwoLines(theme)
        self.table.setItemDelegateForColumn(1, self._lines)
        self.table.setSelectionMode(PlainTable.SelectionMode.SingleSelection)
        self.table.cellClicked.connect(lambda row, _: self.picked.emit(row))
        self.table.cellActivated.connect(lambda row, _: self.picked.emit(row))
        self.note = QLabel(
            say(
                "A scan proposes places to look at. Each says on the list where it comes from. An "
                "interval means that sources disagree or a part is estimated; unknown is never "
                "zero."
            )
        )
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(14, 4, 14, 8)
        self.empty = QLabel(say("Places appear here when the cells are scored."))
        self.empty.setObjectName("pale")
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(14, 4, 14, 4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(title)
        whole.addWidget(self.empty)
        whole.addWidget(self.table, 1)
        whole.addStretch(0)
        whole.addWidget(self.note)
        self.table.hide()

    def name_countries(self, titles: dict[str, str]) -> None:
        """Take the names of jurisdictions."""
        self._titles = titles

    def tell_prices(self, told: PricesTold) -> None:
        """Tell prices in other units from now on."""
        self._told = told
        if self.suggested is not None:
            self.show_suggested(self.suggested)

    def show_suggested(self, suggested: Suggested) -> None:
        """Show these places."""
        self.suggested = suggested
        told = price_words.heading(self._told)
        heads = ("", say_as("where", "Place"), say("Score"), say("MW near"), told)
        rows = []
        for each, (power, value, low, high) in zip(suggested.places, suggested.facts, strict=True):
            unit = self._told.of(each.country)
            price = price_words.price(unit, value, low, high)
            name = each.near or each.title
            land = self._titles.get(each.country, each.country)
            where = f"{each.away} · {each.country}" if each.away else land
            rows.append(
                (
                    str(each.rank),
                    f"{name}\n{where}",
                    number(100 * each.score, 1),
                    number(power, 0),
                    say("unknown") if price == DASH else price,
                )
            )
        self.table.show_rows(heads, rows, words=(0, 1), wide=1, bold=0)
        for row in range(self.table.rowCount()):
            self.table.setRowHeight(row, _ROW)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.empty.setText(say("No open land is left: loosen a gate, or look in more countries."))

    def mark(self, row: int) -> None:
        """Mark one row; no signal follows."""
        if row < 0:
            self.table.clearSelection()
        else:
            self.table.selectRow(row)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.theme = self._lines.theme = theme
        self.table.viewport().update()
