"""What an exporter is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from siteselect.errors import ExportError
from siteselect.export.report import Report
from siteselect.files import write_whole


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
                f"{path} cannot be written: {near!a} ends in half of a sign. Type that name or "
                "note again."
            ) from error
        except OSError as error:
            raise ExportError(
                f"{path} cannot be written: {(error.strerror or str(error)).rstrip('.')}. "
                "What was there before is untouched; close the file elsewhere, make room, or "
                "choose another folder."
            ) from error


def exporter_for(path: Path | str, exporters: Mapping[str, Exporter], more: str = "") -> Exporter:
    """Return the exporter whose suffix `path` bears; ExportError names those there are.

    `more` names what others write.
    """
    suffix = Path(path).suffix.lower()
    for each in exporters.values():
        if each.suffix == suffix:
            return each
    known = [f"{each.suffix} ({each.title})" for each in exporters.values()]
    there = ", ".join(sorted([*known, more] if more else known))
    raise ExportError(f"Nothing is written to {path}: its name must end in one of {there}.")
