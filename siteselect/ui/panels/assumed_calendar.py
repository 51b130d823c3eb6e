"""When machines must run, and when power is taken away: the pack's calendar, none, or one's own."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.errors import StudyError
from siteselect.language import later, say
from siteselect.model.money import Cut
from siteselect.ui.figures import percent
from siteselect.ui.money_day import MoneyDay
from siteselect.ui.money_edits import YOURS, MoneyEdits
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.number_box import DayBox, NumberBox

OF_THE_PACK, NONE, OWN = later("Cuts as the pack says"), later("No cuts"), later("Cuts of your own")
LAST = date(2100, 12, 31)


class AssumedCalendar(QWidget):
    """Wanted day and cuts; every change is asked of the session."""

    def __init__(self, edits: MoneyEdits, theme: Theme) -> None:
        super().__init__()
        del theme
        self._edits = edits
        self._cuts: tuple[Cut, ...] | None = None
        self._as_of = date(2000, 1, 1)
        self.has_day = QCheckBox(say("Machines must run by"))
        self.has_day.clicked.connect(self._switch_day)
        self.day = DayBox(say("Day by which machines must run"))
        self.day.edited.connect(edits.wanted_day)
        self.kind = QComboBox()
        self.kind.setAccessibleName(say("Calendar of cuts"))
        self.kind.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.kind.addItems([say(each) for each in (OF_THE_PACK, NONE, OWN)])
        self.kind.activated.connect(self._choose)
        self.told = QLabel()
        self.told.setObjectName("muted")
        self.told.setWordWrap(True)
        self.own = QWidget()
        self.listed = QVBoxLayout()
        self.where = _line(say("Land; empty: all"), say("Land of the cut"))
        self.first = _line("12-01", say("First day of the cut"))
        self.last = _line("02-28", say("Last day of the cut"))
        self.hour_from = NumberBox(say("From hour"), 0, 24)
        self.hour_to = NumberBox(say("To hour"), 0, 24)
        self.hour_to.show_value(24)
        self.share = NumberBox(say("Share of the load in per cent"), 1, 100)
        self.share.show_value(100)
        self.share.setSuffix(" %")
        self.add = QPushButton(say("Add this cut"))
        self.add.clicked.connect(self._add)
        self.fault = QLabel()
        self.fault.setObjectName("caution")
        self.fault.setWordWrap(True)
        self._lay_out()

    def show_day(self, day: MoneyDay) -> None:
        """Show what was reckoned with; no signal follows."""
        money = day.finance.reckoning.money
        self._cuts, self._as_of = money.cuts, day.study.context.as_of
        self.has_day.setChecked(money.wanted_day is not None)
        self.day.setEnabled(money.wanted_day is not None)
        self.day.show_range(min(self._as_of, money.wanted_day or self._as_of), LAST)
        self.day.show_day(money.wanted_day or self._as_of)
        chosen = (
            0 if money.cuts is None else 2 if money.cuts or self.kind.currentIndex() == 2 else 1
        )
        self.kind.setCurrentIndex(chosen)
        self.own.setVisible(chosen == 2)
        notes = dict.fromkeys(day.finance.reckoning.uptime_notes)
        self.told.setText("\n".join(notes))
        self._list(money.cuts or ())

    def dress(self, theme: Theme) -> None:
        """Take on other colours; there are none of its own."""

    def _switch_day(self, wanted: bool) -> None:
        self._edits.wanted_day(self._as_of if wanted else None)

    def _choose(self, kind: int) -> None:
        self.own.setVisible(kind == 2)
        if kind < 2 or self._cuts is None:
            self._edits.cuts(None if kind == 0 else ())

    def _add(self) -> None:
        try:
            cut = Cut(
                self.where.text().strip().upper(),
                self.first.text().strip(),
                self.last.text().strip(),
                round(self.hour_from.value()),
                round(self.hour_to.value()),
                self.share.value() / 100.0,
                YOURS,
            )
        except StudyError as fault:
            self.fault.setText(str(fault))
            return
        self.fault.setText("")
        self._edits.cuts((*(self._cuts or ()), cut))

    def _take_out(self, cut: Cut) -> None:
        self._edits.cuts(tuple(each for each in self._cuts or () if each is not cut))

    def _list(self, cuts: tuple[Cut, ...]) -> None:
        while (item := self.listed.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for cut in cuts:
            button = QToolButton()
            button.setText(f"{words_of(cut)}  ×")
            button.setToolTip(say("Take this cut out"))
            button.clicked.connect(partial(self._take_out, cut))
            self.listed.addWidget(button)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 0, 4, 8)
        column.setSpacing(6)
        for each in (self.has_day, self.day, self.kind, self.told, self.own):
            column.addWidget(each)
        grid = QGridLayout(self.own)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addLayout(self.listed, 0, 0, 1, 2)
        fields = (
            (self.where, self.share),
            (self.first, self.last),
            (self.hour_from, self.hour_to),
        )
        for row, pair in enumerate(fields, 1):
            for at, field in enumerate(pair):
                grid.addWidget(field, row, at)
        grid.addWidget(self.add, 4, 0, 1, 2)
        grid.addWidget(self.fault, 5, 0, 1, 2)


def words_of(cut: Cut) -> str:
    """Return a cut in a line."""
    land = cut.jurisdiction or say("all lands")
    share = percent(cut.share)
    if (cut.hour_from, cut.hour_to) == (0, 24):
        return say(
            "{land}: {first} to {last}, {share}",
            land=land,
            first=cut.first,
            last=cut.last,
            share=share,
        )
    return say(
        "{land}: {first} to {last}, {start}–{end} h, {share}",
        land=land,
        first=cut.first,
        last=cut.last,
        start=cut.hour_from,
        end=cut.hour_to,
        share=share,
    )


def _line(hint: str, name: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(hint)
    line.setAccessibleName(name)
    return line
