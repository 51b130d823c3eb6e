"""What an exporter is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from siteselect.errors import ExportError
from siteselect.export.report import Report
from siteselect.files import write_whole
from siteselect.language import say


@dataclass(frozen=True, slots=True)
class Exporter:
    """A form in which a report can be handed over; the same report gives the same bytes."""

    title: str
    suffix: str
    """With its dot: .csv"""
    make: Callable[[Report], bytes]
    money: bool = False
    """Whether it tells the money, where the report holds it."""
    firm: bool = False
    """Whether it tells how firm the ranking is."""
    pictures: bool = False
    """Whether it shows the pictures of the report."""

    machine: bool = False
    """Whether programs read it: then its words are English in every language."""

    def write(self, report: Report, path: Path | str) -> None:
        """Write `report` to `path`, whole or not at all.

        Raises
        ------
        ExportError
            If the file cannot be written; what was there before is untouched.
        """
        path = Path(path)
        try:
            write_whole(path, self.make(report))
        except UnicodeEncodeError as error:
            near = error.object[max(error.start - 12, 0) : error.end]
            raise ExportError(
                say(
                    "{path} cannot be written: {near!a} ends in half of a sign. Type "
                    "that name or note again.",
                    path=path,
                    near=near,
                )
            ) from error
        except OSError as error:
            raise ExportError(
                say(
                    "{path} cannot be written: {why}. What was there before is "
                    "untouched; close the file elsewhere, make room, or choose another "
                    "folder.",
                    path=path,
                    why=(error.strerror or str(error)).rstrip("."),
                )
            ) from error


def exporter_for(path: Path | str, exporters: Mapping[str, Exporter], more: str = "") -> Exporter:
    """Return the exporter whose suffix `path` bears; ExportError names those there are.

    `more` names what others write.
    """
    suffix = Path(path).suffix.lower()
    for each in exporters.values():
        if each.suffix == suffix:
            return each
    known = [f"{each.suffix} ({say(each.title)})" for each in exporters.values()]
    there = ", ".join(sorted([*known, more] if more else known))
    raise ExportError(
        say(
            "Nothing is written to {path}: its name must end in one of {there}.",
            path=path,
            there=there,
        )
    )
