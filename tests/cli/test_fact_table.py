import io

import pytest
from rich.console import Console

from siteselect.cli.fact_table import Kind, fact_table

RATE = {
    "id": "X1",
    "currency": "KZT",
    "units_per_usd": 425.9,
    "note": "annual average 2021",
    "source": "[red]bank[/red]",
    "confidence": "high",
}
FEE = {
    "id": "F1",
    "jurisdiction": "KZ",
    "case": "grid",
    "price_from": 0.0,
    "price_to": None,
    "fee": 1.0,
    "fee_high": 2.5,
    "unit": "KZT/kWh",
    "status": "in force",
    "valid": "2022-01-01 to 2022-12-31",
    "source": "a law",
    "confidence": "low",
}


def printed(kind, rows):
    console = Console(file=io.StringIO(), width=160)
    console.print(fact_table("Title", kind, rows))
    return console.file.getvalue()


def test_text_of_a_pack_is_never_markup():
    assert "[red]bank[/red]" in printed(Kind.RATES, [RATE])


def test_zero_is_shown_unknown_is_empty_and_two_ends_are_a_range():
    text = printed(Kind.FEES, [FEE])
    (line,) = [line for line in text.splitlines() if "F1" in line]
    cells = [cell.strip() for cell in line.split("│")]
    assert cells[4:7] == ["0", "", "1–2.5 KZT/kWh"]


@pytest.mark.parametrize("kind", Kind)
def test_where_there_is_nothing_the_title_says_so(kind):
    assert "Title: none" in printed(kind, [])
