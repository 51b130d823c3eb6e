"""What the checks of the self-test stand on: the sample opened, measured and judged once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from siteselect.export.report import Report
    from siteselect.model.evaluation import Evaluation
    from siteselect.model.sites import Sites
    from siteselect.model.study import Study
    from siteselect.packs.pack import Pack


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is tried: `run` tells what was found, or raises."""

    title: str
    run: Callable[["Bench"], str]


class Failed(Exception):  # noqa: N818 - a finding of the self-test, told as it stands
    """What was found is not what it should be."""


def demand(holds: bool, otherwise: str) -> None:
    """Raise Failed with `otherwise` unless `holds`."""
    if not holds:
        raise Failed(otherwise)


@dataclass
class Bench:
    """The sample study and what follows from it, each made when it is first asked for."""

    folder: Path
    """Where checks may write."""

    @cached_property
    def study(self) -> "Study":
        """The sample that ships."""
        from siteselect.project.file import sample_study

        return sample_study()

    @cached_property
    def pack(self) -> "Pack":
        """The pack of the sample."""
        from siteselect.packs.catalogue import open_pack

        return open_pack(self.study.pack)

    @cached_property
    def sites(self) -> "Sites":
        """The sites of the sample."""
        from siteselect.model.sites import Sites

        return Sites(self.study.candidates)

    @cached_property
    def evaluation(self) -> "Evaluation":
        """What the sample's scenario concludes."""
        from siteselect.cli.choices import evaluated

        return evaluated(self.study, self.pack)

    @cached_property
    def report(self) -> "Report":
        """The report that every exporter prints, with its money."""
        from siteselect.cli.choices import Choices

        return Choices().report(money=True)
