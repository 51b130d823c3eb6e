"""What a kilowatt-hour costs, all in: every supply route of every site, part by part."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite, isnan

import numpy as np
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from siteselect.economics.price_unit import CENTS, PLAIN, PricesTold, PriceUnit
from siteselect.language import later, say, say_name
from siteselect.model.badge import badge_words, part_words
from siteselect.model.evaluation import Evaluation
from siteselect.model.fact import Confidence
from siteselect.model.route import Route, RoutePart, unknown_route
from siteselect.model.supply import RouteKind
from siteselect.ui.charts.money_chart import MoneyChart
from siteselect.ui.charts.price_stack import COLOURS, WHOLE
from siteselect.ui.charts.stacked_bars import Bars, StackedBars
from siteselect.ui.money_day import MoneyDay
from siteselect.ui.price_words import amount, price, symbol, unit_words
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.elided import ElidedLabel
from siteselect.ui.widgets.tips import tip

ESTIMATES = ("estimate", "nearest", "carried", "lower end", "floor", "reference")
"""Words of a badge that say a price was not quoted for this place and day."""
OPEN_PART = 0.12
"""So much of the scale a price known only by its floor is left open at its end."""
CLOSED = "⊘"
_KNOWN_PARTS = ("Energy", "Grid", "Mining fee", "Tax on the bill", "Losses",
                "Energy and mining fee")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One bar: a route of a site."""

    site: int
    place: int
    """0 for the route that the site's price is read from."""
    route: Route
    closed: str = ""
    """The rule that closes the route, or forbids mining there; empty where it is open."""


class RoutePricesChart(MoneyChart):
    """Stacked bars, cheapest open site first, its other routes beneath; whiskers, pale, closed."""

    key = "route_prices"
    question = later("What does a kilowatt-hour cost, all in?")
    wants = (MoneyDay, PricesTold)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.entries: tuple[Entry, ...] = ()
        self.note = ElidedLabel()
        self.note.setObjectName("muted")
        self.bars = StackedBars(theme, self)
        self.bars.setAccessibleName(say(self.question))
        self.bars.clicked.connect(self._pick_entry)
        self.every = QToolButton()
        self.every.setObjectName("quiet")
        self.every.setCheckable(True)
        self.every.setChecked(True)
        self.every.setText(say("every route"))
        self.every.setToolTip(
            say("Show every way to power, or only the one each price is read from")
        )
        self.every.clicked.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.note)
        column.addWidget(self.bars, 1)

    def controls(self) -> QWidget | None:
        """Return the switch between every route and the chosen ones."""
        return self.every

    def refresh(self) -> None:
        """Show the routes of the day."""
        day = self.day
        if day is None:
            return
        known = sum(bool(held) and held[0].known for held in day.routes)
        self.note.setText(
            say(
                "{prices} · cheapest open route first · price known for {known} of "
                "{count} sites · {closed} closed by a rule",
                prices=unit_words(self.prices),
                known=known,
                count=len(day.routes),
                closed=CLOSED,
            )
        )
        rates = self.prices.missing or self.prices.rates
        self.note.setToolTip(tip("\n".join(each for each in (self.note.text(), rates) if each)))
        self.entries = entries_of(day, every=self.every.isChecked())
        self.bars.show_bars(
            bars_of(day, self.entries, self.evaluation, self.prices), self._marked()
        )

    def mark_selection(self, names: frozenset[str]) -> None:
        """Mark the bars of these sites and bring a lone one into view."""
        marked = self._marked()
        self.bars.mark(marked)
        if len(names) == 1 and marked:
            self.bars.reveal(min(marked))

    def dress(self, theme: Theme) -> None:
        """Take colours from the theme."""
        self.bars.theme = theme
        self.bars.viewport().update()

    def _turn(self, every: bool) -> None:
        self.every.setText(say("every route") if every else say("chosen routes"))
        self.refresh()

    def _marked(self) -> frozenset[int]:
        day = self.day
        if day is None:
            return frozenset()
        picked = {row for row, name in enumerate(day.names) if name in self.names}
        return frozenset(at for at, each in enumerate(self.entries) if each.site in picked)

    def _pick_entry(self, place: int, together: bool) -> None:
        if self.day is not None:
            self.choose_one(self.day.names[self.entries[place].site], together)


def entries_of(day: MoneyDay, *, every: bool) -> tuple[Entry, ...]:
    """Return the bars: sites by the price they pay, those without one last, with their routes."""

    def order(row: int) -> tuple[int, float]:
        route = next(iter(day.routes[row]), None)
        if route is None:
            return 3, 0.0
        if not route.known:
            return 2, route.low if isfinite(route.low) else np.inf
        return int(bool(closed_by(day, row, route))), route.value

    found = []
    for row in sorted(range(len(day.routes)), key=order):
        held = day.routes[row] if every else day.routes[row][:1]
        held = held or (unknown_route(RouteKind.SUPPLIER, why_no_price(day, row)),)
        found += [Entry(row, at, each, closed_by(day, row, each)) for at, each in enumerate(held)]
    return tuple(found)


def why_no_price(day: MoneyDay, row: int) -> str:
    """Return why no route is known to a site."""
    return day.finance.reckoning.price.provenance[row].source or say(
        "No price is known on this day."
    )


def closed_by(day: MoneyDay, row: int, route: Route) -> str:
    """Return the rule that closes a route of a site; mining unlawful there closes all of them."""
    return day.unlawful(row) or ("" if route.lawful else route.reason)


