"""Every command with its keys: found by a word, changed by pressing others."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import say
from siteselect.ui.shortcuts import HANDS, PORTABLE, Shortcuts, native

_KEY = Qt.ItemDataRole.UserRole
_WHERE = 2
"""The column that says whether keys were changed."""


class KeysDialog(QDialog):
    """Lists commands and keys; what is changed holds at once."""

    def __init__(self, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(660, 600)
        self._shortcuts = shortcuts
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("Search commands and keys…"))
        self.search.setAccessibleName(say("Search commands and keys"))
        self.search.setClearButtonEnabled(True)
        self.list = QTreeWidget()
        self.list.setObjectName("roomy")
        self.list.setAccessibleName(say("Commands and their keys"))
        self.list.setHeaderLabels([say("Command"), say("Keys"), ""])
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(12)
        self.chosen = QLabel()
        self.chosen.setObjectName("subtitle")
        self.chosen.setTextFormat(Qt.TextFormat.PlainText)
        self.chosen.setWordWrap(True)
        self.press = QKeySequenceEdit()
        self.press.setMaximumSequenceLength(1)
        for part in (self.press, *self.press.findChildren(QLineEdit)):
            part.setAccessibleName(say("Press the new keys"))
        self.give = QPushButton(say("Set"))
        self.give.setObjectName("primary")
        self.remove = QPushButton(say("No keys"))
        self.reset = QPushButton(say("Reset"))
        self.reset.setToolTip(say("Give this command its own keys back"))
        self.reset_all = QPushButton(say("Reset all keys"))
        self.told = QLabel()
        self.told.setObjectName("pale")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self._lay_out()
        self._wire()
        self._fill()
        self.list.setCurrentItem(self._rows()[0])

    @property
    def key(self) -> str:
        """The command that is picked; empty when a line of fixed keys is."""
        item = self.list.currentItem()
        return str(item.data(0, _KEY) or "") if item is not None else ""

    def pick(self, key: str) -> None:
        """Pick a command."""
        self.list.setCurrentItem(self._row(key))

    def _lay_out(self) -> None:
        heading = QLabel(say("Keys"))
        heading.setObjectName("title")
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self.search, 2)
        change = QHBoxLayout()
        change.setSpacing(8)
        change.addWidget(self.press, 1)
        for button in (self.give, self.remove, self.reset):
            button.setAutoDefault(False)
            change.addWidget(button)
        close = QPushButton(say("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        self.reset_all.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self.reset_all)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.chosen)
        layout.addLayout(change)
        layout.addWidget(self.told)
        layout.addLayout(foot)

    def _wire(self) -> None:
        self.search.textEdited.connect(self._filter)
        self.list.currentItemChanged.connect(self._show_chosen)
        self.list.itemActivated.connect(lambda *_: self.press.setFocus())
        self.press.keySequenceChanged.connect(self._consider)
        self.give.clicked.connect(self._give)
        self.remove.clicked.connect(lambda: self._change(QKeySequence()))
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(self._reset_all)

    def _fill(self) -> None:
        for menu, keys in self._shortcuts.menus.items():
            heading = self._heading(say(menu))
            for key in keys:
                item = QTreeWidgetItem(heading, [self._shortcuts.title(key)])
                item.setData(0, _KEY, key)
        fixed = self._heading(say("On what holds the focus (fixed)"))
        for words, held in HANDS:
            QTreeWidgetItem(fixed, [say(words), say(held)])
        self.list.expandAll()
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, _WHERE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._show_keys()

    def _heading(self, words: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.list, [words])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        return item

    def _rows(self) -> list[QTreeWidgetItem]:
        return [row for group in self._groups() for row in _children(group)]

    def _groups(self) -> list[QTreeWidgetItem]:
        found = (self.list.topLevelItem(at) for at in range(self.list.topLevelItemCount()))
        return [each for each in found if each is not None]

    def _row(self, key: str) -> QTreeWidgetItem:
        return next(each for each in self._rows() if each.data(0, _KEY) == key)

    def _show_keys(self) -> None:
        for item in self._rows():
            key = item.data(0, _KEY)
            if key:
                keys = QKeySequence(self._shortcuts.stored(key), PORTABLE)
                item.setText(1, native(keys))
                item.setText(_WHERE, say("changed") if self._shortcuts.changed(key) else "")

    def _filter(self, words: str) -> None:
        wanted = words.casefold().split()
        for item in self._rows():
            text = f"{item.text(0)} {item.text(1)}".casefold()
            item.setHidden(not all(word in text for word in wanted))
        for group in self._groups():
            group.setHidden(all(each.isHidden() for each in _children(group)))
        seen = next((each for each in self._rows() if not each.isHidden()), None)
        current = self.list.currentItem()
        if seen is not None and (current is None or current.isHidden()):
            self.list.setCurrentItem(seen)

    def _show_chosen(self) -> None:
        key = self.key
        for part in (self.press, self.remove, self.reset):
            part.setEnabled(bool(key))
        self.press.clear()
        self.chosen.setText(
            say("New keys for {command}", command=self._shortcuts.title(key))
            if key
            else say("These keys belong to what holds the focus, and stay as they are.")
        )
        self.reset.setEnabled(bool(key) and self._shortcuts.changed(key))
        self.remove.setEnabled(bool(key) and bool(self._shortcuts.stored(key)))
        self._consider(QKeySequence())
        self.told.setText(say("Click the field, then press the keys.") if key else "")

    def _consider(self, keys: QKeySequence) -> None:
        """Tell what the keys that were pressed mean, before they are set."""
        refusal = self._shortcuts.refusal(keys)
        holder = self._shortcuts.holder(keys, self.key)
        self.give.setEnabled(bool(self.key) and not keys.isEmpty() and not refusal)
        self.give.setText(say("Take over") if holder and not refusal else say("Set"))
        if refusal:
            self.told.setText(refusal)
        elif holder:
            self.told.setText(
                say(
                    "{keys} belongs to {command} now; that one will have no keys.",
                    keys=native(keys),
                    command=self._shortcuts.title(holder),
                )
            )
        else:
            self.told.setText("")

    def _give(self) -> None:
        self._change(self.press.keySequence())

    def _change(self, keys: QKeySequence) -> None:
        key = self.key
        self._shortcuts.give(key, keys)
        self._tell_change(key)

    def _reset(self) -> None:
        key = self.key
        self._shortcuts.reset(key)
        self._tell_change(key)

    def _tell_change(self, key: str) -> None:
        self._show_keys()
        self._show_chosen()
        command, keys = self._shortcuts.title(key), self._shortcuts.stored(key)
        told = native(QKeySequence(keys, PORTABLE))
        self.told.setText(
            say("{command}: {keys} from now on.", command=command, keys=told)
            if keys
            else say("{command}: no keys from now on.", command=command)
        )

    def _reset_all(self) -> None:
        self._shortcuts.reset_all()
        self._show_keys()
        self._show_chosen()
        self.told.setText(say("Every command has its own keys again."))


def _children(group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (group.child(row) for row in range(group.childCount()))
    return [each for each in found if each is not None]
