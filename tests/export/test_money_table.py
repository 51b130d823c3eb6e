from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np

from siteselect.economics.estimate import estimate
from siteselect.export.money_table import MoneyCell, money_table
from siteselect.model.figures import Figure
from siteselect.model.sites import Sites
from tests.export.making import SITES


@dataclass
class Assumed:
    title: str = "Decay"
    unit: str = "share"
    group: str = "Network"
    figure: Figure = field(default_factory=lambda: Figure(0.02, "a paper", 0.01, 0.03))
    chosen: bool = True


class Reckoned:
    sites = Sites(SITES[:3])
    titles: ClassVar = {"npv": ("Net present value", "USD"), "payback": ("Payback", "months")}
    remarks = ("Known for 1 of 3 sites.",)

    def estimate(self, key):
        if key == "npv":
            ends = ([5.0, np.nan, 1.0], [4.0, np.nan, 1.0], [9.0, np.nan, 1.0])
            return estimate(*ends, ("", "No price.", ""))
        return estimate([np.inf] * 3, [20.0] * 3, [np.inf] * 3, ("", "", ""))

    def assumptions(self):
        return (Assumed(),)


def test_every_site_has_every_figure_with_its_ends():
    table = money_table(Reckoned())
    assert [each.title for each in table.figures] == ["Net present value", "Payback"]
    assert table.rows["Alpha"] == (
        MoneyCell(5.0, 4.0, 9.0), MoneyCell(None, 20.0, None, never=True)
    )  # fmt: skip
    assert table.rows["Beta"][0] == MoneyCell(None, None, None, why="No price.")
    assert table.remarks == ("Known for 1 of 3 sites.",)


def test_assumptions_say_whose_word_they_are():
    (each,) = money_table(Reckoned()).assumptions
    assert (each.title, each.value, each.low, each.high) == ("Decay", 0.02, 0.01, 0.03)
    assert (each.source, each.assumed, each.chosen) == ("a paper", False, True)
