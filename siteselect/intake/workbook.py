"""The sheets of an XLSX workbook, read apart: in a process of its own, bounded and by GDAL."""

from pathlib import Path

from siteselect.errors import IntakeError
from siteselect.intake.containers import inspect_container
from siteselect.intake.limits import LIMITS, Limits
from siteselect.intake.reader import ask_once
from siteselect.language import say

Rows = list[tuple[int, list[str]]]


def read_first_sheet(path: Path, most_rows: int, most_columns: int) -> Rows:
    """Return the rows of the first sheet as text, numbers with a decimal point.

    Raises
    ------
    IntakeError
        If the file is no workbook, too large when unpacked, or cannot be read in time.
    """
    (rows,) = read_sheets(path, (), most_rows, most_columns).values()
    return rows


def read_sheets(
    path: Path,
    names: tuple[str | int, ...],
    most_rows: int,
    most_columns: int,
    limits: Limits = LIMITS,
) -> dict[str, Rows]:
    """Return the rows of several sheets, by name or by place; of the first when none is named."""
    inspect(path)
    options = {"sheets": list(names), "rows": most_rows, "columns": most_columns}
    try:
        parcel = ask_once("XLSX", "sheets", path, options, limits)
        return {
            str(sheet): [(int(row), [str(cell) for cell in cells]) for row, cells in rows]
            for sheet, rows in parcel.plain["sheets"].items()
        }
    except IntakeError as error:
        raise IntakeError(say("{fault} Or save the sheet as CSV UTF-8.", fault=error)) from None


def inspect(path: Path) -> None:
    """Raise IntakeError when the container is no workbook, or would unpack to too much."""
    parts = {part.filename for part in inspect_container(path)}
    if not {"[Content_Types].xml", "xl/workbook.xml"} <= parts:
        raise IntakeError(
            say("{path} is no Excel workbook: save the table as .xlsx or as CSV UTF-8.", path=path)
        )
