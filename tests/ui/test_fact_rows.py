from datetime import date

from siteselect.model.own_fact import FactTable, OwnFact
from siteselect.packs.own_facts import lay_over
from siteselect.ui.fact_rows import HEADINGS, TITLES, fact_lines
from tests.ui.money_made import DAY, pack


def test_each_table_has_a_title_and_lines_of_the_same_cells():
    assert set(TITLES) == set(FactTable)
    for table in FactTable:
        lines = fact_lines(pack(), table)
        assert lines
        assert all(len(line.cells) == len(HEADINGS) for line in lines)
        assert all(line.id and line.source for line in lines)


def test_only_what_holds_on_the_day_and_bears_the_words():
    ban = fact_lines(pack(), FactTable.RULES, DAY, "kg banned")
    assert [line.id for line in ban] == ["R21"]
    assert ban[0].end == "2021-10-14"
    later = fact_lines(pack(), FactTable.RULES, date(2022, 6, 1), "kg banned")
    assert "R21" not in [line.id for line in later]


def test_a_price_tells_unit_and_tax_and_a_fee_that_was_not_seen_says_so():
    price = next(line for line in fact_lines(pack(), FactTable.TARIFFS) if line.id == "T001")
    assert price.amount == "2.24 KGS/kWh, VAT excluded"
    assert price.start == "2015-08-01"
    fees = fact_lines(pack(), FactTable.MINING_FEE)
    first = next(line for line in fees if line.id == "F01")
    assert (first.what, first.amount) == ("grid, in force", "1 KZT/kWh")
    assert any(line.amount == "not seen" for line in fees) or all(line.amount for line in fees)


def test_rows_of_ones_own_come_first_and_are_marked():
    own = OwnFact.of("rules", {"id": "R21", "valid_to": "2021-12-31"})
    lines = fact_lines(lay_over(pack(), (own,)), FactTable.RULES)
    assert (lines[0].id, lines[0].end, lines[0].sure) == ("R21", "2021-12-31", "yours")
    assert lines[0].yours
    assert not lines[1].yours
