"""What every statement about the world carries: when it holds, who says so, how sure it is."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from siteselect.language import later, say


class Confidence(Enum):
    """How far a fact may be leaned on."""

    HIGH = later("high")
    MEDIUM = later("medium")
    LOW = later("low")
    USER = later("user")
    """Given by the person who made the study: an offer, a typed fact."""


@dataclass(frozen=True, slots=True)
class Validity:
    """The days on which a fact holds: both ends included, None where an end is not known."""

    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Return whether the fact holds on `day`; without a start it holds on no day."""
        return (
            self.start is not None and self.start <= day and (self.end is None or day <= self.end)
        )

    def __str__(self) -> str:
        start = self.start.isoformat() if self.start else say("unknown")
        end = self.end.isoformat() if self.end else say("not stated")
        return say("{start} to {end}", start=start, end=end)


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so, and where it can be read."""

    text: str
    """A title, an address or both, as written in the pack."""
    licence: str = ""
    reference: str = ""
    """The row's own id in the pack ("T016", "R21")."""

    def __str__(self) -> str:
        return f"{self.reference}: {self.text}" if self.reference else self.text
