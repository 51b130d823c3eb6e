"""One box for sites, places and commands."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QListView, QWidget

from siteselect.language import bare, say
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.icons import icon

_SHOWN = 12
KINDS = ("site", "bookmark", "command", "place")
"""In this order they are listed; each is also the name of its icon."""
_GO = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Find:
    """One thing that can be found, and what to do with it."""

    title: str
    detail: str
    kind: str
    go: Callable[[], object]


Finds = Callable[[], Iterable[Find]]


class SearchBox(QLineEdit):
    """Finds by any part of a name; Enter takes the first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(say("Search sites, places…"))
        self.setAccessibleName(say("Search places, sites and commands"))
        self.setMinimumWidth(110)
        self._theme = theme
        self._groups: dict[str, Finds] = {}
        self._stale = True
        self._reader: Callable[[str], Find | None] | None = None
        self._meant = False
        """Whether the first row of the list is what the text itself means."""
        self._model = QStandardItemModel(self)
        self._glass = self.addAction(
            icon("search", theme.muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self._hint = QLabel(self)
        self._hint.setObjectName("muted")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._completer = QCompleter(self._model, self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(_SHOWN)
        self._popup = QListView()
        self._popup.setObjectName("popup")
        self._popup.setMinimumWidth(300)
        self._completer.setPopup(self._popup)
        self._completer.activated[QModelIndex].connect(self._go)  # type: ignore[index] # an overload
        self._completer.setWidget(self)
        self.textEdited.connect(self._find)
        self.returnPressed.connect(self._take_first)

    def offer(self, kind: str, finds: Finds) -> None:
        """Take what can be found of one kind, in place of what there was; asked when needed."""
        self._groups[kind] = finds
        self._stale = True

    def show_keys(self, keys: str) -> None:
        """Tell at the right end which keys lead here."""
        self._hint.setText(keys.replace("+", " "))
        self._place_hint()

    def ask_anew(self) -> None:
        """Ask again for all that can be found, when next something is typed."""
        self._stale = True

    def read(self, reader: Callable[[str], Find | None]) -> None:
        """Offer what a text itself means, before all that is found by name."""
        self._reader = reader

    @property
    def found(self) -> list[str]:
        """The texts that match what is typed, in the order of the list."""
        model = self._completer.completionModel()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self._theme = theme
        self._glass.setIcon(icon("search", theme.muted))
        self._stale = True

    def sizeHint(self) -> QSize:
        """Return a width that holds a name."""
        return QSize(240, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the box on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.clearFocus()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Keep the shortcut at the right end."""
        super().resizeEvent(event)  # type: ignore[arg-type] # Qt's own event, passed on
        self._place_hint()

    def _place_hint(self) -> None:
        self._hint.adjustSize()
        self._hint.move(
            self.width() - self._hint.width() - 10, (self.height() - self._hint.height()) // 2
        )
        self._hint.setVisible(self.width() > 230 and not self.text())

    def _fill(self) -> None:
        self._stale = self._meant = False
        self._model.clear()
        icons = {kind: icon(kind, self._theme.muted) for kind in KINDS}
        for kind in KINDS:
            for each in self._groups.get(kind, tuple)():
                self._model.appendRow(_item(each, icons[kind]))

    def _mean(self, text: str) -> None:
        """Put what the text itself means first."""
        if self._meant:
            self._model.removeRow(0)
        find = self._reader(text) if self._reader is not None else None
        self._meant = find is not None
        if find is not None:
            self._model.insertRow(0, _item(find, icon("place", self._theme.muted)))

    def _find(self, text: str) -> None:
        if self._stale:
            self._fill()
        self._mean(text)
        self._hint.setVisible(not text and self.width() > 230)
        self._completer.setCompletionPrefix(text)
        if text:
            self._completer.complete()
        else:
            self._popup.hide()

    def _take_first(self) -> None:
        model = self._completer.completionModel()
        if self.text() and model.rowCount():
            self._go(model.index(0, 0))

    def _go(self, index: QModelIndex) -> None:
        find = index.data(_GO)
        self._popup.hide()
        self.clear()
        self._hint.setVisible(self.width() > 230)
        if isinstance(find, Find):
            find.go()


def _item(find: Find, picture: QIcon) -> QStandardItem:
    text = f"{find.title}   ·   {find.detail}" if find.detail else find.title
    item = QStandardItem(picture, text)
    item.setData(find, _GO)
    item.setEditable(False)
    return item


def commands(actions: Iterable[QAction]) -> list[Find]:
    """Return the actions that can be found by their text."""
    return [
        Find(
            bare(each.text()),
            each.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            "command",
            each.trigger,
        )
        for each in actions
        if each.text() and not each.isSeparator()
    ]
