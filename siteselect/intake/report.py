"""What was taken in from a file, what was left out, and why: each with its row and column."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a person should know of a file."""

    text: str
    row: int = 0
    """Line of the file or row of the sheet, counted from 1; 0 speaks of the whole file."""
    column: str = ""
    left_out: bool = False
    """Whether the row was not taken in because of it."""

    def __str__(self) -> str:
        place = [f"row {self.row}"] if self.row else []
        place += [f"column {self.column}"] if self.column else []
        told = f"{', '.join(place)}: {self.text}" if place else self.text
        return f"{told} The row was left out." if self.left_out else told


@dataclass(frozen=True, slots=True)
class IntakeReport:
    """All findings of one file."""

    file: str
    taken: int
    findings: tuple[Finding, ...] = ()
    kind: str = "site"
    """What was taken in: a site, a feature, a fact."""

    @property
    def left_out(self) -> int:
        """How many rows were left out."""
        return len({each.row for each in self.findings if each.left_out})

    @property
    def summary(self) -> str:
        """One sentence: how many rows were taken in, how many were not."""
        many = "" if self.taken == 1 else "s"
        said = f"{self.file}: {self.taken} {self.kind}{many} taken in"
        if self.left_out:
            said += f", {self.left_out} {'row' if self.left_out == 1 else 'rows'} left out"
        return f"{said}."

    @property
    def lines(self) -> tuple[str, ...]:
        """The summary, and one sentence for each finding."""
        return (self.summary, *(str(each) for each in self.findings))
