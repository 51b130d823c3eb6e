"""Weights from an order of importance: drag the criteria, or move them by keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
)

from siteselect.language import later, say
from siteselect.mcda.weights import rank_order_centroid, rank_sum
from siteselect.model.evaluation import Evaluation
from siteselect.ui.dialogs.weight_page import WeightPage

_KEY = Qt.ItemDataRole.UserRole
_TIED = Qt.ItemDataRole.UserRole + 1


class OrderPage(WeightPage):
    """A list from the most to the least important; equals stand in one level."""

    key = "order"
    title = later("Order")
    about = later(
        "Drag the criteria into their order of importance, the most "
        "important first. Centroid is steep (Barron and Barrett 1996), rank "
        "sum falls evenly (Stillwell and others 1981)."
    )

    def __init__(self, evaluation: Evaluation) -> None:
        super().__init__(evaluation)
        self.centroid = QRadioButton(say("Rank order centroid"))
        self.even = QRadioButton(say("Rank sum"))
        self.centroid.setChecked(True)
        ways = QHBoxLayout()
        ways.setSpacing(16)
        for way in (self.centroid, self.even):
            way.clicked.connect(self.changed)
            ways.addWidget(way)
        ways.addStretch(1)
        self.list = QListWidget()
        self.list.setAccessibleName(say("Order of importance"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        shares = dict(
            zip((each.key for each in evaluation.criteria), evaluation.shares, strict=True)
        )
        for key in sorted(self.titles, key=lambda key: -shares.get(key, 0.0)):
            item = QListWidgetItem()
            item.setData(_KEY, key)
            item.setData(_TIED, False)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.up = QPushButton("Up")
        self.down = QPushButton(say("Down"))
        self.tie = QPushButton(say("Equal to the one above"))
        self.tie.setCheckable(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.up, self.down, self.tie):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addLayout(ways)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(buttons)
        self.up.clicked.connect(lambda: self.move_by(-1))
        self.down.clicked.connect(lambda: self.move_by(1))
        self.tie.clicked.connect(self._tie)
        self.list.model().rowsMoved.connect(self._moved)
        self.list.currentItemChanged.connect(lambda _: self._tell())
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=by: self.move_by(by))
        self.up.setToolTip(say("Up (Alt+Up)"))
        self.down.setToolTip(say("Down (Alt+Down)"))
        self._tell()

    def levels(self) -> list[list[str]]:
        """Return the order, equals in one level."""
        found: list[list[str]] = []
        for item in self._items():
            if item.data(_TIED) and found:
                found[-1].append(str(item.data(_KEY)))
            else:
                found.append([str(item.data(_KEY))])
        return found

    def shares(self) -> dict[str, float]:
        """Return the weights of the order."""
        way = rank_order_centroid if self.centroid.isChecked() else rank_sum
        return way(self.levels())

    def move_by(self, by: int) -> None:
        """Move the chosen criterion up or down."""
        row = self.list.currentRow()
        if 0 <= row + by < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + by, item)
            self.list.setCurrentItem(item)
            self._moved()

    def _items(self) -> list[QListWidgetItem]:
        return [
            item for row in range(self.list.count()) if (item := self.list.item(row)) is not None
        ]

    def _tie(self, on: bool) -> None:
        item = self.list.currentItem()
        if item is not None and self.list.currentRow() > 0:
            item.setData(_TIED, on)
            self._moved()

    def _moved(self) -> None:
        items = self._items()
        if items:
            items[0].setData(_TIED, False)
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        place = 0
        for row, item in enumerate(self._items()):
            place = place if item.data(_TIED) else row + 1
            item.setText(f"{place}.  {self.titles[str(item.data(_KEY))]}")
        current = self.list.currentItem()
        self.tie.setEnabled(self.list.currentRow() > 0)
        self.tie.setChecked(bool(current is not None and current.data(_TIED)))
