"""A source read under some choices, to be looked at before anything is kept."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from siteselect.errors import IntakeError
from siteselect.intake.choices import Choices
from siteselect.intake.draft import Draft, draft_of
from siteselect.intake.offers import Intake, Region, read_draft
from siteselect.intake.report import IntakeReport
from siteselect.intake.source import Source
from siteselect.model.sites import Site


@dataclass(frozen=True, slots=True)
class Trial:
    """What the choices give: a draft and its sites, or the sentence that says why not."""

    source: Source
    choices: Choices
    draft: Draft | None = None
    intake: Intake | None = None
    fault: str = ""

    @property
    def sites(self) -> tuple[Site, ...]:
        """The sites as they would be taken in."""
        return self.intake.sites if self.intake else ()

    @property
    def report(self) -> IntakeReport:
        """What became of the rows."""
        return self.intake.report if self.intake else IntakeReport(self.source.name, 0)

    @property
    def is_clear(self) -> bool:
        """Whether nothing was guessed and most rows can be taken: nobody need look closer."""
        if self.intake is None or self.draft is None or self.draft.guessed:
            return False
        return 0 < len(self.sites) >= self.report.left_out

    @property
    def left_out(self) -> dict[int, str]:
        """Why rows are left out, by their numbers."""
        return {each.row: each.text for each in self.report.findings if each.left_out}


def tried(source: Source, choices: Choices, region: Region, known: Sequence[Site]) -> Trial:
    """Return what `source` gives under `choices`; a fault is part of the answer."""
    try:
        draft = draft_of(source, choices, region.bounds)
    except IntakeError as fault:
        return Trial(source, choices, fault=str(fault))
    try:
        return Trial(source, choices, draft, read_draft(draft, region, known))
    except IntakeError as fault:
        return Trial(source, choices, draft, fault=str(fault))


def key_of(draft: Draft) -> str:
    """Return by what tables of one kind are known again: their headings."""
    words = "\x1f".join(cell.casefold() for cell in draft.header)
    return hashlib.sha256(words.encode(errors="replace")).hexdigest()[:16]
