"""The facts of a pack as rows that a person can read: where, what, how much, when, by whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite, isnan

from siteselect.language import later, say, say_as
from siteselect.model.fact import Confidence, Validity
from siteselect.model.own_fact import FactTable
from siteselect.packs.pack import Pack
from siteselect.packs.rows import FeeStep, Rate, Rule, Tariff
from siteselect.ui.figures import number

TITLES = {
    FactTable.TARIFFS: later("Prices of electricity"),
    FactTable.RULES: later("Rules"),
    FactTable.MINING_FEE: later("Steps of the mining fee"),
    FactTable.RATES: later("Exchange rates"),
}
HEADINGS = (
    "Id",
    later("Where"),
    later("What"),
    later("Amount"),
    later("From"),
    later("Until"),
    later("Source"),
    later("Sure"),
)
YOURS = "yours"
AnyFact = Tariff | Rule | FeeStep | Rate


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact as a line of the table."""

    id: str
    where: str
    what: str
    amount: str
    start: str
    end: str
    source: str
    sure: str
    """The confidence, or that the row is the person's own."""
    note: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The words of the line, in the order of `HEADINGS`."""
        return (self.id, self.where, self.what, self.amount, self.start, self.end, self.source,
                self.sure)  # fmt: skip

    @property
    def yours(self) -> bool:
        """Whether the person typed it."""
        return self.sure == YOURS


def fact_lines(
    pack: Pack, table: FactTable, day: date | None = None, wanted: str = ""
) -> tuple[FactLine, ...]:
    """Return the facts of a table, own rows first.

    Parameters
    ----------
    pack
        The pack with the person's facts laid over it.
    table
        Which facts.
    day
        Only those that hold on it; None for all.
    wanted
        Words of which each must stand somewhere in the line, in any case.
    """
    facts = pack.facts
    by_table: Mapping[FactTable, Sequence[AnyFact]] = {
        FactTable.TARIFFS: facts.tariffs,
        FactTable.RULES: facts.rules,
        FactTable.MINING_FEE: facts.fees,
        FactTable.RATES: facts.rates,
    }
    rows = by_table[table]
    words = wanted.casefold().split()
    found = [_line(row) for row in rows if day is None or row.validity.holds(day)]
    kept = [line for line in found if all(word in _text(line) for word in words)]
    return tuple(sorted(kept, key=lambda line: not line.yours))


def _text(line: FactLine) -> str:
    return " ".join((*line.cells, line.note)).casefold()


def _route_word(row: Tariff) -> str:
    """Return who is paid: the supplier, the producer, the grid, or for imported power."""
    words = {
        "supplier": say_as("who is paid", "supplier"),
        "producer": say_as("who is paid", "producer"),
        "grid": say_as("who is paid", "grid"),
        "import": say_as("who is paid", "import"),
    }
    return words.get(row.route.value, row.route.value)


def _line(row: AnyFact) -> FactLine:
    sure = YOURS if row.confidence is Confidence.USER else row.confidence.value
    who = (*_ends(row.validity), row.source.text, say(sure))
    if isinstance(row, Tariff):
        where = " ".join(row.regions) or row.jurisdiction
        what = " · ".join(text for text in (_route_word(row), row.component, row.consumer_class,
                                            row.supplier) if text)  # fmt: skip
        amount = say(
            "{price} {currency}/kWh, VAT {vat}",
            price=_span(row.price, row.price_high),
            currency=row.currency,
            vat=say(row.vat.value),
        )
        return FactLine(row.id, where, what, amount, *who, note=_joined(row.note, row.date_note))
    if isinstance(row, Rule):
        where = f"{row.jurisdiction} {row.area}".strip()
        what = f"{row.kind}, {row.status.value}: {row.text}"
        amount = f"{_span(row.value)} {row.unit}".strip() if not isnan(row.value) else ""
        return FactLine(row.id, where, what, amount, *who, note=_joined(row.date_note))
    if isinstance(row, FeeStep):
        low, high = row.price_from, row.price_to
        what = f"{say(row.case)}, {say(row.status.value)}"
        if isfinite(low):
            what = say("{step}, price from {low:g}", step=what, low=low)
        if isfinite(high):
            what = say("{step} to {high:g}", step=what, high=high)
        fee = (
            say("not seen")
            if isnan(row.fee)
            else f"{_span(row.fee, row.fee_high)} {row.currency}/kWh"
        )
        return FactLine(row.id, row.jurisdiction, what, fee, *who, note=row.note)
    amount = say("{amount} for one USD", amount=number(row.units_per_usd, 4))
    return FactLine(row.id, row.currency, row.kind, amount, *who, note=row.note)


def _ends(validity: Validity) -> tuple[str, str]:
    return (
        validity.start.isoformat() if validity.start else "",
        validity.end.isoformat() if validity.end else "",
    )


def _span(low: float, high: float = float("nan")) -> str:
    if isnan(high) or high == low:
        return f"{low:g}"
    return say("{low:g} to {high:g}", low=low, high=high)


def _joined(*texts: str) -> str:
    return "; ".join(text for text in texts if text)
