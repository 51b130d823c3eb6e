"""The tables that money is reckoned from, as typed rows: machines, network, costs, cuts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import isnan
from typing import Any

from siteselect.errors import StudyError
from siteselect.model.fact import Confidence, Source, Validity
from siteselect.model.figures import FIGURES, Figure
from siteselect.model.money import Cut
from siteselect.packs.pack import Pack
from siteselect.packs.readers import read_confidence, read_source
from siteselect.packs.table import Cells, Fault, complaint, read_cells


@dataclass(frozen=True, slots=True)
class MachineRow:
    """One line of the catalogue; NaN where a figure is not known."""

    id: str
    model: str
    th_s: float
    watts: float
    j_per_th: float
    available_from: str
    """Year or month as written; empty where not known."""
    price: float
    price_unit: str
    price_date: str
    confidence: Confidence
    source: Source
    note: str

    @property
    def runs(self) -> bool:
        """Whether hash rate and efficiency are known."""
        return not (isnan(self.th_s) or isnan(self.j_per_th))

    @property
    def usd(self) -> float:
        """Price of one machine; NaN where not known."""
        return self.price * self.th_s if self.price_unit == "USD per TH/s" else self.price


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """The Bitcoin network in one month, or on one day; NaN where a figure is not known."""

    id: str
    validity: Validity
    btc_usd: float
    difficulty: float
    hashrate_eh: float
    fee_share: float
    """Transaction fees as a share of the subsidy."""
    subsidy: float
    confidence: Confidence
    source: Source
    basis: str
    note: str


@dataclass(frozen=True, slots=True)
class CostRow:
    """One report on building or moving: a value, or what was told in words."""

    id: str
    item: str
    value: float
    unit: str
    told: str
    as_of: str
    confidence: Confidence
    source: Source
    note: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure in place of an assumption, for a jurisdiction or for all, from a day on."""

    id: str
    key: str
    """A key of `FIGURES`, or "machine"."""
    jurisdiction: str
    figure: Figure | None
    text: str
    """For "machine": the id of a row of the catalogue."""
    start: date | None
    confidence: Confidence
    source: Source
    note: str


@dataclass(frozen=True, slots=True)
class CutRow:
    """One entry of the calendar of cuts, and the days on which it is counted with."""

    id: str
    cut: Cut | None
    validity: Validity
    confidence: Confidence
    source: Source
    note: str


def machine(row: Cells) -> MachineRow:
    """Read one row of the catalogue of machines."""
    unit = row.text("price_unit")
    if unit not in {"", "USD per machine", "USD per TH/s"}:
        row.fault(f"column price_unit holds {unit!r}; it must be USD per machine or USD per TH/s.")
    return MachineRow(
        row.text("id", required=True),
        row.text("model", required=True),
        row.number("th_s", least=0),
        row.number("watts", least=0),
        row.number("j_per_th", least=0),
        row.text("available_from"),
        row.number("price", least=0),
        unit,
        row.text("price_date"),
        read_confidence(row),
        read_source(row),
        row.text("note"),
    )


def network(row: Cells) -> NetworkRow:
    """Read one row of the table of the network."""
    for column in ("start", "end"):
        row.text(column, required=True)
    return NetworkRow(
        row.text("id", required=True),
        row.validity("start", "end"),
        row.number("btc_usd", least=0),
        row.number("difficulty", least=1),
        row.number("hashrate_eh", least=0),
        row.number("fee_share", least=0),
        row.number("subsidy_btc", least=0),
        read_confidence(row),
        read_source(row),
        row.text("basis"),
        row.text("note"),
    )


def cost(row: Cells) -> CostRow:
    """Read one row of the table of building and moving."""
    return CostRow(
        row.text("id", required=True),
        row.text("item", required=True),
        row.number("value", least=0),
        row.text("unit"),
        row.text("told"),
        row.text("as_of"),
        read_confidence(row),
        read_source(row),
        row.text("note"),
    )


