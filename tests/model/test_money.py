from datetime import date

import pytest

from siteselect.errors import StudyError
from siteselect.model.figures import FIGURES, Figure
from siteselect.model.money import Cut, Money, Network, Partner, month_day
from siteselect.model.study import Context


def test_a_chosen_figure_stands_and_can_be_taken_back():
    money = Money().with_figure("decay", Figure(0.015)).with_figure("months", Figure(60))
    assert money.figure("decay") == Figure(0.015)
    assert [key for key, _ in money.figures] == ["decay", "months"]
    assert money.figure("discount") is None
    assert money.with_figure("months", None).with_figure("decay", None) == Money()


def test_figures_stand_in_one_order_however_they_were_chosen():
    one = Money().with_figure("months", Figure(60)).with_figure("decay", Figure(0.0))
    other = Money().with_figure("decay", Figure(0.0)).with_figure("months", Figure(60))
    assert one == other
    assert hash(one) == hash(other)
    assert list(FIGURES)[:3] == ["decay", "halvings", "months"]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Money().with_figure("luck", Figure(1)), "no figure called luck"),
        (lambda: Money().with_figure("discount", Figure(-1)), "Discount rate a year is -1"),
        (lambda: Money(figures=(("decay", Figure(0)), ("decay", Figure(0)))), "stands twice"),
        (lambda: Money(partners=(Partner("a", 0.8, 0.8),)), "shares of cost add up to 80%"),
        (
            lambda: Money(partners=(Partner("a", 0.8, 0.5), Partner("b", 0.2, 0.2))),
            "shares of profit add up to 70%",
        ),
        (
            lambda: Money(partners=(Partner("a", 1.2, 0.5), Partner("b", -0.2, 0.5))),
            "shares of cost",
        ),
        (lambda: Cut("KG", "13-01", "02-28"), "'13-01' is no day of the year"),
        (lambda: Cut("KG", "12-01", "02-28", share=1.5), "share of 0 to 1"),
        (lambda: Network(Figure(-1), Figure(1e12), Figure(6.25), Figure(0)), "BTC price is -1"),
        (lambda: Network(Figure(1), Figure(0), Figure(6.25), Figure(0)), "difficulty is 0"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(make, words):
    with pytest.raises(StudyError, match=words):
        make()


def test_partners_who_share_all_are_taken():
    money = Money(partners=(Partner("BIT Mining", 0.8, 0.6), Partner("Local", 0.2, 0.4)))
    assert len(money.partners) == 2


def test_days_of_the_year():
    assert month_day("02-29") == (2, 29)
    assert month_day("12-01") == (12, 1)


def test_a_context_with_money_is_a_value():
    one, other = (Context(date(2021, 6, 2), 50, Money(buys_machines=True)) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert Context(date(2021, 6, 2)).money is None


def test_a_figure_of_one_land_comes_before_its_parents_and_can_be_put_back():
    money = Money().with_land_figure("CN", "profit_tax", Figure(0.25, "yours"))
    money = money.with_land_figure("CN-XJ", "fx_drift", Figure(0.03, "yours"))
    money = money.with_land_figure("CN-XJ", "profit_tax", Figure(0.1, "yours"))
    assert money.land_figures(("CN-XJ", "CN"))["profit_tax"].value == 0.1
    assert money.land_figures(("CN",))["profit_tax"].value == 0.25
    assert money.land_figures(("KZ",)) == {}
    less = money.with_land_figure("CN-XJ", "profit_tax", None)
    assert less.land_figures(("CN-XJ", "CN"))["profit_tax"].value == 0.25
    assert [each[:2] for each in money.by_land] == [
        ("CN", "profit_tax"), ("CN-XJ", "profit_tax"), ("CN-XJ", "fx_drift"),
    ]  # fmt: skip


def test_figures_of_a_land_are_bounded_few_and_stand_once():
    with pytest.raises(StudyError, match="decay of KZ is not one of a land"):
        Money(by_land=(("KZ", "decay", Figure(0.1)),))
    with pytest.raises(StudyError, match="Tax on profit is 2"):
        Money(by_land=(("KZ", "profit_tax", Figure(2.0)),))
    twice = (("KZ", "profit_tax", Figure(0.1)), ("KZ", "profit_tax", Figure(0.2)))
    with pytest.raises(StudyError, match=r"profit_tax \(KZ\) stands twice"):
        Money(by_land=twice)
