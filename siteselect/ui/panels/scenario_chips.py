"""The scenarios as chips: one click judges the same sites another way."""

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu, QPushButton, QSizePolicy, QWidget

from siteselect.language import say, say_name
from siteselect.model.study import Study
from siteselect.ui.session import Session

_GAP = 6


class ScenarioChips(QWidget):
    """Shows the scenarios of the study; what does not fit stands in a menu at the end.

    `compared` is emitted with a scenario's name when it is to be compared with the one at work.
    """

    compared = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._names: tuple[str, ...] = ()
        self.chips: list[QPushButton] = []
        self.more = self._chip(say("More"))
        self.more.setCheckable(False)
        self.more.setMenu(QMenu(self.more))
        self.more.setProperty("quiet", "true")
        self.add = self._chip(say("+ scenario"))
        self.add.setCheckable(False)
        self.add.setProperty("quiet", "true")
        self.add.setToolTip(say("A new scenario that starts as a copy of this one"))
        self.add.clicked.connect(lambda _=False: self.duplicate())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self.more)
        self._row.addWidget(self.add)
        self._row.addStretch(1)
        self.updateGeometry()
        self.show_study(session.study)

    def show_study(self, study: Study) -> None:
        """Show the scenarios and which one is at work."""
        names = tuple(each.name for each in study.scenarios)
        if names != self._names:
            self._names = names
            self._rebuild()
        for name, chip in zip(names, self.chips, strict=True):
            chip.setChecked(name == study.active)
        self._fit()

    def duplicate(self, name: str = "") -> None:
        """Add a copy of a scenario, of the one at work without a name, and work on it."""
        study = self._session.study
        source = name or study.active
        changed = study.with_scenario_copied(source, _free_name(study, say_name(source)))
        self._session.edit(changed, say("Add scenario {active}", active=changed.active))

    def rename(self, name: str) -> None:
        """Ask for another name of a scenario."""
        told = say_name(name)
        given, sure = QInputDialog.getText(self, say("Rename scenario"), say("Name"), text=told)
        given = given.strip()
        if sure and given and given not in {*self._names, told}:
            changed = self._session.study.with_scenario_renamed(name, given)
            self._session.edit(changed, say("Rename scenario {name}", name=name))

    def remove(self, name: str) -> None:
        """Remove a scenario; the last one stays."""
        study = self._session.study
        if len(study.scenarios) > 1:
            self._session.edit(
                study.without_scenario(name), say("Remove scenario {name}", name=name)
            )

    def sizeHint(self) -> QSize:
        """Return room for all chips."""
        wide = sum(chip.sizeHint().width() + _GAP for chip in self.chips)
        return QSize(wide + self.add.sizeHint().width(), self.add.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return room for the menu and the button."""
        wide = self.more.sizeHint().width() + _GAP + self.add.sizeHint().width()
        return QSize(wide, self.add.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many chips as fit."""
        super().resizeEvent(event)
        self._fit()

    def _rebuild(self) -> None:
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        self.more.menu().clear()
        for place, name in enumerate(self._names):
            told = say_name(name).replace("&", "&&")
            chip = self._chip(told)
            chip.setAccessibleName(say("Scenario {name}", name=name))
            chip.clicked.connect(partial(self._activate, name))
            chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            chip.customContextMenuRequested.connect(partial(self._open_menu, chip, name))
            for keys, wish in (("F2", self.rename), ("Del", self.remove)):
                shortcut = QShortcut(QKeySequence(keys), chip)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(partial(wish, name))
            self._row.insertWidget(place, chip)
            self.chips.append(chip)
            action = self.more.menu().addAction(told)
            action.triggered.connect(partial(self._activate, name))

    def _chip(self, text: str) -> QPushButton:
        chip = QPushButton(text)
        chip.setObjectName("chip")
        chip.setCheckable(True)
        chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return chip

    def _fit(self) -> None:
        room = self.width() - self.add.sizeHint().width() - _GAP
        wide = [chip.sizeHint().width() + _GAP for chip in self.chips]
        whole = sum(wide) <= room
        if not whole:
            room -= self.more.sizeHint().width() + _GAP
        used = 0
        for chip, width in zip(self.chips, wide, strict=True):
            used += width
            chip.setVisible(used <= room)
        self.more.setVisible(not whole)
        hidden = [chip.text() for chip in self.chips if chip.isChecked() and chip.isHidden()]
        told = hidden[0] if hidden else say("More")  # the one at work is always in sight
        if told != self.more.text():
            self.more.setText(told)
            self.more.setProperty("quiet", "at work" if hidden else "true")
            self.more.style().polish(self.more)

    def _activate(self, name: str, _: bool = False) -> None:
        study = self._session.study
        self._session.edit(study.with_active(name), say("Scenario {name}", name=name))
        self.show_study(self._session.study)  # a second click on the chip at work keeps it checked

    def _open_menu(self, chip: QPushButton, name: str, at: QPoint) -> None:
        menu = QMenu(chip)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        others = len(self._names) > 1
        menu.addAction(say("Copy")).triggered.connect(lambda _=False: self.duplicate(name))
        compare = menu.addAction(say("Compare with the one at work…"))
        compare.setEnabled(others and name != self._session.study.active)
        compare.triggered.connect(lambda _=False: self.compared.emit(name))
        menu.addSeparator()
        menu.addAction(say("Rename…")).triggered.connect(lambda _=False: self.rename(name))
        remove = menu.addAction(say("Remove"))
        remove.setEnabled(others)
        remove.triggered.connect(lambda _=False: self.remove(name))
        menu.popup(chip.mapToGlobal(at))


def _free_name(study: Study, name: str) -> str:
    taken = {each.name for each in study.scenarios}
    number = 2
    while f"{name} {number}" in taken:
        number += 1
    return f"{name} {number}"
