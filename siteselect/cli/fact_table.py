"""The facts of a day as a table in the terminal."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from rich.markup import escape
from rich.table import Table

Told = dict[str, Any]  # Any: JSON values


class Kind(StrEnum):
    """What can be asked for."""

    TARIFFS = "tariffs"
    RULES = "rules"
    RATES = "rates"
    FEES = "fees"
    INDICATORS = "indicators"


_WHO = ("source", "confidence")
_WHEN = ("valid", "badge")
_STACKED = (_WHO, _WHEN)
_COLUMNS: Mapping[Kind, Mapping[str, Sequence[str]]] = {
    Kind.TARIFFS: {
        "id": ("id", "mark"),
        "where": ("jurisdiction", "region"),
        "route": ("route",),
        "what": ("what",),
        "price": ("price", "price_high", "unit"),
        "VAT": ("vat",),
        "valid": _WHEN,
        "source": _WHO,
    },
    Kind.RULES: {
        "id": ("id", "mark"),
        "where": ("jurisdiction", "area"),
        "kind": ("kind",),
        "status": ("status",),
        "effect": ("effect",),
        "text": ("text",),
        "amount": ("value", "unit"),
        "valid": ("valid",),
        "source": _WHO,
    },
    Kind.RATES: {
        "id": ("id", "mark"),
        "currency": ("currency",),
        "for one USD": ("units_per_usd",),
        "period": ("note",),
        "source": _WHO,
    },
    Kind.FEES: {
        "id": ("id", "mark"),
        "where": ("jurisdiction",),
        "case": ("case",),
        "price from": ("price_from",),
        "to": ("price_to",),
        "fee": ("fee", "fee_high", "unit"),
        "status": ("status",),
        "valid": ("valid",),
        "source": _WHO,
    },
    Kind.INDICATORS: {
        "id": ("id",),
        "where": ("jurisdiction",),
        "indicator": ("indicator",),
        "value": ("value", "unit"),
        "observed": ("badge",),
        "source": _WHO,
    },
}


def fact_table(title: str, kind: Kind, rows: list[Told]) -> Table:
    """Return the facts of one kind as a table; the title says so where there are none."""
    table = Table(title=title if rows else f"{title}: none", title_justify="left")
    for name in _COLUMNS[kind]:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(_cell(row, keys) for keys in _COLUMNS[kind].values()))
    return table


def _cell(row: Told, keys: Sequence[str]) -> str:
    """Return some values of a row as one text; text of a pack is never markup."""
    text = ""
    for key in keys:
        value = row.get(key)
        if value is None or value is False or value == "":
            continue
        told = f"{value:g}" if isinstance(value, float) else str(value)
        between = "–" if key.endswith("_high") else "\n" if keys in _STACKED else " "
        text += f"{between}{told}" if text else told
    return escape(text)
