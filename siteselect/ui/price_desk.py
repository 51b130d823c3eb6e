"""In which unit and money prices of power are told: a choice, at the rates of the day."""

from collections.abc import Hashable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from siteselect.economics.price_unit import LOCAL, PLAIN, Per, PricesTold
from siteselect.language import later, say
from siteselect.ui.session import Session
from siteselect.ui.settings import Settings

DOLLAR = "USD"
PER = {Per.CENTS: later("per kWh"), Per.MWH: later("per MWh")}
"""What can be chosen; of money that has no cents here the whole unit is told per kWh."""
MONEY = {DOLLAR: later("US dollars"), LOCAL: later("Each site's own money")}
ABOUT = later("Value functions and gates stay in US money, so that no bound moves with a rate.")


class PriceDesk(QObject):
    """Concludes a `PricesTold` whenever choice, day, pack or the user's rates change."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(session)
        self._session, self._settings = session, settings
        self.told: PricesTold = PLAIN
        self._asked: Hashable = None
        session.changed.connect(self._changed)

    @property
    def money(self) -> str:
        """The currency that was chosen: USD, local, KZT ..."""
        return self._settings.price_money

    @property
    def per(self) -> Per:
        """For how much power prices are told."""
        return Per.MWH if self._settings.price_per == Per.MWH.value else Per.CENTS

    def choose(self, money: str | None = None, per: Per | None = None) -> None:
        """Tell prices otherwise from now on, and remember it."""
        if money is not None:
            self._settings.price_money = money
        if per is not None:
            self._settings.price_per = per.value
        self._tell()

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu of units and currencies; those of the pack are read when it opens."""
        menu = QMenu(say("P&rices in"), parent)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        return menu

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        pers, moneys = QActionGroup(menu), QActionGroup(menu)
        for per, words in PER.items():
            entry = _entry(menu, pers, say(words), chosen=per is self.per)
            entry.triggered.connect(lambda _=False, per=per: self.choose(per=per))
        menu.addSeparator()
        for code, words in self._moneys().items():
            entry = _entry(menu, moneys, words, chosen=code == self.money)
            entry.triggered.connect(lambda _=False, code=code: self.choose(money=code))

    def _moneys(self) -> dict[str, str]:
        """Return what can be chosen: a currency without a rate on the day says so."""
        ground = self._session.ground
        if ground is None or ground.pack is None:
            return _said()
        from siteselect.packs.own_facts import lay_over
        from siteselect.project.prices_told import currencies, prices_told

        study = self._session.study
        pack, day = lay_over(ground.pack, study.facts), study.context.as_of
        found = _said()
        for code in currencies(pack):
            known = prices_told(pack, code, self.per, day).whole.known
            found.setdefault(
                code, code if known else say("{code}: no rate known on {day}", code=code, day=day)
            )
        return found

    def _changed(self, evaluation: object) -> None:
        del evaluation
        self._tell()

    def _tell(self) -> None:
        ground, study = self._session.ground, self._session.study
        if ground is None or ground.pack is None:
            return
        asked = (ground, study.facts, study.context.as_of, self.money, self.per)
        if asked == self._asked:
            return
        self._asked = asked
        plain = self.money == DOLLAR and self.per is Per.CENTS
        told = PLAIN if plain else self._read()
        if told != self.told:
            self.told = told
            self._session.conclude(told)

    def _read(self) -> PricesTold:
        from siteselect.packs.own_facts import lay_over
        from siteselect.project.prices_told import currencies, prices_told

        ground, study = self._session.ground, self._session.study
        if ground is None:
            return PLAIN
        pack = lay_over(ground.pack, study.facts)
        money = self.money if self.money in {LOCAL, *currencies(pack)} else DOLLAR
        return prices_told(pack, money, self.per, study.context.as_of)


def _said() -> dict[str, str]:
    """Return the money that can always be chosen, in the reader's language."""
    return {code: say(words) for code, words in MONEY.items()}


def _entry(menu: QMenu, group: QActionGroup, words: str, *, chosen: bool) -> QAction:
    entry = menu.addAction(words)
    entry.setCheckable(True)
    entry.setChecked(chosen)
    entry.setToolTip(say(ABOUT))
    group.addAction(entry)
    return entry
