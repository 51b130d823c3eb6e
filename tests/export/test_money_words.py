from dataclasses import replace

from siteselect.export.money_table import MoneyCell, MoneyFigure
from siteselect.export.money_words import asked, assumed, between, heads, rows, words
from tests.export.making import made_money, made_report


def report():
    return replace(made_report(), money=made_money())


def test_the_figures_that_a_board_asks_for_stand_in_its_order():
    assert [each.key for each in asked(report())] == ["payback", "npv"]
    assert heads(report()) == ["Payback, months", "Net present value, million USD"]
    assert asked(made_report()) == ()
    assert rows(made_report(), 5) == []


def test_sites_that_rank_are_told_with_numbers_and_words():
    name, cells = rows(report(), 5)[0]
    assert name == "Alpha"
    assert cells == ((None, "never"), (1000.0, "0.00"))
    assert len(rows(report(), 1)) == 1


def test_figures_are_told_as_people_read_them():
    irr = MoneyFigure("irr", "Internal rate of return", "share a year")
    assert words(irr, MoneyCell(15.41, None, None)) == "1\u202f541"
    npv = MoneyFigure("npv", "Net present value", "USD")
    assert words(npv, MoneyCell(12_340_000.0, None, None)) == "12.3"
    assert words(npv, MoneyCell(None, None, None)) == "unknown"


def test_shares_and_switches_are_told_in_plain_words():
    assert assumed(0.015, "share") == "1.5 %"
    assert assumed(1.0, "0 or 1") == "yes"
    assert assumed(0.0, "0 or 1") == "no"
    assert assumed(None, "share") == ""
    assert assumed(48.0, "months") == "48.0 months"
    assert between(0.0, 0.03, "share") == "0 % – 3 %"
    assert between(None, 0.03, "share") == ""
