"""What is known of the regions on a day, as the map tints, hatches and tells it."""

import math
from dataclasses import dataclass

from PySide6.QtGui import QColor

from siteselect.economics.price_unit import PLAIN, PricesTold
from siteselect.model.region_day import RegionDay, RegionState
from siteselect.model.tint import AS_SHIPPED, Tint, class_of, share_of
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.ramp import STEPS, in_classes, mixed, tint_colours

PALE = 0.42
"""How much of the land's colour is in the tint of a doubtful price."""
CENT = 10.0
"""USD/MWh to the US cent per kWh."""


@dataclass(frozen=True, slots=True, eq=False)
class Tints:
    """The states of a day by region, and the ends of their price ramp in USD/MWh."""

    day: str
    states: dict[str, RegionState]
    low: float
    high: float
    prices: PricesTold = PLAIN
    """How prices are told."""
    tint: Tint = AS_SHIPPED
    edges: tuple[float, ...] = ()
    """Where classes of prices meet, in USD/MWh; none where they are shaded."""

    @property
    def priced(self) -> bool:
        """Whether any price is known."""
        return math.isfinite(self.low)

    def colour(self, state: RegionState, theme: Theme) -> QColor | None:
        """Return the tint of a region, pale where the price is doubtful; None when unknown."""
        if not math.isfinite(state.price):
            return None
        colour = self._colour(state.price, tint_colours(self.tint.ramp, theme))
        return mixed(colour, QColor(theme.land), PALE) if state.badge else colour

    def _colour(self, price: float, colours: tuple[QColor, ...]) -> QColor:
        if self.edges:
            return in_classes(colours, len(self.edges) + 1)[class_of(price, self.edges)]
        share = share_of(price, self.low, self.high, ())
        return colours[min(int(share * STEPS), STEPS - 1)]


NO_TINTS = Tints("", {}, math.nan, math.nan)


def tints_of(region_day: RegionDay, told: PricesTold = PLAIN) -> Tints:
    """Return the states of a day, with the ramp from whole cent to whole cent."""
    states = {state.code: state for state in region_day.regions}
    prices = [state.price for state in states.values() if math.isfinite(state.price)]
    low = math.floor(min(prices) / CENT) * CENT if prices else math.nan
    high = math.ceil(max(prices) / CENT) * CENT if prices else math.nan
    if prices and high <= low:
        high = low + CENT
    edges = region_day.tint.edges(prices, low, high)
    return Tints(region_day.as_of.isoformat(), states, low, high, told, region_day.tint, edges)
