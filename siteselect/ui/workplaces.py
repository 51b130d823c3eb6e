"""The places in which one works, one in sight: the study is the same in all of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from siteselect.economics.price_unit import PLAIN, PricesTold
from siteselect.language import say
from siteselect.model.region_day import RegionDay
from siteselect.ui.ground import Ground
from siteselect.ui.messages import Messages
from siteselect.ui.session import Session
from siteselect.ui.settings import Settings
from siteselect.ui.tasks import Tasks
from siteselect.ui.theme import Theme

if TYPE_CHECKING:  # what reckons money is imported when it is first looked at
    from siteselect.ui.panels.money_place import MoneyPlace
    from siteselect.ui.reckoner import Reckoner

COMPARE, MONEY, FIND, SCENES = "compare", "money", "find", "scenes"
WORKPLACES = (COMPARE, FIND, MONEY, SCENES)


class Workplaces(QStackedWidget):
    """Shows one place; the Money place is made when it is first wanted and the pack is read.

    `turned` is emitted with the name of the place that is now in sight.
    """

    turned = Signal(str)
    conflicts_wanted = Signal(object)
    """From the time line of the Money place."""

    def __init__(
        self,
        compare: QWidget,
        session: Session,
        tasks: Tasks,
        settings: Settings,
        messages: Messages,
        theme: Theme,
    ) -> None:
        super().__init__()
        self._compare = compare
        self._session, self._tasks = session, tasks
        self._settings, self._messages = settings, messages
        self._theme = theme
        self.chosen = COMPARE
        self.money: MoneyPlace | None = None
        self.reckoner: Reckoner | None = None
        self._held: object = None
        """What held on the day, told last."""
        self._told: PricesTold = PLAIN
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._waiting = QLabel(say("Reading the region…"))
        self._waiting.setObjectName("pale")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(compare)
        self.addWidget(self._waiting)
        session.concluded.connect(self._conclude)

    def offer(self, name: str, make: Callable[[], QWidget]) -> None:
        """Take what makes a place, when that is first wanted and the pack is read."""
        self._makers[name] = make

    def go(self, name: str) -> None:
        """Turn to a place, and remember it; an unknown name means the first one."""
        self.chosen = name if name in WORKPLACES else COMPARE
        self._settings.workplace = self.chosen
        if self.chosen == MONEY and self.money is None and self._session.ground is not None:
            self._make()
        self.setCurrentWidget(self._place())
        if self.reckoner is not None:
            self.reckoner.wake(self.chosen == MONEY)
        self.turned.emit(self.chosen)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self._theme = theme
        if self.money is not None:
            self.money.apply_theme(theme)

    def _place(self) -> QWidget:
        """Return the widget of the place that was chosen."""
        if self.chosen == COMPARE:
            return self._compare
        if self.chosen == MONEY:
            return self.money or self._waiting
        make = self._makers.get(self.chosen)
        if make is None or self._session.ground is None:
            return self._waiting
        place = make()
        if self.indexOf(place) < 0:
            self.addWidget(place)
        return place

    def _conclude(self, value: object) -> None:
        if isinstance(value, RegionDay):
            self._held = value
        elif isinstance(value, PricesTold):
            self._told = value
        if isinstance(value, Ground) and self.currentWidget() is self._waiting:
            self.go(self.chosen)

    def _make(self) -> None:
        from siteselect.ui.panels.money_place import MoneyPlace
        from siteselect.ui.reckoner import Reckoner

        self.money = MoneyPlace(self._session, self._theme)
        self.money.conclude(self._held)
        for display in self.money.displays:
            display.display_conclusion(self._told)
        self.money.timeline.conflicts_wanted.connect(self.conflicts_wanted)
        self.addWidget(self.money)
        self.reckoner = Reckoner(self._session, self._tasks, self._messages.fault)
