"""What was taken in from a file, what was left out, and why: each with its row and column."""

from dataclasses import dataclass

from siteselect.language import say, say_count


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
        told = self._placed()
        return say("{told} The row was left out.", told=told) if self.left_out else told

    def _placed(self) -> str:
        said = {"row": self.row, "column": self.column, "text": self.text}
        if self.row and self.column:
            return say("row {row}, column {column}: {text}", **said)
        if self.row:
            return say("row {row}: {text}", **said)
        return say("column {column}: {text}", **said) if self.column else self.text


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
        taken = self._taken()
        if not self.left_out:
            return f"{taken}."
        return say_count(
            "{taken}, {count} row left out.",
            "{taken}, {count} rows left out.",
            self.left_out,
            taken=taken,
        )

    def _taken(self) -> str:
        if self.kind == "fact":
            return say_count(
                "{file}: {count} fact taken in",
                "{file}: {count} facts taken in",
                self.taken,
                file=self.file,
            )
        if self.kind == "feature":
            return say_count(
                "{file}: {count} feature taken in",
                "{file}: {count} features taken in",
                self.taken,
                file=self.file,
            )
        return say_count(
            "{file}: {count} site taken in",
            "{file}: {count} sites taken in",
            self.taken,
            file=self.file,
        )

    @property
    def lines(self) -> tuple[str, ...]:
        """The summary, and one sentence for each finding."""
        return (self.summary, *(str(each) for each in self.findings))
