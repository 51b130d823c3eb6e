"""Pick a measure: searched by any word, with what it is and how it is got."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import say
from siteselect.ui.dialogs.foot import foot
from siteselect.ui.figures import shown_unit
from siteselect.ui.measure_offers import MeasureOffer

_KEY = Qt.ItemDataRole.UserRole


class PickMeasureDialog(QDialog):
    """Asks for one measure; `chosen` tells which, `own` whether one of the user's is wanted."""

    def __init__(
        self,
        title: str,
        offers: Sequence[MeasureOffer],
        parent: QWidget | None = None,
        *,
        may_make: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(560, 480)
        self.own = False
        self._offers = {each.key: each for each in offers}
        heading = QLabel(title)
        heading.setObjectName("title")
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("Search: price, distance, risk…"))
        self.search.setAccessibleName(say("Search measures"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(say("Measures"))
        self.about = QLabel()
        self.about.setObjectName("pale")
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setMinimumHeight(66)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.take = QPushButton(say("Add"))
        self.make = QPushButton(say("A measure of your own…"))
        self.make.setVisible(may_make)
        buttons = foot(self, self.take, self.make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        for part in (heading, self.search, self.list, self.about):
            layout.addWidget(part, 1 if part is self.list else 0)
        layout.addLayout(buttons)
        self.search.textEdited.connect(self._fill)
        self.list.currentItemChanged.connect(self._tell)
        self.list.itemActivated.connect(self.accept)
        self.take.clicked.connect(self.accept)
        self.make.clicked.connect(self._make)
        self._fill("")
        self.search.setFocus()

    @property
    def chosen(self) -> MeasureOffer | None:
        """The measure that is picked."""
        item = self.list.currentItem()
        return self._offers[str(item.data(_KEY))] if item is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the list while the search has the focus."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        row = self.list.currentRow() + step
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def _fill(self, words: str) -> None:
        self.list.clear()
        for key, each in self._offers.items():
            if each.matches(words):
                unit = shown_unit(each.unit)
                told = f"{each.title}   {unit} · {say(each.group)}" if unit else each.title
                item = QListWidgetItem(told)
                item.setData(_KEY, key)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.take.setEnabled(self.list.count() > 0)
        if not self.list.count():
            told = (
                say("No measure speaks of this.")
                if words
                else say("Every measure is there already.")
            )
            self.about.setText(told)

    def _tell(self) -> None:
        offer = self.chosen
        if offer is not None:
            self.about.setText(offer.about)

    def _make(self) -> None:
        self.own = True
        self.accept()
