"""The network that is assumed: hash price of the day, BTC price, difficulty, subsidy, fees."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from siteselect.model.money import Network
from siteselect.ui.money_day import MoneyDay
from siteselect.ui.money_edits import NETWORK_TITLES, MoneyEdits
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
            "Hash price", "USD/PH/day", theme, decimals=2,
            about="What one PH/s earns a day; typed, it moves the BTC price",
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
        self.note = QLabel()
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 0, 4, 8)
        column.setSpacing(4)
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
        source = "from the four below" if not chosen else state.network.btc_usd.source
        self.hash_price.show_figure(found.hashprice, source, chosen=chosen)
        for key, row in self.rows.items():
            figure = getattr(state.network, key)
            row.show_figure(figure.value, figure.source, chosen=figure.source.startswith("yours"))

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
