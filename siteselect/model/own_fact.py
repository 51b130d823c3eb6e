"""Facts that the user adds to a pack or corrects in it: rows of its tables, kept with the study."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from siteselect.errors import StudyError
from siteselect.language import say


class FactTable(StrEnum):
    """The tables that a user may add to, by the names that packs give them."""

    TARIFFS = "tariffs"
    RULES = "rules"
    MINING_FEE = "mining_fee"
    RATES = "rates"


@dataclass(frozen=True, slots=True)
class OwnFact:
    """One row as typed, cell by cell; a row that bears the id of one of the pack corrects it.

    A correction need only hold the cells that differ: the others stay as the pack has them.
    """

    table: FactTable
    cells: tuple[tuple[str, str], ...]
    """Column and text of each cell, as a table of the pack would hold them."""

    def __post_init__(self) -> None:
        columns = [column for column, _ in self.cells]
        twice = sorted({each for each in columns if columns.count(each) > 1})
        if twice:
            raise StudyError(
                say("A fact of yours gives {twice} twice: say it once.", twice=", ".join(twice))
            )
        if not self.id:
            raise StudyError(
                say("A fact of yours has no id: give it one, or the id of a pack's row.")
            )

    @classmethod
    def of(cls, table: FactTable | str, cells: Mapping[str, str]) -> "OwnFact":
        """Return the fact that holds `cells`, without the space about them."""
        told = tuple((column, text.strip()) for column, text in cells.items())
        return cls(FactTable(table), told)

    @property
    def id(self) -> str:
        """The row's id: its own, or that of the pack's row which it corrects."""
        return self.cell("id")

    def cell(self, column: str) -> str:
        """Return the text of a cell; empty where it is not given."""
        return next((text for name, text in self.cells if name == column), "")
