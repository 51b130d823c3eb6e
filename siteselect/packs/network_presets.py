"""The network as it was in one month of the pack's table, to reckon any day with."""

from dataclasses import dataclass
from datetime import date
from math import isnan

from siteselect.model.figures import Figure
from siteselect.model.money import Network
from siteselect.packs.money_rows import NetworkRow, money_rows
from siteselect.packs.network import network_on, period
from siteselect.packs.pack import Pack

OF_TABLE = " of the pack's table"
"""What the source of every figure of a preset says."""


@dataclass(frozen=True, slots=True)
class NetworkPreset:
    """One row of the table, as a network that can be chosen."""

    name: str
    """The month, 2022-11; the day where the row is of one day only."""
    start: date
    network: Network


def network_presets(pack: Pack) -> tuple[NetworkPreset, ...]:
    """Return a preset for each row that knows price, difficulty and subsidy, the oldest first.

    Where a row lacks the fee share it is the last one known then, and its source says so.
    """
    rows = money_rows(pack).network
    found = []
    for row in rows:
        start = row.validity.start
        if start is None or any(isnan(each) for each in (row.btc_usd, row.difficulty, row.subsidy)):
            continue
        known = network_on(rows, start).network
        if known is not None:
            found.append(NetworkPreset(period(row), start, _of_table(known, row)))
    return tuple(sorted(found, key=lambda each: each.start))


def from_table(figure: Figure) -> bool:
    """Return whether a figure was chosen as part of a preset."""
    return OF_TABLE in figure.source


def _of_table(known: Network, row: NetworkRow) -> Network:
    return Network(
        _told(known.btc_usd, row),
        _told(known.difficulty, row),
        _told(known.subsidy, row),
        _told(known.fee_share, row),
    )


def _told(figure: Figure, row: NetworkRow) -> Figure:
    kind = "day" if row.validity.start == row.validity.end else "month"
    own = figure.source.startswith(f"{row.id}: ")
    joint = ", " if own else " lacks it; the last known is "
    return Figure(figure.value, f"{kind} {period(row)}{OF_TABLE}{joint}{figure.source}")
