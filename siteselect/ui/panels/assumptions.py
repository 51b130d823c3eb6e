"""What is assumed about money: every figure with its source, editable, in parts that fold."""

from collections.abc import Callable
from functools import partial
from math import isnan

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import later, say, say_count, say_name
from siteselect.model.figures import FIGURES
from siteselect.ui.figures import number, percent
from siteselect.ui.money_day import MoneyDay, SiteMoney
from siteselect.ui.money_edits import MoneyEdits
from siteselect.ui.money_words import UNKNOWN, millions, months_of
from siteselect.ui.panels.assumed_calendar import AssumedCalendar
from siteselect.ui.panels.assumed_figures import AssumedFigures
from siteselect.ui.panels.assumed_lands import AssumedLands
from siteselect.ui.panels.assumed_machines import AssumedMachines
from siteselect.ui.panels.assumed_moving import AssumedMoving
from siteselect.ui.panels.assumed_network import AssumedNetwork
from siteselect.ui.panels.assumed_partners import AssumedPartners
from siteselect.ui.panels.fold import Fold
from siteselect.ui.session import Session
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.tips import tip
from siteselect.ui.widgets.value_slider import ValueSlider

WIDTH = 316
LAW = (later("unlawful"), later("conditional"), later("lawful"))
"""Words for the verdict of the law, by its number."""
GROUP_TITLES = {
    "Spread": later("Spread of the runs"),
    "Calendar": later("Deadline and cuts"),
    "Lands": later("Taxes by land"),
    "Machines": later("Machines"),
    "Network": later("Network"),
    "Partners": later("Partners"),
}
SLIDER = (-0.02, 0.06, 0.001)
"""Ends and step of the decay a month."""

Body = (
    AssumedMachines
    | AssumedNetwork
    | AssumedFigures
    | AssumedMoving
    | AssumedLands
    | AssumedCalendar
    | AssumedPartners
)


MARGINS = 34
"""Pixels that the edges and the bar of the list take of its width."""