def bars_of(
    day: MoneyDay,
    entries: tuple[Entry, ...],
    evaluation: Evaluation | None,
    prices: PricesTold = PLAIN,
) -> Bars:
    """Return the bars as they are painted."""
    stacks = [_stack(each.route) for each in entries]
    titles = tuple(dict.fromkeys(title for stack in stacks for title in stack))
    parts = np.array([[stack.get(title, 0.0) for title in titles] for stack in stacks])
    parts = parts.reshape(len(entries), len(titles))
    sums = parts.sum(axis=1)
    low = np.array([each.route.low for each in entries], dtype=float)
    high = np.array([each.route.high for each in entries], dtype=float)
    top = max(float(np.nanmax([*sums, *high, 1e-9], initial=1e-9)), 1e-9)
    open_end = np.array([not isfinite(each.route.high) for each in entries], dtype=bool)
    low = np.where(open_end, sums, low)
    high = np.where(open_end, np.minimum(sums + OPEN_PART * top, top), high)
    pale = np.array([is_estimate(each.route) or bool(each.closed) for each in entries], dtype=bool)
    colours = tuple(_colour(title, place) for place, title in enumerate(titles))
    legend = tuple(part_words(title) for title in titles) + (
        (say("pale: estimated or closed"),) if pale.any() else ()
    )
    words = _words(day, entries, titles, evaluation, prices)
    return Bars(
        np.arange(len(entries)), parts, low, high, open_end, pale, top, colours,
        legend, (*colours, "#9AA3AD")[: len(legend)], *words,
    )  # fmt: skip


def _colour(title: str, place: int) -> str:
    """Return the colour of a part: the same on every day for those that are known of."""
    at = _KNOWN_PARTS.index(title) if title in _KNOWN_PARTS else len(_KNOWN_PARTS) + place
    return COLOURS[at % len(COLOURS)]


def is_estimate(route: Route) -> bool:
    """Return whether the price stands in for one that nobody quoted for this place and day."""
    badge = any(word in route.badge for word in ESTIMATES)
    return badge or not route.lawful or route.confidence is Confidence.LOW or not route.known


def title_of(part: RoutePart) -> str:
    """Return the part as the legend calls it: the parts of the grid are one."""
    return part.title.split(":")[0]


def _stack(route: Route) -> dict[str, float]:
    held: dict[str, float] = {}
    for part in route.parts:
        amount = part.value if isfinite(part.value) else part.low
        if isfinite(amount):
            held[title_of(part)] = held.get(title_of(part), 0.0) + amount
    if not held and isfinite(route.value):
        held[WHOLE] = route.value
    return held


def _words(
    day: MoneyDay,
    entries: tuple[Entry, ...],
    titles: tuple[str, ...],
    evaluation: Evaluation | None,
    prices: PricesTold,
) -> tuple[Callable[..., str], ...]:
    ranks = {}
    if evaluation is not None:
        names = (site.name for site in evaluation.matrix.sites.items)
        ranks = dict(zip(names, evaluation.ranks.tolist(), strict=True))

    def unit_of(at: int) -> PriceUnit:
        return prices.of(day.finance.sites.items[entries[at].site].country)

    def name(at: int) -> str:
        entry = entries[at]
        title = entry.route.title
        if not day.routes[entry.site]:
            return say_name(day.names[entry.site])
        return f"    {title}" if entry.place else f"{say_name(day.names[entry.site])} · {title}"

    def rank(at: int) -> str:
        entry = entries[at]
        if entry.closed:
            return CLOSED
        place = int(ranks.get(day.names[entry.site], 0))
        return str(place) if place > 0 and not entry.place else ""

    def figure(at: int) -> str:
        unit, text = unit_of(at), price_words(entries[at].route, unit_of(at))
        return f"{text} {unit.currency}" if prices.local and unit.known else text

    def absent(at: int) -> str:
        route = entries[at].route
        if route.known or isfinite(route.low):
            return ""
        return say("unknown: {reason}", reason=route.why_unknown)

    def segment(at: int, part: int) -> str:
        held = _stack(entries[at].route).get(titles[part], np.nan)
        return amount(unit_of(at), held) if unit_of(at).known else ""

    def explain(at: int, part: int | None) -> str:
        entry = entries[at]
        chosen = None if part is None else titles[part]
        return explained(day.names[entry.site], entry, chosen, unit_of(at))

    return name, rank, figure, absent, segment, explain


def price_words(route: Route, unit: PriceUnit = CENTS) -> str:
    """Return the all-in price; a floor with its sign."""
    if isnan(route.value):
        return f"≥ {amount(unit, route.low)}" if unit.known else amount(unit, route.low)
    return price(unit, route.value, route.low, route.high)


def explained(name: str, entry: Entry, part: str | None = None, unit: PriceUnit = CENTS) -> str:
    """Return where a price, or one part of it, comes from."""
    route = entry.route
    shown = f"{price_words(route, unit)}{f' {symbol(unit)}' if unit.known else ''}"
    lines = [f"{say_name(name)}, {route.title}: {shown}", *([unit.note] if unit.note else [])]
    if entry.closed:
        lines.append(say("Closed: {reason}", reason=entry.closed))
    lines += [text for text in (route.why_unknown, badge_words(route.badge), route.note) if text]
    for each in route.parts:
        if part in {None, title_of(each)}:
            held = amount(unit, each.value)
            vat = say("VAT {vat}", vat=say(each.vat.value)) if each.vat else ""
            sure = (
                say("confidence {level}", level=say(each.confidence.value))
                if each.confidence
                else ""
            )
            told = (
                f"{part_words(each.title)} {held}",
                each.source,
                each.observed,
                sure,
                vat,
                each.note,
            )
            lines.append(" · ".join(text for text in told if text))
    return "\n".join(lines)
