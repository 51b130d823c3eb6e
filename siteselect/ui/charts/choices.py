"""The charts that a person can choose from; each is imported when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass

from siteselect.language import later
from siteselect.ui.charts.chart import Chart
from siteselect.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Choice:
    """One kind of chart: its key in settings, its question, and what makes it."""

    key: str
    question: str
    make: Callable[[Theme], Chart]


def _contributions(theme: Theme) -> Chart:
    from siteselect.ui.charts.contributions import ContributionsChart

    return ContributionsChart(theme)


def _trade_off(theme: Theme) -> Chart:
    from siteselect.ui.charts.trade_off import TradeOffChart

    return TradeOffChart(theme)


def _acceptability(theme: Theme) -> Chart:
    from siteselect.ui.charts.acceptability import AcceptabilityChart

    return AcceptabilityChart(theme)


def _tornado(theme: Theme) -> Chart:
    from siteselect.ui.charts.tornado import TornadoChart

    return TornadoChart(theme)


def _price_stack(theme: Theme) -> Chart:
    from siteselect.ui.charts.price_stack import PriceStackChart

    return PriceStackChart(theme)


def _consensus(theme: Theme) -> Chart:
    from siteselect.ui.charts.consensus import ConsensusChart

    return ConsensusChart(theme)


def _slope(theme: Theme) -> Chart:
    from siteselect.ui.charts.slope import SlopeChart

    return SlopeChart(theme)


def _score_spread(theme: Theme) -> Chart:
    from siteselect.ui.charts.score_spread import ScoreSpreadChart

    return ScoreSpreadChart(theme)


def _value_paths(theme: Theme) -> Chart:
    from siteselect.ui.charts.value_paths import ValuePathsChart

    return ValuePathsChart(theme)


CHARTS: tuple[Choice, ...] = (
    Choice("trade_off", later("What is traded off?"), _trade_off),
    Choice("acceptability", later("How firm is the ranking?"), _acceptability),
    Choice("tornado", later("What moves the winner?"), _tornado),
    Choice("contributions", later("What earns each score?"), _contributions),
    Choice("price_stack", later("What does power cost?"), _price_stack),
    Choice("slope", later("Who is first under which view?"), _slope),
    Choice("consensus", later("Do the methods agree?"), _consensus),
    Choice("value_paths", later("Where do the first sites differ?"), _value_paths),
    Choice("score_spread", later("How are the scores spread?"), _score_spread),
)
"""In the order of the menus; a row that nobody has changed shows the first of them."""
