from dataclasses import replace

from siteselect.export.checklist import Kind, checklist
from tests.export.making import EVIL, made_money, made_report


def of(name, report=None):
    report = report or made_report()
    return checklist(report, next(row for row in report.rows if row.name == name))


def kinds(found):
    return [(each.kind, each.what) for each in found]


def test_what_is_unknown_and_what_is_weak_by_weight_then_the_offer():
    assert kinds(of("Alpha")) == [
        (Kind.UNKNOWN, "Known to nobody"),
        (Kind.WEAK, "All-in price"),
        (Kind.OFFER, "Offer of power"),
    ]
    price, offer = of("Alpha")[1:]
    assert price.known == "40.0 USD/MWh, between 35.0 and 45.0 USD/MWh. row T1 · 2021"
    assert "written tariff" in price.settles
    assert price.matters == "75.0 % of the weight."
    assert offer.settles.startswith("A letter that says the date of the letter, how long")
    assert "price of a kilowatt-hour" not in offer.settles


def test_gates_that_are_not_passed_come_first():
    found = of("Beta")
    assert kinds(found)[0] == (Kind.GATE, "Mining lawful")
    assert "a licence is wanted" in found[0].known
    assert found[0].settles.startswith("The opinion of a lawyer")
    assert found[0].matters == "Gate, conditional."
    assert kinds(found)[2] == (Kind.WEAK, "All-in price")  # carried from another year
    assert kinds(found)[-1] == (Kind.OFFER, "No offer of power is in writing")


def test_an_unknown_value_says_why_and_that_it_may_be_without_effect():
    price, nobody = of(EVIL)[:2]
    assert (price.what, price.known) == ("All-in price", "No row holds on this day.")
    assert nobody.matters == "Weight 5, without effect as long as no site knows it."


def test_a_bound_that_is_known_is_told():
    report = made_report()
    row = next(row for row in report.rows if row.name == EVIL)
    bounded = replace(row.cells[0], low=12.0)
    found = checklist(report, replace(row, cells=(bounded, *row.cells[1:])))
    assert found[0].known == "At least 12.0 USD/MWh. No row holds on this day."


def test_money_that_is_unknown_is_grouped_by_its_reason():
    report = replace(made_report(), money=made_money())
    assert kinds(of("Alpha", report))[-1][0] is Kind.OFFER  # never is known
    last = of("Beta", report)[-1]
    assert (last.kind, last.what, last.known) == (
        Kind.MONEY, "Net present value, Payback", "No price."
    )  # fmt: skip


def test_every_site_that_fails_or_cannot_be_judged_says_so():
    report = made_report()
    for row in report.rows:
        gates = [each for each in checklist(report, row) if each.kind is Kind.GATE]
        assert bool(gates) == (row.verdict.value != "PASS")
