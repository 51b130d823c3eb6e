"""What the time line marks, and where facts contradict each other."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Severity(StrEnum):
    """What an event means for a miner, the weightiest first."""

    STOP = "stop"
    CONDITION = "condition"
    ANNOUNCED = "announced"
    RISK = "risk"
    COST = "cost"
    RELIEF = "relief"
    """Mining is lawful, or something that stopped it ends."""
    NOTE = "note"
    """A draft, or what is not known."""


@dataclass(frozen=True, slots=True)
class Event:
    """One day on which a rule began or ended."""

    day: date
    jurisdiction: str
    kind: str
    """The rule's kind: status, licence, fee, tax, quota, cut, raid ..."""
    text: str
    source: str
    severity: Severity
    row: str
    """The rule's id."""
    ends: bool = False
    yours: bool = False
    """Whether the user typed the rule."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one row says in a conflict."""

    row: str
    words: str
    source: str
    period: str
    """The days for which it says so."""
    note: str = ""

    def __str__(self) -> str:
        told = f"{self.row}: {self.source}; {self.period}"
        return f"{self.words} ({told}; {self.note})" if self.note else f"{self.words} ({told})"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Facts that hold on one day and do not agree; all are shown, none is dropped."""

    jurisdiction: str
    subject: str
    """What they disagree on: "tax, % of the power bill", "supplier in KZ-AKT"."""
    statements: tuple[Statement, ...]
    """What each row says, the one that leads first."""

    @property
    def rows(self) -> tuple[str, ...]:
        """Ids, the one that leads first."""
        return tuple(each.row for each in self.statements)

    @property
    def text(self) -> str:
        """What each says, with its source, in one line."""
        return "; ".join(str(each) for each in self.statements)