class AssumptionsPanel(QScrollArea):
    """The list at the left of the Money place."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setFixedWidth(WIDTH)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._edits = MoneyEdits(session)
        self._day: MoneyDay | None = None
        self._site: SiteMoney | None = None
        self.folds: dict[str, Fold] = {}
        self.decay = ValueSlider(say("Decay of the hash price a month"), *SLIDER)
        self.decay.edited.connect(lambda value, at: self._edits.figure("decay", value, at))
        self.decay_figure = QLabel()
        self.decay_figure.setObjectName("subtitle")
        self.note = QLabel(say("Reading the assumptions…"))
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        self.choose = QPushButton(say("Choose machines…"))
        self.choose.setToolTip(say("Say which machines run, and how many"))
        self.choose.clicked.connect(self._choose_machines)
        self.choose.hide()
        self.back = QPushButton(say("Put all back"))
        self.back.setToolTip(say("Assume again what the pack and the program do"))
        self.back.clicked.connect(self._edits.forget)
        self._lay_out()

    def show_day(self, day: MoneyDay) -> None:
        """Show what was reckoned with; no signal follows."""
        self._day = day
        found = day.finance
        decay = found.reckoning.terms.whole["decay"]
        self.decay.show_value(decay.value)
        self.decay.setToolTip(tip(say(decay.source)))
        self.decay_figure.setText(say("{number} % a month", number=number(100 * decay.value, 1)))
        self.note.setText(" ".join(found.remarks))
        self.note.setMinimumHeight(self.note.heightForWidth(WIDTH - MARGINS))  # no scroll area asks
        self.choose.setVisible(found.reckoning.money.fleet is None)
        self.back.setEnabled(day.study.money is not None)
        for fold in self.folds.values():
            self._show_body(fold)
        self._show_heads()

    def show_site(self, site: SiteMoney) -> None:
        """Show the figures that differ from place to place, at this one."""
        self._site = site
        self._show_heads()
        self._show_body(self.folds["Partners"])

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self._theme = theme
        for fold in self.folds.values():
            fold.dress(theme)
            body = fold.body
            if isinstance(body, Body):
                body.dress(theme)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("panel")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 12, 10, 12)
        column.setSpacing(4)
        title = QLabel(say("What is assumed"))
        title.setObjectName("title")
        column.addWidget(title)
        about = QLabel(say("Grey: an assumption. Black: sourced. Click a source to read it."))
        about.setObjectName("muted")
        about.setWordWrap(True)
        column.addWidget(about)
        decay = QHBoxLayout()
        decay.addWidget(QLabel(say("Decay of the hash price")), 1)
        decay.addWidget(self.decay_figure)
        column.addSpacing(4)
        column.addLayout(decay)
        column.addWidget(self.decay)
        groups = dict.fromkeys(info.group for info in FIGURES.values())
        self._fold(column, "Machines", lambda: AssumedMachines(self._edits, self._theme))
        self._fold(column, "Network", lambda: AssumedNetwork(self._edits, self._theme))
        for group in groups:
            self._fold(column, group, partial(self._figures, group))
            if group == "Moving":
                self._fold(column, "Lands", lambda: AssumedLands(self._edits, self._theme))
        self._fold(column, "Calendar", lambda: AssumedCalendar(self._edits, self._theme))
        self._fold(column, "Partners", lambda: AssumedPartners(self._edits, self._theme))
        column.addSpacing(6)
        column.addWidget(self.note)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(inner)

    def _choose_machines(self) -> None:
        """Open what is assumed of the machines, and bring it in sight."""
        fold = self.folds["Machines"]
        if not fold.opened:
            fold.toggle()
        self.ensureWidgetVisible(fold)
        fold.head.setFocus()

    def _figures(self, group: str) -> AssumedFigures | AssumedMoving:
        if group == "Moving":
            return AssumedMoving(self._edits, self._theme)
        return AssumedFigures(group, self._edits, self._theme)

    def _fold(self, column: QVBoxLayout, key: str, make: Callable[[], Body]) -> None:
        def made() -> Body:
            body = make()
            self._fill(body)
            return body

        fold = Fold(say(GROUP_TITLES.get(key, key)), made, self._theme)
        self.folds[key] = fold
        column.addWidget(fold)

    def _show_body(self, fold: Fold) -> None:
        if isinstance(fold.body, Body):
            self._fill(fold.body)

    def _fill(self, body: Body) -> None:
        if self._day is None:
            return
        body.show_day(self._day)
        site = self._site
        if isinstance(body, AssumedPartners) and site is not None and site.day is self._day:
            body.show_site(self._day, site.name)

    def _show_heads(self) -> None:
        if self._day is None:
            return
        for key, (figure, note) in heads(self._day, self._site).items():
            self.folds[key].show_figure(figure, note)


def heads(day: MoneyDay, site: SiteMoney | None) -> dict[str, tuple[str, str]]:
    """Return the figure and the pale line of each part; those that differ by place, at one."""
    found = day.finance.reckoning
    whole = found.terms.whole
    fleet = found.fleet
    told: dict[str, tuple[str, str]] = {}
    if fleet is None:
        told["Machines"] = (say(UNKNOWN), "")
    else:
        model, more = fleet.lots[0].machine.model, len(fleet.lots) - 1
        load = f"{number(found.context.load_mw, 1)} {say_name('MW')}"
        kinds = (
            say_count("{model} and {count} more", "{model} and {count} more", more, model=model)
            if more
            else model
        )
        told["Machines"] = (load, f"{kinds}, {number(fleet.j_per_th, 1)} {say_name('J/TH')}")
    price = found.hashprice
    hash_price = say(UNKNOWN) if isnan(price) else f"{number(price / 1000, 3)} {say_name('$/TH/d')}"
    yours = say("yours") if found.money.network is not None else say("editable")
    told["Network"] = (hash_price, f"{found.context.as_of} · {yours}")
    told["Earnings"] = (
        months_of(whole["months"].value),
        say("discounted at {value} a year", value=percent(whole["discount"].value)),
    )
    own = len(found.money.by_land)
    told["Lands"] = (
        say_count("{count} yours", "{count} yours", own) if own else say("as for all"),
        say("profit tax, money, duty, import tax"),
    )
    told["Loan"] = (percent(whole["loan_share"].value), say("of the capital is lent"))
    runs = say("{value} a month", value=percent(whole["spread_price"].value))
    told["Spread"] = (runs, say("of the BTC price"))
    wanted, cuts = found.money.wanted_day, found.money.cuts
    told["Calendar"] = (
        f"{wanted}" if wanted else say("no day"),
        say("cuts as the pack says")
        if cuts is None
        else say_count("{count} cut, yours", "{count} cuts, yours", len(cuts)),
    )
    partners = found.money.partners
    shares = " : ".join(f"{100 * each.cost_share:.0f}" for each in partners)
    profit = " : ".join(f"{100 * each.profit_share:.0f}" for each in partners)
    told["Partners"] = (
        shares or say("none"),
        say("cost {shares}, profit {profit}", shares=shares, profit=profit) if shares else "",
    )
    told |= _at_site(day, site)
    return told


def _at_site(day: MoneyDay, site: SiteMoney | None) -> dict[str, tuple[str, str]]:
    found = day.finance.reckoning
    row = day.names.index(site.name) if site is not None and site.name in day.names else None
    if row is None:
        return {}
    name, spent = day.names[row], found.spent
    up = float(np.mean(found.uptime[row][:12]))
    money = float(spent.building[row] + spent.line[row] + spent.machines[row])
    km = float(spent.km[row])
    way = (
        say("to {name}", name=name)
        if isnan(km)
        else say("to {name}, {km} km", name=name, km=number(km, 0))
    )
    verdict = float(found.law.value[row])
    law = UNKNOWN if isnan(verdict) else LAW[int(verdict)]
    seized = found.terms.by_site[row].get(f"seizure_{law}", None)
    if law == "conditional":
        seized = found.terms.by_site[row]["seizure_conditional"]
    chance = (
        say(UNKNOWN)
        if seized is None
        else say("{number} % a year", number=number(100 * seized.value, 1))
    )
    return {
        "Running": ("PUE " + number(float(found.pue[row]), 2),
                    say("{name}: uptime {up}, {note}", name=name, up=percent(up),
                        note=found.uptime_notes[row])),
        "Building": (millions(money), say("{name}: building, line, machines bought", name=name)),
        "Moving": (millions(float(np.asarray(spent.move.total)[row])), way),
        "Risk": (chance, say("seizure at {name}, {law} on this day", name=name, law=say(law))),
    }  # fmt: skip
