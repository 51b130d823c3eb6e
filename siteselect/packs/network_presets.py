"""The network as it was in one month of the pack's table, to reckon any day with."""

from dataclasses import dataclass
from datetime import date
from math import isnan

from siteselect.model.figures import Figure
from siteselect.model.money import Network
from siteselect.packs.money_rows import NetworkRow, money_rows
from siteselect.packs.network import NetworkOnDay, network_on, period
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


def chosen_network(pack: Pack, chosen: Network, known: NetworkOnDay) -> NetworkOnDay:
    """Return a network that the person chose, with the last halving before it.

    One of a month of the table stands in that month: its next halving is as far off as it was
    then. Where the subsidy was typed the halvings are those of the as-of day.

    Parameters
    ----------
    pack
        Holds the table.
    chosen
        What is reckoned with.
    known
        The network of the as-of day.
    """
    if not from_table(chosen.subsidy):
        return NetworkOnDay(chosen, (), "", known.halved_on)
    month = next(
        (one for one in network_presets(pack) if one.network.subsidy == chosen.subsidy), None
    )
    if month is None:
        return NetworkOnDay(chosen, (), "", known.halved_on)
    then = network_on(money_rows(pack).network, month.start)
    return NetworkOnDay(chosen, (), "", then.halved_on, month.start)


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