def figure(row: Cells) -> FigureRow:
    """Read one row of the table of figures."""
    key, source = row.text("key", required=True), read_source(row)
    text, found = row.text("text"), None
    if key == "machine":
        row.text("text", required=True)
    elif key not in FIGURES:
        row.fault(f"column key holds {key!r}, which is no figure. There are: {', '.join(FIGURES)}.")
    else:
        value = row.number("value", required=True)
        ends = (row.number("low"), row.number("high"))
        low, high = (None if isnan(end) else end for end in ends)
        found = _sound(row, lambda: _checked(key, Figure(value, str(source), low, high)))
    return FigureRow(
        row.text("id", required=True),
        key,
        row.text("jurisdiction"),
        found,
        text,
        row.day("valid_from", required=True),
        read_confidence(row),
        source,
        row.text("note"),
    )


def cut(row: Cells) -> CutRow:
    """Read one row of the calendar of cuts."""
    source = read_source(row)
    numbers = [row.number(name) for name in ("hour_from", "hour_to", "share")]
    hour_from, hour_to, share = (
        default if isnan(number) else number
        for number, default in zip(numbers, (0.0, 24.0, 1.0), strict=True)
    )
    ends = (row.text("first", required=True), row.text("last", required=True))
    place = row.text("jurisdiction", required=True)
    found = _sound(row, lambda: Cut(place, *ends, int(hour_from), int(hour_to), share, str(source)))
    return CutRow(
        row.text("id", required=True),
        found,
        row.validity(),
        read_confidence(row),
        source,
        row.text("note"),
    )


MACHINE_COLUMNS = ("id", "model", "th_s", "j_per_th", "price", "price_unit", "price_date",
                   "available_from", "confidence", "source")  # fmt: skip
NETWORK_COLUMNS = ("id", "start", "end", "btc_usd", "difficulty", "fee_share", "subsidy_btc",
                   "confidence", "source")  # fmt: skip
COST_COLUMNS = ("id", "item", "value", "unit", "told", "as_of", "confidence", "source")
FIGURE_COLUMNS = ("id", "key", "jurisdiction", "value", "low", "high", "text", "valid_from",
                  "confidence", "source")  # fmt: skip
CUT_COLUMNS = ("id", "jurisdiction", "first", "last", "hour_from", "hour_to", "share",
               "valid_from", "valid_to", "confidence", "source")  # fmt: skip

AnyRow = MachineRow | NetworkRow | CostRow | FigureRow | CutRow
MONEY_READERS: dict[str, tuple[tuple[str, ...], Callable[[Cells], AnyRow]]] = {
    "machines": (MACHINE_COLUMNS, machine),
    "network": (NETWORK_COLUMNS, network),
    "move_and_build": (COST_COLUMNS, cost),
    "figures": (FIGURE_COLUMNS, figure),
    "cuts": (CUT_COLUMNS, cut),
}
"""The tables of money: columns they must have, and the reader. A pack may lack any of them."""


@dataclass(frozen=True, eq=False, slots=True)
class MoneyRows:
    """All rows of one pack that money is reckoned from."""

    machines: tuple[MachineRow, ...]
    network: tuple[NetworkRow, ...]
    costs: tuple[CostRow, ...]
    figures: tuple[FigureRow, ...]
    cuts: tuple[CutRow, ...]


def money_rows(pack: Pack) -> MoneyRows:
    """Return the rows of a pack, read once; a table that it lacks is empty.

    Raises
    ------
    PackError
        If a table has faults; all of them are told.
    """
    return _money_rows(pack.base)


@lru_cache(maxsize=8)
def _money_rows(pack: Pack) -> MoneyRows:
    faults: list[Fault] = []
    rows = {name: _read(pack, name, faults) for name in MONEY_READERS}
    if faults:
        raise complaint(faults, pack.reference)
    return MoneyRows(
        rows["machines"], rows["network"], rows["move_and_build"], rows["figures"], rows["cuts"]
    )


def _read(
    pack: Pack, name: str, faults: list[Fault]
) -> tuple[Any, ...]:  # Any: each table its own kind
    if not pack.has_table(name):
        return ()
    entry = pack.manifest.facts[name]
    columns, reader = MONEY_READERS[name]
    cells = read_cells(pack.store.read(entry.file), entry.file, columns, faults)
    return tuple(reader(row) for row in cells)


def _checked(key: str, value: Figure) -> Figure:
    FIGURES[key].check(value)
    return value


def _sound(row: Cells, make: Callable[[], Any]) -> Any:  # Any: a Figure or a Cut
    try:
        return make()
    except StudyError as error:
        row.fault(str(error))
        return None
