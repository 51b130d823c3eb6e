"""What a person changes in the assumptions about money: each edit is one step of undo."""

from dataclasses import replace
from datetime import date

from siteselect.language import later, say
from siteselect.model.figures import FIGURES, Figure
from siteselect.model.fleet import Fleet, Lot, Machine
from siteselect.model.money import Cut, Money, Network, Origin, Partner
from siteselect.packs.network_presets import NetworkPreset
from siteselect.ui.session import Session

YOURS = "yours"
"""What stands as the source of a figure that the person typed."""
NETWORK_TITLES = {
    "btc_usd": later("BTC price"),
    "difficulty": later("Difficulty"),
    "subsidy": later("Subsidy of a block"),
    "fee_share": later("Fees beside the subsidy"),
}
BIT_CASE = (Partner("You", 0.8, 0.6), Partner("Partner", 0.2, 0.4))
"""80 : 20 of the cost, as BIT Mining and its partner agreed in 2021; the profit is assumed."""


class MoneyEdits:
    """Asks the session for another study."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def money(self) -> Money:
        """What is assumed now; an empty one where nothing was chosen."""
        return self._session.study.money or Money()

    def figure(self, key: str, value: float, gesture: int = -1) -> None:
        """Assume another number; its source is the person."""
        info = FIGURES[key]
        held = min(max(value, info.least), info.most)
        self._put(self.money.with_figure(key, Figure(held, YOURS)), info.title, gesture)

    def put_back(self, key: str) -> None:
        """Assume the default again."""
        self._put(
            self.money.with_figure(key, None),
            say("Default of {title}", title=say(FIGURES[key].title)),
        )

    def land_figure(self, code: str, key: str, value: float, gesture: int = -1) -> None:
        """Assume another number for one land alone."""
        info = FIGURES[key]
        figure = Figure(min(max(value, info.least), info.most), YOURS)
        text = f"{info.title} of {code}"
        self._put(self.money.with_land_figure(code, key, figure), text, gesture)

    def put_land_back(self, code: str, key: str) -> None:
        """Assume for a land what is assumed for all."""
        text = say("Default of {title} of {code}", title=say(FIGURES[key].title), code=code)
        self._put(self.money.with_land_figure(code, key, None), text)

    def origin(self, origin: Origin | None, gesture: int = -1) -> None:
        """Assume that the machines stand elsewhere today; None leaves it unsaid."""
        self._put(replace(self.money, origin=origin), say("Place of the machines"), gesture)

    def network(self, known: Network, field: str, value: float, gesture: int = -1) -> None:
        """Assume one figure of the network; the others stay as they were read."""
        changed = replace(known, **{field: Figure(value, YOURS)})
        self._put(replace(self.money, network=changed), NETWORK_TITLES[field], gesture)

    def hash_price(self, known: Network, now: float, wanted: float, gesture: int = -1) -> None:
        """Assume another hash price; the BTC price moves with it, the difficulty stays."""
        if not (now > 0 and wanted >= 0):
            return
        told = f"{YOURS}: from a hash price of {wanted:g} USD/PH/day"
        changed = replace(known, btc_usd=Figure(known.btc_usd.value * wanted / now, told))
        self._put(replace(self.money, network=changed), say("Hash price"), gesture)

    def network_of_the_day(self) -> None:
        """Read the network from the pack again."""
        self._put(replace(self.money, network=None), say("Network of the day"))

    def network_as_in(self, preset: NetworkPreset) -> None:
        """Assume the network as it was in one month of the pack's table."""
        changed = replace(self.money, network=preset.network)
        self._put(changed, say("Network as in {name}", name=preset.name))

    def fleet(self, fleet: Fleet | None, text: str = "", gesture: int = -1) -> None:
        """Assume other machines; None takes what the pack proposes."""
        self._put(replace(self.money, fleet=fleet), text, gesture)

    def machine(
        self, known: Fleet | None, machine: Machine, gesture: int = -1, at: int = 0
    ) -> None:
        """Assume another kind of machine at a place of the fleet; numbers stay."""
        if known is None:
            self.fleet(Fleet((Lot(machine),)), machine.model, gesture)
            return
        lots = [replace(lot, machine=machine) if at == place else lot
                for place, lot in enumerate(known.lots)]  # fmt: skip
        self.fleet(replace(known, lots=tuple(lots)), machine.model, gesture)

    def count(self, known: Fleet, at: int, count: int, gesture: int = -1) -> None:
        """Assume another number of one kind; of a fleet that fills the load, another part."""
        lots = [replace(lot, count=max(1, count)) if at == place else lot
                for place, lot in enumerate(known.lots)]  # fmt: skip
        self.fleet(replace(known, lots=tuple(lots)), say("Number of machines"), gesture)

    def add_kind(self, known: Fleet, machine: Machine) -> None:
        """Put one more kind into the fleet, as many as of the first."""
        lots = (*known.lots, Lot(machine, known.lots[0].count))
        self.fleet(replace(known, lots=lots), say("Add {model}", model=machine.model))

    def take_kind_out(self, known: Fleet, at: int) -> None:
        """Take one kind out of the fleet; the last one stays."""
        if len(known.lots) > 1:
            lots = tuple(lot for place, lot in enumerate(known.lots) if place != at)
            self.fleet(
                replace(known, lots=lots),
                say("Take out {model}", model=known.lots[at].machine.model),
            )

    def buys(self, buys: bool) -> None:
        """Assume that machines are bought, or owned already."""
        self._put(replace(self.money, buys_machines=buys), say("Buying of machines"))

    def load(self, mw: float, gesture: int = -1) -> None:
        """Want another load."""
        self._session.edit(self._session.study.with_load(mw), say("Wanted load"), gesture)

    def partners(self, partners: tuple[Partner, ...], gesture: int = -1) -> None:
        """Assume other partners; none means that nobody shares."""
        self._put(replace(self.money, partners=partners), say("Partners"), gesture)

    def wanted_day(self, day: date | None, gesture: int = -1) -> None:
        """Want the machines to run by a day; None sets no day."""
        self._put(replace(self.money, wanted_day=day), say("Wanted day"), gesture)

    def cuts(self, cuts: tuple[Cut, ...] | None) -> None:
        """Assume another calendar of cuts; None takes the pack's."""
        self._put(replace(self.money, cuts=cuts), say("Calendar of cuts"))

    def forget(self) -> None:
        """Assume nothing but what the pack and the program do."""
        self._session.edit(self._session.study.with_money(None), say("Put all assumptions back"))

    def _put(self, money: Money, text: str, gesture: int = -1) -> None:
        if money != self.money:  # what changes nothing is no step of undo
            self._session.edit(self._session.study.with_money(money), text, gesture)
