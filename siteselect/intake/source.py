"""What a person hands in, opened once: a text, a workbook, a layer or what was pasted.

Decisions about it can then change as often as a person likes; the file is not read again.
"""

from dataclasses import dataclass
from pathlib import Path

import shapely

from siteselect.errors import IntakeError
from siteselect.files import read_bounded
from siteselect.intake.choices import Choices
from siteselect.intake.limits import LIMITS, Limits
from siteselect.intake.reader import ask_once
from siteselect.intake.report import Finding
from siteselect.intake.sniff import Form, checked_path, sniff
from siteselect.intake.table import Rows
from siteselect.intake.vector import Layer, read_layer, shown_number
from siteselect.language import say, say_count

MOST_ROWS = 20_000
MOST_COLUMNS = 200
_POINT = ("lon", "lat")
_FROM_GEOMETRY = {"lon", "lat", "longitude", "latitude", "x", "y", "lng", "long"}


@dataclass(frozen=True, slots=True)
class Source:
    """One table to be, with its cells as the file has them."""

    name: str
    """Of the file, for the report."""
    path: Path
    form: Form
    data: bytes = b""
    """Of a table of text."""
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """Of a workbook or a layer, whose cells need no cutting."""
    sheets: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What was told when a layer was read."""

    @property
    def is_text(self) -> bool:
        """Whether encoding and separator are to be decided."""
        return self.form is Form.TABLE

    @property
    def is_layer(self) -> bool:
        """Whether points come from geometry."""
        return self.form not in (Form.TABLE, Form.XLSX)


def open_source(
    path: Path | str, choices: Choices | None = None, limits: Limits = LIMITS
) -> Source:
    """Return what lies at `path`, read apart where it is no plain text.

    Raises
    ------
    IntakeError
        If it cannot be read; the sentence tells the cause.
    """
    choices = choices or Choices()
    path = checked_path(path)
    form = sniff(path, limits)
    if form is Form.TABLE:
        return Source(path.name, path, form, data=_bytes(path, limits))
    if form is Form.XLSX:
        return _book(path, choices.sheet, limits)
    if form is Form.GEOTIFF:
        raise IntakeError(
            say("{path} is a raster: it holds no sites. Choose a table or a layer.", path=path)
        )
    return from_layer(path, read_layer(path, choices.layer, choices.crs, limits))


def pasted(text: str) -> Source:
    """Return what was pasted from a spreadsheet."""
    if not text.strip():
        raise IntakeError(say("Nothing to paste: copy rows of a table first, with their headings."))
    if len(text) > LIMITS.table_bytes:
        raise IntakeError(
            say("What was copied is too large to paste: save it as a file, and drop it.")
        )
    return Source(say("what was pasted"), Path("clipboard"), Form.TABLE, data=text.encode())


def from_layer(path: Path, layer: Layer) -> Source:
    """Return a layer as a table with the columns lon and lat; areas and lines give a point."""
    points = shapely.point_on_surface(layer.geometry)
    kept = [name for name in layer.numbers if name.casefold() not in _FROM_GEOMETRY]
    words = [name for name in layer.texts if name.casefold() not in _FROM_GEOMETRY]
    name_column = layer.name_column
    head = ["name", *_POINT, *kept, *(word for word in words if word != name_column)]
    rows: list[tuple[int, tuple[str, ...]]] = [(0, tuple(head))]
    findings = [*layer.report.findings]
    lon, lat = shapely.get_x(points), shapely.get_y(points)
    spread = shapely.get_num_coordinates(layer.geometry) > 1
    for place, (row, name) in enumerate(zip(layer.rows, layer.names, strict=True)):
        cells = [name, shown_number(float(lon[place])), shown_number(float(lat[place]))]
        cells += [shown_number(float(layer.numbers[column][place])) for column in kept]
        cells += [layer.texts[word][place] for word in words if word != name_column]
        rows.append((row, tuple(" ".join(cell.split()) for cell in cells)))
    if spread.any():
        findings.append(
            Finding(
                say_count(
                    "{count} of {all} features is a line or an area: a point within it was taken "
                    "as the site.",
                    "{count} of {all} features are lines or areas: a point within each was taken "
                    "as the site.",
                    int(spread.sum()),
                    all=len(layer),
                )
            )
        )
    if not name_column:
        findings.append(Finding(say("No column looks like a name: the sites were numbered.")))
    return Source(path.name, path, layer.form, rows=tuple(rows), findings=tuple(findings))


def _book(path: Path, sheet: str, limits: Limits) -> Source:
    from siteselect.intake.workbook import inspect

    inspect(path)
    options = {"sheets": [sheet] if sheet else [], "rows": MOST_ROWS, "columns": MOST_COLUMNS}
    parcel = ask_once("XLSX", "sheets", path, options, limits)
    read: Rows = next(iter(parcel.plain["sheets"].values()), [])
    rows = tuple((int(number), tuple(str(cell) for cell in cells)) for number, cells in read)
    names = tuple(str(name) for name in parcel.plain["names"])
    return Source(path.name, path, Form.XLSX, rows=rows, sheets=names)


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        return read_bounded(path, limits.table_bytes)
    except OSError as error:
        raise IntakeError(
            say(
                "The table {path} cannot be read: {why}. Look at the file, or choose another.",
                path=path,
                why=error.strerror or error,
            )
        ) from error
