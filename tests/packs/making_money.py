"""Money tables made from CSV texts."""

from siteselect.packs.money_rows import MONEY_READERS
from siteselect.packs.table import Fault, read_cells


def read_money(name: str, text: str) -> tuple[list, list[Fault]]:
    """Return rows and faults of a table; columns that the text lacks are empty or harmless."""
    columns, reader = MONEY_READERS[name]
    lines = [line.strip() for line in text.strip().splitlines()]
    header = lines[0].split(",")
    missing = [column for column in columns if column not in header]
    defaults = {"source": "a source", "confidence": "high"}
    filled = [defaults.get(column, "") for column in missing]
    whole = [",".join([*header, *missing]), *(",".join([line, *filled]) for line in lines[1:])]
    faults: list[Fault] = []
    cells = read_cells("\n".join(whole).encode(), f"{name}.csv", columns, faults)
    return [reader(row) for row in cells], faults


def sound_money(name: str, text: str) -> tuple:
    rows, faults = read_money(name, text)
    assert faults == [], [str(fault) for fault in faults]
    return tuple(rows)
