"""The network that is assumed: hash price of the day, BTC price, difficulty, subsidy, fees."""

from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from siteselect.language import say
from siteselect.model.money import Network
from siteselect.packs.network_presets import NetworkPreset, from_table, network_presets
from siteselect.ui.figures import number
from siteselect.ui.money_day import MoneyDay
from siteselect.ui.money_edits import NETWORK_TITLES, YOURS, MoneyEdits
from siteselect.ui.panels.figure_row import FigureRow
from siteselect.ui.theme import Theme


class AssumedNetwork(QWidget):
    """Five figures; the hash price follows from the others, and typed it moves the BTC price."""

    def __init__(self, edits: MoneyEdits, theme: Theme) -> None:
        super().__init__()
        self._edits = edits
        self._network: Network | None = None
        self._hash_price = float("nan")
        self.hash_price = FigureRow(
            say("Hash price"), "USD/PH/day", theme, decimals=2,
            about=say("What one PH/s earns a day; typed, it moves the BTC price"),
        )  # fmt: skip
        kinds = {
            "btc_usd": ("USD", 0, 1.0, 0.0),
            "difficulty": ("T", 3, 1e-12, 1e9),
            "subsidy": ("BTC", 4, 1.0, 0.0),
            "fee_share": ("share", 2, 100.0, 0.0),
        }
        self.rows = {
            key: FigureRow(NETWORK_TITLES[key], unit, theme, least=least, decimals=places,
                           factor=factor)
            for key, (unit, places, factor, least) in kinds.items()
        }  # fmt: skip
        self.presets = QPushButton(say("Presets"))
        self.menu = PresetsMenu(edits, self.presets)
        self.presets.setToolTip(
            say("The network of the as-of day, or of a month of the pack's table")
        )
        self.presets.setMenu(self.menu)
        self.note = QLabel()
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 0, 4, 8)
        column.setSpacing(4)
        column.addWidget(self.presets, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.note)
        column.addWidget(self.hash_price)
        self.hash_price.edited.connect(self._type_hash_price)
        self.hash_price.put_back.connect(edits.network_of_the_day)
        for key, row in self.rows.items():
            column.addWidget(row)
            row.edited.connect(lambda value, at, key=key: self._type(key, value, at))
            row.put_back.connect(edits.network_of_the_day)

    def show_day(self, day: MoneyDay) -> None:
        """Show what was reckoned with; no signal follows."""
        self.menu.show_day(day)
        found = day.finance.reckoning
        state = found.network
        self._network, self._hash_price = state.network, found.hashprice
        chosen = found.money.network is not None
        told = state.why_unknown or "; ".join(state.notes)
        self.note.setText(told)
        self.note.setVisible(bool(told))
        for row in (self.hash_price, *self.rows.values()):
            row.setEnabled(state.network is not None)
        if state.network is None:
            return
        source = say("from the four below") if not chosen else state.network.btc_usd.source
        self.hash_price.show_figure(found.hashprice, source, chosen=chosen)
        for key, row in self.rows.items():
            figure = getattr(state.network, key)
            yours = figure.source.startswith(YOURS) or from_table(figure)
            row.show_figure(figure.value, figure.source, chosen=yours)

    def dress(self, theme: Theme) -> None:
        """Take on other colours."""
        for row in (self.hash_price, *self.rows.values()):
            row.dress(theme)

    def _type(self, key: str, value: float, gesture: int) -> None:
        if self._network is not None:
            self._edits.network(self._network, key, value, gesture)

    def _type_hash_price(self, value: float, gesture: int) -> None:
        if self._network is not None:
            self._edits.hash_price(self._network, self._hash_price, value, gesture)


class PresetsMenu(QMenu):
    """The network of the day, or of any month of the table by its year; two presets of decay."""

    def __init__(self, edits: MoneyEdits, parent: QWidget) -> None:
        super().__init__(parent)
        self._edits = edits
        self._day: MoneyDay | None = None
        self.years: dict[int, QMenu] = {}
        self.aboutToShow.connect(self._fill)

    def show_day(self, day: MoneyDay) -> None:
        """Offer what the pack of a day holds; months that begin after the day say that they do."""
        self._day = day

    def _fill(self) -> None:
        """Make the entries anew: only when opened, so that a new day takes no open menu away."""
        if self._day is None:
            return
        presets, as_of = network_presets(self._day.pack), self._day.study.context.as_of
        self.clear()
        for old in self.years.values():
            old.deleteLater()
        self.years.clear()
        _offer(self, say("As known on the as-of day"), self._edits.network_of_the_day)
        for year, months in groupby(presets, key=lambda each: each.start.year):
            menu = self.years[year] = QMenu(say("As in {year}", year=year), self)
            self.addMenu(menu)
            for each in months:
                _offer(menu, _offered(each, as_of), partial(self._edits.network_as_in, each))
        self.addSeparator()
        _offer(self, say("No decay"), partial(self._edits.figure, "decay", 0.0))
        _offer(self, say("Decay as known on the as-of day"), partial(self._edits.put_back, "decay"))


def _offer(menu: QMenu, text: str, chosen: Callable[[], None]) -> None:
    menu.addAction(text).triggered.connect(lambda _=False: chosen())


def _offered(preset: NetworkPreset, as_of: date) -> str:
    price = number(preset.network.btc_usd.value, 0)
    difficulty = number(preset.network.difficulty.value / 1e12, 1)
    told = say(
        "{month}: {price} USD, {difficulty} T",
        month=preset.name,
        price=price,
        difficulty=difficulty,
    )
    return say("{told}, after the as-of day", told=told) if preset.start > as_of else told
