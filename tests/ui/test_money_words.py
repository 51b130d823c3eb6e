from math import inf, nan

import numpy as np

from siteselect.economics.estimate import Estimate
from siteselect.ui.money_words import (
    COLUMNS,
    NEVER,
    UNLAWFUL,
    cell,
    estimate_of,
    millions,
    missing,
    months,
    signed,
)
from tests.ui.money_made import money

BY_KEY = {each.key: each for each in COLUMNS}


def one(value, low=None, high=None, why=""):
    ends = (value if end is None else end for end in (low, high))
    return Estimate(np.array([value]), *(np.array([end]) for end in ends), (why,))


def test_a_payback_is_told_in_words():
    assert months(20, 20, 20) == "20 months"
    assert months(1, 1, 1) == "1 month"
    assert months(23, 21, 26) == "21–26 months"
    assert months(23, 21, inf) == "21 months or never"
    assert months(inf, inf, inf) == NEVER


def test_a_figure_is_an_interval_where_it_is_one_and_bears_a_sign_where_it_may_lose():
    assert cell(BY_KEY["npv"], one(5.1e6, 5.1e6, 8.8e6), 0) == "+5.1–8.8"
    assert cell(BY_KEY["npv"], one(-6.4e6), 0) == "−6.4"
    assert cell(BY_KEY["npv"], one(1e6, -1e6, 2e6), 0) == "−1.0 to 2.0"
    assert cell(BY_KEY["break_even"], one(271.0), 0) == "27.10"
    assert cell(BY_KEY["irr"], one(0.31), 0) == "31"


def test_what_is_not_there_is_said():
    assert cell(BY_KEY["npv"], one(nan, why="No price is known."), 0) == "unknown"
    assert (
        cell(
            BY_KEY["npv"],
            one(nan, why="Mining is not lawful on this day, so nothing is earned. Since 2021."),
            0,
        )
        == UNLAWFUL
    )
    assert missing("") == "unknown"


def test_amounts_and_signs():
    assert millions(21.93e6) == "21.9 M$"
    assert millions(4200.0) == "4 k$"
    assert millions(nan) == "unknown"
    assert (signed(1.0, 1), signed(-1.0, 1), signed(0.0, 1)) == ("+1.0", "−1.0", "0.0")


def test_the_simple_payback_is_capital_over_the_margin_of_a_year():
    found = money().finance
    row = found.row("Ekibastuz")
    simple = estimate_of(found, "payback_simple")
    margin = float(found.reckoning.at_value.margin[row])
    assert simple.value[row] == 12 * found.estimate("capital").value[row] / margin
    assert simple.low[row] < simple.value[row] < simple.high[row]
    assert np.isnan(simple.value[found.row("Kemin")])


def test_every_column_is_a_figure_of_the_reckoning():
    for column in COLUMNS:
        assert len(estimate_of(money().finance, column.key).value) == len(money().names)
