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

from siteselect.model.figures import FIGURES
from siteselect.ui.figures import number, percent
from siteselect.ui.money_day import MoneyDay, SiteMoney
from siteselect.ui.money_edits import MoneyEdits
from siteselect.ui.money_words import UNKNOWN, millions
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
GROUP_TITLES = {
    "Spread": "Spread of the runs",
    "Calendar": "Deadline and cuts",
    "Lands": "Taxes by land",
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
        self.decay = ValueSlider("Decay of the hash price a month", *SLIDER)
        self.decay.edited.connect(lambda value, at: self._edits.figure("decay", value, at))
        self.decay_figure = QLabel()
        self.decay_figure.setObjectName("subtitle")
        self.note = QLabel("Reading the assumptions…")
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        self.back = QPushButton("Put all back")
        self.back.setToolTip("Assume again what the pack and the program do")
        self.back.clicked.connect(self._edits.forget)
        self._lay_out()

    def show_day(self, day: MoneyDay) -> None:
        """Show what was reckoned with; no signal follows."""
        self._day = day
        found = day.finance
        decay = found.reckoning.terms.whole["decay"]
        self.decay.show_value(decay.value)
        self.decay.setToolTip(tip(decay.source))
        self.decay_figure.setText(f"{number(100 * decay.value, 1)} % a month")
        self.note.setText(" ".join(found.remarks))
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
        title = QLabel("What is assumed")
        title.setObjectName("title")
        column.addWidget(title)
        about = QLabel("Grey: an assumption. Black: sourced. Click a source to read it.")
        about.setObjectName("muted")
        about.setWordWrap(True)
        column.addWidget(about)
        decay = QHBoxLayout()
        decay.addWidget(QLabel("Decay of the hash price"), 1)
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
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(inner)

    def _figures(self, group: str) -> AssumedFigures | AssumedMoving:
        if group == "Moving":
            return AssumedMoving(self._edits, self._theme)
        return AssumedFigures(group, self._edits, self._theme)

    def _fold(self, column: QVBoxLayout, key: str, make: Callable[[], Body]) -> None:
        def made() -> Body:
            body = make()
            self._fill(body)
            return body

        fold = Fold(GROUP_TITLES.get(key, key), made, self._theme)
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
        told["Machines"] = (UNKNOWN, "")
    else:
        model, more = fleet.lots[0].machine.model, len(fleet.lots) - 1
        load = f"{number(found.context.load_mw, 1)} MW"
        kinds = f"{model} and {more} more" if more else model
        told["Machines"] = (load, f"{kinds}, {number(fleet.j_per_th, 1)} J/TH")
    price = found.hashprice
    hash_price = UNKNOWN if isnan(price) else f"{number(price / 1000, 3)} $/TH/d"
    yours = "yours" if found.money.network is not None else "editable"
    told["Network"] = (hash_price, f"{found.context.as_of} · {yours}")
    told["Earnings"] = (f"{number(whole['months'].value, 0)} months",
                        f"discounted at {percent(whole['discount'].value)} a year")  # fmt: skip
    own = len(found.money.by_land)
    told["Lands"] = (f"{own} yours" if own else "as for all", "profit tax, money, duty, import tax")
    told["Loan"] = (percent(whole["loan_share"].value), "of the capital is lent")
    runs = f"{percent(whole['spread_price'].value)} a month"
    told["Spread"] = (runs, "of the BTC price")
    wanted, cuts = found.money.wanted_day, found.money.cuts
    told["Calendar"] = (
        f"{wanted}" if wanted else "no day",
        "cuts as the pack says" if cuts is None else f"{len(cuts)} cuts, yours",
    )
    partners = found.money.partners
    shares = " : ".join(f"{100 * each.cost_share:.0f}" for each in partners)
    profit = " : ".join(f"{100 * each.profit_share:.0f}" for each in partners)
    told["Partners"] = (shares or "none", f"cost {shares}, profit {profit}" if shares else "")
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
    way = f", {number(km, 0)} km" if not isnan(km) else ""
    verdict = float(found.law.value[row])
    law = UNKNOWN if isnan(verdict) else ("unlawful", "conditional", "lawful")[int(verdict)]
    seized = found.terms.by_site[row].get(f"seizure_{law}", None)
    if law == "conditional":
        seized = found.terms.by_site[row]["seizure_conditional"]
    chance = UNKNOWN if seized is None else f"{number(100 * seized.value, 1)} % a year"
    return {
        "Running": (f"PUE {number(float(found.pue[row]), 2)}",
                    f"{name}: uptime {percent(up)}, {found.uptime_notes[row]}"),
        "Building": (millions(money), f"{name}: building, line, machines bought"),
        "Moving": (millions(float(np.asarray(spent.move.total)[row])), f"to {name}{way}"),
        "Risk": (chance, f"seizure at {name}, {law} on this day"),
    }  # fmt: skip
